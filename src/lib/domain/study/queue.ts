import { LEVELS, type FactId, type Level, type QuestionId } from '#lib/bank/types.ts';
import { seededShare } from './seeded.ts';
import type { Card, CardId, Moment } from './types.ts';

/** How long a two-minute round lasts. */
export const TWO_MINUTES_MS = 2 * 60_000;

/** A card that is due, or in steps and soon due, with the facts it asks about. */
export interface DueCandidate {
	card: Pick<Card, 'id' | 'phase' | 'dueAt' | 'dueDay' | 'suspended' | 'buriedUntil'>;
	factIds: readonly FactId[];
}

/** A question that was never studied. */
export interface NewCandidate {
	questionId: QuestionId;
	level: Level;
	/** Its place in its report. */
	order: number;
	factIds: readonly FactId[];
	/** Its card, where a person has added it ("study what I missed"): those come first. */
	card?: Pick<Card, 'suspended' | 'buriedUntil'>;
}

/**
 * What storage hands over: the cards in timed steps (those with a `dueAt`; soonest first, a few dozen
 * are enough), and a window of a few dozen cards due by day and of new questions (in the order of
 * `compareNew`), never all there are.
 */
export interface Candidates {
	due: readonly DueCandidate[];
	fresh: readonly NewCandidate[];
}

/** Where the day stands. */
export interface StudyToday {
	moment: Moment;
	limits: { newPerDay: number; reviewsPerDay: number };
	/** Of today's counters. */
	done: { firsts: number; dues: number };
	/** How many there are behind the windows: cards by `dueDay` up to today, and new questions. */
	totals: { due: number; fresh: number };
	/** Which card has had each fact today: its other questions wait for another day. */
	factsToday: Readonly<Record<FactId, CardId>>;
	/** Mixes the reviews: one seed a study day, so that the order outlives a reload. */
	seed: string;
	/** How long before its time a card in steps may be shown when nothing else is left. */
	learnAheadMs: number;
	/** epoch ms: the end of a short round; reviews then come before new questions. */
	endsAt?: number;
}

/** How much is left today. */
export interface StudyCounts {
	learning: number;
	review: number;
	fresh: number;
}

/** The next card, and what the screen says about the rest. */
export interface Choice {
	next?: { kind: 'learning' | 'review' | 'new'; cardId: CardId };
	counts: StudyCounts;
	/** Reviews that are due and wait because today's limit is reached or will be. */
	held: number;
	/** Candidates of the windows that wait because of a sibling. With no `next`, widen the windows by as many. */
	hidden: number;
	/** epoch ms: with no `next`, when the next card in steps can be shown today. */
	nextAt?: number;
	/** The short round's time is up. */
	over: boolean;
}

interface Sorted {
	timed: DueCandidate[];
	dayLearning: DueCandidate[];
	reviews: DueCandidate[];
	fresh: NewCandidate[];
	hiddenReviews: number;
	hidden: number;
}

/** The order of new questions: added by hand first, then core before detail, then as in the report. */
export function compareNew(a: NewCandidate, b: NewCandidate): number {
	return (
		Number(b.card !== undefined) - Number(a.card !== undefined) ||
		LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
		a.order - b.order ||
		(a.questionId < b.questionId ? -1 : 1)
	);
}

/** The day's facts with those of a card just studied; a fact stays with the card that had it first. */
export function takeFacts(
	factsToday: Readonly<Record<FactId, CardId>>,
	cardId: CardId,
	factIds: readonly FactId[]
): Record<FactId, CardId> {
	return { ...Object.fromEntries(factIds.map((fact) => [fact, cardId])), ...factsToday };
}

/** The day's facts without those of a card whose only review today was taken back. */
export function releaseFacts(
	factsToday: Readonly<Record<FactId, CardId>>,
	cardId: CardId
): Record<FactId, CardId> {
	return Object.fromEntries(Object.entries(factsToday).filter(([, holder]) => holder !== cardId));
}

const resting = (
	card: Pick<Card, 'suspended' | 'buriedUntil'> | undefined,
	today: number
): boolean => card !== undefined && (card.suspended || (card.buriedUntil ?? today) > today);

function hasSibling(today: StudyToday, cardId: CardId, factIds: readonly FactId[]): boolean {
	return factIds.some(
		(fact) => Object.hasOwn(today.factsToday, fact) && today.factsToday[fact] !== cardId
	);
}

