import { countsOf } from '#lib/domain/study/day-counts.ts';
import { foldCard } from '#lib/domain/study/fold.ts';
import type { Weights } from '#lib/domain/study/weights.ts';
import type { Card, ReviewEvent, StudyEvent } from '#lib/domain/study/types.ts';
import { cardRow } from './card-row.ts';
import { CounterChanges } from './counters.ts';
import type { CardMeta, StoredCard } from './rows.ts';

/** Days from which an interval counts as mature. */
const MATURE_DAYS = 21;

/** What all events of one card make, and what they add to the counters. */
export interface Replayed {
	/** Absent where no event counts. */
	row?: StoredCard;
	changes: CounterChanges;
}

/** Folds all events of one card anew. */
export function replay(events: readonly StudyEvent[], meta: CardMeta, weights: Weights): Replayed {
	const changes = new CounterChanges().add('total', 'all', { events: events.length });
	const card = foldCard(events, weights, (before, review) => {
		changes.with(tallyReview(before, review));
	});
	const row = card && cardRow(card, meta);
	return { row, changes: changes.with(tallyCard(row)) };
}

/** What one recall adds to its study day, given the card before it. */
export function tallyReview(before: Card | undefined, review: ReviewEvent): CounterChanges {
	const { day, ...counts } = countsOf(before, review);
	return new CounterChanges().add('day', day, counts).add('total', 'all', { reviews: 1 });
}

/** What a card adds to its cell, and to the day it is due. */
export function tallyCard(row: StoredCard | undefined): CounterChanges {
	const changes = new CounterChanges();
	if (!row || row.gone) return changes;
	const cell = `${row.reportId}/${row.kind}`;
	const missed = row.suspended ? 0 : row.missed;
	changes.add('cell', cell, { [stateOf(row)]: 1, missed });
	if (row.queue === 'review') changes.add('due', row.due, { [cell]: 1 });
	return changes;
}

function stateOf(row: StoredCard): 'suspended' | 'fresh' | 'learning' | 'young' | 'mature' {
	if (row.suspended) return 'suspended';
	if (row.phase === 'new') return 'fresh';
	if (row.phase !== 'review') return 'learning';
	return row.intervalDays >= MATURE_DAYS ? 'mature' : 'young';
}
