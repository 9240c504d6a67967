import { PRESETS, type Preset } from '#lib/domain/quiz/presets.ts';
import type { Score } from '#lib/domain/quiz/results.ts';
import { expireIfDue, progressOf, type SittingProgress } from '#lib/domain/quiz/sitting.ts';
import type { Mode, Paper, Sitting } from '#lib/domain/quiz/types.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import { fetchSoon } from './fetch-soon.ts';
import type { QuizApp } from './quiz-keeping.svelte.ts';
import { loadPapers, startQuiz } from './quiz-start.ts';

const PAGE = 8;

/** One sitting as the history shows it. */
export interface SittingLine {
	sitting: Sitting;
	progress: SittingProgress;
	/** Once it was handed in. */
	score?: Score;
	undecided: number;
}

/** A one-tap quiz, and once it is drawn the paper that its tap starts. */
export interface PresetOffer {
	preset: Preset;
	paper: Paper | undefined;
}

/** What a new quiz is to be. */
export interface QuizWish {
	/** As the history shows it. */
	title: string;
	mode: Mode;
	draw: () => Promise<Paper>;
}

/** The quizzes there are to take, to resume and to look back at. */
export class QuizHome {
	#app: QuizApp;
	#papers = $state.raw<Partial<Record<Preset['id'], Paper>>>({});

	status = $state<'loading' | 'ready' | 'failed'>('loading');
	open = $state.raw<SittingLine[]>([]);
	past = $state.raw<SittingLine[]>([]);
	hasMore = $state(false);
	busy = $state(false);
	problem = $state.raw<{ code: 'empty' } | StoreProblem>();

	constructor(app: QuizApp) {
		this.#app = app;
	}

	readonly offers: PresetOffer[] = $derived.by(() =>
		PRESETS.map((preset) => ({ preset, paper: this.#papers[preset.id] }))
	);

	/** The paper of a one-tap quiz, drawn once: what its row says of it is what its tap starts. */
	async paperOf({ id, blueprint }: Preset): Promise<Paper> {
		const { drawPaper } = await loadPapers();
		const paper = this.#papers[id] ?? drawPaper(this.#app, blueprint);
		this.#papers = { ...this.#papers, [id]: paper };
		return paper;
	}

	/**
	 * Reads the newest sittings; those whose time is over are handed in first. The one-tap quizzes are drawn
	 * once the list is painted.
	 */
	async load(): Promise<void> {
		fetchSoon(() => this.#drawOffers());
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
	async start({ title, mode, draw }: QuizWish): Promise<string | undefined> {
		if (this.busy) return undefined;
		this.busy = true;
		this.problem = undefined;
		try {
			const outcome = await startQuiz(this.#app, { title, mode, paper: await draw() });
			if (outcome.ok) return outcome.value.id;
			this.problem = outcome.problem;
		} catch {
			this.status = 'failed';
		} finally {
			this.busy = false;
		}
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

	/** One after the other, so that a tap in between is not held up. */
	async #drawOffers(): Promise<void> {
		for (const preset of PRESETS) {
			await this.paperOf(preset);
			await new Promise((resolve) => setTimeout(resolve));
		}
	}

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
		const [{ markSitting }, { summarise }] = await Promise.all([
			import('#lib/domain/quiz/marking.ts'),
			import('#lib/domain/quiz/results.ts')
		]);
		const { credit, outOf, undecided } = summarise(bank, markSitting(bank, sitting, answers));
		return { sitting, progress, score: { credit, outOf }, undecided };
	}
}

function isPast({ state }: Sitting): boolean {
	return state !== 'open';
}
