import { describe, expect, it } from 'vitest';
import { keyAction } from '#lib/components/quiz/keys.ts';
import { tellWords } from '#lib/components/quiz/tells.ts';
import { clockText, creditText } from '#lib/components/quiz/words.ts';

describe('creditText', () => {
	it.each([
		[0, '0'],
		[0.5, '½'],
		[7.5, '7½'],
		[10, '10']
	])('%s reads %s', (credit, text) => expect(creditText(credit)).toBe(text));
});

describe('clockText', () => {
	it.each([
		[249, '4:09'],
		[10, '0:10']
	])('%s seconds read %s', (seconds, text) => expect(clockText(seconds)).toBe(text));
});

describe('tellWords', () => {
	it.each([
		[{ code: 'too-high', factor: 5 }, 'About 5 times too high.'],
		[{ code: 'too-low', factor: 2.6 }, 'About 2.5 times too low.'],
		[{ code: 'too-high', factor: 1.2 }, 'About 20 % too high.'],
		[{ code: 'too-low', factor: 1.25 }, 'About 20 % too low.'],
		[{ code: 'is-someone', name: 'X', role: 'a minister in 2016' }, 'X: a minister in 2016.'],
		[{ code: 'is-someone', name: 'X' }, undefined],
		[{ code: 'answers-other', text: 'X' }, undefined],
		[{ code: 'one-of', right: 1, of: 2 }, '1 of 2 named.'],
		[{ code: 'opposite', typed: 'north', of: 'south' }, '“north” says the opposite of “south”.']
	] as const)('%o', (tell, words) => expect(tellWords(tell)).toBe(words));
});

describe('keyAction', () => {
	const press = (key: string, more: KeyboardEventInit = {}) =>
		new KeyboardEvent('keydown', { key, ...more });

	it.each([
		['2', 'choose', false, { do: 'choose', option: 1 }],
		['b', 'choose', false, { do: 'choose', option: 1 }],
		['t', 'true-false', true, { do: 'judge', says: true }],
		['f', 'true-false', true, { do: 'judge', says: false }],
		['f', 'choose', true, { do: 'flag' }],
		['f', 'type', false, undefined],
		['ArrowLeft', 'type', true, { do: 'turn', by: -1 }],
		['ArrowLeft', 'type', false, undefined],
		['Enter', 'type', false, { do: 'enter' }],
		['Shift', 'choose', false, undefined],
		['?', 'sort', false, { do: 'help' }]
	] as const)('%s in %s, exam %s', (key, form, isExam, action) =>
		expect(keyAction(press(key), { form, isExam })).toEqual(action)
	);

	it('leaves keys with a modifier and repeated Enter alone', () => {
		const place = { form: 'choose', isExam: true } as const;
		expect(keyAction(press('1', { ctrlKey: true }), place)).toBeUndefined();
		expect(keyAction(press('Enter', { repeat: true }), place)).toBeUndefined();
		expect(keyAction(press('F', { shiftKey: true }), { ...place, form: 'true-false' })).toEqual({
			do: 'flag'
		});
	});
});
