import type { Weights } from '#lib/domain/study/weights.ts';
import { metaOf, unitedMeta } from './card-row.ts';
import { changeCounters, CounterChanges } from './counters.ts';
import type { RecountDatabase } from './database.ts';
import { eventsOf, idNow, type Renamed } from './renamed.ts';
import type { StoredCard } from './rows.ts';
import { replay } from './tally.ts';

/**
 * Folds each card that still stands under an id its question no longer has into the card of the
 * present id. No event is changed: those of both ids are read together from now on. Call inside a
 * transaction over events, cards and counters.
 */
export async function adoptRenamed(
	database: RecountDatabase,
	renamed: Renamed,
	weights: Weights
): Promise<void> {
	const known = await database.cards.bulkGet([...renamed.keys()]);
	const byCard = new Map<string, StoredCard[]>();
	for (const row of known.filter(isThere)) {
		const id = idNow(renamed, row.id);
		byCard.set(id, [...(byCard.get(id) ?? []), row]);
	}
	const changes = new CounterChanges();
	for (const [id, olds] of byCard) {
		const rows = [await database.cards.get(id), ...olds].filter(isThere);
		const meta = { ...rows.map(metaOf).reduce(unitedMeta), id };
		const after = replay(await eventsOf(database, renamed, id), meta, weights);
		changes.with(after.changes);
		for (const row of rows) changes.without(await tallied(database, row, weights));
		await database.cards.bulkDelete(rows.map((row) => row.id));
		if (after.row) await database.cards.put(after.row);
	}
	await changeCounters(database, changes);
}

/** What a card and the events of its own id have added to the counters so far. */
async function tallied(
	{ events }: RecountDatabase,
	row: StoredCard,
	weights: Weights
): Promise<CounterChanges> {
	const own = await events.where('cardId').equals(row.id).toArray();
	return replay(own, metaOf(row), weights).changes;
}

function isThere(row: StoredCard | undefined): row is StoredCard {
	return row !== undefined;
}
