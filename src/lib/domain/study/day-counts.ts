import type { Card, ReviewEvent, StudyDay } from './types.ts';

/** The counters of one study day: a row that grows with each review, so that no screen counts events. */
export interface DayCounts {
	day: StudyDay;
	/** All reviews, steps included. */
	reviews: number;
	/** Cards reviewed for the first time: counts against the new cards per day. */
	firsts: number;
	/** Reviews of cards in the review phase: counts against the reviews per day. */
	dues: number;
	/** Of these, the first of the day for their card, and how many of those were recalled. */
	recalls: number;
	recalled: number;
	/** Time spent, each review capped at a minute. */
	tookMs: number;
}

const LONGEST_MS = 60_000;

/** What a review adds to its day's counters, given the card as it was before. */
export function countsOf(
	before: Pick<Card, 'phase' | 'lastReviewDay' | 'reviews'> | undefined,
	review: Pick<ReviewEvent, 'studyDay' | 'rating' | 'tookMs'>
): DayCounts {
	const due = before?.phase === 'review';
	const recall = due && before.lastReviewDay !== review.studyDay;
	return {
		day: review.studyDay,
		reviews: 1,
		firsts: before && before.reviews > 0 ? 0 : 1,
		dues: due ? 1 : 0,
		recalls: recall ? 1 : 0,
		recalled: recall && review.rating > 1 ? 1 : 0,
		tookMs: Math.min(Math.max(0, review.tookMs), LONGEST_MS)
	};
}

/** A day's counters with one review more, or with `sign` -1 one less (an undo); never below zero. */
export function addCounts(
	counts: DayCounts | undefined,
	review: DayCounts,
	sign: 1 | -1 = 1
): DayCounts {
	const sum = (field: Exclude<keyof DayCounts, 'day'>) =>
		Math.max(0, (counts?.[field] ?? 0) + sign * review[field]);
	return {
		day: review.day,
		reviews: sum('reviews'),
		firsts: sum('firsts'),
		dues: sum('dues'),
		recalls: sum('recalls'),
		recalled: sum('recalled'),
		tookMs: sum('tookMs')
	};
}