/** Cards within their steps keep to their time; everything by the day waits for its siblings. */
function sortOut(candidates: Candidates, today: StudyToday): Sorted {
	const { studyDay } = today.moment;
	const awake = candidates.due.filter(({ card }) => !resting(card, studyDay));
	const timed = awake.filter(({ card }) => card.dueAt !== undefined);
	const byDay = awake.filter(({ card }) => (card.dueDay ?? Infinity) <= studyDay);
	const free = byDay.filter(({ card, factIds }) => !hasSibling(today, card.id, factIds));
	const newOnes = candidates.fresh.filter(({ card }) => !resting(card, studyDay));
	const fresh = newOnes.filter((one) => !hasSibling(today, one.questionId, one.factIds));
	const hiddenReviews = byDay.length - free.length;
	return {
		timed: timed.sort((a, b) => (a.card.dueAt ?? 0) - (b.card.dueAt ?? 0)),
		dayLearning: free.filter(({ card }) => card.phase !== 'review'),
		reviews: free.filter(({ card }) => card.phase === 'review'),
		fresh,
		hiddenReviews,
		hidden: hiddenReviews + newOnes.length - fresh.length
	};
}

/** Reviews due today that no sibling hides, whatever the limit. */
function dueReviews(
	{ reviews, dayLearning, hiddenReviews }: Sorted,
	{ totals }: StudyToday
): number {
	return Math.max(totals.due - dayLearning.length - hiddenReviews, reviews.length);
}

function countLeft(sorted: Sorted, today: StudyToday): StudyCounts {
	const { done, limits, totals, moment } = today;
	const ahead = moment.now + today.learnAheadMs;
	const soon = sorted.timed.filter(({ card }) => (card.dueAt ?? 0) <= ahead);
	const hiddenNew = sorted.hidden - sorted.hiddenReviews;
	const left = (limit: number, used: number, there: number) =>
		Math.max(0, Math.min(limit - used, there));
	return {
		learning: soon.length + sorted.dayLearning.length,
		review: left(limits.reviewsPerDay, done.dues, dueReviews(sorted, today)),
		fresh: left(
			limits.newPerDay,
			done.firsts,
			Math.max(totals.fresh - hiddenNew, sorted.fresh.length)
		)
	};
}

/** New questions are spread evenly among the day's reviews. */
function newIsNext(counts: StudyCounts, today: StudyToday): boolean {
	if (counts.fresh === 0) return false;
	if (counts.review === 0) return true;
	if (today.endsAt !== undefined) return false;
	const { firsts, dues } = today.done;
	return firsts * (dues + counts.review) < dues * (firsts + counts.fresh);
}

function mixed(reviews: readonly DueCandidate[], seed: string): DueCandidate | undefined {
	let first: DueCandidate | undefined;
	let least = Infinity;
	for (const review of reviews) {
		const share = seededShare(`${seed}:${review.card.id}`);
		if (share < least) [first, least] = [review, share];
	}
	return first;
}

function dueStep({ timed, dayLearning }: Sorted, before: number): DueCandidate | undefined {
	const [soonest] = timed;
	return soonest && (soonest.card.dueAt ?? 0) <= before ? soonest : dayLearning[0];
}

function firstNew(fresh: readonly NewCandidate[]): NewCandidate | undefined {
	return [...fresh].sort(compareNew)[0];
}

function pick(sorted: Sorted, counts: StudyCounts, today: StudyToday): Choice['next'] {
	const { now } = today.moment;
	const step = dueStep(sorted, now);
	if (step) return { kind: 'learning', cardId: step.card.id };

	const fresh = firstNew(sorted.fresh);
	const review = counts.review > 0 ? mixed(sorted.reviews, today.seed) : undefined;
	// Reviews behind the window cannot be shown now, so they must not hold back a new question.
	const shown = { ...counts, review: review ? counts.review : 0 };
	if (fresh && newIsNext(shown, today)) return { kind: 'new', cardId: fresh.questionId };
	if (review) return { kind: 'review', cardId: review.card.id };

	const ahead = dueStep(sorted, now + today.learnAheadMs);
	return ahead && { kind: 'learning', cardId: ahead.card.id };
}

/**
 * What to study now: a step that is due, else a review or a new question, else a step that is due
 * within the time it may be shown ahead. Costs as much as the windows are long, whatever the number of cards.
 */
export function chooseNext(candidates: Candidates, today: StudyToday): Choice {
	const sorted = sortOut(candidates, today);
	const counts = countLeft(sorted, today);
	const over = today.endsAt !== undefined && today.moment.now >= today.endsAt;
	const next = over ? undefined : pick(sorted, counts, today);
	const soonestAt = sorted.timed[0]?.card.dueAt;
	return {
		...(next && { next }),
		counts,
		held: dueReviews(sorted, today) - counts.review,
		hidden: sorted.hidden,
		...(!next && !over && soonestAt !== undefined && { nextAt: soonestAt - today.learnAheadMs }),
		over
	};
}
