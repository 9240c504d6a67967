import { describe, expect, it } from 'vitest';
import { proposeRating, ratingsOf } from '#lib/domain/study/ratings.ts';

describe('ratingsOf', () => {
	it('two or four', () => {
		expect(ratingsOf(2)).toEqual([1, 3]);
		expect(ratingsOf(4)).toEqual([1, 2, 3, 4]);
	});
});

describe('proposeRating', () => {
	it.each([
		['right', 3, 3],
		['spelling', 2, 3],
		['partly', 2, 1],
		['wrong', 1, 1],
		['review', undefined, undefined]
	] as const)('%s', (verdict, ofFour, ofTwo) => {
		expect(proposeRating(verdict, 4)).toBe(ofFour);
		expect(proposeRating(verdict, 2)).toBe(ofTwo);
	});
});
