import type { LookUp } from '#lib/bank/look-up.ts';
import type { Mark } from '#lib/domain/answers/types.ts';
import type { Item } from '#lib/domain/quiz/types.ts';
import { toldParts, type ToldPart } from '#lib/state/quiz-told.ts';

/**
 * One step of presenting an item: the question alone, its options, the answer, then why. `part` is the
 * first of the parts that are explained, where not all can be read at once.
 */
export type Step = { stage: 'question' | 'options' | 'answer' } | { stage: 'why'; part: number };

/** An item as a class is shown it, step by step. */
export interface Slide {
	/** Its number in the quiz, from 0. */
	itemNo: number;
	item: Item;
	/** What is told of each of its parts. */
	parts: ToldPart[];
	/** It asks of deaths, children or injuries. */
	isGrave: boolean;
	/** Hands can be counted for its options: how many options there are, 0 where it has none. */
	options: number;
	steps: Step[];
}

/** Nobody answers here, so nothing is marked. */
const SHOWN: Mark = { verdict: 'right', credit: 1, rule: 'shown' };

/** How many sorted sentences with their sources can be read from the last row. */
export const SOURCES_AT_ONCE = 3;

/** The first parts of each step of explaining. */
function reasonsOf({ form, parts }: Item): number[] {
	if (form === 'match') return parts.map((_, part) => part);
	if (form !== 'sort') return [0];
	return parts.flatMap((_, part) => (part % SOURCES_AT_ONCE === 0 ? [part] : []));
}

/** A question that is chosen from stands alone first, as in practice. */
function stepsOf(item: Item): Step[] {
	return [
		{ stage: 'question' },
		...(item.form === 'choose' ? [{ stage: 'options' } as const] : []),
		{ stage: 'answer' },
		...reasonsOf(item).map((part) => ({ stage: 'why' as const, part }))
	];
}

function optionsOf(item: Item): number {
	if (item.form === 'choose') return item.options.length;
	return item.form === 'true-false' ? 2 : 0;
}

/** The items of a quiz that can be presented; those with a question that has left the bank cannot. */
export function slidesOf(look: LookUp, items: readonly Item[]): Slide[] {
	return items.flatMap((item, itemNo) => {
		const questions = item.parts.map(({ questionId }) => look.question(questionId));
		if (questions.some((question) => question === undefined)) return [];
		const marks = item.parts.map(() => SHOWN);
		return {
			itemNo,
			item,
			parts: toldParts(look, { item, raw: { form: 'skipped' }, marks }),
			isGrave: questions.some((question) => question?.grave !== undefined),
			options: optionsOf(item),
			steps: stepsOf(item)
		};
	});
}
