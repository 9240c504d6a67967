import { KINDS, type Report } from '#lib/bank/types.ts';
import { DeskRepository } from '#lib/storage/desk-repository.ts';
import { headOf, type ReportHead } from '#lib/storage/report-heads.ts';
import type { DeskRow } from '#lib/storage/rows.ts';
import { foldKey } from '#lib/text/fold.ts';
import type { App } from './app.svelte.ts';
import type { BankTaking } from './bank-taking.svelte.ts';
import { COMPARE } from './card-metas.ts';
import { Live } from './live.svelte.ts';
import { OwnUndo } from './own-undo.svelte.ts';
import { cellTotals, groupProgress, type GroupProgress } from './progress-counts.ts';
import { comparisonViews, type ComparisonView } from './report-views.ts';

/** A report as the list shows it. */
export interface ReportEntry {
	report: ReportHead | Report;
	place: string;
	facts: number;
	progress: GroupProgress;
	/** Where a report of the person's own is from. */
	from?: ReportHead['from'];
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
	#heads = $derived.by((): ReportHead[] => {
		// The library tells of a change by its look.
		const { look, library } = this.#app;
		const heads = library.isWhole
			? library.own.flatMap((row) => (look.report(row.id) && headOf(row)) ?? [])
			: [...library.noted];
		return heads.sort((a, b) => b.changedAt - a.changedAt);
	});
	#ownFound = $derived.by(() =>
		this.#heads.filter((head) => this.#isWanted(head, this.#placeOf(head)))
	);
	desks = $derived.by((): DeskEntry[] => {
		const isFinished = ({ id }: DeskRow) => this.#heads.some((head) => head.id === id);
		return (this.#open.value ?? []).map((row) => deskEntry(row, isFinished(row)));
	});
	own = $derived.by(() => this.#ownFound.slice(0, this.shown).map((one) => this.#ownEntry(one)));
	shipped = $derived.by(() => {
		const { reports } = this.#app.library.shipped.bank;
		const found = reports.filter((report) => this.#isWanted(report, this.#placeOf(report)));
		return found.map((report) => this.#shippedEntry(report));
	});
	/** How many own reports are found and not shown yet. */
	left = $derived.by(() => Math.max(0, this.#ownFound.length - this.shown));
	hasOwn = $derived.by(() => this.#heads.length > 0);
	isMany = $derived.by(() => this.#heads.length + this.#shippedCount > FEW);
	comparisons = $derived.by((): ComparisonView[] => comparisonViews(this.#app.look));
	compared = $derived.by(() => groupProgress(this.#totals, this.#cells, { reportId: COMPARE }));
	failed = $derived.by(() => this.#counts.current.status === 'failed');

	/** Taking back the last delete or import. */
	readonly undo: OwnUndo;

	constructor(app: App) {
		this.#app = app;
		this.undo = new OwnUndo(app);
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

	/** What is listed may be known while the questions could not be read. */
	get isUnread(): boolean {
		return this.#app.library.failed;
	}

	/** Reads again what could not be read. */
	readAgain(): void {
		// What comes of it is told by the library.
		void this.#app.library.whole().catch(() => undefined);
	}

	get #shippedCount(): number {
		return this.#app.library.shipped.bank.reports.length;
	}

	#isWanted({ title, publisher, date }: Report | ReportHead, place: string): boolean {
		if (this.text.trim() === '') return true;
		const told = foldKey(`${title} ${publisher.name} ${place} ${date.value}`);
		return foldKey(this.text)
			.split(' ')
			.every((word) => told.includes(word));
	}

	#placeOf(report: Report | ReportHead): string {
		const noted = 'placeName' in report ? report.placeName : report.place;
		return this.#app.look.name(report.place)?.name ?? noted;
	}

	#shippedEntry(report: Report): ReportEntry {
		const { shipped } = this.#app.library;
		return {
			report,
			place: this.#placeOf(report),
			facts: shipped.factsOf(report.id).length,
			progress: groupProgress(this.#totals, this.#cells, { reportId: report.id })
		};
	}

	#ownEntry(head: ReportHead): ReportEntry {
		const { id, facts, from } = head;
		const progress = groupProgress(totalsOf(head), this.#cells, { reportId: id });
		return { report: head, place: this.#placeOf(head), facts, progress, from };
	}
}

/** How many questions a report asks, by `report/kind`. */
function totalsOf({ id, questions }: ReportHead): ReadonlyMap<string, number> {
	return new Map(KINDS.map((kind) => [`${id}/${kind}`, questions[kind] ?? 0]));
}

function deskEntry({ id, desk }: DeskRow, isChange: boolean): DeskEntry {
	const [first] = desk.paragraphs;
	const words = (first?.text ?? '').split(/\s+/).filter(Boolean);
	const begin = words.slice(0, FIRST_WORDS).join(' ');
	const title = desk.head.title.trim() || (words.length > FIRST_WORDS ? `${begin} …` : begin);
	return { id, title, questions: Object.keys(desk.questions).length, isChange };
}
