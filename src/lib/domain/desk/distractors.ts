import { compileDraft } from '#lib/bank/compile.ts';
import { lookUp } from '#lib/bank/look-up.ts';
import { sourceBank } from '#lib/bank/source.ts';
import { BANK_VERSION, type Bank, type Name, type Question } from '#lib/bank/types.ts';
import { safeDistractors } from '#lib/domain/quiz/distractors.ts';
import { readDesk, type DeskAround, type DeskBook } from './desk-book.ts';
import { questionIdOf } from './source.ts';
import type { Desk, DeskQuestion } from './types.ts';

/** How many questions of the device's bank may lend their answers: a desk is checked letter by letter. */
const MOST_LENDERS = 240;

const EMPTY: Bank = {
	version: BANK_VERSION,
	edition: '',
	reports: [],
	names: [],
	facts: [],
	questions: [],
	comparisons: []
};

function lenders(bank: Bank, { kind, answer }: Question): Question[] {
	const found: Question[] = [];
	for (const question of bank.questions) {
		if (question.kind === kind && question.answer.form === answer.form) found.push(question);
		if (found.length === MOST_LENDERS) break;
	}
	return found;
}

function firstById(names: Iterable<Name>): Name[] {
	const byId = new Map<string, Name>();
	for (const name of names) if (!byId.has(name.id)) byId.set(name.id, name);
	return [...byId.values()];
}

/** The wrong answers a quiz would set beside a question's, of a desk already read. */
export function distractorsIn(
	{ book }: DeskBook,
	id: string,
	{ names, bank = EMPTY }: DeskAround
): string[] | undefined {
	const content = compileDraft(sourceBank(book), bank);
	const question = content.questions.find((each) => each.id === id);
	if (!question) return undefined;
	const others = lenders(bank, question);
	const look = lookUp(bank);
	const lent = others.flatMap(({ factIds }) => factIds.flatMap((each) => look.fact(each) ?? []));
	const small: Bank = {
		...content,
		edition: '',
		names: firstById([...content.names, ...names, ...bank.names]),
		facts: [...content.facts, ...new Set(lent)],
		questions: [...content.questions, ...others]
	};
	return safeDistractors(small, question);
}

/**
 * The wrong answers a quiz would set beside a question's, best first, the author's own before
 * others; none where the question is not whole. Fewer than three: it is asked as typed.
 */
export function distractorsOf(desk: Desk, question: DeskQuestion, around: DeskAround): string[] {
	return distractorsIn(readDesk(desk, around), questionIdOf(desk, question), around) ?? [];
}
