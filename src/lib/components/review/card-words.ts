import { m } from '#lib/paraglide/messages.js';
import type { CardInfo } from '#lib/state/card-info.svelte.ts';
import type { CardLine } from '#lib/state/card-lines.ts';
import { ratingWord } from './rating-words.ts';
import { dayName, longWait, timeOfDay, waitUntil } from './time-words.ts';

type CardOf = CardInfo['card'];

const DAYS_A_MONTH = 30.44;
const DAYS_A_YEAR = 365.25;

const EVENTS: Record<Exclude<CardLine['type'], 'review'>, () => string> = {
	add: m.card_event_add,
	suspend: m.card_event_suspend,
	unsuspend: m.card_event_unsuspend,
	bury: m.card_event_bury,
	reset: m.card_event_reset,
	undo: m.card_event_undo
};

/** Where a card stands: "Being learned". */
export function stateWords(card: CardOf): string {
	if (!card) return m.card_state_none();
	if (card.suspended) return m.card_state_suspended();
	const words = {
		new: m.card_state_new,
		learning: m.card_state_learning,
		review: m.card_state_review,
		relearning: m.card_state_relearning
	};
	return words[card.phase]();
}

/** When a card is asked next: "now", "at 14:10", "Friday". */
export function dueWords(card: CardOf, now: number, today: number): string {
	if (!card || card.suspended) return m.card_next_never();
	const put = card.buriedUntil ?? 0;
	if (put > today) return dayName(put, today);
	if (card.phase === 'new') return m.card_next_new();
	if (card.dueAt !== undefined)
		return card.dueAt <= now ? m.card_next_now() : timeOfDay(card.dueAt);
	const day = card.dueDay ?? today;
	return day <= today ? m.card_next_now() : dayName(day, today);
}

/** How long it is remembered: "about 12 days". */
export function stabilityWords(card: CardOf): string {
	const days = card?.memory?.stability;
	if (days === undefined) return m.card_remembered_none();
	if (days < 1) return m.card_remembered_under();
	if (days < 60) return m.card_remembered_days({ count: Math.round(days) });
	if (days < 2 * DAYS_A_YEAR)
		return m.card_remembered_months({ count: Math.round(days / DAYS_A_MONTH) });
	return m.card_remembered_years({ count: Math.round(days / DAYS_A_YEAR) });
}

/** How often it was answered, and how often forgotten once it was known. */
export function countWords({ reviews, lapses }: NonNullable<CardOf>): string {
	return lapses > 0 ? m.card_counts_value({ count: reviews, lapses }) : String(reviews);
}

/** What happened: "Good, typed". */
export function lineWords({ type, review }: CardLine, buttons: number): string {
	if (type !== 'review') return EVENTS[type]();
	if (!review) return '';
	// Two buttons know no Hard and no Easy: what was rated with four keeps its word.
	const known = buttons === 2 && (review.rating === 2 || review.rating === 4) ? 4 : buttons;
	const rating = ratingWord(review.rating, known);
	return review.form === 'type' ? m.card_event_typed({ rating }) : rating;
}

/** Where it put the card: "back in 5 days". */
export function thenWords({ at, review }: CardLine): string {
	if (!review) return '';
	return m.card_then_in({ wait: longWait(waitUntil(review.outcome, at, review.studyDay)) });
}
