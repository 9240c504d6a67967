import { compareEvents } from './events.ts';
import { nextMemory } from './fsrs.ts';
import { deltaDaysOf } from './schedule.ts';
import type { Card, EventKey, ReviewEvent, StudyEvent } from './types.ts';
import type { Weights } from './weights.ts';

type UndoEvent = Extract<StudyEvent, { type: 'undo' }>;
type EffectiveEvent = Exclude<StudyEvent, UndoEvent>;

/** Called for each review that counts, with the card as it was before. */
type ReviewVisitor = (before: Card | undefined, review: ReviewEvent) => void;

const keyOf = ({ at, device, seq }: EventKey): EventKey => ({ at, device, seq });

/** The card having seen an event that changes nothing else: an undo, or what an undo took back. */
function seen(card: Card, event: StudyEvent): Card {
	return { ...card, lastEventId: event.id, lastEvent: keyOf(event) };
}

function freshCard(event: StudyEvent, kept?: Pick<Card, 'addedAt' | 'suspended'>): Card {
	return {
		id: event.cardId,
		phase: 'new',
		step: 0,
		intervalDays: 0,
		reviews: 0,
		lapses: 0,
		suspended: kept?.suspended ?? false,
		addedAt: kept?.addedAt ?? event.at,
		lastEventId: event.id,
		lastEvent: keyOf(event)
	};
}

function reviewed(card: Card, event: ReviewEvent, weights: Weights): Card {
	const { rating, outcome, studyDay } = event;
	const deltaDays = deltaDaysOf(card, studyDay);
	return {
		id: card.id,
		phase: outcome.phase,
		step: outcome.step,
		intervalDays: outcome.intervalDays,
		...(outcome.dueAt !== undefined && { dueAt: outcome.dueAt }),
		...(outcome.dueDay !== undefined && { dueDay: outcome.dueDay }),
		memory: nextMemory(card.memory, { rating, deltaDays }, weights),
		lastReviewAt: event.at,
		lastReviewDay: studyDay,
		reviews: card.reviews + 1,
		lapses: card.lapses + (card.phase === 'review' && rating === 1 ? 1 : 0),
		suspended: card.suspended,
		addedAt: card.addedAt,
		lastEventId: card.lastEventId,
		lastEvent: card.lastEvent
	};
}

function advance(card: Card | undefined, event: EffectiveEvent, weights: Weights): Card {
	const now = card ? seen(card, event) : freshCard(event);
	switch (event.type) {
		case 'review':
			return reviewed(now, event, weights);
		case 'suspend':
			return { ...now, suspended: true };
		case 'unsuspend':
			return { ...now, suspended: false };
		case 'bury':
			return { ...now, buriedUntil: event.untilDay };
		case 'reset':
			return freshCard(event, now);
		case 'add':
			return now;
	}
}

function inOrder(events: Iterable<StudyEvent>): StudyEvent[] {
	const byId = new Map<string, StudyEvent>();
	for (const event of events) byId.set(event.id, event);
	return [...byId.values()].sort(compareEvents);
}

/** Ids of events taken back: an undo reaches only what stands before it, and never another undo. */
function takenBack(ordered: readonly StudyEvent[]): Set<string> {
	const undoable = new Set<string>();
	const taken = new Set<string>();
	for (const event of ordered) {
		if (event.type !== 'undo') undoable.add(event.id);
		else if (undoable.has(event.of)) taken.add(event.of);
	}
	return taken;
}

/**
 * A card from all the events of its id, in any order, duplicates allowed; `undefined` where none
 * of them counts. Memory is computed anew from the ratings, the schedule is what the last review
 * that counts has set; a review ends a burial. A reset makes the card new again, keeping when it was added and whether it
 * is suspended.
 */
export function foldCard(
	events: Iterable<StudyEvent>,
	weights: Weights,
	onReview?: ReviewVisitor
): Card | undefined {
	const ordered = inOrder(events);
	const taken = takenBack(ordered);
	let card: Card | undefined;
	for (const event of ordered) {
		if (event.type === 'undo' || taken.has(event.id)) {
			card = card && seen(card, event);
			continue;
		}
		if (event.type === 'review') onReview?.(card, event);
		card = advance(card, event, weights);
	}
	return card;
}

/** A card moved on by one event, or word that only a fold over all its events gives the right card. */
export type Applied = { ok: true; card: Card } | { ok: false; problem: 'refold' };

/**
 * The card after one more event: the same card `foldCard` gives, without reading its history.
 * `undefined` stands for a card that has no event at all yet. An undo, or an event that belongs
 * before the card's last, calls for a refold; the last event again changes nothing.
 */
export function applyEvent(card: Card | undefined, event: StudyEvent, weights: Weights): Applied {
	if (card?.lastEventId === event.id) return { ok: true, card };
	const late = card !== undefined && compareEvents(event, card.lastEvent) <= 0;
	if (event.type === 'undo' || late) return { ok: false, problem: 'refold' };
	return { ok: true, card: advance(card, event, weights) };
}
