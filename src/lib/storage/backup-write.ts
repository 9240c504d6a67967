import type { Table } from 'dexie';
import {
	BACKUP_KIND,
	BACKUP_TABLES,
	BACKUP_VERSION,
	type BackupFooter,
	type BackupHeader,
	type BackupTable
} from './backup-format.ts';
import { packLines } from './backup-lines.ts';
import { verifyBackup, type BackupProblem } from './backup-read.ts';
import { metaOf } from './card-row.ts';
import type { RecountDatabase } from './database.ts';
import { LineHash } from './line-hash.ts';
import { attempt, done, refused, type Outcome, type StoreProblem } from './outcome.ts';
import type { SettingRow, StoredCard } from './rows.ts';
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

async function* backupLines(
	database: RecountDatabase,
	options: ExportOptions,
	written: { value?: BackupFooter }
): AsyncGenerator<string> {
	const { app, learner, exportedAt, onProgress, page = 2000 } = options;
	const hash = new LineHash();
	const counts = { events: 0, answers: 0, sittings: 0, cards: 0, settings: 0 };
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
		for await (const row of rowsOf(database, table, page)) {
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
		for (const row of rows) if (isKept(name, row)) yield asKept(name, row);
		const last = rows.length < page ? undefined : rows.at(-1);
		after = last === undefined ? undefined : (last as Record<string, string>)[key];
	}
}

function isKept(table: BackupTable, row: unknown): boolean {
	if (table !== 'settings') return true;
	const { key } = row as SettingRow;
	return !LOCAL_SETTINGS.includes(key) && SETTING_KEYS.some((known) => known === key);
}

function asKept(table: BackupTable, row: unknown): unknown {
	return table === 'cards' ? metaOf(row as StoredCard) : row;
}
