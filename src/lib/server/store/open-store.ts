import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import { failureCode, storeFailure } from './failure.ts';
import { migrate } from './migrate.ts';
import { openPgliteStore } from './pglite-store.ts';
import { openPostgresStore } from './postgres-store.ts';
import type { ClassStore, StoreProblem } from './types.ts';

const DEFAULT_CONNECTIONS = 10;

/** Where the store is: DATABASE_URL and PG_POOL, else CLASS_DATA. */
export type StoreEnvironment = Readonly<Record<string, string | undefined>>;

function connections(text: string | undefined): number {
	const count = Number(text ?? DEFAULT_CONNECTIONS);
	return Number.isInteger(count) && count > 0 ? count : DEFAULT_CONNECTIONS;
}

function folderOf(env: StoreEnvironment): string {
	return resolve(env.CLASS_DATA || 'data');
}

/** Whether somebody set up a store or used one here before. */
export function isStoreExpected(env: StoreEnvironment): boolean {
	return Boolean(env.DATABASE_URL) || existsSync(folderOf(env));
}

async function upToDate(store: ClassStore): Promise<Outcome<ClassStore, StoreProblem>> {
	const who = {
		holder: randomUUID(),
		now: () => Date.now(),
		sleep: (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms))
	};
	const migrated = await migrate(store.database, who).catch((error: unknown) => {
		const reason = failureCode(error) ?? (error instanceof Error ? error.name : 'unknown');
		const code = storeFailure(error) ? 'unreachable' : 'broken';
		return refused<StoreProblem>({
			code,
			reason: `${reason} while the tables were brought up to date`
		});
	});
	if (migrated.ok) return { ok: true, value: store };
	await store.close();
	return migrated;
}

/** Opens the store that the environment names, its tables brought up to this program's. */
export async function openStore(env: StoreEnvironment): Promise<Outcome<ClassStore, StoreProblem>> {
	const opened = env.DATABASE_URL
		? await openPostgresStore({ url: env.DATABASE_URL, connections: connections(env.PG_POOL) })
		: await openPgliteStore(folderOf(env));
	return opened.ok ? upToDate(opened.value) : opened;
}
