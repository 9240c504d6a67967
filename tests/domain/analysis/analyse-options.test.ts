import { describe, expect, test } from 'vitest';
import { analyseOptions } from '#lib/domain/analysis/analyse-options.ts';
import type { OptionsForm } from '#lib/domain/analysis/types.ts';
import { valueOf, valuesOf } from './matrices.ts';

const OPTIONS = ['A', 'B', 'C', 'D'].map((option) => ({ option, right: option === 'B' }));

/** Answers as `A9`: option and total; `-4` was left open. */
function answers(given: string, form: OptionsForm = 'offered') {
	return analyseOptions({
		form,
		options: form === 'offered' ? OPTIONS : [{ option: 'B', right: true }],
		answers: given
			.split(' ')
			.filter(Boolean)
			.map((each) => ({
				option: each.startsWith('-') ? null : each.slice(0, 1),
				total: Number(each.slice(1))
			}))
	});
}

describe('a question of four options', () => {
	// Ten attempts: three seats at either edge. Above: 9, 8, and one seat for the two with 7.
	const table = answers('B9 B8 A7 B7 B6 A5 -4 A3 C2 A1');

	test.each([
		['A', { chosen: 4, share: 0.4, meanTotal: 4, upperShare: 1 / 6, lowerShare: 2 / 3 }],
		['B', { chosen: 4, share: 0.4, meanTotal: 7.5, upperShare: 5 / 6, lowerShare: 0 }],
		['C', { chosen: 1, share: 0.1, meanTotal: 2, upperShare: 0, lowerShare: 1 / 3 }],
		['D', { chosen: 0, share: 0, meanTotal: 'nobody', upperShare: 0, lowerShare: 0 }]
	])('%s', (option, { chosen, ...expected }) => {
		const row = table.options.find((each) => each.option === option);
		expect(row).toMatchObject({ chosen, right: option === 'B' });
		const values = valuesOf(row ?? {});
		for (const [name, value] of Object.entries(expected))
			if (typeof value === 'number') expect(values[name], name).toBeCloseTo(value, 12);
			else expect(values[name], name).toBe(value);
	});

	test('what nobody chose does no work', () => {
		expect(table).toMatchObject({ seen: 10, leftOpen: 1 });
		expect(table.options.map(({ nonFunctioning }) => nonFunctioning)).toEqual([
			false,
			false,
			false,
			true
		]);
		expect(valueOf(table.distractorEfficiency)).toBeCloseTo(2 / 3, 12);
	});
});

test.each([
	[1, 20, false],
	[1, 21, true]
])('%i of %i: does no work is %s (under 5 %%)', (chosen, seen, expected) => {
	const others = Array.from({ length: seen - chosen }, () => 'B5').join(' ');
	expect(answers(`A1 ${others}`).options[0]?.nonFunctioning).toBe(expected);
});

test('typed answers: the most frequent first, then by text; none is a distractor', () => {
	const table = answers('x3 y4 B5 x6 B7 B8 c9', 'typed');
	expect(table.options.map(({ option, right, chosen }) => [option, right, chosen])).toEqual([
		['B', true, 3],
		['x', false, 2],
		['c', false, 1],
		['y', false, 1]
	]);
	expect(table.options.some(({ nonFunctioning }) => nonFunctioning)).toBe(false);
	expect(valueOf(table.distractorEfficiency)).toBe('no-distractors');
});

test('nobody', () => {
	const table = answers('');
	expect(table).toMatchObject({ seen: 0, leftOpen: 0 });
	expect(valuesOf(table.options[0] ?? {})).toEqual({
		share: 'no-attempts',
		meanTotal: 'nobody',
		upperShare: 'no-attempts',
		lowerShare: 'no-attempts'
	});
	expect(table.options.some(({ nonFunctioning }) => nonFunctioning)).toBe(false);
	expect(valueOf(table.distractorEfficiency)).toBe('no-attempts');
});

test('an answer that is not among the options is told, behind them', () => {
	expect(answers('B9 Z1').options.map(({ option, right }) => [option, right])).toEqual([
		['A', false],
		['B', true],
		['C', false],
		['D', false],
		['Z', false]
	]);
});

test('who has no total is counted but stands in no group', () => {
	const table = analyseOptions({
		form: 'offered',
		options: OPTIONS,
		answers: [
			{ option: 'A', total: null },
			{ option: 'A', total: 2 },
			{ option: 'B', total: 4 }
		]
	});
	expect(table.options[0]?.chosen).toBe(2);
	expect(valuesOf(table.options[0] ?? {})).toEqual({
		share: 2 / 3,
		meanTotal: 2,
		upperShare: 0,
		lowerShare: 1
	});
});
