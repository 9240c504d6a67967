import { addCounts, countsOf, type DayCounts } from './day-counts.ts';
import { foldCard } from './fold.ts';
import type { Card, CardId, StudyDay, StudyEvent } from './types.ts';
import type { Weights } from './weights.ts';

/** What "Check and repair" found by replaying every event. */
export interface RepairReport {
	/** Every card as its events make it. */
	rebuilt: Card[];
	/** Counters of each study day with a review, oldest first. */
	days: DayCounts[];
	/** Cards whose snapshot differs from the replay. */
	differing: CardId[];
	/** Cards that events make but that have no snapshot. */
	missing: CardId[];
	/** Snapshots that no event accounts for. */
	extra: CardId[];
	/** Different events read, and how many came more than once. */
	events: number;
	duplicates: number;
}

const FIELDS = [
	'id',
	'phase',
	'step',
	'memory',
	'stability',
	'difficulty',
	'dueAt',
	'dueDay',
	'intervalDays',
	'lastReviewAt',
	'lastReviewDay',
	'reviews',
	'lapses',
	'suspended',
	'buriedUntil',
	'addedAt',
	'lastEventId',
	'lastEvent',
	'at',
	'device',
	'seq'
] satisfies (keyof Card | keyof NonNullable<Card['memory']> | keyof Card['lastEvent'])[];

const sameCard = (a: Card, b: Card) => JSON.stringify(a, FIELDS) === JSON.stringify(b, FIELDS);

function byCard(events: Iterable<StudyEvent>): Map<CardId, Map<string, StudyEvent>> {
	const cards = new Map<CardId, Map<string, StudyEvent>>();
	for (const event of events) {
		const known = cards.get(event.cardId);
		if (known) known.set(event.id, event);
		else cards.set(event.cardId, new Map([[event.id, event]]));
	}
	return cards;
}

/** Replays all events of all cards and holds the result against the stored snapshots. */
export function repair(
	snapshots: Iterable<Card>,
	events: readonly StudyEvent[],
	weights: Weights
): RepairReport {
	const rebuilt = new Map<CardId, Card>();
	const days = new Map<StudyDay, DayCounts>();
	let different = 0;
	for (const [id, ofCard] of byCard(events)) {
		different += ofCard.size;
		const card = foldCard(ofCard.values(), weights, (before, review) => {
			const counts = countsOf(before, review);
			days.set(counts.day, addCounts(days.get(counts.day), counts));
		});
		if (card) rebuilt.set(id, card);
	}
	const missing = new Set(rebuilt.keys());
	const differing: CardId[] = [];
	const extra: CardId[] = [];
	for (const snapshot of snapshots) {
		missing.delete(snapshot.id);
		const card = rebuilt.get(snapshot.id);
		if (!card) extra.push(snapshot.id);
		else if (!sameCard(card, snapshot)) differing.push(snapshot.id);
	}
	return {
		rebuilt: [...rebuilt.values()],
		days: [...days.values()].sort((a, b) => a.day - b.day),
		differing,
		missing: [...missing],
		extra,
		events: different,
		duplicates: events.length - different
	};
}
