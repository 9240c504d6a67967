import { goTo, toggleFlag } from '#lib/domain/quiz/sitting.ts';
import type { RawAnswer } from '#lib/domain/quiz/types.ts';
import { fetchSoon } from './fetch-soon.ts';
import { QuizClock } from './quiz-clock.svelte.ts';
import { QuizKeeping, type QuizApp } from './quiz-keeping.svelte.ts';
import { TabLock } from './tab-lock.svelte.ts';

/** What the screen shows: the sitting's item, its results, or why neither. */
export type QuizStage =
	'loading' | 'missing' | 'unreadable' | 'elsewhere' | 'lost' | 'open' | 'over';

/** One person working through one paper in this tab. */
export class QuizSitting extends QuizKeeping {
	readonly lock: TabLock;
	#queue: Promise<unknown> = Promise.resolve();
	#isClosed = false;
	#stopClock: () => void = () => undefined;
	#freeUpdates: () => void = () => undefined;

	clock = $state.raw<QuizClock>();
	/** Whether something is being stored. */
	busy = $state(false);

	constructor(app: QuizApp, id: string) {
		super(app, id);
		this.lock = new TabLock(`recount-sitting-${id}`, () => void this.#begin());
	}

	readonly stage: QuizStage = $derived.by(() => {
		if (this.reading !== 'ready') return this.reading;
		if (this.sitting?.state !== 'open') return 'over';
		if (this.lock.state === 'elsewhere' || this.lock.state === 'lost') return this.lock.state;
		return this.lock.isHeld && this.draft ? 'open' : 'loading';
	});

	/** Reads the sitting and, while it is open, keeps other tabs off it until the returned function is called. */
	open(): () => void {
		void this.reload();
		return () => {
			this.#isClosed = true;
			this.ended();
		};
	}

	/** Reads the sitting anew. */
	async reload(): Promise<void> {
		await this.read();
		if (this.#isClosed || this.sitting?.state !== 'open') return;
		if (this.lock.isHeld) this.enter();
		else this.lock.hold();
	}

	/** Stores the answer; in practice feedback follows. */
	answer(raw: RawAnswer | undefined = this.draft?.raw): Promise<void> {
		const at = this.itemNo;
		return this.#inTurn(async () => {
			if (!raw || at !== this.itemNo || this.phase === 'told') return;
			const wasAgain = this.phase === 'again';
			if (await this.store(raw)) if (this.phase === 'again' && !wasAgain) this.enter(true);
		});
	}

	/** Passes the item over: free for grave matter in practice, else it counts as missed. */
	async skip(): Promise<void> {
		const isFree = this.isFree;
		await this.answer({ form: 'skipped' });
		if (isFree && this.phase === 'told') await this.next();
	}

	/** Leaves the second try and sees the answer. */
	giveUp(): void {
		this.gaveUp = true;
	}

	/** Practice: on to the next item, or to the results. */
	next(): Promise<void> {
		return this.#inTurn(async () => {
			const { nextItemNo, queueRepeats } = await this.marked();
			const { sitting, answers } = this;
			if (!sitting || this.phase !== 'told') return;
			const queued = queueRepeats(this.app.look.bank, sitting, answers);
			const at = nextItemNo(queued, answers);
			if (at === undefined) await this.finish('submitted', this.app.now());
			else await this.move({ at, repeats: queued.repeats });
		});
	}

	/** Exam: stores what is new on the item and turns to another one. */
	goTo(itemNo: number): Promise<void> {
		return this.#inTurn(async () => {
			if (!this.sitting || !(await this.keepDraft())) return;
			const { at } = goTo(this.sitting, itemNo);
			if (at !== this.sitting.at) await this.move({ at });
		});
	}

	/** Exam: stores what is new on the item, so that nothing is lost however the page ends. */
	keep(): Promise<void> {
		return this.#inTurn(async () => void (await this.keepDraft()));
	}

	/** Flags the item for later, or takes its flag away. */
	flag(): Promise<void> {
		return this.#inTurn(async () => {
			if (!this.sitting) return;
			const { flags } = toggleFlag(this.sitting, this.itemNo);
			await this.change({ flags });
		});
	}

	/** Notes that the screen was left, where a class handed the sitting out. */
	left(): Promise<void> {
		return this.#inTurn(async () => {
			const { assigned, state } = this.sitting ?? {};
			if (!assigned || state !== 'open') return;
			const counted = { ...assigned, leftScreen: assigned.leftScreen + 1 };
			await this.change({ assigned: counted });
		});
	}

	/** Hands the sitting in: no answer can be changed after it. */
	handIn(): Promise<void> {
		return this.#inTurn(async () => {
			if (await this.keepDraft()) await this.finish('submitted', this.app.now());
		});
	}

	async #begin(): Promise<void> {
		await this.read();
		if (this.#isClosed || this.sitting?.state !== 'open') return;
		this.#rest();
		this.#freeUpdates = this.app.updates.hold();
		this.enter();
		if (!this.isExam) fetchSoon(() => this.marked());
		const { deadlineAt } = this.sitting;
		if (deadlineAt === undefined) return;
		this.clock = new QuizClock(deadlineAt, () => this.app.now());
		this.#stopClock = this.clock.start(() => void this.#runOut(deadlineAt));
	}

	async #runOut(deadlineAt: number): Promise<void> {
		await this.#inTurn(async () => {
			if (this.isExam) await this.keepDraft();
			await this.finish('expired', deadlineAt);
		});
	}

	protected get isHeld(): boolean {
		return this.lock.isHeld;
	}

	protected ended(): void {
		this.#rest();
		this.lock.release();
	}

	#rest(): void {
		this.#stopClock();
		this.#freeUpdates();
	}

	/** One thing after the other, so that a second tap finds what the first one did. */
	async #inTurn(work: () => Promise<void>): Promise<void> {
		this.busy = true;
		this.problem = undefined;
		const turn = this.#queue.then(work);
		this.#queue = turn.catch(() => undefined);
		try {
			await turn;
		} finally {
			this.busy = false;
		}
	}
}
