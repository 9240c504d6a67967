import { expireIfDue } from '#lib/domain/quiz/sitting.ts';
import type { RawAnswer, Sitting } from '#lib/domain/quiz/types.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import type { StoredAnswer } from '#lib/storage/rows.ts';
import type { SittingProblem, SittingRecord } from '#lib/storage/sitting-repository.ts';
import { askPersist } from '#lib/storage/storage-state.ts';
import type { App } from './app.svelte.ts';
import { QuizDraft } from './quiz-draft.svelte.ts';
import { loadMarking, type Marking } from './quiz-marking.ts';
import { QuizPlace } from './quiz-place.svelte.ts';

/** What of the app a sitting needs. */
export type QuizApp = Pick<
	App,
	'look' | 'library' | 'sittings' | 'study' | 'settings' | 'updates' | 'now' | 'newId' | 'set'
>;

/** Reads a sitting from the store and keeps in it what is answered, where it stands and its end. */
export abstract class QuizKeeping extends QuizPlace {
	readonly id: string;
	protected readonly app: QuizApp;
	#shownAt = 0;
	protected reading = $state<'loading' | 'ready' | 'missing' | 'unreadable'>('loading');

	draft = $state.raw<QuizDraft>();
	/** Why the last answer or step was not stored. */
	problem = $state.raw<SittingProblem | StoreProblem>();

	constructor(app: QuizApp, id: string) {
		super(app.look);
		this.app = app;
		this.id = id;
	}

	/** Whether no other tab answers meanwhile. */
	protected abstract get isHeld(): boolean;

	/** The sitting is over. */
	protected abstract ended(): void;

	protected async read(): Promise<void> {
		try {
			const record = await this.app.sittings.read(this.id);
			if (isMarkedNow(record)) await this.marked();
			this.reading = record ? 'ready' : 'missing';
			this.record = record;
		} catch {
			this.reading = 'unreadable';
		}
		const { sitting } = this;
		const due = sitting && expireIfDue(sitting, this.app.now());
		if (due?.state === 'expired' && sitting?.state === 'open')
			await this.finish('expired', due.endedAt ?? this.app.now());
	}

	protected async marked(): Promise<Marking> {
		return (this.marking ??= await loadMarking());
	}

	/** Begins on the item that is asked; `again`: on a second try at it. */
	protected enter(again = false): void {
		const { item } = this;
		if (!item) return;
		const last = this.own.at(-1);
		const stored = this.isExam ? last : undefined;
		this.draft = new QuizDraft(item, () => this.app.newId(), stored);
		if (again || this.phase === 'again') this.draft.confidence = last?.confidence;
		this.gaveUp = false;
		this.#shownAt = this.app.now();
	}

	/** Exam: whether all that was put in is stored now. */
	protected async keepDraft(): Promise<boolean> {
		const { draft } = this;
		if (!this.isExam || !draft?.isChanged || !draft.raw) return true;
		return this.store(draft.raw);
	}

	/** Stores an answer to the item; whether it is. */
	protected async store(raw: RawAnswer): Promise<boolean> {
		const { draft, item, record } = this;
		if (!draft || !item || !record || !this.isHeld) return false;
		try {
			if (!this.isExam) await this.marked();
		} catch (cause) {
			this.problem = { code: 'lost', cause };
			return false;
		}
		const { id, confidence } = draft;
		const at = this.app.now();
		const outcome = await this.app.sittings.appendAnswer({
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

	/** Stores another place in the paper, and goes there. */
	protected async move(changes: Partial<Pick<Sitting, 'at' | 'repeats'>>): Promise<void> {
		if (await this.change(changes)) this.enter();
	}

	/** Stores a change of the sitting; whether it is. */
	protected async change(changes: Parameters<QuizApp['sittings']['update']>[1]): Promise<boolean> {
		return this.#take(await this.app.sittings.update(this.id, changes));
	}

	protected async finish(state: 'submitted' | 'expired', endedAt: number): Promise<void> {
		const ended = await this.app.sittings.finish(this.id, state, endedAt);
		if (!this.#take(ended)) return;
		if (state === 'submitted')
			this.#take(await this.app.sittings.finish(this.id, 'marked', endedAt));
		this.ended();
		if (this.app.settings.persistAskedAt !== undefined) return;
		await this.app.set({ persistAskedAt: this.app.now() });
		void askPersist(navigator.storage);
	}

	#add(answer: StoredAnswer, draft: QuizDraft): void {
		if (!this.record) return;
		const others = this.record.answers.filter(({ id }) => id !== answer.id);
		this.record = { ...this.record, answers: [...others, answer] };
		if (draft.id === answer.id) draft.kept();
	}

	#take(outcome: Awaited<ReturnType<QuizApp['sittings']['update']>>): boolean {
		if (!outcome.ok) void this.#refuse(outcome.problem);
		else if (this.record) this.record = { ...this.record, sitting: outcome.value };
		return outcome.ok;
	}

	/** Another tab may have ended the sitting: then its results are shown, else what went wrong. */
	async #refuse(problem: SittingProblem | StoreProblem): Promise<void> {
		if (problem.code === 'over' || problem.code === 'missing') await this.read();
		else this.problem = problem;
	}
}

/** In practice what was answered is told as soon as it shows. */
function isMarkedNow(record: SittingRecord | undefined): boolean {
	return record?.sitting.mode === 'practice' && record.answers.length > 0;
}
