import type { QuestionId } from '#lib/bank/types.ts';
import type { DayCounts } from './day-counts.ts';
import type { StudyCounts } from './queue.ts';
import type { Card, Phase, StudyDay } from './types.ts';

/** How many questions of a group are known, being learned, or new. */
export interface Progress {
	known: number;
	learning: number;
	fresh: number;
}

/** What a card's phase says of its question: known once it has left its steps, until it is forgotten. */
export function progressOf(phase: Phase | undefined): keyof Progress {
	if (phase === 'review') return 'known';
	return phase === 'learning' || phase === 'relearning' ? 'learning' : 'fresh';
}

/** Progress by any grouping (report, kind, …); a question counts once in each of its groups. */
export function progressBy(
	questions: Iterable<{ id: QuestionId; groups: readonly string[] }>,
	phaseOf: (id: QuestionId) => Phase | undefined
): Map<string, Progress> {
	const progress = new Map<string, Progress>();
	for (const { id, groups } of questions) {
		const standing = progressOf(phaseOf(id));
		for (const group of groups) {
			const counts = progress.get(group) ?? { known: 0, learning: 0, fresh: 0 };
			counts[standing]++;
			progress.set(group, counts);
		}
	}
	return progress;
}

/** How many cards fall due on each of the coming days; the first is today, with all that is overdue. */
export function forecast(
	cards: Iterable<Pick<Card, 'dueAt' | 'dueDay' | 'suspended' | 'buriedUntil'>>,
	today: StudyDay,
	days = 30
): number[] {
	const due = Array.from({ length: days }, () => 0);
	for (const { dueAt, dueDay, suspended, buriedUntil } of cards) {
		if (suspended || (dueAt === undefined && dueDay === undefined)) continue;
		const day = Math.max(dueDay ?? today, buriedUntil ?? today, today) - today;
		if (day < days) due[day] = (due[day] ?? 0) + 1;
	}
	return due;
}

/** One row for every study day from the first to the last, empty ones included. */
export function calendar(
	counts: Iterable<DayCounts>,
	first: StudyDay,
	last: StudyDay
): { day: StudyDay; reviews: number; minutes: number }[] {
	const byDay = new Map([...counts].map((row) => [row.day, row]));
	return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
		const row = byDay.get(first + i);
		return {
			day: first + i,
			reviews: row?.reviews ?? 0,
			minutes: Math.round((row?.tookMs ?? 0) / 60_000)
		};
	});
}

/**
 * True retention: of the cards in the review phase, how many were recalled at their first review of
 * a day, over the last days up to today. `share` is 0 to 1, absent without such a review.
 */
export function trueRetention(
	counts: Iterable<DayCounts>,
	today: StudyDay,
	days = 30
): { recalls: number; recalled: number; share?: number } {
	let recalls = 0;
	let recalled = 0;
	for (const row of counts) {
		if (row.day > today || row.day <= today - days) continue;
		recalls += row.recalls;
		recalled += row.recalled;
	}
	return { recalls, recalled, ...(recalls > 0 && { share: recalled / recalls }) };
}

const FIRST_GUESS_MS = 10_000;
/** Below this many reviews the mean says little of the person. */
const ENOUGH_REVIEWS = 20;

/** Mean time a review took, in ms; ten seconds until there are twenty reviews to go by. */
export function meanTookMs(counts: Iterable<DayCounts>): number {
	let reviews = 0;
	let tookMs = 0;
	for (const row of counts) {
		reviews += row.reviews;
		tookMs += row.tookMs;
	}
	return reviews < ENOUGH_REVIEWS ? FIRST_GUESS_MS : tookMs / reviews;
}

/** Minutes, rounded up, for what is left today; a new question is shown once more for each learning step. */
export function minutesLeft(counts: StudyCounts, meanMs: number, learningSteps: number): number {
	const shows = counts.learning + counts.review + counts.fresh * (1 + learningSteps);
	return Math.ceil((shows * meanMs) / 60_000);
}
