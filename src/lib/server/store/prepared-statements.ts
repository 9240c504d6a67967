import type { Sql, TransactionSql } from 'postgres';

/** Longer ones are inserts of many rows: each length would be a statement of its own to keep. */
const MOST_LETTERS = 4000;

function prepareQueries(client: Pick<Sql, 'unsafe'>): void {
	const send = client.unsafe;
	client.unsafe = ((query, parameters, options) =>
		send(query, parameters, {
			...options,
			prepare: query.length <= MOST_LETTERS
		})) as typeof send;
}

/**
 * Has a client send its queries as prepared statements, in transactions too. Drizzle asks for none, and then
 * each query goes to the database and back twice, only to learn first of what types its parameters are.
 */
export function prepareStatements(client: Sql): void {
	prepareQueries(client);
	const begin = client.begin.bind(client) as (
		work: (transaction: TransactionSql) => unknown
	) => Promise<unknown>;
	client.begin = ((work: (transaction: TransactionSql) => unknown) =>
		begin((transaction) => {
			prepareQueries(transaction);
			return work(transaction);
		})) as typeof client.begin;
}
