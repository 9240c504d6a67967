import type { FactId, Grave, Kind, Question, QuestionId, ReportId } from '#lib/bank/types.ts';
import { remember, reportsOf, type BankIndex } from './bank-index.ts';
import { givesAway, secretOf, shownText, type Secret, type Shown } from './leaks.ts';
import type { Item } from './types.ts';

/** An item with everything that decides where it may stand and beside what. */
export interface Entry {
	item: Item;
	/** The kind it counts for. */
	kind: Kind;
	questionIds: QuestionId[];
	factIds: FactId[];
	reportIds: ReportId[];
	grave?: Grave;
	shown: Shown;
	/** What nothing else in the paper may show. */
	secrets: Secret[];
}

/** An entry of one question, shown as given. */
export function entryOf(index: BankIndex, question: Question, shown: Shown, item: Item): Entry {
	return {
		item,
		kind: question.kind,
		questionIds: [question.id],
		factIds: question.factIds,
		reportIds: reportsOf(index, question),
		...(question.grave ? { grave: question.grave } : {}),
		shown,
		secrets: [secretOf(index, question)]
	};
}

/** A question as a typed entry: the barest form, showing nothing but the ask. */
export const typedEntry = remember((index, question: Question): Entry => {
	const item: Item = { form: 'type', parts: [{ questionId: question.id }] };
	return entryOf(index, question, shownText(index, question.ask), item);
});

/** Whether two entries can be in one paper: neither shows the other's answer or sorts its fact. */
export function getOn(one: Entry, other: Entry): boolean {
	const sorts = one.item.form === 'sort' || other.item.form === 'sort';
	return !(sorts && shareFact(one, other)) && !tells(one, other) && !tells(other, one);
}

/** Whether two entries rest on a common fact. */
export function shareFact(one: Entry, other: Entry): boolean {
	return one.factIds.some((id) => other.factIds.includes(id));
}

function tells(one: Entry, other: Entry): boolean {
	return other.secrets.some((secret) => givesAway(one.shown, secret));
}
