import { and, eq, gt } from 'drizzle-orm';
import { readAssignments } from '#lib/server/assignments/prepared.ts';
import type { ServerContext } from '#lib/server/context.ts';
import type { PupilKey } from '#lib/server/pupils/pupil-session.ts';
import { presence } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import { holdPupil } from './hold-pupil.ts';

/** A sign of life younger than this is not written again. */
const FRESH_MS = 20_000;

async function freshIn(database: Database, { classId, no }: PupilKey, now: number) {
	const rows = await database
		.select({ id: presence.assignmentId })
		.from(presence)
		.where(
			and(eq(presence.classId, classId), eq(presence.no, no), gt(presence.seenAt, now - FRESH_MS))
		);
	return new Set(rows.map(({ id }) => id));
}

/** Of some assignments those that are this pupil's. */
async function ownOf(context: ServerContext, { classId, no }: PupilKey, ids: readonly string[]) {
	const works = await readAssignments(context, classId, ids);
	return ids.filter((id) => works.get(id)?.assignment.pupils.includes(no));
}

/**
 * Notes which assignments are on a pupil's device, and that they were heard of; where attempts come along
 * those say so. False where the pupil is not there.
 */
export async function notePresence(
	context: ServerContext,
	pupil: PupilKey,
	{ ready, isWorking }: { ready: readonly string[]; isWorking: boolean }
): Promise<boolean> {
	const { store } = context;
	const now = context.now();
	const fresh = ready.length > 0 ? await freshIn(store.database, pupil, now) : new Set();
	const stale = [...new Set(ready)].filter((id) => !fresh.has(id));
	const here = await ownOf(context, pupil, stale);
	if (here.length === 0 && isWorking) return true;
	const { classId, no } = pupil;
	const rows = here.map((assignmentId) => ({
		...{ classId, no, assignmentId, readyAt: now, seenAt: now }
	}));
	return store.transact(async (database) => {
		if (!(await holdPupil(database, pupil, now))) return false;
		if (rows.length > 0)
			await database
				.insert(presence)
				.values(rows)
				.onConflictDoUpdate({
					target: [presence.classId, presence.assignmentId, presence.no],
					set: { seenAt: now }
				});
		return true;
	});
}
