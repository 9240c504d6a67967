import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edgeGroups } from '#lib/domain/analysis/edge-groups.ts';

test.each([
	['nobody', [], [], []],
	['one alone', [5], [0], [0]],
	['two', [5, 3], [1, 0], [0, 1]],
	[
		'all equal: both groups are the same',
		[4, 4, 4, 4],
		[0.25, 0.25, 0.25, 0.25],
		[0.25, 0.25, 0.25, 0.25]
	],
	[
		'six: two seats; two share the second',
		[6, 5, 5, 2, 3, 1],
		[1, 0.5, 0.5, 0, 0, 0],
		[0, 0, 0, 1, 0, 1]
	],
	['equal but for rounding', [0.1 + 0.2, 0.3, 0], [0.5, 0.5, 0], [0, 0, 1]]
])('%s', (_, totals, upper, lower) => {
	expect(edgeGroups(totals)).toEqual({ upper, lower });
});

test.each([
	[3, 1],
	[10, 3],
	[30, 8],
	[50, 14],
	[100, 27]
])('of %i attempts %i seats each, whatever the ties', (attempts, seats) => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 0, max: 6 }), { minLength: attempts, maxLength: attempts }),
			(totals) => {
				const { upper, lower } = edgeGroups(totals);
				const add = (values: number[]) => values.reduce((a, b) => a + b);
				expect(add(upper)).toBeCloseTo(seats, 9);
				expect(add(lower)).toBeCloseTo(seats, 9);
			}
		)
	);
});
