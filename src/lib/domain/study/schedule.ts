import { intervalFor, nextMemory } from './fsrs.ts';
import { fuzzInterval, leastAfterRecall } from './fuzz.ts';
import { seededShare } from './seeded.ts';
import type { StudySettings } from './settings.ts';
import { stepDelays } from './steps.ts';
import { studyDayOf } from './study-day.ts';
import type { Card, CardId, Moment, Outcome, Rating } from './types.ts';

/** The part of a card that scheduling looks at. */
export type Schedulable = Pick<
	Card,
	'id' | 'phase' | 'step' | 'memory' | 'intervalDays' | 'lastReviewDay' | 'reviews'
>;

type ByRating<T> = Record<Rating, T>;

/** A question that has no card yet, as the scheduler sees it. */
export function unseen(id: CardId): Schedulable {
	return { id, phase: 'new', step: 0, intervalDays: 0, reviews: 0 };
}

/** Study days since the card's last review, never negative: 0 is the same day. */
export function deltaDaysOf(card: Pick<Card, 'lastReviewDay'>, studyDay: number): number {
	return Math.max(0, studyDay - (card.lastReviewDay ?? studyDay));
}

function unroundedDays(card: Schedulable, moment: Moment, settings: StudySettings) {
	const deltaDays = deltaDaysOf(card, moment.studyDay);
	const days = (rating: Rating) => {
		const memory = nextMemory(card.memory, { rating, deltaDays }, settings.weights);
		return intervalFor(memory.stability, settings.desiredRetention, settings.weights);
	};
	return { 1: days(1), 2: days(2), 3: days(3), 4: days(4) };
}

/**
 * Whole days for each rating, Hard below Good below Easy unless the maximum forbids it; a recalled
 * card's interval does not shrink by fuzz alone.
 */
function intervalsInDays(
	card: Schedulable,
	days: ByRating<number>,
	{ settings, stepped }: { settings: StudySettings; stepped: boolean }
): ByRating<number> {
	const maximum = settings.maximumIntervalDays;
	const share = settings.fuzz ? seededShare(`${card.id}:${card.reviews}`) : undefined;
	const bounded = (rating: Rating, least: number) => {
		const held =
			card.phase === 'review' ? leastAfterRecall(days[rating], card.intervalDays, maximum) : 0;
		return fuzzInterval(days[rating], { minimum: Math.max(1, least, held), maximum }, share);
	};
	const hard = bounded(2, 1);
	// Where Hard stays within the steps it sets no floor for Good.
	const good = bounded(3, stepped ? 1 : hard + 1);
	const easy = bounded(4, good + 1);
	return {
		1: fuzzInterval(days[1], { minimum: 1, maximum }, undefined),
		2: hard,
		3: good,
		4: easy
	};
}

function inReview(intervalDays: number, moment: Moment): Outcome {
	return { phase: 'review', step: 0, dueDay: moment.studyDay + intervalDays, intervalDays };
}

/** A step that ends on a later study day is due on that day, at any hour. */
function inSteps(
	stand: Pick<Outcome, 'phase' | 'step'>,
	delayMs: number,
	{ moment, dayStartHour }: { moment: Moment; dayStartHour: number }
): Outcome {
	const dueAt = moment.now + delayMs;
	const dueDay = studyDayOf(dueAt, moment.zone, dayStartHour);
	return { ...stand, ...(dueDay > moment.studyDay ? { dueDay } : { dueAt }), intervalDays: 0 };
}

/**
 * What each rating would do with the card now. The fuzz is drawn from the card's id and its number
 * of reviews, so what the buttons show is what a tap does.
 *
 * @see Anki 26.08.1, rslib/src/scheduler/states (learning, relearning, review) for the rules
 */
export function previewOutcomes(
	card: Schedulable,
	moment: Moment,
	settings: StudySettings
): ByRating<Outcome> {
	const relearns = card.phase === 'review' || card.phase === 'relearning';
	const steps = relearns ? settings.relearningStepsMinutes : settings.learningStepsMinutes;
	const delays = stepDelays(steps, card.step);
	const stepped = delays !== undefined && card.phase !== 'review';
	const days = unroundedDays(card, moment, settings);
	const whole = intervalsInDays(card, days, { settings, stepped });
	const outcomes = {
		1: inReview(whole[1], moment),
		2: inReview(whole[2], moment),
		3: inReview(whole[3], moment),
		4: inReview(whole[4], moment)
	};
	if (!delays) return outcomes;

	const phase = relearns ? 'relearning' : 'learning';
	const clock = { moment, dayStartHour: settings.dayStartHour };
	outcomes[1] = inSteps({ phase, step: 0 }, delays.againMs, clock);
	if (!stepped) return outcomes;
	const step = Math.min(card.step, steps.length - 1);
	outcomes[2] = inSteps({ phase, step }, delays.hardMs, clock);
	if (delays.goodMs !== undefined)
		outcomes[3] = inSteps({ phase, step: step + 1 }, delays.goodMs, clock);
	return outcomes;
}
