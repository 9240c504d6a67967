import { expireIfDue, goTo, toggleFlag } from '#lib/domain/quiz/sitting.ts';
import type { RawAnswer, Sitting } from '#lib/domain/quiz/types.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import type { StoredAnswer } from '#lib/storage/rows.ts';
import type { SittingProblem, SittingRecord } from '#lib/storage/sitting-repository.ts';
import { askPersist } from '#lib/storage/storage-state.ts';
import type { App } from './app.svelte.ts';
import { fetchSoon } from './fetch-soon.ts';
import { QuizClock } from './quiz-clock.svelte.ts';
import { QuizDraft } from './quiz-draft.svelte.ts';
import { loadMarking, type Marking } from './quiz-marking.ts';
import { QuizPlace } from './quiz-place.svelte.ts';
import { TabLock } from './tab-lock.svelte.ts';

/** What of the app a sitting needs. */
export type QuizApp = Pick<
	App,
	'look' | 'library' | 'sittings' | 'study' | 'settings' | 'updates' | 'now' | 'newId' | 'set'
>;

/** What the screen shows: the sitting's item, its results, or why neither. */
export type QuizStage =
	'loading' | 'missing' | 'unreadable' | 'elsewhere' | 'lost' | 'open' | 'over';

/** One person working through one paper in this tab. */
export class QuizSitting extends QuizPlace {
	readonly id: string;
	readonly lock: TabLock;
	#app: QuizApp;
	#queue: Promise<unknown> = Promise.resolve();
	#shownAt = 0;
	#isClosed = false;
	#stopClock: () => void = () => undefined;
	#freeUpdates: () => void = () => undefined;
	#reading = $state<'loading' | 'ready' | 'missing' | 'unreadable'>('loading');

	draft = $state.raw<QuizDraft>();
	clock = $state.raw<QuizClock>();
	/** Whether something is being stored. */
	busy = $state(false);
	/** Why the last answer or step was not stored. */
	problem = $state.raw<SittingProblem | StoreProblem>();

