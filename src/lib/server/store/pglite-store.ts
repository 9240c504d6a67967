import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import { storeAway } from './failure.ts';
import { lockFolder, type FolderLock } from './folder-lock.ts';
import { pgliteFolder } from './pglite-folder.ts';
import * as schema from './schema.ts';
import type { Statement } from './statement.ts';
import { retried } from './transact.ts';
import type { ClassStore, StoreProblem } from './types.ts';

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** What PGlite opens. */
interface Place {
	/** A folder, or memory:// */
	dataDir: string;
	/** A database that is loaded into memory first. */
	loadDataDir?: Blob;
}

/** Opens PGlite, a PostgreSQL inside this process; loads it only now. */
async function openAt(place: Place, closed: () => void): Promise<ClassStore> {
	const { PGlite } = await import('@electric-sql/pglite');
	const { drizzle } = await import('drizzle-orm/pglite');
	const client = await PGlite.create(place);
	const database = drizzle(client, { schema });
	let closing: Promise<void> | undefined;
	return {
		kind: 'pglite',
		database,
		transact: (work) => {
			if (closing) return Promise.reject(storeAway());
			return retried(() => database.transaction((transaction) => work(transaction)));
		},
		runAlone: async <Row>({ text, values }: Statement) => {
			if (closing) throw storeAway();
			return (await client.query<Row>(text, values)).rows;
		},
		close: () => (closing ??= client.close().finally(closed))
	};
}

/** A store in memory, for tests: empty, or what another one was dumped to. */
export function openMemoryStore(loadDataDir?: Blob): Promise<ClassStore> {
	return openAt({ dataDir: 'memory://', loadDataDir }, () => undefined);
}

/**
 * The store in a folder of this machine: one process at a time, which the lock sees to.
 * @returns `locked` while another process has the folder, `broken` where the database does not open
 */
export async function openPgliteStore(folder: string): Promise<Outcome<ClassStore, StoreProblem>> {
	let lock: FolderLock | undefined;
	try {
		const locked = await lockFolder(folder);
		if (!locked.ok) return locked;
		const { value } = locked;
		lock = value;
		return done(await openAt({ dataDir: await pgliteFolder(folder) }, () => value.release()));
	} catch (error) {
		lock?.release();
		return refused({ code: 'broken', reason: `${folder}: ${reasonOf(error)}` });
	}
}
