import type { Database } from './types.ts';

/**
 * A query of drizzle's builder that is built once a database, with `sql.placeholder` where its values go: for
 * what every request asks, because building takes longer than asking.
 */
export function queryFor<Query>(
	build: (database: Database) => Query
): (database: Database) => Query {
	const built = new WeakMap<Database, Query>();
	return (database) => {
		const query = built.get(database) ?? build(database);
		built.set(database, query);
		return query;
	};
}
