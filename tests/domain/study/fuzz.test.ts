import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzInterval, leastAfterRecall } from '#lib/domain/study/fuzz.ts';

describe('fuzzInterval', () => {
	it.each([
		['below 2.5 days: none', 2.49, 1, [2, 2, 2]],
		['from 2.5 days: one day', 2.5, 1, [2, 3, 4]],
		['a week', 7, 1, [5, 7, 9]],
		['17 days', 17, 1, [14, 17, 20]],
		['37 days', 37, 1, [33, 37, 41]],
		['the minimum holds', 100, 101, [101, 105, 108]],
		['a day of choice at least', 2, 3, [3, 4, 4]]
	])('%s (Anki 26.08.1, fuzz.rs tests)', (_name, days, minimum, expected) => {
		const bounds = { minimum, maximum: 1000 };
		expect([0, 0.5, 0.99].map((share) => fuzzInterval(days, bounds, share))).toEqual(expected);
	});

	it('keeps within the bounds, the maximum before the minimum', () => {
		const days = fc.double({ min: 0, max: 40_000, noNaN: true });
		const bound = fc.integer({ min: 1, max: 1000 });
		const share = fc.option(fc.double({ min: 0, max: 0.999999, noNaN: true }), {
			nil: undefined
		});
		fc.assert(
			fc.property(days, bound, bound, share, (interval, minimum, maximum, drawn) => {
				const whole = fuzzInterval(interval, { minimum, maximum }, drawn);
				expect(Number.isInteger(whole)).toBe(true);
				expect(whole).toBeGreaterThanOrEqual(Math.min(minimum, maximum));
				expect(whole).toBeLessThanOrEqual(maximum);
			})
		);
	});
});

describe('leastAfterRecall', () => {
	it.each([
		['fuzz alone could shorten it: kept', 2.7269483, 4, 4],
		['truly shrank: free', 2.7269483, 5, 0],
		['grew: above the previous one', 4.591988, 4, 5]
	])('%s (Anki 26.08.1, fuzz.rs tests)', (_name, days, previous, expected) => {
		expect(leastAfterRecall(days, previous, 36_500)).toBe(expected);
	});
});
