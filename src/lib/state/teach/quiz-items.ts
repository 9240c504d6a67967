import type { Bank, Question, QuestionId } from '#lib/bank/types.ts';
import { bankIndex, reportsOf, type BankIndex } from '#lib/domain/quiz/bank-index.ts';
import { getOn, shareFact, typedEntry, type Entry } from '#lib/domain/quiz/entry.ts';
import { givesAway, secretOf, shownTexts } from '#lib/domain/quiz/leaks.ts';
import { makeItem } from '#lib/domain/quiz/make-item.ts';
import { seededRandom, shuffled } from '#lib/domain/quiz/random.ts';
import { SINGLE_FORMS, supports, type SingleForm } from '#lib/domain/quiz/single-items.ts';
import type { Item } from '#lib/domain/quiz/types.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import { entryOfItem, shownBy } from './quiz-warnings.ts';

/** How many questions are tried in the place of one. */
const MOST_TRIED = 400;

/** Whether an item asks one question, so that its id and form stand for it. */
export function isSingle(item: Item): item is Extract<Item, { form: SingleForm }> {
	return SINGLE_FORMS.some((form) => form === item.form);
}

/** The questions that items ask, in their order. */
export function askedIn(items: readonly Item[]): QuestionId[] {
	return items.flatMap(({ parts }) => parts.map(({ questionId }) => questionId));
}

/**
 * What items are made from: the shipped bank where it has all of their questions, as a pupil's device
 * makes them from that alone; else with the person's own reports.
 */
export function bankFor(
	{ library, look }: Pick<ClassApp, 'library' | 'look'>,
	items: readonly Item[]
): Bank {
	const isShipped = askedIn(items).every((id) => library.shipped.question(id) !== undefined);
	return isShipped ? library.shipped.bank : look.bank;
}

/** A quiz's items and what they are made with. */
interface Made {
	bank: Bank;
	seed: string;
	items: readonly Item[];
}

/**
 * Items made anew among each other, so that no wrong option is another's answer and ids alone stand for
 * them. What finds too few such options is typed; items of several questions stay as drawn.
 */
export function remade({ bank, seed, items }: Made): Item[] {
	const among = askedIn(items);
	return items.map((item) => {
		const [{ questionId } = { questionId: '' }] = item.parts;
		if (!isSingle(item)) return item;
		const make = (form: SingleForm) => makeItem(bank, { questionId, form }, { seed, among });
		const made = make(item.form);
		if (made && isSafe(bank, made, among)) return made;
		return make('type') ?? made ?? item;
	});
}

/** Whether the options of an item of one question show no other question's answer. */
function isSafe(bank: Bank, item: Item, among: readonly QuestionId[]): boolean {
	const index = bankIndex(bank);
	const shown = shownTexts(index, shownBy(item));
	const own = item.parts.map(({ questionId }) => questionId);
	return !among.some((id) => {
		const question = own.includes(id) ? undefined : index.questions.get(id);
		return question !== undefined && givesAway(shown, secretOf(index, question));
	});
}

/** A question as an item yet to be made. */
export function wished(questionId: QuestionId, form: SingleForm): Item {
	const parts: [{ questionId: QuestionId }] = [{ questionId }];
	if (form === 'choose') return { form, parts, options: [] };
	return form === 'type' ? { form, parts } : { form, parts, proposed: '' };
}

/** The forms that author and subject allow a question. */
export function formsOf(question: Question): SingleForm[] {
	return SINGLE_FORMS.filter((form) => supports(question, form));
}

/** Whether an item asks of deaths, children or injuries. */
export function isGrave({ bank }: Pick<Made, 'bank'>, { parts }: Item): boolean {
	const { questions } = bankIndex(bank);
	return parts.some(({ questionId }) => questions.get(questionId)?.grave !== undefined);
}

/** Which question shall make room for another, and what decides which. */
interface Replacing {
	itemNo: number;
	/** Draws another one each time. */
	seed: string;
	/** Nothing of deaths, children or injuries. */
	calm?: boolean;
}

/** Another question of the same kind, and level if there is one, that goes with the rest of the quiz. */
export function standIn(
	{ bank, items }: Omit<Made, 'seed'>,
	{ itemNo, seed, calm }: Replacing
): Question | undefined {
	const index = bankIndex(bank);
	const [first] = items[itemNo]?.parts ?? [];
	const old = first && index.questions.get(first.questionId);
	if (!old) return undefined;
	const asked = new Set(askedIn(items));
	const alike = bank.questions.filter(
		({ id, kind, grave }) => kind === old.kind && !asked.has(id) && !(calm && grave)
	);
	const order = shuffled(seededRandom(seed), alike).sort(
		(one, other) => farness(index, one, old) - farness(index, other, old)
	);
	const others = items.filter((_, i) => i !== itemNo).flatMap((item) => barest(index, item) ?? []);
	return order.slice(0, MOST_TRIED).find((question) => {
		const entry = typedEntry(index, question);
		return others.every((other) => getOn(entry, other) && !shareFact(entry, other));
	});
}

/** What an item is bound to show: one of one question finds other options beside another question. */
function barest(index: BankIndex, item: Item): Entry | undefined {
	const [{ questionId } = { questionId: '' }] = item.parts;
	const question = index.questions.get(questionId);
	return question && isSingle(item) ? typedEntry(index, question) : entryOfItem(index, item);
}

/** How far a question is from one it could stand for: another level weighs most, then another report. */
function farness(index: BankIndex, question: Question, old: Question): number {
	const home = reportsOf(index, old);
	const isAway = !reportsOf(index, question).some((id) => home.includes(id));
	const otherGravity = !question.grave !== !old.grave;
	return (question.level === old.level ? 0 : 4) + (otherGravity ? 2 : 0) + (isAway ? 1 : 0);
}
