import { PRESETS, type Preset } from '#lib/domain/quiz/presets.ts';
import { summarise, type Score } from '#lib/domain/quiz/results.ts';
import { expireIfDue, progressOf, type SittingProgress } from '#lib/domain/quiz/sitting.ts';
import type { Paper, Sitting } from '#lib/domain/quiz/types.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import type { QuizApp } from './quiz-sitting.svelte.ts';
import { drawPaper, startQuiz, type QuizWish } from './quiz-start.ts';

const PAGE = 8;

/** One sitting as the history shows it. */
export interface SittingLine {
	sitting: Sitting;
	progress: SittingProgress;
	/** Once it was handed in. */
	score?: Score;
	undecided: number;
}

/** A one-tap quiz with the paper that its tap starts. */
export interface PresetOffer {
	id: Preset['id'];
	paper: Paper;
}

/** The quizzes there are to take, to resume and to look back at. */
export class QuizHome {
	#app: QuizApp;

	status = $state<'loading' | 'ready' | 'failed'>('loading');
	open = $state.raw<SittingLine[]>([]);
	past = $state.raw<SittingLine[]>([]);
	hasMore = $state(false);
	busy = $state(false);
	problem = $state.raw<{ code: 'empty' } | StoreProblem>();

	constructor(app: QuizApp) {
		this.#app = app;
	}

	/** Drawn once, so that what a row says of its quiz is what its tap starts. */
	readonly offers: PresetOffer[] = $derived.by(() =>
		PRESETS.map(({ id, blueprint }) => ({ id, paper: drawPaper(this.#app, blueprint) }))
	);

	/** Reads the newest sittings; those whose time is over are handed in first. */
	async load(): Promise<void> {
		try {
			const open = await this.#app.sittings.open();
			for (const sitting of open) await this.#expire(sitting);
			const page = await this.#app.sittings.history(PAGE);
			const stillOpen = await this.#app.sittings.open();
			this.open = await this.#lines(stillOpen);
			this.past = await this.#lines(page.filter(isPast));
			this.#last = page.at(-1);
			this.hasMore = page.length === PAGE;
			this.status = 'ready';
		} catch {
			this.status = 'failed';
		}
	}

	/** Reads the next page of the history. */
	async more(): Promise<void> {
		const page = await this.#app.sittings.history(PAGE, this.#last);
		this.past = [...this.past, ...(await this.#lines(page.filter(isPast)))];
		this.#last = page.at(-1) ?? this.#last;
		this.hasMore = page.length === PAGE;
	}

	/** Starts a quiz and returns its sitting's id; a second tap meanwhile starts none. */
	async start(wish: QuizWish): Promise<string | undefined> {
		if (this.busy) return undefined;
		this.busy = true;
		this.problem = undefined;
		const outcome = await startQuiz(this.#app, wish);
		this.busy = false;
		if (outcome.ok) return outcome.value.id;
		this.problem = outcome.problem;
		return undefined;
	}

	/** Puts an open sitting away for good; its answers stay. */
	async putAway(id: string): Promise<void> {
		const outcome = await this.#app.sittings.finish(id, 'abandoned', this.#app.now());
		if (!outcome.ok && outcome.problem.code !== 'over' && outcome.problem.code !== 'missing')
			this.problem = outcome.problem;
		await this.load();
	}

	#last: Sitting | undefined;

	async #expire(sitting: Sitting): Promise<void> {
		const due = expireIfDue(sitting, this.#app.now());
		if (due.state === 'expired')
			await this.#app.sittings.finish(sitting.id, 'expired', due.endedAt ?? this.#app.now());
	}

	#lines(sittings: Sitting[]): Promise<SittingLine[]> {
		return Promise.all(sittings.map((sitting) => this.#line(sitting)));
	}

	async #line(sitting: Sitting): Promise<SittingLine> {
		const { bank } = this.#app.look;
		const answers = (await this.#app.sittings.read(sitting.id))?.answers ?? [];
		const progress = progressOf(sitting, answers);
		if (sitting.state === 'open' || sitting.state === 'abandoned')
			return { sitting, progress, undecided: 0 };
		// The grader is fetched only where there is something to mark.
		const { markSitting } = await import('#lib/domain/quiz/marking.ts');
		const { credit, outOf, undecided } = summarise(bank, markSitting(bank, sitting, answers));
		return { sitting, progress, score: { credit, outOf }, undecided };
	}
}

function isPast({ state }: Sitting): boolean {
	return state !== 'open';
}
