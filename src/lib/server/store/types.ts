import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema.ts';
import type { Statement } from './statement.ts';

/** Where rows are read and written: the store itself, or one transaction of it. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

/**
 * Why a store cannot be had. `locked`: another process has the folder; `newer-database`: a newer program
 * changed the tables; `unreachable`: PostgreSQL does not answer, it may later; `broken`: the database is there
 * and does not open.
 */
export type StoreProblem =
	| { code: 'locked'; folder: string; pid: number }
	| { code: 'newer-database'; found: number; known: number }
	| { code: 'unreachable'; reason: string }
	| { code: 'broken'; reason: string };

/**
 * What a transaction is kept from. `serializable`, unless said otherwise: all come out as if they ran one
 * after the other. `repeatable read` for what many do at once: a transaction sees one state of the rows and
 * runs again where another changed one that it changes too, but two that only read what the other writes
 * pass each other. Whoever takes it first writes one row in common with all that must not come between.
 */
type Isolation = 'serializable' | 'repeatable read';

/** The class server's store, on whatever database. */
export interface ClassStore {
	readonly kind: 'pglite' | 'postgres';
	/** For single reads; what belongs together goes through `transact`. */
	readonly database: Database;
	/**
	 * Runs `work` in one transaction, again where the database says that another came between (SQLSTATE
	 * 40001, 40P01): `work` does nothing but read and write rows, by the database it is given and no other
	 * (PGlite has one connection and would wait for itself).
	 */
	transact<T>(work: (database: Database) => Promise<T>, isolation?: Isolation): Promise<T>;
	/**
	 * Runs one statement as a transaction of its own, `repeatable read`, again like `transact`: for what many
	 * do at once, in one way to the database and back.
	 */
	runAlone<Row>(statement: Statement): Promise<Row[]>;
	close(): Promise<void>;
}
