import { describe, expect, test } from 'vitest';
import { closedFact, closedFacts, testHash, withhold } from '#lib/domain/classroom/withhold.ts';
import { freezeQuiz } from '#lib/domain/classroom/freeze.ts';
import { answerText } from '#lib/domain/answers/answer-text.ts';
import { markItem } from '#lib/domain/quiz/marking.ts';
import type { Bank, Question } from '#lib/bank/types.ts';
import type { Item, RawAnswer } from '#lib/domain/quiz/types.ts';
import { crypto, frozen, shipped } from './classroom-support.ts';

function freeze(items: Item[], bank: Bank = shipped) {
	const quiz = { title: 'A quiz', items };
	return freezeQuiz(crypto, { bank, quiz, version: 1, isPublic: () => false });
}

const someRaws: RawAnswer[] = [
	{ form: 'choose', option: 0 },
	{ form: 'choose', option: 1 },
	{ form: 'type', text: 'Aleppo' },
	{ form: 'true-false', says: true },
	{ form: 'match', options: [0, 1, 2, null] },
	{ form: 'sort', standings: ['stated', 'claimed', null] },
	{ form: 'skipped' }
];

describe('a frozen quiz', () => {
	test('is marked as its bank marks it', async () => {
		const quiz = await frozen();
		expect(new Set(quiz.items.map(({ form }) => form)).size).toBeGreaterThanOrEqual(4);
		for (const item of quiz.items)
			for (const raw of someRaws)
				expect(
					markItem(quiz.bank, item, raw).map(({ verdict, credit }) => [verdict, credit])
				).toEqual(markItem(shipped, item, raw).map(({ verdict, credit }) => [verdict, credit]));
	});

	test('has a hash a part, the same each time, another when anything that counts changes', async () => {
		const quiz = await frozen();
		expect((await frozen()).hash).toBe(quiz.hash);
		expect(quiz.hashes.map((hashes) => hashes.length)).toEqual(
			quiz.items.map(({ parts }) => parts.length)
		);
		expect(new Set(quiz.hashes.flat()).size).toBe(quiz.hashes.flat().length);
		const [question] = quiz.bank.questions;
		if (!question) throw new Error('no question');
		const item: Item = { form: 'type', parts: [{ questionId: question.id }] };
		const changed = (changes: Partial<typeof question>) =>
			freeze([item], {
				...shipped,
				questions: shipped.questions.map((each) =>
					each.id === question.id ? { ...each, ...changes } : each
				)
			});
		const plain = await freeze([item]);
		expect((await changed({ explain: 'Something else.' })).hash).toBe(plain.hash);
		for (const changes of [
			{ ask: 'Another ask?' },
			{ answer: { ...question.answer, accept: ['also this'] } },
			{ rivals: [{ text: 'a rival' }] }
		])
			expect((await changed(changes)).hash).not.toBe(plain.hash);
	});

	test('hashes composed and decomposed letters alike', async () => {
		const [question] = shipped.questions;
		if (!question) throw new Error('no question');
		const item: Item = { form: 'type', parts: [{ questionId: question.id }] };
		const asking = (ask: string) =>
			freeze([item], { ...shipped, questions: [{ ...question, ask }] });
		expect((await asking('Caf\u00e9?')).hash).toBe((await asking('Cafe\u0301?')).hash);
	});

	test('keeps options from telling whose answers they are, but for questions it asks', async () => {
		const quiz = await frozen();
		const asked = new Set(quiz.bank.questions.map(({ id }) => id));
		const told = quiz.items.flatMap((item) =>
			'options' in item ? item.options.flatMap(({ answers }) => answers ?? []) : []
		);
		expect(told.length).toBeGreaterThan(0);
		expect(told.filter((id) => !asked.has(id))).toEqual([]);
	});
});

describe('a withheld quiz', () => {
	const CODE = 'a release code';

	test('tells nothing of what is right', async () => {
		const quiz = await frozen({ forms: ['type', 'true-false'] });
		const shown = JSON.stringify(await withhold(crypto, quiz, CODE));
		const options = JSON.stringify(quiz.items.map((item) => 'proposed' in item && item.proposed));
		for (const question of quiz.bank.questions) {
			expect(shown).not.toContain(question.explain);
			expect(shown).not.toContain(question.id);
			const answer = answerText(quiz.bank, question);
			const asks = quiz.bank.questions.map(({ ask }) => ask).join('\n');
			if (!`${asks}${options}`.includes(answer)) expect(shown).not.toContain(`"${answer}"`);
		}
		for (const { id } of quiz.bank.facts) expect(shown).not.toContain(id);
		for (const hash of [quiz.hash, ...quiz.hashes.flat()]) expect(shown).not.toContain(hash);
	});

	test('asks the same in the same order, and what it is answered with waits', async () => {
		const quiz = await frozen();
		const shown = await withhold(crypto, quiz, CODE);
		expect(shown.items.map(({ form }) => form)).toEqual(quiz.items.map(({ form }) => form));
		expect(shown.bank.questions.map(({ ask }) => ask)).toEqual(
			quiz.bank.questions.map(({ ask }) => ask)
		);
		for (const item of shown.items) {
			expect(item).not.toHaveProperty('right');
			for (const raw of someRaws)
				for (const mark of markItem(shown.bank, item, raw))
					expect(mark).toMatchObject({ verdict: 'review', credit: 'undecided', rule: 'withheld' });
		}
	});

	test('tells which questions rest on one fact, and no more of any', async () => {
		const quiz = await frozen();
		const [one] = quiz.bank.questions;
		const twin = { ...one, id: 'twin' } as Question;
		const bank = { ...quiz.bank, questions: [...quiz.bank.questions, twin] };
		const { questions } = (await withhold(crypto, { ...quiz, bank }, CODE)).bank;
		const before = quiz.bank.questions.map(({ factIds }) => factIds);
		questions.forEach(({ factIds }, i) => {
			expect(factIds.every((id) => /^f\d+$/.test(id))).toBe(true);
			questions.slice(i + 1).forEach((other, j) => {
				const own = [...before, one?.factIds ?? []];
				expect(factIds.some((id) => other.factIds.includes(id))).toBe(
					(own[i] ?? []).some((id) => own[i + 1 + j]?.includes(id))
				);
			});
		});
		expect(questions.at(-1)?.factIds).toEqual(questions[0]?.factIds);
		expect(questions.at(-1)?.factIds).not.toEqual([]);
	});

	test('is called by a hash that only the release code gives', async () => {
		const quiz = await frozen();
		const shown = await withhold(crypto, quiz, CODE);
		expect(shown.hash).toBe(await testHash(crypto, quiz, CODE));
		expect(shown.hash).not.toBe(await testHash(crypto, quiz, 'another'));
	});

	test('names its facts so that only who has them knows them', async () => {
		const quiz = await frozen();
		const closed = await closedFacts(crypto, quiz);
		expect(closed.length).toBe(quiz.bank.facts.length);
		expect(closed).toContain(await closedFact(crypto, quiz.bank.facts[0]?.id ?? ''));
		expect(closed.every((hash) => /^[\w-]{8}$/.test(hash))).toBe(true);
	});
});
