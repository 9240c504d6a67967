import type { Report } from '#lib/bank/types.ts';
import { DeskRepository } from '#lib/storage/desk-repository.ts';
import type { DeskRow, OwnReportRow } from '#lib/storage/rows.ts';
import { foldKey } from '#lib/text/fold.ts';
import type { App } from './app.svelte.ts';
import type { BankTaking } from './bank-taking.svelte.ts';
import { COMPARE } from './card-metas.ts';
import { Live } from './live.svelte.ts';
import { ownUndo } from './own-undo.svelte.ts';
import { cellTotals, groupProgress, type GroupProgress } from './progress-counts.ts';
import { comparisonViews, type ComparisonView } from './report-views.ts';

/** A report as the list shows it. */
export interface ReportEntry {
	report: Report;
	place: string;
	facts: number;
	progress: GroupProgress;
	/** Where a report of the person's own is from. */
	from?: OwnReportRow['from'];
}

/** A report in work. */
export interface DeskEntry {
	id: string;
	/** Its title, or else the first words of its text. */
	title: string;
	questions: number;
	/** It was finished once, and changed since. */
	isChange: boolean;
}

/** How many own reports are shown at a time. */
const PAGE = 20;
/** With more reports than this they can be searched. */
const FEW = 20;
const FIRST_WORDS = 8;

/** All reports, shipped and own, with what is known of each, and what holds them against each other. */
export class ReportShelf {
	#app: App;
	#counts = $derived.by(() => new Live(this.#app.study.watchCounts(this.#app.today, 0)));
	#open: Live<DeskRow[]>;

	/** What is looked for among titles, publishers and places. */
	text = $state('');
	shown = $state(PAGE);
	/** A bank file being looked through. */
	taking = $state.raw<BankTaking>();

	#totals = $derived.by(() => cellTotals(this.#app.look));
	#cells = $derived(this.#counts.value?.cells);
	/** Newest first. */
	#ownRows = $derived.by(() => {
		// The library tells of a change by its look.
		const { look, library } = this.#app;
		const rows = library.own.filter(({ id }) => look.report(id));
		return rows.sort((a, b) => b.changedAt - a.changedAt);
	});
	#ownFound = $derived.by(() => {
		const found = this.#ownRows.flatMap((row) => this.#app.look.report(row.id) ?? []);
		return found.filter((report) => this.#isWanted(report));
	});
	desks = $derived.by((): DeskEntry[] =>
		(this.#open.value ?? []).map((row) => deskEntry(row, this.#fromOf(row.id) !== undefined))
	);
	own = $derived.by(() => this.#ownFound.slice(0, this.shown).map((one) => this.#entry(one)));
	shipped = $derived.by(() => {
		const { reports } = this.#app.library.shipped.bank;
		return reports.filter((report) => this.#isWanted(report)).map((one) => this.#entry(one));
	});
	/** How many own reports are found and not shown yet. */
	left = $derived.by(() => Math.max(0, this.#ownFound.length - this.shown));
	hasOwn = $derived.by(() => this.#ownRows.length > 0);
	isMany = $derived.by(() => this.#app.look.bank.reports.length > FEW);
	comparisons = $derived.by((): ComparisonView[] => comparisonViews(this.#app.look));
	compared = $derived.by(() => groupProgress(this.#totals, this.#cells, { reportId: COMPARE }));
	failed = $derived.by(() => this.#counts.current.status === 'failed');

	constructor(app: App) {
		this.#app = app;
		this.#open = new Live(new DeskRepository(app.database).watchOpen());
	}

	get today() {
		return this.#app.today;
	}

	/** How many reports were found, own and shipped. */
	get count(): number {
		return this.#ownFound.length + this.shipped.length;
	}

	look(text: string): void {
		this.text = text;
		this.shown = PAGE;
	}

	more(): void {
		this.shown += PAGE;
	}

	/** Reads a bank file, to be looked through before it is taken. */
	async open(file: File): Promise<void> {
		const { BankTaking } = await import('./bank-taking.svelte.ts');
		this.taking = new BankTaking(this.#app);
		await this.taking.read(file);
	}

	/** Leaves the bank file, taken or not. */
	close(): void {
		this.taking = undefined;
	}

	undo(): void {
		void ownUndo.undo(this.#app);
	}

	#isWanted(report: Report): boolean {
		if (this.text.trim() === '') return true;
		const place = this.#placeOf(report);
		const told = foldKey(`${report.title} ${report.publisher.name} ${place} ${report.date.value}`);
		return foldKey(this.text)
			.split(' ')
			.every((word) => told.includes(word));
	}

	#fromOf(id: string): OwnReportRow['from'] | undefined {
		return this.#ownRows.find((row) => row.id === id)?.from;
	}

	#placeOf({ place }: Report): string {
		return this.#app.look.name(place)?.name ?? place;
	}

	#entry(report: Report): ReportEntry {
		return {
			report,
			place: this.#placeOf(report),
			facts: this.#app.look.factsOf(report.id).length,
			progress: groupProgress(this.#totals, this.#cells, { reportId: report.id }),
			from: this.#fromOf(report.id)
		};
	}
}

function deskEntry({ id, desk }: DeskRow, isChange: boolean): DeskEntry {
	const [first] = desk.paragraphs;
	const words = (first?.text ?? '').split(/\s+/).filter(Boolean);
	const begin = words.slice(0, FIRST_WORDS).join(' ');
	const title = desk.head.title.trim() || (words.length > FIRST_WORDS ? `${begin} …` : begin);
	return { id, title, questions: Object.keys(desk.questions).length, isChange };
}
