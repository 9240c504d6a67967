import { randomBytes } from 'node:crypto';
import { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import type { ServerContext } from '#lib/server/context.ts';
import { newIdAt } from '#lib/server/new-id.ts';
import { migrate } from '#lib/server/store/migrate.ts';
import { openMemoryStore } from '#lib/server/store/pglite-store.ts';
import { openPostgresStore } from '#lib/server/store/postgres-store.ts';
import * as schema from '#lib/server/store/schema.ts';
import type { ClassStore } from '#lib/server/store/types.ts';
import { newDatabase } from './databases.ts';

import { emptyDatabase } from './empty-database.ts';

/** A context whose clock a test sets. */
export interface TestContext extends ServerContext {
	/** epoch ms: what `now()` says */
	clock: { now: number };
}

const START = Date.UTC(2026, 9, 5, 8);
const OPEN_MS = 120_000;

export const tables = Object.values(schema).filter((each) => each instanceof PgTable);

const patience = {
	now: () => Date.now(),
	sleep: (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms))
};

/** Brings a test's store up to date. */
export async function migrated(store: ClassStore): Promise<ClassStore> {
	const holder = randomBytes(8).toString('hex');
	const outcome = await migrate(store.database, { ...patience, holder });
	if (!outcome.ok) throw new Error(outcome.problem.code);
	return store;
}

/** Deletes every row. */
async function emptied(store: ClassStore): Promise<void> {
	for (const table of tables) await store.database.delete(table);
}

/** A context over a store, at a fixed time. */
export function contextOver(store: ClassStore, over: Partial<ServerContext> = {}): TestContext {
	const clock = { now: START };
	return {
		store,
		now: () => clock.now,
		newId: () => newIdAt(clock.now, crypto),
		crypto,
		origin: 'https://class.example',
		clock,
		...over
	};
}

/** A PostgreSQL store for tests. */
export async function openTestPostgres(url: string, connections = 4): Promise<ClassStore> {
	const opened = await openPostgresStore({ url, connections });
	if (!opened.ok) throw new Error(`${opened.problem.code} at ${url}`);
	return opened.value;
}

interface OpenStore {
	store: ClassStore;
	close(): Promise<void>;
}

async function onPglite(): Promise<OpenStore> {
	const store = await migrated(await openMemoryStore(await emptyDatabase()));
	return { store, close: () => store.close() };
}

async function onPostgres(server: string): Promise<OpenStore> {
	const database = await newDatabase(server);
	const store = await migrated(await openTestPostgres(database.url));
	return {
		store,
		close: async () => {
			await store.close();
			await database.drop();
		}
	};
}

/**
 * Runs a suite on every store: PGlite in memory always, PostgreSQL where TEST_DATABASE_URL names one. One
 * store a file; each test begins with empty tables, and `make()` gives it a context at a fixed time.
 */
export function describeStores(
	body: (make: (over?: Partial<ServerContext>) => TestContext) => void
): void {
	const server = process.env.TEST_DATABASE_URL;
	if (!server) console.info('TEST_DATABASE_URL is not set: not tested on PostgreSQL.');
	const stores: Record<string, () => Promise<OpenStore>> = { PGlite: onPglite };
	if (server) stores.PostgreSQL = () => onPostgres(server);
	describe.each(Object.entries(stores))('on %s', (_, open) => {
		let at: OpenStore | undefined;
		beforeAll(async () => {
			at = await open();
		}, OPEN_MS);
		beforeEach(async () => {
			if (at) await emptied(at.store);
		});
		afterAll(() => at?.close(), OPEN_MS);
		body((over) => {
			if (!at) throw new Error('make() belongs into a test');
			return contextOver(at.store, over);
		});
	});
}
