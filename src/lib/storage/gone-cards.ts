import { Dexie } from 'dexie';
import type { ReportId } from '#lib/bank/types.ts';
import type { CardId } from '#lib/domain/study/types.ts';
import { cardRow, metaOf } from './card-row.ts';
import { changeCounters, CounterChanges } from './counters.ts';
import type { RecountDatabase } from './database.ts';
import type { StoredCard } from './rows.ts';
import { tallyCard } from './tally.ts';

/**
 * Takes the cards of questions that were taken away out of every deck; their events stay, and adding
 * a question again brings its card back as it was. Call inside a transaction over cards and counters.
 */
export async function takeOut(database: RecountDatabase, ids: readonly CardId[]): Promise<number> {
	const cards = await database.cards.bulkGet([...ids]);
	return takeOutCards(
		database,
		cards.filter((card) => card !== undefined)
	);
}

/** As {@link takeOut}, of all cards of a report (or of `compare`) but those that are kept. */
export async function keepOnly(
	database: RecountDatabase,
	reportId: ReportId,
	kept: ReadonlySet<CardId>
): Promise<number> {
	const cards = await database.cards
		.where('[reportId+queue+due]')
		.between([reportId, Dexie.minKey, Dexie.minKey], [reportId, Dexie.maxKey, Dexie.maxKey])
		.toArray();
	return takeOutCards(
		database,
		cards.filter((card) => !kept.has(card.id))
	);
}

async function takeOutCards(database: RecountDatabase, cards: StoredCard[]): Promise<number> {
	const leaving = cards.filter((card) => !card.gone);
	if (leaving.length === 0) return 0;
	const changes = new CounterChanges();
	const rows = leaving.map((card): StoredCard => {
		const row = cardRow(card, { ...metaOf(card), gone: true });
		changes.with(tallyCard(row)).without(tallyCard(card));
		return row;
	});
	await database.cards.bulkPut(rows);
	await changeCounters(database, changes);
	return rows.length;
}
