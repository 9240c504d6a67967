import { and, asc, eq, inArray, max } from 'drizzle-orm';
import { groupBy } from '#lib/bank/group-by.ts';
import type { ServedClass, ServedPupil } from '#lib/domain/classroom/api/class-api.ts';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { deletionTime } from '#lib/server/retention/deletion-time.ts';
import { aggregates, assignments, classes, pupils, tombstones } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import { classAbsence, type OwnClass } from './own-class.ts';

type ClassRow = typeof classes.$inferSelect;
type PupilRow = typeof pupils.$inferSelect;

/** A pupil as their teacher's device is told. */
export function servedPupil(row: Omit<PupilRow, 'pinHash'>): ServedPupil {
	const { no, pseudonym, leftAt, lockedAt, seenAt, linkHash } = row;
	return {
		no,
		pseudonym,
		...(leftAt !== null && { leftAt }),
		...(lockedAt !== null && { lockedAt }),
		...(seenAt !== null && { seenAt }),
		hasLink: linkHash !== null
	};
}

/** What belongs to some classes, each sort in one reading. */
async function belongings(database: Database, ids: string[]) {
	const [members, works, dead, swept] = await Promise.all([
		database.select().from(pupils).where(inArray(pupils.classId, ids)).orderBy(asc(pupils.no)),
		database
			.select({
				classId: assignments.classId,
				id: assignments.id,
				closesAt: assignments.closesAt,
				changedAt: assignments.changedAt
			})
			.from(assignments)
			.where(inArray(assignments.classId, ids))
			.orderBy(asc(assignments.createdAt), asc(assignments.id)),
		database
			.select({ classId: tombstones.classId, id: tombstones.id })
			.from(tombstones)
			.where(and(inArray(tombstones.classId, ids), eq(tombstones.what, 'pupil'))),
		database
			.select({ classId: aggregates.classId, at: max(aggregates.madeAt) })
			.from(aggregates)
			.where(inArray(aggregates.classId, ids))
			.groupBy(aggregates.classId)
	]);
	return {
		members: groupBy(members, ({ classId }) => classId),
		works: groupBy(works, ({ classId }) => classId),
		dead: groupBy(dead, ({ classId }) => classId),
		swept: new Map(swept.map(({ classId, at }) => [classId, at]))
	};
}

/** Classes as their teacher's device is told. */
async function served(database: Database, rows: readonly ClassRow[]): Promise<ServedClass[]> {
	const ids = rows.map(({ classId }) => classId);
	if (ids.length === 0) return [];
	const { members, works, dead, swept } = await belongings(database, ids);
	return rows.map((row) => {
		const { classId, name, code, retentionDays, createdAt, changedAt } = row;
		const own = works.get(classId) ?? [];
		const people = members.get(classId) ?? [];
		const gone = (dead.get(classId) ?? []).map(({ id }) => Number(id));
		const sweptAt = swept.get(classId) ?? undefined;
		return {
			...{ id: classId, name, code, retentionDays, createdAt, changedAt },
			pupils: people.map(servedPupil),
			...(gone.length > 0 && { gone: gone.sort((a, b) => a - b) }),
			assignmentIds: own.map(({ id }) => id),
			...(people.length + own.length > 0 && { deletesAt: deletionTime(row, own) }),
			...(sweptAt !== undefined && { sweptAt })
		};
	});
}

/** One class, or nothing where it is not there. */
export async function readServedClass(
	database: Database,
	classId: string
): Promise<ServedClass | undefined> {
	const rows = await database.select().from(classes).where(eq(classes.classId, classId));
	return (await served(database, rows))[0];
}

/** One's own class as its teacher's device is told. */
export async function readClass(
	{ store: { database } }: Pick<ServerContext, 'store'>,
	{ classId }: OwnClass
): Promise<Outcome<ServedClass, ApiProblem>> {
	const found = await readServedClass(database, classId);
	return found ? done(found) : refused(await classAbsence(database, classId));
}

/** All classes of a teacher, oldest first. */
export async function readServedClasses(
	database: Database,
	teacherId: string
): Promise<ServedClass[]> {
	const rows = await database
		.select()
		.from(classes)
		.where(eq(classes.teacherId, teacherId))
		.orderBy(asc(classes.createdAt), asc(classes.classId));
	return served(database, rows);
}
