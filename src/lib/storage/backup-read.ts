import {
	BACKUP_KIND,
	BACKUP_TABLES,
	BACKUP_VERSION,
	TABLES_OF,
	type BackupContents,
	type BackupFooter,
	type BackupHeader,
	type BackupRows,
	type BackupTable
} from './backup-format.ts';
import { TooLarge, unpackLines } from './backup-lines.ts';
import { asFooter, asHeader } from './backup-ends.ts';
import { checkRow } from './backup-rows.ts';
import { LineHash } from './line-hash.ts';
import { done, refused, type Outcome } from './outcome.ts';

/**
 * Why a file is not taken as a backup. `foreign` names the kind it says it is of, if any;
 * `insecure`: the browser gives no means to check it on an address without https.
 */
export type BackupProblem =
	| { code: 'not-gzip' }
	| { code: 'foreign'; kind?: string }
	| { code: 'newer'; version: number }
	| { code: 'truncated' }
	| { code: 'damaged' }
	| { code: 'bad-row'; line: number; reason: string }
	| { code: 'too-large'; mostBytes: number }
	| { code: 'insecure' };

/** More than a lifetime of study unpacks to. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Reads a backup whole and checks every byte and row of it; touches no store. */
export async function readBackup(
	file: Blob,
	mostBytes = MOST_BYTES
): Promise<Outcome<BackupContents, BackupProblem>> {
	if (!globalThis.crypto?.subtle) return refused({ code: 'insecure' });
	const problem = await signatureProblem(file);
	if (problem) return refused(problem);
	const reading = new Reading();
	try {
		for await (const line of unpackLines(file, mostBytes)) {
			const stop = await reading.take(line);
			if (stop) return refused(stop);
		}
	} catch (cause) {
		return refused(streamProblem(cause, mostBytes));
	}
	return reading.end();
}

/** Reads back a file that was written and says whether it is the backup of that footer. */
export async function verifyBackup(
	file: Blob,
	written: BackupFooter
): Promise<Outcome<BackupContents, BackupProblem>> {
	const read = await readBackup(file);
	const same = !read.ok || read.value.footer.sha256 === written.sha256;
	return same ? read : refused({ code: 'damaged' });
}

/** Gathers a backup line by line; a line is only a row once another follows it. */
class Reading {
	#header: BackupHeader | undefined;
	#rows = noRows();
	/** How many rows each table had, those passed over included. */
	#counts = new Map<BackupTable, number>();
	#hash = new LineHash();
	#last: string | undefined;
	#taken = 0;
	#badRow: BackupProblem | undefined;

	/** Takes the next line; a problem given back ends the reading. */
	async take(line: string): Promise<BackupProblem | undefined> {
		const ready = this.#last;
		this.#last = line;
		if (ready === undefined) return this.#readHeader(line);
		this.#taken += 1;
		await this.#hash.add(ready);
		if (this.#taken > 1 && !this.#badRow) this.#badRow = this.#readRow(ready);
		return undefined;
	}

	/** What was read, once there are no more lines. */
	async end(): Promise<Outcome<BackupContents, BackupProblem>> {
		const header = this.#header;
		const footer = header && asFooter(parse(this.#last ?? ''), header.version);
		if (!header || !footer) return refused({ code: 'truncated' });
		const sound = (await this.#hash.hex()) === footer.sha256 && this.#taken - 1 === footer.rows;
		if (!sound) return refused({ code: 'damaged' });
		if (this.#badRow) return refused(this.#badRow);
		const counted = BACKUP_TABLES.every(
			(table) => (this.#counts.get(table) ?? 0) === footer.counts[table]
		);
		return counted ? done({ header, rows: this.#rows, footer }) : refused({ code: 'damaged' });
	}

	#readHeader(line: string): BackupProblem | undefined {
		const value = parse(line);
		const { kind, version } = labelOf(value);
		if (kind !== BACKUP_KIND) return { code: 'foreign', kind };
		if (version !== undefined && version > BACKUP_VERSION) return { code: 'newer', version };
		this.#header = asHeader(value);
		return this.#header ? undefined : { code: 'bad-row', line: 1, reason: 'not a header' };
	}

	#readRow(line: string): BackupProblem | undefined {
		const at = this.#taken;
		const value = parse(line) as { table?: unknown; row?: unknown } | null | undefined;
		const tables = this.#header ? TABLES_OF[this.#header.version] : [];
		const table = tables.find((known) => known === value?.table);
		if (!table) return { code: 'bad-row', line: at, reason: 'no such table' };
		const checked = checkRow(table, value?.row);
		if (!checked.ok) return { code: 'bad-row', line: at, reason: checked.reason };
		const rows: Record<BackupTable, unknown[]> = this.#rows;
		if (checked.row) rows[table].push(checked.row);
		this.#counts.set(table, (this.#counts.get(table) ?? 0) + 1);
		return undefined;
	}
}

function noRows(): BackupRows {
	return {
		...{ events: [], answers: [], sittings: [], cards: [], settings: [] },
		...{ names: [], reports: [], desks: [] },
		...{ classes: [], quizzes: [], assignments: [], submissions: [] },
		...{ arrivals: [], rulings: [], handouts: [], handins: [] }
	};
}

async function signatureProblem(file: Blob): Promise<BackupProblem | undefined> {
	const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
	if (start[0] === 0x1f && start[1] === 0x8b) return undefined;
	const [first = ''] = (await file.slice(0, 65_536).text()).split('\n');
	const { kind } = labelOf(parse(first));
	return kind === undefined ? { code: 'not-gzip' } : { code: 'foreign', kind };
}

function labelOf(value: unknown): { kind?: string; version?: number } {
	if (typeof value !== 'object' || value === null) return {};
	const { kind, version } = value as { kind?: unknown; version?: unknown };
	return {
		kind: typeof kind === 'string' ? kind.slice(0, 100) : undefined,
		version: typeof version === 'number' ? version : undefined
	};
}

function parse(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return undefined;
	}
}

/** Browsers say in words alone that a gzip file ends too soon. */
function streamProblem(cause: unknown, mostBytes: number): BackupProblem {
	if (cause instanceof TooLarge) return { code: 'too-large', mostBytes };
	const words = cause instanceof Error ? `${cause.message} ${String(cause.cause ?? '')}` : '';
	return { code: /truncat|unexpected end|without reaching/i.test(words) ? 'truncated' : 'damaged' };
}
