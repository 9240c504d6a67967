import fc from 'fast-check';
import type { Bank, Question } from '#lib/bank/types.ts';
import { FORMS, KINDS, LEVELS } from '#lib/bank/types.ts';
import { fold } from '#lib/text/fold.ts';
import type { Blueprint, Item, Paper } from '#lib/domain/quiz/types.ts';

/** A blueprint that asks for nothing in particular. */
export const ANYTHING: Blueprint = { reports: [], length: 10, levels: [], forms: [], grave: true };

/** Blueprints of every shape, for banks with the reports `r0` and `r1`. */
export const anyBlueprint: fc.Arbitrary<Blueprint> = fc.record(
	{
		reports: fc.subarray(['r0', 'r1']),
		length: fc.oneof(
			fc.integer({ min: 0, max: 24 }),
			fc.dictionary(fc.constantFrom(...KINDS), fc.integer({ min: 0, max: 6 }))
		),
		levels: fc.subarray([...LEVELS]),
		forms: fc.subarray([...FORMS]),
		grave: fc.boolean(),
		about: fc.constantFrom(
			'all' as const,
			'all' as const,
			'comparisons' as const,
			'claims' as const
		),
		minutes: fc.constant(10)
	},
	{ requiredKeys: ['reports', 'length', 'levels', 'forms', 'grave'] }
);

/** The question of an id; a paper never names one that the bank has not. */
export function questionOf(bank: Bank, id: string): Question {
	const question = bank.questions.find((candidate) => candidate.id === id);
	if (!question) throw new Error(`no question ${id}`);
	return question;
}

/** A value that a test knows to be there. */
export function sure<T>(value: T | null | undefined): T {
	if (value === null || value === undefined) throw new Error('nothing where something was');
	return value;
}

/** The questions of an item. */
export function questionsOf(bank: Bank, item: Item): Question[] {
	return item.parts.map(({ questionId }) => questionOf(bank, questionId));
}

/** Every text that an item shows before it is answered. */
function textsOf(bank: Bank, item: Item): string[] {
	const asks = questionsOf(bank, item).map(({ ask }) => ask);
	const cues = item.parts.map(({ cue }) => cue ?? '');
	if (item.form === 'type') return asks;
	if (item.form === 'choose') return [...asks, ...item.options.map(({ text }) => text)];
	if (item.form === 'true-false') return [...asks, item.proposed];
	return item.form === 'match' ? [...cues, ...item.options.map(({ text }) => text)] : cues;
}

/** What answers a question, spelled out: names, aliases, texts. */
export function wordingsOf(bank: Bank, { answer }: Question): string[] {
	if (answer.form === 'text') return [answer.text, ...(answer.accept ?? [])];
	if (answer.form === 'quantity') return [answer.quantity, ...(answer.accept ?? [])];
	const ids = answer.form === 'name' ? [answer.name] : answer.names;
	return bank.names
		.filter(({ id }) => ids.includes(id))
		.flatMap(({ name, aliases }) => [name, ...aliases]);
}

/** Words between single spaces, without signs. */
export function plain(text: string): string {
	return ` ${fold(text)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()} `;
}

/** Pairs of items of which the first shows an answer of the second. */
export function leaksOf(bank: Bank, { items }: Paper): string[] {
	const shown = items.map((item) => textsOf(bank, item).map(plain).join('|'));
	const leaks: string[] = [];
	items.forEach((item, j) => {
		if (item.form === 'sort') return;
		for (const question of questionsOf(bank, item))
			for (const wording of wordingsOf(bank, question).map(plain))
				shown.forEach((text, i) => {
					if (i !== j && text.includes(wording)) leaks.push(`${i} tells ${question.id}:${wording}`);
				});
	});
	return leaks;
}
