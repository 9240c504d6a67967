import { SvelteSet } from 'svelte/reactivity';
import type { FactId, QuestionId, Report, ReportId } from '#lib/bank/types.ts';
import { done, type Outcome, type StoreProblem } from '#lib/storage/outcome.ts';
import type { OwnReportRow } from '#lib/storage/rows.ts';
import type { Settings } from '#lib/storage/settings.ts';
import type { App } from './app.svelte.ts';
import type { BankSending } from './bank-sending.svelte.ts';
import { Live } from './live.svelte.ts';
import { cellTotals, groupProgress } from './progress-counts.ts';
import { hasBrief } from './question-view.ts';
import { knowledgeOfAll } from './report-knowledge.ts';
import {
	comparisonViews,
	paragraphViews,
	sentenceView,
	type ComparisonView,
	type ParagraphView,
	type SentenceView
} from './report-views.ts';

/** Where the brief stands on the page. */
const BRIEF = 'brief';

/** Reports whose notice was acknowledged since the page was loaded. */
const acknowledged = new SvelteSet<ReportId>();

/** One report being read: its brief, inked by what is known, its timeline, facts and questions. */
export class ReportReading {
	#app: App;
	#ids: QuestionId[];
	#cards = $derived.by(() => new Live(this.#app.study.watch(this.#ids)));
	#counts = $derived.by(() => new Live(this.#app.study.watchCounts(this.#app.today, 0)));
	#told = $state.raw<FactId[]>([]);
	#anchor: () => string;

	readonly report: Report;
	/** Where it is from, if it is a report of the person's own. */
	readonly from: OwnReportRow['from'] | undefined;
	readonly hasBrief: boolean;
	readonly place: string;
	readonly paragraphs: ParagraphView[];
	readonly comparisons: ComparisonView[];
	readonly factCount: number;

	knowledge = $derived.by(() =>
		knowledgeOfAll(this.#ids, this.#cards.value ?? [], this.#app.today)
	);
	sentences = $derived.by((): SentenceView[] =>
		this.report.brief[this.level].map((sentence) =>
			sentenceView(this.#app.look, sentence, this.knowledge)
		)
	);
	progress = $derived.by(() =>
		groupProgress(cellTotals(this.#app.look), this.#counts.value?.cells, {
			reportId: this.report.id
		})
	);
	/** The facts to point out: the address's, with those that were pointed out together with it. */
	marked = $derived.by((): readonly FactId[] => {
		const id = `${this.report.id}/${this.anchor}`;
		return this.anchor === BRIEF || this.#told.includes(id) ? this.#told : [id];
	});
	failed = $derived.by(() => this.#cards.current.status === 'failed');
	/** Whoever has studied the report knows what it tells of. */
	noticeSeen = $derived.by(
		() => acknowledged.has(this.report.id) || this.progress.known + this.progress.learning > 0
	);

	/** @param anchor the fact the address points at, as its anchor; empty for none */
	constructor(app: App, report: Report, anchor: () => string) {
		this.#app = app;
		this.#anchor = anchor;
		this.report = report;
		this.from = app.library.own.find(({ id }) => id === report.id)?.from;
		this.hasBrief = hasBrief(report);
		this.place = app.look.name(report.place)?.name ?? report.place;
		this.paragraphs = paragraphViews(app.look, report.id);
		this.comparisons = comparisonViews(app.look, report.id);
		this.factCount = app.look.factsOf(report.id).length;
		const facts = this.paragraphs.flatMap((paragraph) => paragraph.facts);
		const questions = [...facts, ...this.comparisons].flatMap((one) => one.questions);
		this.#ids = questions.map((question) => question.id);
	}

	get anchor(): string {
		return this.#anchor();
	}

	get level(): Settings['briefLevel'] {
		return this.#app.settings.briefLevel;
	}

	get today() {
		return this.#app.today;
	}

	read(level: Settings['briefLevel']): void {
		void this.#app.set({ briefLevel: level });
	}

	/** Makes a bank file of it, to be handed over. */
	async send(): Promise<BankSending> {
		const { BankSending } = await import('./bank-sending.svelte.ts');
		const sending = new BankSending(this.#app, this.report.id);
		void sending.make();
		return sending;
	}

	/** Takes the report away; what was studied of it stays, and for now it can be undone. */
	async remove(): Promise<Outcome<undefined, StoreProblem>> {
		const { OwnReports } = await import('./own-reports.ts');
		const removed = await new OwnReports(this.#app).remove(this.report.id);
		return removed.ok ? done(undefined) : removed;
	}

	acknowledge(): void {
		acknowledged.add(this.report.id);
	}

	/** Points out some facts together: those of a tapped sentence, or one to be found in the brief. */
	pointOut(facts: FactId[]): void {
		this.#told = facts;
	}

	/** Whether the shown brief tells a fact. */
	isInBrief(fact: FactId): boolean {
		return this.sentences.some(({ facts }) => facts.includes(fact));
	}
}
