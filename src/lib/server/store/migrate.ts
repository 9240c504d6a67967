import { desc, sql } from 'drizzle-orm';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import { failureCode, storeFailure } from './failure.ts';
import { releaseSchemaLock, takeSchemaLock, type Migrator } from './migration-lock.ts';
import { schemaMigrations } from './migration-tables.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import type { Database, StoreProblem } from './types.ts';

const LOCK_TRIES = 600;
const LOCK_WAIT_MS = 200;

/** Undefined table: nothing ran on this database yet. */
const NO_TABLE = '42P01';
/** Two processes that create the same table at once: one of them is told so in one of these ways. */
const CREATED_MEANWHILE = ['23505', '42P07', '42710', 'XX000'];

const OWN_TABLES = [
	`CREATE TABLE IF NOT EXISTS schema_lock (
		name text PRIMARY KEY,
		holder text NOT NULL,
		taken_at bigint NOT NULL
	)`,
	`CREATE TABLE IF NOT EXISTS schema_migrations (
		id integer PRIMARY KEY,
		name text NOT NULL,
		applied_at bigint NOT NULL
	)`
];

/** The newest migration that ran here, 0 for none. */
async function newestMigration(database: Database): Promise<number> {
	try {
		const newest = await database
			.select({ id: schemaMigrations.id })
			.from(schemaMigrations)
			.orderBy(desc(schemaMigrations.id))
			.limit(1);
		return newest[0]?.id ?? 0;
	} catch (error) {
		if (failureCode(error) === NO_TABLE) return 0;
		throw error;
	}
}

/** Runs a statement that changes tables, alone and outside of any transaction. */
async function change(database: Database, statement: string, who: Migrator): Promise<void> {
	for (let tries = 1; ; tries++) {
		try {
			await database.execute(sql.raw(statement));
			return;
		} catch (error) {
			const isRace =
				storeFailure(error) === 'again' || CREATED_MEANWHILE.includes(failureCode(error) ?? '');
			if (!isRace || tries === 5) throw error;
			await who.sleep(LOCK_WAIT_MS);
		}
	}
}

async function waitForLock(database: Database, who: Migrator): Promise<void> {
	for (let tries = 0; tries < LOCK_TRIES; tries++) {
		if (await takeSchemaLock(database, who)) return;
		await who.sleep(LOCK_WAIT_MS);
	}
	throw new Error('another process has been changing the tables for two minutes');
}

async function runOne(database: Database, migration: Migration, who: Migrator): Promise<void> {
	for (const statement of migration.statements) {
		if (!(await takeSchemaLock(database, who))) throw new Error('lost the lock on the tables');
		await change(database, statement, who);
	}
	await database
		.insert(schemaMigrations)
		.values({ id: migration.id, name: migration.name, appliedAt: who.now() })
		.onConflictDoNothing();
}

/**
 * Brings the database's tables to this program's; several processes may do so at once, one does the work.
 * @returns `newer-database` where a newer program changed them already: nothing is touched then
 */
export async function migrate(
	database: Database,
	who: Migrator,
	migrations: readonly Migration[] = MIGRATIONS
): Promise<Outcome<undefined, StoreProblem>> {
	const known = migrations.at(-1)?.id ?? 0;
	let found = await newestMigration(database);
	if (found < known) {
		for (const statement of OWN_TABLES) await change(database, statement, who);
		await waitForLock(database, who);
		try {
			found = await newestMigration(database);
			for (const each of migrations.filter(({ id }) => id > found)) {
				await runOne(database, each, who);
			}
		} finally {
			await releaseSchemaLock(database, who);
		}
	}
	return found > known ? refused({ code: 'newer-database', found, known }) : done(undefined);
}
