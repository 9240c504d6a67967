import { Dexie } from 'dexie';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DATABASE_VERSION, type StoreFactory } from '#lib/storage/database.ts';
import { memoryFactory } from '#lib/storage/memory.ts';
import { openDatabase, openDeviceDatabase, type OpenOptions } from '#lib/storage/opening.ts';
import { deskOf, metaOf, recall } from './support.ts';

const NAME = 'recount-ada';

/** A factory whose opens go through `open`, told how many there were before. */
function wrapped(
	inner: StoreFactory,
	open: (count: number, ...args: [string, number?]) => IDBOpenDBRequest
): { factory: StoreFactory; deleted: string[] } {
	const native = inner.indexedDB as IDBFactory;
	const deleted: string[] = [];
	let count = 0;
	const indexedDB = {
		open: (name: string, version?: number) => open(count++, name, version),
		databases: () => native.databases(),
		deleteDatabase: (name: string) => void deleted.push(name)
	};
	return { factory: { ...inner, indexedDB }, deleted };
}

function rejecting(name: string): IDBOpenDBRequest {
	const error = new DOMException('Internal error opening backing store', name);
	const request = { error } as IDBOpenDBRequest;
	const event = { target: request, preventDefault() {}, stopPropagation() {} };
	setTimeout(() => request.onerror?.(event as unknown as Event));
	return request;
}

async function opened(options: OpenOptions) {
	const outcome = await openDatabase('ada', options);
	if (!outcome.ok) throw new Error(outcome.problem.code);
	onTestFinished(() => outcome.value.database.close());
	return outcome.value;
}

/** A database as a program of a later version leaves it, with rows in it. */
async function newerStore(): Promise<StoreFactory> {
	const factory = memoryFactory();
	const newer = new Dexie(NAME, factory);
	newer.version(DATABASE_VERSION + 1).stores({ events: 'id', visions: 'id' });
	await newer.table('visions').add({ id: 'v' });
	newer.close();
	return factory;
}

describe('openDatabase', () => {
	it('opens, and says whether the store is new', async () => {
		const factory = memoryFactory();
		expect((await opened({ factory })).created).toBe(true);
		expect((await opened({ factory })).created).toBe(false);
	});

	it('commits reviews strictly', async () => {
		const { database } = await opened({ factory: memoryFactory() });
		expect(database._options).toMatchObject({ chromeTransactionDurability: 'strict' });
	});

	it('tries once more after a passing fault', async () => {
		const inner = memoryFactory();
		const native = inner.indexedDB as IDBFactory;
		const { factory, deleted } = wrapped(inner, (count, name, version) =>
			count === 0 ? rejecting('AbortError') : native.open(name, version)
		);
		await opened({ factory });
		expect(deleted).toEqual([]);
	});

	it.each([
		['UnknownError', 'failed'],
		['AbortError', 'failed'],
		['SecurityError', 'unavailable']
	])('gives up on a lasting %s and deletes nothing', async (name, code) => {
		const { factory, deleted } = wrapped(memoryFactory(), () => rejecting(name));
		const outcome = await openDatabase('ada', { factory });
		expect(outcome).toMatchObject({ ok: false, problem: { code } });
		expect(deleted).toEqual([]);
	});

	it('says that a browser without any store has none', async () => {
		expect(await openDatabase('ada')).toMatchObject({ problem: { code: 'unavailable' } });
	});

	it('stops waiting for an open that hangs', async () => {
		const hanging = () => new EventTarget() as IDBOpenDBRequest;
		const { factory } = wrapped(memoryFactory(), hanging);
		const outcome = await openDatabase('ada', { factory, timeoutMs: 30 });
		expect(outcome).toEqual({ ok: false, problem: { code: 'timeout' } });
	});

	it('leaves a newer store as it is', async () => {
		const factory = await newerStore();
		const outcome = await openDatabase('ada', { factory });
		expect(outcome).toEqual({
			ok: false,
			problem: { code: 'newer', version: DATABASE_VERSION + 1, store: NAME }
		});
		const after = await new Dexie(NAME, factory).open();
		onTestFinished(() => after.close());
		expect(after.backendDB().version).toBe((DATABASE_VERSION + 1) * 10);
		expect(after.tables.map(({ name }) => name)).toEqual(['events', 'visions']);
		expect(await after.table('visions').toArray()).toEqual([{ id: 'v' }]);
	});

	it('takes over a store of the first version with all that is in it', async () => {
		const factory = memoryFactory();
		const older = new Dexie(NAME, factory);
		older.version(1).stores({ events: 'id, cardId', settings: 'key', reports: 'id' });
		await older.table('events').add({ id: 'e', cardId: 'c' });
		await older.table('settings').add({ key: 'newPerDay', value: 3 });
		const upgraded: string[] = [];
		older.on('versionchange', () => {
			upgraded.push('older tab');
			older.close();
		});
		const { database, created } = await opened({ factory });
		expect(upgraded).toEqual(['older tab']);
		expect(created).toBe(false);
		expect(database.backendDB().version).toBe(DATABASE_VERSION * 10);
		expect(await database.events.toArray()).toEqual([{ id: 'e', cardId: 'c' }]);
		expect(await database.settings.toArray()).toEqual([{ key: 'newPerDay', value: 3 }]);
		await database.names.add({ id: 'n', name: 'N', type: 'thing', aliases: [] });
		expect(await database.desks.where('state').equals('open').count()).toBe(0);
	});

	it('says that an older tab holds the store', async () => {
		const factory = memoryFactory();
		const native = factory.indexedDB as IDBFactory;
		const older = await new Promise<IDBDatabase>((resolve) => {
			const request = native.open(NAME, 5);
			request.onsuccess = () => resolve(request.result);
		});
		const outcome = await openDatabase('ada', { factory, blockedMs: 20 });
		expect(outcome).toEqual({ ok: false, problem: { code: 'blocked' } });
		older.close();
		await opened({ factory });
	});

	it('gives the store up for a newer tab, tells so, and stays closed', async () => {
		const factory = memoryFactory();
		const givenUp: string[] = [];
		const { database } = await opened({ factory, onGivenUp: (why) => givenUp.push(why) });
		const desk = deskOf(database);
		await recall(desk, metaOf(0), 3);
		const newer = new Dexie(NAME, factory);
		newer.version(DATABASE_VERSION + 1).stores({ visions: 'id' });
		await newer.open();
		onTestFinished(() => newer.close());
		expect(givenUp).toEqual(['upgraded']);
		expect(await desk.study.undo('any')).toEqual({ ok: false, problem: { code: 'closed' } });
	});
});

describe('openDeviceDatabase', () => {
	it('opens beside the learners', async () => {
		const factory = memoryFactory();
		await opened({ factory });
		const device = await openDeviceDatabase({ factory });
		expect(device).toMatchObject({ ok: true, value: { created: true } });
	});
});
