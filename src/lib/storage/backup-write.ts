import type { Table } from 'dexie';
import {
	BACKUP_KIND,
	BACKUP_TABLES,
	BACKUP_VERSION,
	MOST_SEALED,
	type BackupClass,
	type BackupDesk,
	type BackupFooter,
	type BackupHeader,
	type BackupReport,
	type BackupServed,
	type BackupTable
} from './backup-format.ts';
import { INTAKE_KEY } from './backup-intake.ts';
import { packLines } from './backup-lines.ts';
import { verifyBackup, type BackupProblem } from './backup-read.ts';
import { metaOf } from './card-row.ts';
import type { ArrivalRow, ClassRow, ServedClassRow } from './class-rows.ts';
import type { RecountDatabase } from './database.ts';
import { LineHash } from './line-hash.ts';
import { attempt, done, refused, type Outcome, type StoreProblem } from './outcome.ts';
import type { DeskRow, OwnReportRow, SettingRow, StoredCard } from './rows.ts';
import { LOCAL_SETTINGS, SETTING_KEYS } from './settings.ts';

/** A backup that was read back and found whole; its footer tells a written copy of it from another. */
export interface Backup {
	file: Blob;
	footer: BackupFooter;
}

export interface ExportOptions extends Pick<BackupHeader, 'app' | 'learner' | 'exportedAt'> {
	/** Told after each page how many rows were read. */
	onProgress?: (rows: number) => void;
	/** How many rows are read at a time; 2,000 unless given. */
	page?: number;
}

/**
 * Writes all that one learner did into a file and reads it back before giving it out.
 * Events come before cards and answers before sittings, so that a row written meanwhile
 * never lacks what it speaks of.
 */
export async function exportBackup(
	database: RecountDatabase,
	options: ExportOptions
): Promise<Outcome<Backup, BackupProblem | StoreProblem>> {
	if (!globalThis.crypto?.subtle) return refused({ code: 'insecure' });
	return attempt(async () => {
		const footer: { value?: BackupFooter } = {};
		const file = await packLines(backupLines(database, options, footer));
		if (!footer.value) throw new Error('a backup was packed without its footer');
		const read = await verifyBackup(file, footer.value);
		return read.ok ? done({ file, footer: footer.value }) : read;
	});
}

/** Rows that hold a whole report or quiz are read a few at a time. */
const PAGES: Partial<Record<BackupTable, number>> = {
	...{ reports: 25, desks: 25 },
	...{ quizzes: 25, assignments: 25, handouts: 25 }
};

async function* backupLines(
	database: RecountDatabase,
	options: ExportOptions,
	written: { value?: BackupFooter }
): AsyncGenerator<string> {
	const { app, learner, exportedAt, onProgress, page = 2000 } = options;
	const hash = new LineHash();
	const counts = Object.fromEntries(BACKUP_TABLES.map((table) => [table, 0])) as Record<
		BackupTable,
		number
	>;
	const header: BackupHeader = {
		kind: BACKUP_KIND,
		version: BACKUP_VERSION,
		app,
		learner,
		exportedAt
	};
	let rows = 0;
	const line = JSON.stringify(header);
	await hash.add(line);
	yield line;
	for (const table of BACKUP_TABLES) {
		for await (const row of rowsOf(database, table, Math.min(page, PAGES[table] ?? page))) {
			const line = JSON.stringify({ table, row });
			await hash.add(line);
			yield line;
			counts[table] += 1;
			rows += 1;
			if (rows % page === 0) onProgress?.(rows);
		}
	}
	written.value = { rows, counts, sha256: await hash.hex() };
	yield JSON.stringify(written.value);
}

/** The rows of a table as a backup holds them, in pages by primary key. */
async function* rowsOf(
	database: RecountDatabase,
	name: BackupTable,
	page: number
): AsyncGenerator<unknown> {
	const table = database.table(name) as Table<unknown, string>;
	const key = name === 'settings' ? 'key' : 'id';
	for (let after: string | undefined = ''; after !== undefined;) {
		const rows: unknown[] = await table.where(key).above(after).limit(page).toArray();
		const kept = rows.filter((row) => isKept(name, row)).map((row) => asKept(name, row));
		yield* name === 'classes' ? await withServed(database, kept as ClassRow[]) : kept;
		const last = rows.length < page ? undefined : rows.at(-1);
		after = last === undefined ? undefined : (last as Record<string, string>)[key];
	}
}

/** Classes with what is known of them on a class server. */
async function withServed(
	{ servedClasses }: RecountDatabase,
	rows: readonly ClassRow[]
): Promise<BackupClass[]> {
	const served = await servedClasses.bulkGet(rows.map(({ id }) => id));
	return rows.map((row, i) => (served[i] ? { ...row, served: servedOf(served[i]) } : row));
}

function servedOf({ id: _, ...known }: ServedClassRow): BackupServed {
	return known;
}

function isKept(table: BackupTable, row: unknown): boolean {
	if (table !== 'settings') return true;
	const { key } = row as SettingRow;
	if (key === INTAKE_KEY) return true;
	return !LOCAL_SETTINGS.includes(key) && SETTING_KEYS.some((known) => known === key);
}

function asKept(table: BackupTable, row: unknown): unknown {
	switch (table) {
		case 'cards':
			return metaOf(row as StoredCard);
		case 'reports':
			return reportOf(row as OwnReportRow);
		case 'desks':
			return deskOf(row as DeskRow);
		case 'arrivals':
			return arrivalOf(row as ArrivalRow);
		default:
			return row;
	}
}

function reportOf({ cardsEdition: _, ...row }: OwnReportRow): BackupReport {
	return row;
}

function deskOf({ id, desk, state, changedAt }: DeskRow): BackupDesk {
	return { id, desk, state, changedAt };
}

/** That something arrived is kept; what is far too long to be a result is not worth a backup that nobody can read. */
function arrivalOf(row: ArrivalRow): ArrivalRow {
	return row.sealed.length > MOST_SEALED ? { ...row, sealed: '' } : row;
}
