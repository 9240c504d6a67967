import { describe, expect, test } from 'vitest';
import { analyseItems } from '#lib/domain/analysis/analyse-items.ts';
import type { MarkMatrix } from '#lib/domain/analysis/types.ts';
import { INVENTED, items, valueOf, valuesOf } from './matrices.ts';

const { sqrt } = Math;

/** Analyses the rows with one mark an item. */
function analyse(...attempts: (number | null)[][]) {
	return analyseItems({ items: items(...(attempts[0] ?? []).map(() => 1)), attempts });
}

describe('the invented quiz, reckoned by hand in fractions', () => {
	const { items: analysed, test: whole, totals } = analyseItems(INVENTED);
	const roots = [13 / 15, 2 / 5, 41 / 15, 0].map(sqrt);
	const rootSum = roots.reduce((a, b) => a + b, 0);

	test.each([
		['facility', [2 / 3, 1 / 2, 11 / 24, 2 / 3]],
		['sdMarks', [sqrt(4 / 15), sqrt(3 / 10), sqrt(13 / 6), sqrt(4 / 15)]],
		['discriminationIndex', [0.75, 0.09950371902099893, 0.5114083119567588, -0.3692744729379982]],
		['discriminativeEfficiency', [1, 1 / 9, 17 / 29, -1 / 2]],
		['intendedWeight', [1 / 7, 1 / 7, 4 / 7, 1 / 7]],
		['effectiveWeight', roots.map((root) => root / rootSum)],
		['upperLower', [1, 0.25, 0.6875, 0]]
	] as const)('%s', (name, expected) => {
		for (const [i, item] of analysed.entries())
			expect(valueOf(item[name]), item.key).toBeCloseTo(expected[i] ?? NaN, 12);
	});

	test('counts, keys and the flag', () => {
		expect(
			analysed.map(({ key, seen, negativeCovariance }) => [key, seen, negativeCovariance])
		).toEqual([
			['q1', 6, false],
			['q2', 6, false],
			['q3', 6, false],
			['q4', 6, true]
		]);
		expect(totals).toEqual([6, 5, 5, 2, 3, 1]);
		expect(whole).toMatchObject({ attempts: 6, items: 4, sameItems: true, unit: 'marks' });
	});

	test.each([
		['most', 7],
		['mean', 11 / 3],
		['median', 4],
		['sd', sqrt(58 / 15)],
		['skewness', -0.2542738138578039],
		['kurtosis', -3075 / 1682],
		['consistency', 26 / 87],
		['errorRatio', sqrt(61 / 87)],
		['standardError', sqrt(61 / 87) * sqrt(58 / 15)]
	] as const)('%s', (name, expected) => {
		expect(valueOf(whole[name])).toBeCloseTo(expected, 12);
	});
});

test('a negative consistency stays negative, and its error ratio is above 1', () => {
	const { test: whole } = analyse([1, 0], [0, 1], [1, 0], [1, 1]);
	// Item variances 1/4 and 1/3, of the totals 1/4: alpha = 2 · (1 − 7/3).
	expect(valueOf(whole.consistency)).toBeCloseTo(-8 / 3, 12);
	expect(valueOf(whole.errorRatio)).toBeCloseTo(sqrt(11 / 3), 12);
});

const FEW = {
	discriminationIndex: 'one-attempt',
	discriminativeEfficiency: 'one-attempt',
	sdMarks: 'one-attempt',
	upperLower: 'one-attempt',
	effectiveWeight: 'one-attempt'
};

