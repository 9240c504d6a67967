import { eq } from 'drizzle-orm';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ServerContext } from '#lib/server/context.ts';
import {
	aggregates,
	answers,
	assignments,
	attempts,
	classCodes,
	classes,
	presence,
	pupils,
	pupilSessions,
	rulings,
	submissions
} from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import { changeOwn, type OwnClass } from './own-class.ts';
import { bury } from './tombstones.ts';

/** Everything of a class, pupils first: an upload that waits for its pupil's row then finds none. */
const TABLES = [
	pupils,
	pupilSessions,
	answers,
	attempts,
	submissions,
	presence,
	rulings,
	aggregates,
	assignments,
	classCodes,
	classes
] as const;

async function buryAll(database: Database, classId: string, at: number): Promise<void> {
	const works = await database
		.select({ id: assignments.id })
		.from(assignments)
		.where(eq(assignments.classId, classId));
	await bury(database, classId, { what: 'class', ids: [classId], at });
	await bury(database, classId, { what: 'assignment', ids: works.map(({ id }) => id), at });
}

/** Deletes a class for good, with all that was ever kept of it. */
export function deleteClass(
	context: ServerContext,
	own: OwnClass
): Promise<Outcome<undefined, ApiProblem>> {
	const at = context.now();
	return changeOwn(context, own, async (database) => {
		await buryAll(database, own.classId, at);
		for (const table of TABLES) await database.delete(table).where(eq(table.classId, own.classId));
		return done(undefined);
	});
}
