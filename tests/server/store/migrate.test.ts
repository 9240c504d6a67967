import { sql } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/pg-core';
import { describe, expect, test } from 'vitest';
import { migrate } from '#lib/server/store/migrate.ts';
import { schemaLock, schemaMigrations } from '#lib/server/store/migration-tables.ts';
import type { ClassStore } from '#lib/server/store/types.ts';
import { releaseSchemaLock, takeSchemaLock } from '#lib/server/store/migration-lock.ts';
import { MIGRATIONS, type Migration } from '#lib/server/store/migrations.ts';
import { newDatabase } from '../support/databases.ts';
import { describeStores, migrated, openTestPostgres, tables } from '../support/stores.ts';

const who = (holder: string, now = 1_000_000) => ({
	holder,
	now: () => now,
	sleep: () => Promise.resolve()
});

/** What the database says of its columns, whatever driver answers. */
interface Column {
	table_name: string;
	column_name: string;
	data_type: string;
	is_nullable: string;
}

const rowsOf = (answer: unknown): Column[] =>
	Array.isArray(answer) ? (answer as Column[]) : (answer as { rows: Column[] }).rows;

describeStores((make) => {
	test('the migrated tables are those of the schema, both ways', async () => {
		const answer = await make().store.database.execute(
			sql`SELECT table_name, column_name, data_type, is_nullable
				FROM information_schema.columns WHERE table_schema = 'public'`
		);
		const found = rowsOf(answer).map(
			(row) => `${row.table_name}.${row.column_name} ${row.data_type} ${row.is_nullable}`
		);
		const wanted = [...tables, schemaLock, schemaMigrations].flatMap((table) => {
			const { name, columns } = getTableConfig(table);
			return columns.map(
				(each) => `${name}.${each.name} ${each.getSQLType()} ${each.notNull ? 'NO' : 'YES'}`
			);
		});
		expect(found.toSorted()).toEqual(wanted.toSorted());
	});

	test('running them again changes nothing', async () => {
		const { store } = make();
		const before = await store.database.select().from(schemaMigrations);
		await migrated(store);
		expect(await store.database.select().from(schemaMigrations)).toEqual(before);
		expect(await store.database.select().from(schemaLock)).toEqual([]);
	});

	test('a newer database is refused, untouched', async () => {
		const { store } = make();
		const newer = { id: 99, name: 'from the future', appliedAt: 1 };
		await store.database.insert(schemaMigrations).values(newer);
		const outcome = await migrate(store.database, who('a'));
		await store.database.delete(schemaMigrations).where(sql`id = 99`);
		expect(outcome).toEqual({
			ok: false,
			problem: { code: 'newer-database', found: 99, known: 1 }
		});
	});

	test('one process at a time holds the lock; a stale one is taken over', async () => {
		const { database } = make().store;
		const taken = (holder: string, at: number) => takeSchemaLock(database, who(holder, at));
		expect(await taken('a', 100_000)).toBe(true);
		expect(await taken('b', 160_000)).toBe(false);
		expect(await taken('a', 150_000)).toBe(true);
		expect(await taken('b', 205_000)).toBe(false);
		expect(await taken('b', 210_001)).toBe(true);
		expect(await taken('a', 210_002)).toBe(false);
		await releaseSchemaLock(database, who('a'));
		expect(await taken('c', 210_003)).toBe(false);
		await releaseSchemaLock(database, who('b'));
		expect(await taken('c', 210_004)).toBe(true);
		await releaseSchemaLock(database, who('c'));
	});

	test('one that died halfway is run again, whole', async () => {
		const { database } = make().store;
		const halfway = (second: string): Migration[] => [
			...MIGRATIONS,
			{
				id: 2,
				name: 'halfway',
				statements: [`CREATE TABLE IF NOT EXISTS halfway (id integer)`, second]
			}
		];
		await expect(migrate(database, who('a'), halfway('CREATE NONSENSE'))).rejects.toThrow();
		const whole = 'ALTER TABLE halfway ADD COLUMN IF NOT EXISTS name text';
		expect(await migrate(database, who('b'), halfway(whole))).toEqual({ ok: true });
		const ids = await database.select({ id: schemaMigrations.id }).from(schemaMigrations);
		expect(ids.map(({ id }) => id).toSorted()).toEqual([1, 2]);
		await database.delete(schemaMigrations).where(sql`id = 2`);
		await database.execute(sql`DROP TABLE halfway`);
	});
});

const server = process.env.TEST_DATABASE_URL;

describe.skipIf(!server)('several processes at the first start', () => {
	test('make the tables once', async () => {
		const database = await newDatabase(server ?? '');
		const stores: ClassStore[] = await Promise.all(
			Array.from({ length: 4 }, () => openTestPostgres(database.url, 1))
		);
		await Promise.all(stores.map((store) => migrated(store)));
		const rows = await stores[0]?.database.select().from(schemaMigrations);
		expect(rows?.map(({ id }) => id)).toEqual(MIGRATIONS.map(({ id }) => id));
		await Promise.all(stores.map((store) => store.close()));
		await database.drop();
	}, 120_000);
});
