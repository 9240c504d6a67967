import { Dexie } from 'dexie';
import { changeCounters, CounterChanges } from './counters.ts';
import type { RecountDatabase } from './database.ts';

/** The tables that deleting a sitting changes. */
export function sittingTables({ sittings, answers, outbox, counters }: RecountDatabase) {
	return [sittings, answers, outbox, counters];
}

/**
 * Deletes a sitting with its answers, and what of it a class server still had to get. Inside a transaction
 * over `sittingTables`.
 */
export async function deleteSitting(db: RecountDatabase, id: string): Promise<void> {
	const answers = await db.answers
		.where('[sittingId+seq]')
		.between([id, Dexie.minKey], [id, Dexie.maxKey])
		.delete();
	const sittings = await db.sittings.where('id').equals(id).delete();
	await db.outbox.delete(id);
	const changes = { sittings: -sittings, answers: -answers };
	await changeCounters(db, new CounterChanges().add('total', 'all', changes));
}
