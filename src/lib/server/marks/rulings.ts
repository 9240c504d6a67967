import { asc, eq } from 'drizzle-orm';
import type { RulingsBody } from '#lib/domain/classroom/api/class-api.ts';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { Ruling } from '#lib/domain/classroom/ruling-types.ts';
import { changeOwn, type OwnClass } from '#lib/server/classes/own-class.ts';
import { buriedIn } from '#lib/server/classes/tombstones.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { rulings } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';

/** The log of what a class's teacher decided, by id. */
export async function readRulings(database: Database, classId: string): Promise<Ruling[]> {
	const rows = await database
		.select({ body: rulings.body })
		.from(rulings)
		.where(eq(rulings.classId, classId))
		.orderBy(asc(rulings.id));
	// Written by this program, held against its schema when it came.
	return rows.map(({ body }) => JSON.parse(body) as Ruling);
}

/** Adds to the log; what is there stays as it is, and nothing comes back of what was deleted for good. */
export function addRulings(
	context: ServerContext,
	own: OwnClass,
	{ rulings: added }: RulingsBody
): Promise<Outcome<undefined, ApiProblem>> {
	const { classId } = own;
	return changeOwn(context, own, async (database) => {
		const pupils = await buriedIn(database, classId, 'pupil');
		const works = await buriedIn(database, classId, 'assignment');
		const isBuried = (ruling: Ruling) =>
			(ruling.type === 'state' && pupils.has(`${ruling.no}`)) ||
			('assignmentId' in ruling && works.has(ruling.assignmentId ?? ''));
		const rows = added
			.filter((ruling) => !isBuried(ruling))
			.map((ruling) => ({
				...{ classId, id: ruling.id, at: ruling.at },
				body: JSON.stringify(ruling)
			}));
		if (rows.length > 0) await database.insert(rulings).values(rows).onConflictDoNothing();
		return done(undefined);
	});
}
