import { packLines, unpackLines } from './backup-lines.ts';
import type { StoreFactory } from './database.ts';
import { LineHash } from './line-hash.ts';
import { openAsItIs, pagesOf, tablesOf } from './native-store.ts';
import { done, refused, type Outcome } from './outcome.ts';
import { plainValue } from './plain-value.ts';

/**
 * A copy of stores that this program cannot read, for safekeeping: gzip of UTF-8 lines, each one JSON
 * value ended by `\n`. First `{ kind, version, app, copiedAt }`; then for each store a line
 * `{ store, version, tables }`, followed by its rows, `{ table, row }`, with `key` where a row does not
 * hold its own; last `{ rows, left, sha256 }`, the hash as in a backup. What JSON lacks is written as
 * {@link plainValue} says; `left` counts what could not be.
 */
const COPY_KIND = 'recount-store-copy';
const COPY_VERSION = 1;

/** More than a lifetime of study unpacks to. */
const MOST_BYTES = 1024 * 1024 * 1024;

/** A copy that was read back and found whole. */
export interface StoreCopy {
	file: Blob;
	rows: number;
	/** Values that no text can hold. */
	left: number;
}

/** Why no copy was made; the stores are as they were. */
export type CopyProblem = { code: 'insecure' } | { code: 'unreadable' } | { code: 'differs' };

export interface CopyOptions {
	/** Version of the program that copies. */
	app: string;
	/** epoch ms */
	copiedAt: number;
	/** Another place than the browser's own. */
	factory?: StoreFactory;
	/** Told after each page how many rows were read. */
	onProgress?: (rows: number) => void;
}

/** Copies stores, whatever version wrote them, without changing or upgrading any. */
export async function copyStores(
	names: readonly string[],
	options: CopyOptions
): Promise<Outcome<StoreCopy, CopyProblem>> {
	if (!globalThis.crypto?.subtle) return refused({ code: 'insecure' });
	const written = { rows: 0, left: 0, sha256: '' };
	try {
		const file = await packLines(hashed(linesOf(names, options, written), written));
		const sha256 = await hashOf(file);
		const { rows, left } = written;
		return sha256 === written.sha256 ? done({ file, rows, left }) : refused({ code: 'differs' });
	} catch {
		return refused({ code: 'unreadable' });
	}
}

type Written = Omit<StoreCopy, 'file'> & { sha256: string };

async function* linesOf(
	names: readonly string[],
	{ app, copiedAt, factory, onProgress }: CopyOptions,
	written: Written
): AsyncGenerator<unknown> {
	yield { kind: COPY_KIND, version: COPY_VERSION, app, copiedAt };
	for (const name of names) {
		const store = await openAsItIs(name, factory);
		try {
			yield { store: name, version: store.version, tables: tablesOf(store) };
			for await (const { table, rows } of pagesOf(store, factory)) {
				for (const { key, value } of rows) {
					const { plain, left } = await plainValue(value);
					written.rows += 1;
					written.left += left;
					yield { table, ...(key !== undefined && { key }), row: plain };
				}
				onProgress?.(written.rows);
			}
		} finally {
			store.close();
		}
	}
}

/** The values as lines, and their hash as the last one. */
async function* hashed(values: AsyncIterable<unknown>, written: Written): AsyncGenerator<string> {
	const hash = new LineHash();
	for await (const value of values) {
		const line = JSON.stringify(value);
		await hash.add(line);
		yield line;
	}
	written.sha256 = await hash.hex();
	yield JSON.stringify(written);
}

/** The hash of a copy as it reads, its last line left out. */
async function hashOf(file: Blob): Promise<string> {
	const hash = new LineHash();
	let last: string | undefined;
	for await (const line of unpackLines(file, MOST_BYTES)) {
		if (last !== undefined) await hash.add(last);
		last = line;
	}
	return hash.hex();
}
