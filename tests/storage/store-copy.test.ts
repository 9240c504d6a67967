import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { unpackLines } from '#lib/storage/backup-lines.ts';
import { readBackup } from '#lib/storage/backup-read.ts';
import { DATABASE_VERSION, databaseName, type StoreFactory } from '#lib/storage/database.ts';
import { memoryFactory } from '#lib/storage/memory.ts';
import { storeNames } from '#lib/storage/native-store.ts';
import { openDatabase } from '#lib/storage/opening.ts';
import { plainValue } from '#lib/storage/plain-value.ts';
import { copyStores } from '#lib/storage/store-copy.ts';
import { metaOf, newDesk, recall } from './support.ts';

const NAME = databaseName('ada');
const about = { app: '1', copiedAt: 5 };

const placeOf = ({ indexedDB }: StoreFactory) => indexedDB as IDBFactory;

function upgraded(
	place: IDBFactory,
	change: (request: IDBOpenDBRequest) => void
): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = place.open(NAME, (DATABASE_VERSION + 1) * 10);
		request.onupgradeneeded = () => change(request);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error(NAME));
	});
}

/** A store that a newer program went on with: another table, other rows. */
async function newerStore() {
	const factory = memoryFactory();
	const desk = newDesk(factory);
	for (const n of [0, 1, 0]) await recall(desk, metaOf(n), 3);
	const events = await desk.database.events.toArray();
	desk.database.close();
	const visions = Array.from({ length: 1200 }, (_, n) => ({ id: n, of: `day ${n}` }));
	const store = await upgraded(placeOf(factory), ({ result }) => {
		const table = result.createObjectStore('visions', { keyPath: 'id' });
		for (const vision of visions) table.add(vision);
		result.createObjectStore('loose').add({ seen: new Date(7) }, 'key');
	});
	store.close();
	return { factory, events, visions };
}

async function linesOf(file: Blob): Promise<Record<string, unknown>[]> {
	const lines: Record<string, unknown>[] = [];
	for await (const line of unpackLines(file, 1e9)) {
		lines.push(JSON.parse(line) as Record<string, unknown>);
	}
	return lines;
}

describe('copyStores', () => {
	it('copies every row of a store that a newer program wrote, and leaves it as it is', async () => {
		const { factory, events, visions } = await newerStore();
		const before = await placeOf(factory).databases();
		const copied = await copyStores([NAME], { ...about, factory });
		if (!copied.ok) throw new Error(copied.problem.code);
		const [header, store, ...rows] = await linesOf(copied.value.file);
		const footer = rows.pop();
		expect(header).toEqual({ kind: 'recount-store-copy', version: 1, ...about });
		expect(store).toMatchObject({ store: NAME, version: (DATABASE_VERSION + 1) * 10 });
		expect(store?.tables).toMatchObject({ visions: { keyPath: 'id' }, loose: { keyPath: null } });
		const of = (table: string) => rows.filter((row) => row.table === table);
		expect(of('events').map(({ row }) => row)).toEqual(events);
		expect(of('visions').map(({ row }) => row)).toEqual(visions);
		expect(of('loose')).toEqual([{ table: 'loose', key: 'key', row: { seen: { $date: 7 } } }]);
		expect(footer).toMatchObject({ rows: rows.length, left: 0 });
		expect(copied.value.rows).toBe(rows.length);
		expect(await placeOf(factory).databases()).toEqual(before);
		expect(await openDatabase('ada', { factory })).toMatchObject({
			ok: false,
			problem: { code: 'newer', store: NAME }
		});
	});

	it('makes nothing where there is no such store', async () => {
		const factory = memoryFactory();
		const refused = { ok: false, problem: { code: 'unreadable' } };
		expect(await copyStores([NAME], { ...about, factory })).toEqual(refused);
		expect(await placeOf(factory).databases()).toEqual([]);
	});

	it('is not taken for a backup', async () => {
		const { factory } = await newerStore();
		const copied = await copyStores([NAME], { ...about, factory });
		if (!copied.ok) throw new Error(copied.problem.code);
		expect(await readBackup(copied.value.file)).toEqual({
			ok: false,
			problem: { code: 'foreign', kind: 'recount-store-copy' }
		});
	});

	it('finds all stores of the program, and no other', async () => {
		const { factory } = await newerStore();
		const other = new Dexie('somebody-else', factory);
		other.version(1).stores({ a: 'id' });
		await other.open();
		other.close();
		expect(await storeNames(factory)).toEqual([NAME]);
	});
});

describe('plainValue', () => {
	const bytes = new Uint8Array([1, 2, 255]);
	it.each<[string, unknown, unknown, number]>([
		['what JSON holds', { a: [1, 'x', null, true] }, { a: [1, 'x', null, true] }, 0],
		['a date', new Date(9), { $date: 9 }, 0],
		['bytes', [bytes, bytes.buffer], [{ $bytes: 'AQL/' }, { $bytes: 'AQL/' }], 0],
		['part of bytes', bytes.subarray(2), { $bytes: '/w==' }, 0],
		['a file', new Blob([bytes], { type: 'a/b' }), { $bytes: 'AQL/', $type: 'a/b' }, 0],
		['numbers of no JSON', [1n, NaN], [{ $number: '1' }, { $number: 'NaN' }], 0],
		['a map', new Map([['a', new Date(1)]]), { $map: [['a', { $date: 1 }]] }, 0],
		['a set', new Set([1]), { $set: [1] }, 0],
		[
			'what no text holds',
			{ a: /x/, b: [/y/] },
			{ a: { $left: 'RegExp' }, b: [{ $left: 'RegExp' }] },
			2
		]
	])('writes %s', async (_name, value, plain, left) => {
		expect(await plainValue(value)).toEqual({ plain, left });
	});
});
