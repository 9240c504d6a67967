import { and, eq } from 'drizzle-orm';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { tombstones } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';

/** What can be deleted for good. */
export type Buried = (typeof tombstones.$inferSelect)['what'];

/** The ids of what was deleted for good of a class; of pupils their numbers. */
export async function buriedIn(
	database: Database,
	classId: string,
	what: Buried
): Promise<Set<string>> {
	const rows = await database
		.select({ id: tombstones.id })
		.from(tombstones)
		.where(and(eq(tombstones.classId, classId), eq(tombstones.what, what)));
	return new Set(rows.map(({ id }) => id));
}

/** Why something of a class is not there: `gone` where it was deleted for good, else `missing`. */
export async function absence(
	database: Database,
	classId: string,
	{ what, id }: { what: Buried; id: string }
): Promise<ApiProblem & { code: 'gone' | 'missing' }> {
	const [dead] = await database
		.select({ id: tombstones.id })
		.from(tombstones)
		.where(and(eq(tombstones.classId, classId), eq(tombstones.what, what), eq(tombstones.id, id)));
	return { code: dead ? 'gone' : 'missing' };
}

/** Notes that things of a class are deleted for good at a time (epoch ms). */
export async function bury(
	database: Database,
	classId: string,
	{ what, ids, at }: { what: Buried; ids: readonly string[]; at: number }
): Promise<void> {
	if (ids.length === 0) return;
	const rows = ids.map((id) => ({ classId, what, id, at }));
	await database.insert(tombstones).values(rows).onConflictDoNothing();
}
