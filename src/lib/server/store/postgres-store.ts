import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import { failureCode, storeFailure } from './failure.ts';
import { prepareStatements } from './prepared-statements.ts';
import * as schema from './schema.ts';
import { retried } from './transact.ts';
import type { ClassStore, StoreProblem } from './types.ts';

const CONNECT_SECONDS = 5;
const CLOSE_SECONDS = 1;
const STATEMENT_MS = 10_000;

/** Where PostgreSQL is, and how many connections this process may have. */
export interface PostgresPlace {
	url: string;
	connections: number;
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
			close: () => client.end({ timeout: CLOSE_SECONDS })
		});
	} catch (error) {
		const code = storeFailure(error) === 'away' ? 'unreachable' : 'broken';
		return refused({ code, reason: failureCode(error) ?? 'the address cannot be read' });
	}
}
