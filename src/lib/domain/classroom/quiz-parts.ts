import type { Kind, Question } from '#lib/bank/types.ts';
import { bankIndex } from '#lib/domain/quiz/bank-index.ts';
import type { Item } from '#lib/domain/quiz/types.ts';
import type { RuledPart } from './ruling-types.ts';
import type { FrozenQuiz } from './types.ts';

/** One part of a frozen quiz: what gets a mark of its own. */
export interface QuizPart extends RuledPart {
	/** Tells it from the others of its quiz; the same in every version that asks the same. */
	key: string;
	itemNo: number;
	part: number;
	item: Item;
	/** What it counts for; a standing that is sorted counts for `what`. */
	kind: Kind;
	/** What the pupil reads: the question's ask, or the part's own cue. */
	ask: string;
	/** Whether its answer is a quantity. */
	isFigure: boolean;
}

function asked(item: Item, question: Question | undefined): Pick<QuizPart, 'kind' | 'isFigure'> {
	const kind = item.form === 'sort' ? 'what' : (question?.kind ?? 'what');
	return { kind, isFigure: question?.answer.form === 'quantity' };
}

function partOf(
	{ bank, hashes }: FrozenQuiz,
	{ item, itemNo, part }: Pick<QuizPart, 'item' | 'itemNo' | 'part'>
): QuizPart {
	const { questionId = '', cue } = item.parts[part] ?? {};
	const question = bankIndex(bank).questions.get(questionId);
	const hash = hashes[itemNo]?.[part] ?? '';
	return {
		...asked(item, question),
		key: `${questionId} ${hash}`,
		itemNo,
		part,
		questionId,
		hash,
		item,
		ask: cue ?? question?.ask ?? ''
	};
}

/** The parts of a frozen quiz in their order. */
export function quizParts(quiz: FrozenQuiz): QuizPart[] {
	const times = new Map<string, number>();
	const parts = quiz.items.flatMap((item, itemNo) =>
		item.parts.map((_, part) => partOf(quiz, { item, itemNo, part }))
	);
	return parts.map((part) => {
		const time = (times.get(part.key) ?? 0) + 1;
		times.set(part.key, time);
		// The same question twice in one quiz is two parts all the same.
		return time === 1 ? part : { ...part, key: `${part.key} ${time}` };
	});
}
