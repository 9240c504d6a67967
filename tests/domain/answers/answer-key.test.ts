import { describe, expect, test } from 'vitest';
import type { Answer, Bank, Name, Question } from '#lib/bank/types.ts';
import { answerKey } from '#lib/domain/answers/answer-key.ts';
import { answerText } from '#lib/domain/answers/answer-text.ts';

const name = (id: string, type: Name['type'], more: Partial<Name> = {}): Name => ({
	id,
	name: id.toUpperCase(),
	type,
	aliases: [],
	...more
});

const question = (answer: Answer, more: Partial<Question> = {}): Question => ({
	id: 'r/f/what',
	kind: 'what',
	level: 'core',
	ask: 'What?',
	answer,
	distractors: [],
	explain: '',
	factIds: ['r/f'],
	rivals: [],
	...more
});

const bank: Bank = {
	version: 1,
	edition: '',
	reports: [],
	facts: [],
	comparisons: [],
	names: [
		name('state', 'country'),
		name('town', 'city', { partOf: 'state' }),
		name('part', 'district', { partOf: 'town', aliases: ['the part'] }),
		name('ring', 'group', { partOf: 'loop' }),
		name('loop', 'group', { partOf: 'ring' }),
		name('envoy', 'person', { actsFor: 'state', role: 'envoy in 2016' })
	],
	questions: [question({ form: 'text', text: 'A truce' }, { ask: 'What broke?' })]
};

describe('answerText', () => {
	test.each<[Answer, string]>([
		[{ form: 'name', name: 'town' }, 'TOWN'],
		[{ form: 'name', name: 'unknown' }, 'unknown'],
		[{ form: 'names', names: ['town', 'state'] }, 'TOWN and STATE'],
		[{ form: 'names', names: ['part', 'town', 'state'] }, 'PART, TOWN and STATE'],
		[{ form: 'text', text: 'A siege' }, 'A siege'],
		[{ form: 'quantity', quantity: 'about 70 people' }, 'about 70 people']
	])('%o: %s', (answer, text) => {
		expect(answerText(bank, question(answer))).toBe(text);
	});
});

describe('answerKey', () => {
	test('finds the wholes of a name, nearest first', () => {
		const { answer } = answerKey(bank, question({ form: 'name', name: 'part' }));
		expect(answer).toMatchObject({
			name: { name: 'PART', partOf: [{ id: 'town', type: 'city' }, { id: 'state' }] }
		});
	});

	test('ends where wholes run in a circle', () => {
		const { answer } = answerKey(bank, question({ form: 'name', name: 'ring' }));
		expect(answer).toMatchObject({ name: { partOf: [{ id: 'loop' }] } });
	});

	test('finds whom a name acts for, and its role', () => {
		const { answer } = answerKey(bank, question({ form: 'name', name: 'envoy' }));
		expect(answer).toMatchObject({ name: { role: 'envoy in 2016', actsFor: { name: 'STATE' } } });
	});

	test('takes wrong options as rivals, by name where they are one, each once', () => {
		const asked = question(
			{ form: 'text', text: 'A siege' },
			{ distractors: ['The part', 'A truce'], rivals: [{ name: 'part' }] }
		);
		expect(answerKey(bank, asked).rivals).toMatchObject([
			{ form: 'name', name: { id: 'part' } },
			{ form: 'text', text: 'A truce', tells: 'What broke?' }
		]);
	});
});
