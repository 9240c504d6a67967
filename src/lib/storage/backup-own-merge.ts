import type { Name } from '#lib/bank/types.ts';
import type { BackupDesk, BackupReport, BackupRows } from './backup-format.ts';
import { uniqueRows } from './backup-new-rows.ts';
import type { RecountDatabase } from './database.ts';
import { moveRevisionOn } from './library-revision.ts';
import type { DeskRow } from './rows.ts';

/** What a store lacks, and what it has in an older state. */
interface News<T> {
	fresh: T[];
	newer: T[];
}

/** What a backup brings of a person's own reports. */
interface OwnNews {
	reports: News<BackupReport>;
	desks: News<BackupDesk>;
	/** Those the store lacks; a name that is there stays as it is. */
	names: Name[];
}

type OwnRows = Pick<BackupRows, 'reports' | 'desks' | 'names'>;

/** Tells what a merge would bring; changes nothing. */
export async function ownNews(database: RecountDatabase, rows: OwnRows): Promise<OwnNews> {
	const { reports, desks, names } = database;
	const known = await names.bulkGet(rows.names.map(({ id }) => id));
	return {
		reports: await newsOf(reports, rows.reports),
		desks: await newsOf(desks, rows.desks),
		names: uniqueRows(rows.names.filter((_, i) => !known[i]))
	};
}

/** Rows that a merge added, or put in the place of older ones. */
type OwnMerged = Record<keyof OwnRows, number>;

/**
 * Unites own reports, desks and names with what is there; call it inside a transaction over their
 * tables and the settings. `isStudyNew`: the merge brought cards or events, so that the cards of
 * each report it holds are to be looked through anew.
 */
export async function mergeOwn(
	database: RecountDatabase,
	rows: OwnRows,
	isStudyNew: boolean
): Promise<OwnMerged> {
	const news = await ownNews(database, rows);
	const reports = [...news.reports.fresh, ...news.reports.newer];
	const desks = [...news.desks.fresh, ...news.desks.newer];
	const stale = isStudyNew ? await forgetCards(database, rows) : 0;
	await database.reports.bulkPut(reports);
	await putDesks(database, desks);
	await database.names.bulkPut(news.names);
	const merged = { reports: reports.length, desks: desks.length, names: news.names.length };
	if (stale + merged.reports + merged.desks + merged.names > 0) await moveRevisionOn(database);
	return merged;
}

/** A report's cards are looked through anew where no edition of them is noted. */
async function forgetCards({ reports }: RecountDatabase, rows: OwnRows): Promise<number> {
	const ids = rows.reports.map(({ id }) => id);
	return reports
		.where('id')
		.anyOf(ids)
		.modify((row) => {
			delete row.cardsEdition;
		});
}

/** Steps speak of the state of a desk that they led to: they go with it. */
async function putDesks(database: RecountDatabase, desks: BackupDesk[]): Promise<void> {
	const ids = desks.map(({ id }) => id);
	const before = await database.desks.bulkGet(ids);
	const rows = desks.map((desk, i): DeskRow => {
		// A screen that showed the one before does not take it for that.
		const revision = (before[i]?.revision ?? 0) + 1;
		return { ...desk, revision, at: 0 };
	});
	await database.desks.bulkPut(rows);
	await database.deskSteps.where('deskId').anyOf(ids).delete();
}

interface Dated {
	id: string;
	/** epoch ms */
	changedAt: number;
	state?: DeskRow['state'];
}

interface ById {
	bulkGet(ids: string[]): PromiseLike<(Dated | undefined)[]>;
}

async function newsOf<T extends Dated>(table: ById, given: T[]): Promise<News<T>> {
	const rows = uniqueRows(given);
	const known = await table.bulkGet(rows.map(({ id }) => id));
	return {
		fresh: rows.filter((_, i) => !known[i]),
		newer: rows.filter((row, i) => {
			const ours = known[i];
			return ours !== undefined && isLater(row, ours);
		})
	};
}

/** Finishing a desk changes nothing on it: of the same desk the finished one is the later. */
function isLater(theirs: Dated, ours: Dated): boolean {
	if (theirs.changedAt !== ours.changedAt) return theirs.changedAt > ours.changedAt;
	return theirs.state === 'finished' && ours.state === 'open';
}
