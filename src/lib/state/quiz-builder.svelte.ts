import type { LookUp } from '#lib/bank/look-up.ts';
import { KINDS, type Form, type Kind, type Level, type ReportId } from '#lib/bank/types.ts';
import type { Blueprint, Mode, Paper } from '#lib/domain/quiz/types.ts';
import { COMPARE } from './card-metas.ts';
import { loadPapers, type StartApp } from './quiz-start.ts';

const NO_KINDS: Record<Kind, number> = { who: 0, what: 0, where: 0, 'how-many': 0 };
const EACH_KIND: Record<Kind, number> = { who: 3, what: 3, where: 2, 'how-many': 2 };

/** What questions are about. */
export type About = NonNullable<Blueprint['about']>;

/** What a quiz on a report, or on comparisons (`compare`), begins with; nothing where the bank has it not. */
export function presetFor(
	{ bank, report }: LookUp,
	on: string | null
): { reports?: ReportId[]; about?: About } | undefined {
	if (on === COMPARE && bank.comparisons.length > 0) return { about: 'comparisons' };
	return on !== null && report(on) ? { reports: [on] } : undefined;
}

/** A quiz in the making: what the person wants in it, and what the bank can give. */
export class QuizBuilder {
	#app: StartApp;
	#papers = $state.raw<Awaited<ReturnType<typeof loadPapers>>>();

	/** Empty: all. */
	reports = $state.raw<ReportId[]>([]);
	length = $state(10);
	/** Counts a kind; else `length` of any kinds, evenly. */
	perKind = $state(false);
	counts = $state.raw<Record<Kind, number>>(EACH_KIND);
	about = $state<About>('all');
	levels = $state.raw<Level[]>([]);
	forms = $state.raw<Form[]>([]);
	grave = $state(true);
	mode = $state<Mode>('practice');
	/** 0: no limit. */
	minutes = $state(0);

	constructor(app: StartApp, { reports = [], about = 'all' }: ReturnType<typeof presetFor> = {}) {
		this.#app = app;
		this.reports = reports;
		this.about = about;
	}

	readonly blueprint: Blueprint = $derived.by(() => ({
		reports: this.reports,
		length: this.perKind ? this.#wanted : this.length,
		levels: this.levels,
		forms: this.forms,
		grave: this.grave && this.minutes === 0,
		about: this.about,
		...(this.minutes > 0 && { minutes: this.minutes })
	}));

	/** How many questions could be asked; not known before {@link prepare}. */
	readonly matching: number | undefined = $derived.by(() =>
		this.#papers?.countMatching(this.#app, this.blueprint)
	);

	/** The very paper that would be started, so that its shortfalls are known before; after {@link prepare}. */
	readonly paper: Paper | undefined = $derived.by(() =>
		this.#papers?.drawPaper(this.#app, this.blueprint)
	);

	/** Fetches what draws the paper. */
	async prepare(): Promise<void> {
		this.#papers = await loadPapers();
	}

	/** The paper to be started. */
	async draw(): Promise<Paper> {
		if (this.paper) return this.paper;
		await this.prepare();
		return this.draw();
	}

	/** Sets how many items of one kind there are to be. */
	count(kind: Kind, count: number): void {
		this.counts = { ...NO_KINDS, ...this.counts, [kind]: count };
	}

	get #wanted(): Partial<Record<Kind, number>> {
		return Object.fromEntries(
			KINDS.filter((kind) => this.counts[kind] > 0).map((kind) => [kind, this.counts[kind]])
		);
	}
}
