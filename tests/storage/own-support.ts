import { BANK_VERSION, type Bank } from '#lib/bank/types.ts';
import type { Desk } from '#lib/domain/desk/types.ts';
import { publishDesk } from '#lib/state/desk-publishing.ts';
import type { RecountDatabase } from '#lib/storage/database.ts';
import { deskRow } from '#lib/storage/desk-repository.ts';
import { OwnReportWriting } from '#lib/storage/own-report-writing.ts';
import { SMALL_NAMES } from '../domain/desk/small-desk.ts';

/** A device with nothing else. */
export const EMPTY: Bank = {
	...{ version: BANK_VERSION, edition: 'none', reports: [], names: [] },
	...{ facts: [], questions: [], comparisons: [] }
};

/** A desk finished as it is on a device that has nothing else. */
export async function compiled(desk: Desk): Promise<Bank> {
	const published = await publishDesk(desk, { bank: EMPTY, names: SMALL_NAMES });
	if (!published.ok) throw new Error(JSON.stringify(published.hints));
	return published.value;
}

/** Writes a report on its desk and finishes it, with the names it brings. */
export async function finish(
	database: RecountDatabase,
	desk: Desk,
	changedAt: number
): Promise<Bank> {
	const bank = await compiled(desk);
	const reports = new OwnReportWriting(database);
	await database.desks.put(deskRow(desk, 'open', changedAt));
	await database.names.bulkPut(SMALL_NAMES);
	const kept = await reports.publish({ id: desk.id, bank, from: 'desk', changedAt });
	if (!kept.ok) throw new Error(kept.problem.code);
	await reports.cardsKept(desk.id, bank.edition);
	return bank;
}
