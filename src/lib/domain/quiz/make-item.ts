import type { Bank, QuestionId } from '#lib/bank/types.ts';
import { bankIndex } from './bank-index.ts';
import { typedEntry } from './entry.ts';
import { seededRandom } from './random.ts';
import { buildSingle, supports, type SingleForm } from './single-items.ts';
import type { Item } from './types.ts';

/** A question to be asked in a form. */
export interface ItemWish {
	questionId: QuestionId;
	form: SingleForm;
}

/** What an item is made among: the same seed and company give the same item. */
export interface Company {
	seed: string;
	/** All questions of the quiz; no wrong option may be what one of them asks for, where it can be helped. */
	among: readonly QuestionId[];
}

/**
 * Makes one item of a quiz that is put together by hand, or nothing where the question cannot be asked in
 * that form. Made anew with the same seed and company on any device with the same bank it is the same.
 */
export function makeItem(
	bank: Bank,
	{ questionId, form }: ItemWish,
	company: Company
): Item | undefined {
	const index = bankIndex(bank);
	const question = index.questions.get(questionId);
	if (!question || !supports(question, form)) return undefined;
	const others = company.among
		.filter((id) => id !== questionId)
		.flatMap((id) => index.questions.get(id) ?? [])
		.map((other) => typedEntry(index, other));
	const build = (entries: typeof others) =>
		buildSingle(question, form, {
			index,
			random: seededRandom(`${company.seed}/${question.id}/${form}`),
			others: entries
		});
	return (build(others) ?? build([]))?.item;
}
