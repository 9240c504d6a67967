import type { Bank } from '#lib/bank/types.ts';
import { bankIndex, reportsOf, type BankIndex } from '#lib/domain/quiz/bank-index.ts';
import { entryOf, getOn, shareFact, type Entry } from '#lib/domain/quiz/entry.ts';
import { secretOf, shownTexts } from '#lib/domain/quiz/leaks.ts';
import type { Item } from '#lib/domain/quiz/types.ts';

/**
 * What speaks against a quiz as it stands; items by number from 0. `gives-away`: one of the two shows
 * what the other asks; `same-fact`: both rest on one fact; `grave-first`: it opens with deaths, children
 * or injuries; `gone`: the question has left the library.
 */
export type QuizWarning =
	| { code: 'gives-away' | 'same-fact'; itemNo: number; other: number }
	| { code: 'grave-first' | 'gone'; itemNo: number };

/** What an item shows besides what it asks. */
export function shownBy(item: Item): string[] {
	if (item.form === 'true-false') return [item.proposed];
	return 'options' in item ? item.options.map(({ text }) => text) : [];
}

/** An item with what it shows and what it keeps secret; nothing where a question has left the bank. */
export function entryOfItem(index: BankIndex, item: Item): Entry | undefined {
	const questions = item.parts.flatMap(({ questionId }) => index.questions.get(questionId) ?? []);
	const [first] = questions;
	if (!first || questions.length < item.parts.length) return undefined;
	const cues = item.parts.flatMap(({ cue }) => cue ?? []);
	const asks = cues.length > 0 ? cues : questions.map(({ ask }) => ask);
	const shown = shownTexts(index, [...asks, ...shownBy(item)]);
	return {
		...entryOf(index, first, shown, item),
		questionIds: questions.map(({ id }) => id),
		factIds: questions.flatMap(({ factIds }) => factIds),
		reportIds: questions.flatMap((question) => reportsOf(index, question)),
		secrets: item.form === 'sort' ? [] : questions.map((question) => secretOf(index, question))
	};
}

/** What speaks against the items of a quiz, in their order. */
export function quizWarnings(bank: Bank, items: readonly Item[]): QuizWarning[] {
	const entries = items.map((item) => entryOfItem(bankIndex(bank), item));
	return entries.flatMap((entry, itemNo): QuizWarning[] => {
		if (!entry) return [{ code: 'gone', itemNo }];
		const opensGravely = itemNo === 0 && entry.grave !== undefined;
		return [
			...(opensGravely ? [{ code: 'grave-first', itemNo } as const] : []),
			...entries
				.slice(0, itemNo)
				.flatMap((other, at) =>
					other ? between({ entry, itemNo }, { entry: other, itemNo: at }) : []
				)
		];
	});
}

interface Placed {
	entry: Entry;
	itemNo: number;
}

function between(one: Placed, other: Placed): QuizWarning[] {
	const pair = { itemNo: one.itemNo, other: other.itemNo };
	if (!getOn(one.entry, other.entry)) return [{ code: 'gives-away', ...pair }];
	return shareFact(one.entry, other.entry) ? [{ code: 'same-fact', ...pair }] : [];
}
