import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededShare } from '#lib/domain/study/seeded.ts';

describe('seededShare', () => {
	it('lies in [0, 1) for any text', () => {
		fc.assert(
			fc.property(fc.string(), (seed) => {
				expect(seededShare(seed)).toBeGreaterThanOrEqual(0);
				expect(seededShare(seed)).toBeLessThan(1);
			})
		);
	});
	it('spreads like seeds evenly', () => {
		const buckets = Array.from({ length: 10 }, () => 0);
		for (let i = 0; i < 10_000; i++) {
			const bucket = Math.floor(seededShare(`aleppo/fact/who:${i}`) * 10);
			buckets[bucket] = (buckets[bucket] ?? 0) + 1;
		}
		const chiSquare = buckets.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
		// 9 degrees of freedom: 27.9 is passed once in a thousand
		expect(chiSquare).toBeLessThan(27.9);
	});
});
