import { describe, expect, it } from 'vitest';
import { TokenBuckets } from '#lib/server/token-buckets.ts';

const SIZE = { atOnce: 3, perSecond: 0.5 };

/** What a bucket of three says when asked at these seconds. */
function asked(seconds: number[]): number[] {
	const buckets = new TokenBuckets(10);
	return seconds.map((second) => buckets.take('a', SIZE, second * 1000));
}

describe('TokenBuckets', () => {
	it.each([
		['so many at once', [0, 0, 0], [0, 0, 0]],
		['then when to come again', [0, 0, 0, 0], [0, 0, 0, 2]],
		['a refusal takes nothing', [0, 0, 0, 0, 0, 2], [0, 0, 0, 2, 2, 0]],
		['half a token is none', [0, 0, 0, 1], [0, 0, 0, 1]],
		[
			'filled again, never more than full',
			[0, 0, 0, 1000, 1000, 1000, 1000],
			[0, 0, 0, 0, 0, 0, 2]
		],
		['a clock set back gives nothing and takes nothing', [100, 100, 50, 50], [0, 0, 0, 2]]
	])('%s', (_, seconds, expected) => {
		expect(asked(seconds)).toEqual(expected);
	});

	it('keeps keys apart', () => {
		const buckets = new TokenBuckets(10);
		const size = { atOnce: 1, perSecond: 1 };
		expect([buckets.take('a', size, 0), buckets.take('b', size, 0)]).toEqual([0, 0]);
		expect(buckets.take('a', size, 0)).toBe(1);
	});

	it('forgets the key longest not asked for, so that memory is bounded', () => {
		const buckets = new TokenBuckets(2);
		const size = { atOnce: 1, perSecond: 0.001 };
		buckets.take('a', size, 0);
		buckets.take('b', size, 0);
		expect(buckets.take('a', size, 0)).toBeGreaterThan(0);
		buckets.take('c', size, 0);
		expect(buckets.take('a', size, 0)).toBeGreaterThan(0);
		expect(buckets.take('b', size, 0)).toBe(0);
	});
});
