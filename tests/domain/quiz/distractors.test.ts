import { describe, expect, test } from 'vitest';
import type { Answer, Bank, Name, Question } from '#lib/bank/types.ts';
import { answerKey } from '#lib/domain/answers/answer-key.ts';
import { gradeAnswer } from '#lib/domain/answers/grade-answer.ts';
import { safeDistractors } from '#lib/domain/quiz/distractors.ts';
import { loadBankFromDisk } from '../../../src/cli/read-bank.ts';
import { plain, sure, wordingsOf } from './papers.ts';
import { sampleBank } from './sample-bank.ts';

const shipped = loadBankFromDisk('questions');
const banks: [string, Bank][] = [
	['the sample bank', sampleBank({ factsPerReport: 40 })],
	...(shipped.ok ? [['the shipped bank', shipped.value] as [string, Bank]] : [])
];

/** Ids of everything the name is a part of or acts for. */
function above(bank: Bank, id: string | undefined): string[] {
	const name = bank.names.find((candidate) => candidate.id === id);
	if (!name) return [];
	return [name.id, ...above(bank, name.partOf), ...above(bank, name.actsFor)];
}

describe.each(banks)('distractors in %s', (_, bank) => {
	const listed = bank.questions.map((question) => ({
		question,
		texts: safeDistractors(bank, question)
	}));

	test('are graded wrong', () => {
		const right = listed.flatMap(({ question, texts }) => {
			const key = answerKey(bank, question);
			return texts
				.filter((text) => gradeAnswer(key, text).verdict !== 'wrong')
				.map((text) => `${question.id}: ${text}`);
		});
		expect(right).toEqual([]);
	});

	test('are neither equal to the answer nor to each other', () => {
		for (const { question, texts } of listed) {
			const answers = wordingsOf(bank, question).map(plain);
			expect(texts.filter((text) => answers.includes(plain(text)))).toEqual([]);
			expect(new Set(texts.map(plain)).size).toBe(texts.length);
		}
	});

	test('are never part or whole of the answer', () => {
		for (const { question, texts } of listed) {
			if (question.answer.form !== 'name') continue;
			const right = question.answer.name;
			const akin = texts.filter((text) => {
				const id = bank.names.find(({ name }) => name === text)?.id;
				return id && (above(bank, id).includes(right) || above(bank, right).includes(id));
			});
			expect(akin).toEqual([]);
		}
	});

	test('are the author’s or real answers and names of the bank', () => {
		const real = new Set([
			...bank.names.map(({ name }) => name),
			...bank.questions.flatMap((question) => wordingsOf(bank, question))
		]);
		for (const { question, texts } of listed)
			for (const text of texts)
				expect(real.has(text) || question.distractors.includes(text)).toBe(true);
	});

	test('grave matter that is no figure has only the author’s', () => {
		for (const { question, texts } of listed)
			if (question.grave && question.answer.form !== 'quantity')
				expect(texts.filter((text) => !question.distractors.includes(text))).toEqual([]);
	});
});

describe('distractors of one question', () => {
	const names: Name[] = [
		{ id: 'land', name: 'Norland', type: 'country', aliases: [] },
		{ id: 'town', name: 'Ashford', type: 'city', aliases: ['Eschfurt'], partOf: 'land' },
		{ id: 'mill', name: 'Mill Quarter', type: 'district', aliases: [], partOf: 'town' },
		{ id: 'port', name: 'Fairmont', type: 'city', aliases: [] },
		{ id: 'hill', name: 'Glenrock', type: 'city', aliases: [] },
		{ id: 'lake', name: 'Hartwell', type: 'city', aliases: [] },
		{ id: 'head', name: 'Dana Okonjo', type: 'person', aliases: [], actsFor: 'land' }
	];
	const ask = (id: string, answer: Answer, more: Partial<Question> = {}): Question => ({
		id,
		kind: 'where',
		level: 'core',
		ask: `What of ${id}?`,
		answer,
		distractors: [],
		explain: '',
		factIds: [id],
		rivals: [],
		...more
	});
	const inBank = (questions: Question[]): string[] => {
		const bank: Bank = {
			version: 1,
			edition: 'one',
			reports: [],
			names,
			facts: questions.flatMap(({ factIds }) =>
				factIds.map((id) => ({
					id,
					reportId: 'r',
					paragraph: 1,
					standing: 'stated' as const,
					when: '',
					text: `What ${id} says of Hartwell.`
				}))
			),
			questions,
			comparisons: []
		};
		return safeDistractors(bank, sure(questions[0]));
	};
	const figure = (quantity: string): Answer => ({ form: 'quantity', quantity });
	const city: Answer = { form: 'name', name: 'town' };

	test.each<[string, Question[], string[]]>([
		['names of its type, but none its fact tells of', [ask('a', city)], ['Fairmont', 'Glenrock']],
		[
			'the author’s come first, without those that are right',
			[ask('a', city, { distractors: ['Moonbase', 'Eschfurt', 'Norland'] })],
			['Moonbase', 'Fairmont', 'Glenrock']
		],
		[
			'none that answers the same words',
			[ask('a', city), ask('b', { form: 'name', name: 'port' }, { ask: 'What of A?' })],
			['Glenrock']
		],
		[
			'none that answers for the same fact',
			[ask('a', city), ask('b', { form: 'name', name: 'port' }, { factIds: ['a'] })],
			['Glenrock']
		],
		[
			'figures that count the same, not hedged where the answer is not, nor true as well',
			[
				ask('a', figure('350 people')),
				ask('b', figure('400 people')),
				ask('c', figure('90 houses')),
				ask('d', figure('about 700 people')),
				ask('e', figure('more than 100 people')),
				ask('f', figure('350 people'))
			],
			['400 people']
		],
		['no composed lists', [ask('a', { form: 'names', names: ['town', 'port'] })], []]
	])('%s', (_, questions, expected) => {
		expect(inBank(questions)).toEqual(expected);
	});
});
