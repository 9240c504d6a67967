import { liveQuery } from 'dexie';
import type { ReportId } from '#lib/bank/types.ts';
import type { RecountDatabase } from './database.ts';
import { readRevision } from './library-revision.ts';
import type { Observable } from './observable.ts';
import type { WholeReport } from './own-report-repository.ts';
import { attempt, done, type Outcome, type StoreProblem } from './outcome.ts';
import type { DeskRow, OwnReportRow } from './rows.ts';

/** The last thing that was done to a whole report, and can be taken back. */
export interface LastDone {
	/** `taken`: from a bank file, which was not here before. */
	what: 'removed' | 'taken' | 'updated';
	id: ReportId;
	title: string;
	/** How many questions it had, or has now. */
	questions: number;
	/** epoch ms */
	at: number;
}

/** What taking it back takes: kept apart, as whoever only tells of it need not read a whole report. */
interface UndoRows {
	before: WholeReport;
	/** What must still stand as it did right after. */
	after: Standing;
	/** The library's revision right after. */
	revision: number;
}

/** What tells one state of a report and its desk from another. */
interface Standing {
	report?: Pick<OwnReportRow, 'changedAt'> & { edition: string };
	desk?: Pick<DeskRow, 'revision' | 'state'>;
}

const KEY = 'own-undo';
const ROWS = 'own-undo-rows';

/** How long it is kept, in days. */
export const UNDO_DAYS = 7;
const DAY_MS = 86_400_000;

/** Tells what can be taken back, also what another tab did. */
export function watchLastDone(database: RecountDatabase): Observable<LastDone | undefined> {
	return liveQuery(() => readLast(database));
}

/** Notes what was done, with what it takes to undo it; call it inside the transaction that does it. */
export async function noteLastDone(
	database: RecountDatabase,
	last: LastDone,
	before: WholeReport
): Promise<void> {
	const after = await standingOf(database, last.id);
	// The revision is moved on once more at the end of the transaction.
	const rows: UndoRows = { before, after, revision: (await readRevision(database)) + 1 };
	await database.settings.bulkPut([
		{ key: KEY, value: last },
		{ key: ROWS, value: rows }
	]);
}

/**
 * What was there before the last thing was done, where it can still be put back; from then on it
 * cannot. Call it inside a transaction over all that belongs to a report.
 */
export async function takeLastDone(
	database: RecountDatabase,
	shown: LastDone
): Promise<WholeReport | undefined> {
	const last = await readLast(database);
	if (!last || last.id !== shown.id || last.at !== shown.at) return undefined;
	const rows = (await database.settings.get(ROWS))?.value as UndoRows;
	await forget(database);
	const now = await standingOf(database, last.id);
	if (JSON.stringify(now) !== JSON.stringify(rows.after)) return undefined;
	const { names, ...before } = rows.before;
	return (await isUntouched(database, rows.revision, last)) ? { ...before, names } : before;
}

/** Lets go of what could be taken back; with a time (epoch ms) given, only where it is too long ago. */
export function forgetLastDone(
	database: RecountDatabase,
	now = Infinity
): Promise<Outcome<undefined, StoreProblem>> {
	return attempt(() =>
		database.transaction('rw', database.settings, async () => {
			const last = await readLast(database);
			if (last && now - last.at > UNDO_DAYS * DAY_MS) await forget(database);
			return done(undefined);
		})
	);
}

async function readLast({ settings }: RecountDatabase): Promise<LastDone | undefined> {
	return (await settings.get(KEY))?.value as LastDone | undefined;
}

async function forget({ settings }: RecountDatabase): Promise<void> {
	await settings.bulkDelete([KEY, ROWS]);
}

async function standingOf({ reports, desks }: RecountDatabase, id: ReportId): Promise<Standing> {
	const [report, desk] = [await reports.get(id), await desks.get(id)];
	return {
		...(report && { report: { changedAt: report.changedAt, edition: report.bank.edition } }),
		...(desk && { desk: { revision: desk.revision, state: desk.state } })
	};
}

/** Whether nobody can have begun to use a name that came: else names stay as they are. */
async function isUntouched(
	database: RecountDatabase,
	revision: number,
	{ id, at }: LastDone
): Promise<boolean> {
	if ((await readRevision(database)) !== revision) return false;
	const open = database.desks.where('state').equals('open');
	return (await open.filter((desk) => desk.id !== id && desk.changedAt >= at).count()) === 0;
}
