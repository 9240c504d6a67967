import { KINDS, type Form, type Kind, type Level, type ReportId } from '#lib/bank/types.ts';
import type { Blueprint, Mode, Paper } from '#lib/domain/quiz/types.ts';
import { countMatching, drawPaper, type StartApp } from './quiz-start.ts';

const NO_KINDS: Record<Kind, number> = { who: 0, what: 0, where: 0, 'how-many': 0 };
const EACH_KIND: Record<Kind, number> = { who: 3, what: 3, where: 2, 'how-many': 2 };

/** A quiz in the making: what the person wants in it, and what the bank can give. */
export class QuizBuilder {
	#app: StartApp;

	/** Empty: all. */
	reports = $state.raw<ReportId[]>([]);
	length = $state(10);
	/** Counts a kind; else `length` of any kinds, evenly. */
	perKind = $state(false);
	counts = $state.raw<Record<Kind, number>>(EACH_KIND);
	levels = $state.raw<Level[]>([]);
	forms = $state.raw<Form[]>([]);
	grave = $state(true);
	mode = $state<Mode>('practice');
	/** 0: no limit. */
	minutes = $state(0);

	constructor(app: StartApp, reports: ReportId[] = []) {
		this.#app = app;
		this.reports = reports;
	}

	readonly blueprint: Blueprint = $derived.by(() => ({
		reports: this.reports,
		length: this.perKind ? this.#wanted : this.length,
		levels: this.levels,
		forms: this.forms,
		grave: this.grave && this.minutes === 0,
		...(this.minutes > 0 && { minutes: this.minutes })
	}));

	/** How many questions could be asked. */
	readonly matching: number = $derived.by(() => countMatching(this.#app, this.blueprint));

	/** How many items are asked for. */
	readonly asked: number = $derived.by(() =>
		this.perKind ? Object.values(this.counts).reduce((sum, count) => sum + count, 0) : this.length
	);

	/** The very paper that would be started, so that its shortfalls are known before. */
	readonly paper: Paper = $derived.by(() => drawPaper(this.#app, this.blueprint));

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