describe('what cannot be reckoned says why', () => {
	test.each<[string, MarkMatrix, object]>([
		[
			'nobody',
			{ items: items(1, 1), attempts: [] },
			{ facility: 'no-attempts', sdMarks: 'no-attempts', intendedWeight: 'no-attempts' }
		],
		[
			'one attempt',
			{ items: items(1, 1), attempts: [[1, 0]] },
			{ ...FEW, facility: 1, intendedWeight: 0.5 }
		],
		[
			'one item',
			{ items: items(2), attempts: [[1], [2], [0]] },
			{
				facility: 0.5,
				sdMarks: 1,
				discriminationIndex: 'one-item',
				discriminativeEfficiency: 'one-item',
				intendedWeight: 1,
				effectiveWeight: 1,
				upperLower: 1
			}
		],
		[
			'no marks to be had',
			{
				items: items(0, 1),
				attempts: [
					[0, 1],
					[0, 0]
				]
			},
			{
				facility: 'no-marks',
				sdMarks: 'no-marks',
				discriminationIndex: 'no-marks',
				discriminativeEfficiency: 'no-marks',
				intendedWeight: 0,
				effectiveWeight: 0,
				upperLower: 'no-marks'
			}
		],
		[
			'all the same mark',
			{
				items: items(1, 1),
				attempts: [
					[1, 1],
					[1, 0],
					[1, 0]
				]
			},
			{
				facility: 1,
				sdMarks: 0,
				discriminationIndex: 'same-mark',
				discriminativeEfficiency: 'same-mark',
				effectiveWeight: 0,
				upperLower: 0
			}
		],
		[
			'all the same rest, in another order of tenths',
			{
				items: items(1, 1, 1, 1),
				attempts: [
					[1, 0.1, 0.2, 0.3],
					[0, 0.3, 0.2, 0.1],
					[0, 0.2, 0.1, 0.3]
				]
			},
			{ discriminationIndex: 'same-rest', discriminativeEfficiency: 'same-rest' }
		],
		[
			'everybody the same in everything',
			{
				items: items(1, 1),
				attempts: [
					[1, 0],
					[1, 0],
					[1, 0]
				]
			},
			{ discriminationIndex: 'same-mark', effectiveWeight: 'same-mark', upperLower: 0 }
		],
		[
			'tried out, not counted: analysed all the same',
			{
				items: [
					{ key: 'new', maxMark: 1, weight: 0 },
					{ key: 'old', maxMark: 1 }
				],
				attempts: [
					[1, 1],
					[0, 0],
					[0, 0]
				]
			},
			{
				facility: 1 / 3,
				discriminationIndex: 1,
				discriminativeEfficiency: 1,
				intendedWeight: 0,
				effectiveWeight: 0,
				upperLower: 1
			}
		],
		[
			'not given to everybody',
			{
				items: items(1, 1, 1),
				attempts: [
					[1, 1, null],
					[0, 0, null],
					[null, 1, 1]
				]
			},
			{ facility: 0.5, intendedWeight: 'items-differ', effectiveWeight: 'items-differ' }
		],
		[
			'no such mark',
			{
				items: items(1, 1),
				attempts: [
					[NaN, 1],
					[Infinity, 0],
					[-1e300, 1]
				]
			},
			{ facility: 'no-attempts', intendedWeight: 'no-attempts' }
		],
		[
			'no such maximum',
			{
				items: items(NaN, 1),
				attempts: [
					[1, 1],
					[0, 1]
				]
			},
			{ facility: 'no-marks', intendedWeight: 0 }
		]
	])('the first item: %s', (_, matrix, expected) => {
		const [first] = analyseItems(matrix).items;
		const values = valuesOf(first ?? {});
		for (const [name, value] of Object.entries(expected))
			if (typeof value === 'number') expect(values[name], name).toBeCloseTo(value, 12);
			else expect(values[name], name).toBe(value);
	});

	test.each<[string, MarkMatrix, object]>([
		[
			'nobody',
			{ items: items(1), attempts: [] },
			{
				most: 'no-attempts',
				mean: 'no-attempts',
				kurtosis: 'no-attempts',
				standardError: 'no-attempts'
			}
		],
		[
			'one attempt',
			{ items: items(1, 1), attempts: [[1, 0]] },
			{
				most: 2,
				mean: 1,
				median: 1,
				sd: 'one-attempt',
				skewness: 'one-attempt',
				consistency: 'one-attempt'
			}
		],
		[
			'two attempts: Moodle reckons consistency from three on',
			{
				items: items(1, 1),
				attempts: [
					[1, 0],
					[1, 1]
				]
			},
			{ mean: 1.5, sd: sqrt(0.5), skewness: 'few-attempts', consistency: 'few-attempts' }
		],
		[
			'three attempts: no kurtosis yet',
			{
				items: items(1, 1),
				attempts: [
					[1, 0],
					[1, 1],
					[0, 0]
				]
			},
			{
				skewness: 0,
				kurtosis: 'few-attempts',
				consistency: 2 / 3,
				errorRatio: sqrt(1 / 3),
				standardError: sqrt(1 / 3)
			}
		],
		[
			'one item',
			{ items: items(1), attempts: [[1], [0], [1]] },
			{ consistency: 'one-item', errorRatio: 'one-item', standardError: 'one-item' }
		],
		[
			'one item that counts',
			{
				items: items(1, 0),
				attempts: [
					[1, 0],
					[0, 0],
					[1, 0]
				]
			},
			{ most: 1, consistency: 'one-item' }
		],
		[
			'no item that counts',
			{ items: items(0), attempts: [[0], [0], [0]] },
			{ most: 'no-marks', mean: 'no-marks', sd: 'no-marks', consistency: 'no-marks' }
		],
		[
			'all the same',
			{
				items: items(1, 1),
				attempts: [
					[1, 0],
					[0, 1],
					[1, 0],
					[0, 1]
				]
			},
			{ mean: 1, sd: 0, skewness: 'same-mark', kurtosis: 'same-mark', consistency: 'same-mark' }
		],
		[
			'different items',
			{
				items: items(1, 1, 1),
				attempts: [
					[1, 1, null],
					[0, null, 1],
					[null, 0, 0]
				]
			},
			{
				most: 2,
				mean: 1,
				median: 1,
				sd: 1,
				consistency: 'items-differ',
				standardError: 'items-differ'
			}
		]
	])('the whole: %s', (_, matrix, expected) => {
		const values = valuesOf(analyseItems(matrix).test);
		for (const [name, value] of Object.entries(expected))
			if (typeof value === 'number') expect(values[name], name).toBeCloseTo(value, 12);
			else expect(values[name], name).toBe(value);
	});
});

