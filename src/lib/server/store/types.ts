import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema.ts';

/** Where rows are read and written: the store itself, or one transaction of it. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

/** The class server's store, on whatever database. */
export interface ClassStore {
	readonly kind: 'pglite' | 'postgres';
	/** For single reads; what belongs together goes through `transact`. */
	readonly database: Database;
	/**
	 * Runs `work` in one transaction, again where the database says that another came between (SQLSTATE
	 * 40001, 40P01): `work` does nothing but read and write rows.
	 */
	transact<T>(work: (database: Database) => Promise<T>): Promise<T>;
	close(): Promise<void>;
}
