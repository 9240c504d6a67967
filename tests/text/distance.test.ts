import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, isFumble } from '#lib/text/distance.ts';

describe('editDistance', () => {
	test.each([
		['', '', 2, 0],
		['iran', 'iraq', 2, 1],
		['gaddafi', 'qaddafi', 2, 1],
		['rusisa', 'russia', 2, 1],
		['million', 'billion', 2, 1],
		['kitten', 'sitting', 5, 3],
		['kitten', 'sitting', 2, 3],
		['ca', 'abc', 5, 3],
		['abc', '', 1, 2],
		['😀a', '😀b', 2, 1]
	])('%s → %s within %i: %i', (left, right, limit, distance) => {
		expect(editDistance(left, right, limit)).toBe(distance);
	});

	test('is the same both ways, and 0 only for the same text', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (left, right) => {
				const distance = editDistance(left, right, 20);
				expect(editDistance(right, left, 20)).toBe(distance);
				expect(distance === 0).toBe(left === right);
				expect(editDistance(left, right, 2)).toBe(Math.min(distance, 3));
			})
		);
	});
});

describe('isFumble', () => {
	test.each([
		['strom', 'storm', true],
		['stom', 'storm', true],
		['stoorm', 'storm', true],
		['syra', 'syria', true],
		['iarn', 'iran', true],
		['irn', 'iran', false],
		['stork', 'storm', false],
		['stor', 'storm', false],
		['torm', 'storm', false],
		['stroma', 'storm', false],
		['smrot', 'storm', false]
	])('%s for %s: %s', (typed, word, isOne) => {
		expect(isFumble(typed, word)).toBe(isOne);
	});
});
