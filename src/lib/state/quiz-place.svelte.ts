import type { LookUp } from '#lib/bank/look-up.ts';
import type { Mark } from '#lib/domain/answers/types.ts';
import { itemAt, latestAnswers, progressOf } from '#lib/domain/quiz/sitting.ts';
import type { Item } from '#lib/domain/quiz/types.ts';
import type { SittingRecord } from '#lib/storage/sitting-repository.ts';
import { questionView, type QuestionView } from './question-view.ts';
import type { Marking } from './quiz-marking.ts';
import type { ToldPart } from './quiz-told.ts';

/** Where an item stands: `ask`, `again` (a second try at a place that was too wide), `told`. */
export type QuizPhase = 'ask' | 'again' | 'told';

/** Where a sitting stands, read from what is stored of it: nothing here is kept in memory alone. */
export class QuizPlace {
	#look: LookUp;

	record = $state.raw<SittingRecord>();
	/** There before anything is marked. */
	protected marking = $state.raw<Marking>();
	/** The person wants no second try at the item. */
	gaveUp = $state(false);

	constructor(look: LookUp) {
		this.#look = look;
	}

	readonly sitting = $derived.by(() => this.record?.sitting);
	readonly answers = $derived.by(() => this.record?.answers ?? []);
	readonly isExam = $derived(this.sitting?.mode === 'exam');
	readonly itemNo = $derived(this.sitting?.at ?? 0);
	readonly item: Item | undefined = $derived(this.sitting && itemAt(this.sitting, this.itemNo));
	readonly progress = $derived(this.sitting && progressOf(this.sitting, this.answers));
	/** A missed question that came back: practised, never counted. */
	readonly isRepeat = $derived(this.itemNo >= (this.sitting?.paper.items.length ?? Infinity));
	readonly isFlagged = $derived(this.sitting?.flags.includes(this.itemNo) ?? false);
	/** The stored answers to the item, oldest first. */
	readonly own = $derived(this.answers.filter((answer) => answer.itemNo === this.itemNo));

	readonly marks: Mark[] = $derived.by(() => {
		const last = this.own.at(-1);
		const { item, marking } = this;
		return (item && last && marking?.markItem(this.#look.bank, item, last.raw)) ?? [];
	});

	readonly phase: QuizPhase = $derived.by(() => {
		if (this.isExam || this.own.length === 0) return 'ask';
		const isWide = this.item?.form === 'type' && this.marks[0]?.tell?.code === 'wider-place';
		return isWide && this.own.length === 1 && !this.gaveUp ? 'again' : 'told';
	});

	/** What is told of the item after it was answered. */
	readonly told: ToldPart[] = $derived.by(() => {
		const last = this.own.at(-1);
		const { item, marking, marks } = this;
		if (!item || !last || !marking) return [];
		return marking.toldParts(this.#look, { item, raw: last.raw, marks });
	});

	/** The item's first question; absent where it has left the bank since. */
	readonly question: QuestionView | undefined = $derived.by(() => {
		const question = this.#look.question(this.item?.parts[0]?.questionId ?? '');
		return question && questionView(this.#look, question);
	});

	/** Whether the item may be passed over at no cost. */
	readonly isFree = $derived(!this.isExam && this.question?.grave !== undefined);

	/** Practice: whether nothing is left behind the item. */
	readonly isDone = $derived.by(() => {
		const { marking, sitting, answers } = this;
		if (!marking || !sitting || this.phase !== 'told') return false;
		const queued = marking.queueRepeats(this.#look.bank, sitting, answers);
		return marking.nextItemNo(queued, answers) === undefined;
	});

	/** Which of the paper's items have no answer yet. */
	readonly unanswered: number[] = $derived.by(() => {
		const latest = latestAnswers(this.answers);
		const all = this.sitting?.paper.items ?? [];
		return all.map((_, itemNo) => itemNo).filter((itemNo) => !latest.has(itemNo));
	});
}