describe('papers drawn at random', () => {
	test('N is told by item, and an attempt with nothing is no attempt', () => {
		const {
			items: analysed,
			test: whole,
			totals
		} = analyse([1, null], [0, 1], [1, 0], [null, null]);
		expect(analysed.map(({ seen }) => seen)).toEqual([3, 2]);
		expect(whole.attempts).toBe(3);
		expect(totals).toEqual([1, 0.5, 0.5, null]);
	});

	test('totals are shares where the papers are not worth the same', () => {
		const { test: whole, totals } = analyseItems({
			items: items(1, 3, 4),
			attempts: [
				[1, 2, null],
				[0, null, 4],
				[null, 3, 4]
			]
		});
		expect(whole.unit).toBe('share');
		expect(valueOf(whole.most)).toBe(1);
		expect(totals).toEqual([3 / 4, 4 / 5, 1]);
	});

	test('an item that nobody was given does not part the papers', () => {
		const { items: analysed, test: whole } = analyse([1, 0, null], [1, 1, null], [0, 0, null]);
		expect(whole).toMatchObject({ sameItems: true, items: 2 });
		expect(valueOf(whole.consistency)).toBeCloseTo(2 / 3, 12);
		expect(analysed.map(({ intendedWeight }) => valueOf(intendedWeight))).toEqual([
			0.5,
			0.5,
			'no-attempts'
		]);
	});
});

test('a weight counts like marks of that size', () => {
	const weighted = analyseItems({
		...INVENTED,
		items: INVENTED.items.map((item) => (item.key === 'q1' ? { ...item, weight: 3 } : item))
	});
	const marked = analyseItems({
		items: items(3, 1, 4, 1),
		attempts: INVENTED.attempts.map(([first, ...others]) => [(first ?? 0) * 3, ...others])
	});
	expect(weighted.test).toEqual(marked.test);
	const sdOf = (analysis: typeof marked) => valueOf(analysis.items[0]?.sdMarks ?? marked.test.sd);
	expect(Number(sdOf(weighted)) * 3).toBeCloseTo(Number(sdOf(marked)), 12);
});

test('seven items that always agree leave nothing to chance, roundings or not', () => {
	const { test: whole } = analyse(...[0.1, 0.7, 0.3].map((mark) => Array(7).fill(mark)));
	expect(valueOf(whole.consistency)).toBeCloseTo(1, 12);
	expect(valueOf(whole.errorRatio)).toBeCloseTo(0, 7);
});
