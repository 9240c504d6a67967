import { and, eq, lt, or } from 'drizzle-orm';
import { schemaLock } from './migration-tables.ts';
import type { Database } from './types.ts';

const NAME = 'schema';
/** A lock that nobody touched for so long belongs to a process that died. */
const STALE_MS = 60_000;

/** Who wants to change the tables, and when. */
export interface Migrator {
	/** No other process has the same. */
	holder: string;
	/** epoch ms */
	now(): number;
	sleep(ms: number): Promise<void>;
}

const mine = ({ holder }: Migrator) =>
	and(eq(schemaLock.name, NAME), eq(schemaLock.holder, holder));

/** Takes the lock or renews it; false while another process holds it. */
export async function takeSchemaLock(database: Database, who: Migrator): Promise<boolean> {
	const row = { name: NAME, holder: who.holder, takenAt: who.now() };
	const stale = lt(schemaLock.takenAt, who.now() - STALE_MS);
	const taken = await database
		.insert(schemaLock)
		.values(row)
		.onConflictDoUpdate({
			target: schemaLock.name,
			set: { holder: row.holder, takenAt: row.takenAt },
			setWhere: or(eq(schemaLock.holder, who.holder), stale)
		})
		.returning({ holder: schemaLock.holder });
	return taken.length > 0;
}

/** Lets the next one in; a lock that another took over stays. */
export async function releaseSchemaLock(database: Database, who: Migrator): Promise<void> {
	await database.delete(schemaLock).where(mine(who));
}
