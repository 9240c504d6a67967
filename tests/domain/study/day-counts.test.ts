import { describe, expect, it } from 'vitest';
import { addCounts, countsOf } from '#lib/domain/study/day-counts.ts';
import { review } from './make-events.ts';

const inReview = { phase: 'review' as const, lastReviewDay: 3, reviews: 4 };
const none = { firsts: 0, dues: 0, recalls: 0, recalled: 0 };

describe('countsOf', () => {
	it.each([
		['a question never seen', undefined, 3, { ...none, firsts: 1 }],
		['a card added by hand', { phase: 'new' as const, reviews: 0 }, 3, { ...none, firsts: 1 }],
		['a step', { ...inReview, phase: 'learning' as const }, 3, none],
		['due and recalled', inReview, 3, { ...none, dues: 1, recalls: 1, recalled: 1 }],
		['due, recalled with effort', inReview, 2, { ...none, dues: 1, recalls: 1, recalled: 1 }],
		['due and forgotten', inReview, 1, { ...none, dues: 1, recalls: 1 }],
		['again on its day', { ...inReview, lastReviewDay: 7 }, 3, { ...none, dues: 1 }]
	] as const)('%s', (_name, before, rating, expected) => {
		const counts = countsOf(before, review(1, { studyDay: 7, rating }));
		expect(counts).toEqual({ day: 7, reviews: 1, tookMs: 5000, ...expected });
	});
	it('counts at most a minute', () => {
		expect(countsOf(undefined, review(1, { tookMs: 3_600_000 })).tookMs).toBe(60_000);
	});
});

describe('addCounts', () => {
	const one = countsOf(inReview, review(1, { studyDay: 7 }));
	it('starts a day', () => {
		expect(addCounts(undefined, one)).toEqual(one);
	});
	it('takes back what it added', () => {
		const other = countsOf(undefined, review(2, { studyDay: 7, rating: 1 }));
		expect(addCounts(addCounts(one, other), other, -1)).toEqual(one);
	});
	it('does not fall below zero', () => {
		expect(addCounts(undefined, one, -1).reviews).toBe(0);
	});
});