	constructor(app: QuizApp, id: string) {
		super(app.look);
		this.#app = app;
		this.id = id;
		this.lock = new TabLock(`recount-sitting-${id}`, () => void this.#begin());
	}

	readonly stage: QuizStage = $derived.by(() => {
		if (this.#reading !== 'ready') return this.#reading;
		if (this.sitting?.state !== 'open') return 'over';
		if (this.lock.state === 'elsewhere' || this.lock.state === 'lost') return this.lock.state;
		return this.lock.isHeld && this.draft ? 'open' : 'loading';
	});

	/** Reads the sitting and, while it is open, keeps other tabs off it until the returned function is called. */
	open(): () => void {
		void this.reload();
		return () => {
			this.#isClosed = true;
			this.#rest();
			this.lock.release();
		};
	}

	/** Reads the sitting anew. */
	async reload(): Promise<void> {
		await this.#read();
		if (this.#isClosed || this.sitting?.state !== 'open') return;
		if (this.lock.isHeld) this.#enter();
		else this.lock.hold();
	}

	/** Stores the answer; in practice feedback follows. */
	answer(raw: RawAnswer | undefined = this.draft?.raw): Promise<void> {
		const at = this.itemNo;
		return this.#inTurn(async () => {
			if (!raw || at !== this.itemNo || this.phase === 'told') return;
			const wasAgain = this.phase === 'again';
			if (await this.#store(raw)) if (this.phase === 'again' && !wasAgain) this.#enter(true);
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
			const { nextItemNo, queueRepeats } = await this.#marked();
			const { sitting, answers } = this;
			if (!sitting || this.phase !== 'told') return;
			const queued = queueRepeats(this.#app.look.bank, sitting, answers);
			const at = nextItemNo(queued, answers);
			if (at === undefined) await this.#finish('submitted', this.#app.now());
			else await this.#move({ at, repeats: queued.repeats });
		});
	}

	/** Exam: stores what is new on the item and turns to another one. */
	goTo(itemNo: number): Promise<void> {
		return this.#inTurn(async () => {
			if (!this.sitting || !(await this.#keep())) return;
			const { at } = goTo(this.sitting, itemNo);
			if (at !== this.sitting.at) await this.#move({ at });
		});
	}

	/** Exam: stores what is new on the item, so that nothing is lost however the page ends. */
	keep(): Promise<void> {
		return this.#inTurn(async () => void (await this.#keep()));
	}

	/** Flags the item for later, or takes its flag away. */
	flag(): Promise<void> {
		return this.#inTurn(async () => {
			if (!this.sitting) return;
			const { flags } = toggleFlag(this.sitting, this.itemNo);
			const outcome = await this.#app.sittings.update(this.id, { flags });
			this.#take(outcome);
		});
	}

	/** Notes that the screen was left, where a class handed the sitting out. */
	left(): Promise<void> {
		return this.#inTurn(async () => {
			const { assigned, state } = this.sitting ?? {};
			if (!assigned || state !== 'open') return;
			const counted = { ...assigned, leftScreen: assigned.leftScreen + 1 };
			this.#take(await this.#app.sittings.update(this.id, { assigned: counted }));
		});
	}

	/** Hands the sitting in: no answer can be changed after it. */
	handIn(): Promise<void> {
		return this.#inTurn(async () => {
			if (await this.#keep()) await this.#finish('submitted', this.#app.now());
		});
	}

	async #begin(): Promise<void> {
		await this.#read();
		if (this.#isClosed || this.sitting?.state !== 'open') return;
		this.#rest();
		this.#freeUpdates = this.#app.updates.hold();
		this.#enter();
		if (!this.isExam) fetchSoon(() => this.#marked());
		const { deadlineAt } = this.sitting;
		if (deadlineAt === undefined) return;
		this.clock = new QuizClock(deadlineAt, () => this.#app.now());
		this.#stopClock = this.clock.start(() => void this.#runOut(deadlineAt));
	}

	async #read(): Promise<void> {
		try {
			const record = await this.#app.sittings.read(this.id);
			if (isMarkedNow(record)) await this.#marked();
			this.#reading = record ? 'ready' : 'missing';
			this.record = record;
		} catch {
			this.#reading = 'unreadable';
		}
		const { sitting } = this;
		const due = sitting && expireIfDue(sitting, this.#app.now());
		if (due?.state === 'expired' && sitting?.state === 'open')
			await this.#finish('expired', due.endedAt ?? this.#app.now());
	}

	async #marked(): Promise<Marking> {
		return (this.marking ??= await loadMarking());
	}

	#enter(again = false): void {
		const { item } = this;
		if (!item) return;
		const last = this.own.at(-1);
		const stored = this.isExam ? last : undefined;
		this.draft = new QuizDraft(item, () => this.#app.newId(), stored);
		if (again || this.phase === 'again') this.draft.confidence = last?.confidence;
		this.gaveUp = false;
		this.#shownAt = this.#app.now();
	}

	async #runOut(deadlineAt: number): Promise<void> {
		await this.#inTurn(async () => {
			if (this.isExam) await this.#keep();
			await this.#finish('expired', deadlineAt);
		});
	}

	/** Exam: whether all that was put in is stored now. */
	async #keep(): Promise<boolean> {
		const { draft } = this;
		if (!this.isExam || !draft?.isChanged || !draft.raw) return true;
		return this.#store(draft.raw);
	}

	async #store(raw: RawAnswer): Promise<boolean> {
		const { draft, item, record } = this;
		if (!draft || !item || !record || !this.lock.isHeld) return false;
		try {
			if (!this.isExam) await this.#marked();
		} catch (cause) {
			this.problem = { code: 'lost', cause };
			return false;
		}
		const { id, confidence } = draft;
		const at = this.#app.now();
		const outcome = await this.#app.sittings.appendAnswer({
			id,
			sittingId: this.id,
			itemNo: this.itemNo,
			raw,
			questionIds: item.parts.map((part) => part.questionId),
			...(confidence && { confidence }),
			at,
			tookMs: Math.max(0, at - this.#shownAt)
		});
		if (outcome.ok) this.#add(outcome.value, draft);
		else await this.#refuse(outcome.problem);
		return outcome.ok;
	}

	#add(answer: StoredAnswer, draft: QuizDraft): void {
		if (!this.record) return;
		const others = this.record.answers.filter(({ id }) => id !== answer.id);
		this.record = { ...this.record, answers: [...others, answer] };
		if (draft.id === answer.id) draft.kept();
	}

	async #move(changes: Partial<Pick<Sitting, 'at' | 'repeats'>>): Promise<void> {
		const outcome = await this.#app.sittings.update(this.id, changes);
		if (this.#take(outcome)) this.#enter();
	}

	async #finish(state: 'submitted' | 'expired', endedAt: number): Promise<void> {
		const ended = await this.#app.sittings.finish(this.id, state, endedAt);
		if (!this.#take(ended)) return;
		if (state === 'submitted')
			this.#take(await this.#app.sittings.finish(this.id, 'marked', endedAt));
		this.#rest();
		this.lock.release();
		if (this.#app.settings.persistAskedAt !== undefined) return;
		await this.#app.set({ persistAskedAt: this.#app.now() });
		void askPersist(navigator.storage);
	}

	#take(outcome: Awaited<ReturnType<QuizApp['sittings']['update']>>): boolean {
		if (!outcome.ok) void this.#refuse(outcome.problem);
		else if (this.record) this.record = { ...this.record, sitting: outcome.value };
		return outcome.ok;
	}

	/** Another tab may have ended the sitting: then its results are shown, else what went wrong. */
	async #refuse(problem: SittingProblem | StoreProblem): Promise<void> {
		if (problem.code === 'over' || problem.code === 'missing') await this.#read();
		else this.problem = problem;
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

/** In practice what was answered is told as soon as it shows. */
function isMarkedNow(record: SittingRecord | undefined): boolean {
	return record?.sitting.mode === 'practice' && record.answers.length > 0;
}
