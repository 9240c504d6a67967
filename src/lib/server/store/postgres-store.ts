import type { Sql } from 'postgres';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import { failureCode, storeFailure } from './failure.ts';
import { prepareStatements } from './prepared-statements.ts';
import * as schema from './schema.ts';
import { retried } from './transact.ts';
import type { Statement } from './statement.ts';
import type { ClassStore, StoreProblem } from './types.ts';

const CONNECT_SECONDS = 5;
const CLOSE_SECONDS = 1;
const STATEMENT_MS = 10_000;

/** Where PostgreSQL is, and how many connections this process may have. */
export interface PostgresPlace {
	url: string;
	connections: number;
}

/** Sends a transaction of one statement whole, without waiting between its three parts. */
async function runAlone<Row>(client: Sql, { text, values }: Statement): Promise<Row[]> {
	const connection = await client.reserve();
	try {
		const begin = connection.unsafe('BEGIN ISOLATION LEVEL REPEATABLE READ');
		const rows = connection.unsafe(text, values, { prepare: true });
		const ended = await Promise.allSettled([begin, rows, connection.unsafe('COMMIT')]);
		// All three have ended: only now is the connection free for others.
		const failed = ended.find((part) => part.status === 'rejected');
		if (failed) throw failed.reason;
		return (await rows) as unknown as Row[];
	} finally {
		connection.release();
	}
}

/**
 * The store on PostgreSQL or what speaks its protocol; loads the driver only now.
 * @returns `unreachable` where nobody answers, `broken` where the answer is a refusal
 */
export async function openPostgresStore(
	place: PostgresPlace
): Promise<Outcome<ClassStore, StoreProblem>> {
	const { default: postgres } = await import('postgres');
	const { drizzle } = await import('drizzle-orm/postgres-js');
	try {
		const client = postgres(place.url, {
			max: place.connections,
			connect_timeout: CONNECT_SECONDS,
			onnotice: () => undefined,
			connection: { application_name: 'recount', statement_timeout: STATEMENT_MS }
		});
		prepareStatements(client);
		const database = drizzle(client, { schema });
		await client`SELECT 1`.catch(async (error: unknown) => {
			await client.end({ timeout: 0 });
			throw error;
		});
		return done({
			kind: 'postgres',
			database,
			transact: (work, isolationLevel = 'serializable') =>
				retried(() => database.transaction((transaction) => work(transaction), { isolationLevel })),
			runAlone: (statement) => retried(() => runAlone(client, statement)),
			close: () => client.end({ timeout: CLOSE_SECONDS })
		});
	} catch (error) {
		const code = storeFailure(error) === 'away' ? 'unreachable' : 'broken';
		return refused({ code, reason: failureCode(error) ?? 'the address cannot be read' });
	}
}
