import { bigint, integer, pgTable, text } from 'drizzle-orm/pg-core';

/** Which migrations ran on this database. */
export const schemaMigrations = pgTable('schema_migrations', {
	id: integer('id').primaryKey(),
	name: text('name').notNull(),
	appliedAt: bigint('applied_at', { mode: 'number' }).notNull()
});

/** One row while a process changes the tables: no other changes them meanwhile. */
export const schemaLock = pgTable('schema_lock', {
	name: text('name').primaryKey(),
	holder: text('holder').notNull(),
	takenAt: bigint('taken_at', { mode: 'number' }).notNull()
});
