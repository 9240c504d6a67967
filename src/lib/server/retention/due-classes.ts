import { eq } from 'drizzle-orm';
import { groupBy } from '#lib/bank/group-by.ts';
import type { OwnClass } from '#lib/server/classes/own-class.ts';
import { assignments, classes, pupils } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import { deletionTime } from './deletion-time.ts';

/** What the times of classes, or of one, are reckoned from; assignments without their bodies. */
async function timesOf(database: Database, classId: string | undefined) {
	const ofOne = (table: typeof classes | typeof assignments | typeof pupils) =>
		classId === undefined ? undefined : eq(table.classId, classId);
	const rows = await database
		.select({
			classId: classes.classId,
			teacherId: classes.teacherId,
			changedAt: classes.changedAt,
			retentionDays: classes.retentionDays
		})
		.from(classes)
		.where(ofOne(classes));
	const works = await database
		.select({
			classId: assignments.classId,
			closesAt: assignments.closesAt,
			changedAt: assignments.changedAt
		})
		.from(assignments)
		.where(ofOne(assignments));
	const peopled = await database
		.selectDistinct({ classId: pupils.classId })
		.from(pupils)
		.where(ofOne(pupils));
	return {
		rows,
		works: groupBy(works, (each) => each.classId),
		peopled: new Set(peopled.map((each) => each.classId))
	};
}

/** The classes, or the one, that still have what their time is over for (epoch ms). */
export async function dueClasses(
	database: Database,
	now: number,
	only?: string
): Promise<OwnClass[]> {
	const { rows, works, peopled } = await timesOf(database, only);
	return rows
		.filter(({ classId }) => works.has(classId) || peopled.has(classId))
		.filter((row) => deletionTime(row, works.get(row.classId) ?? []) < now)
		.map(({ classId, teacherId }) => ({ classId, teacherId }));
}
