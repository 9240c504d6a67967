import { and, eq, inArray } from 'drizzle-orm';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { Assignment } from '#lib/domain/classroom/types.ts';
import { withoutPupils } from '#lib/server/assignments/stored-assignment.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { forgetRulings } from '#lib/server/marks/forget-rulings.ts';
import { isAboutPupil } from '#lib/server/marks/rulings-about.ts';
import type { PupilKey } from '#lib/server/pupils/pupil-session.ts';
import {
	answers,
	assignments,
	attempts,
	presence,
	pupils,
	submissions
} from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import { changeOwn } from './own-class.ts';
import { ofPupil, pupilAbsence, type OwnPupil } from './own-pupil.ts';
import { bury } from './tombstones.ts';

/** Takes a number out of every assignment's list and terms. */
async function strike(database: Database, { classId, no }: PupilKey, now: number): Promise<void> {
	const works = await database.select().from(assignments).where(eq(assignments.classId, classId));
	for (const { id, body, changedAt } of works) {
		const before = JSON.parse(body) as Assignment;
		const after = withoutPupils(before, new Set([`${no}`]));
		if (after === before) continue;
		await database
			.update(assignments)
			.set({ body: JSON.stringify(after), changedAt: Math.max(now, changedAt + 1) })
			.where(and(eq(assignments.classId, classId), eq(assignments.id, id)));
	}
}

/** Everything that a pupil did, and what was decided about it. */
async function deleteWork(database: Database, { classId, no }: PupilKey): Promise<void> {
	const tried = await database
		.select({ id: attempts.id })
		.from(attempts)
		.where(and(eq(attempts.classId, classId), eq(attempts.no, no)));
	const ids = tried.map(({ id }) => id);
	if (ids.length > 0)
		await database
			.delete(answers)
			.where(and(eq(answers.classId, classId), inArray(answers.attemptId, ids)));
	for (const table of [attempts, submissions, presence] as const)
		await database.delete(table).where(and(eq(table.classId, classId), eq(table.no, no)));
	await forgetRulings(database, classId, isAboutPupil(no, ids));
}

/**
 * Deletes a pupil for good, with all that was ever kept of them; the number is not taken again. Their
 * devices' sessions stay until they run out: they let nobody in, and tell the device that it is over.
 */
export function deletePupil(
	context: ServerContext,
	pupil: OwnPupil
): Promise<Outcome<undefined, ApiProblem>> {
	const now = context.now();
	return changeOwn(context, pupil, async (database) => {
		const gone = await database.delete(pupils).where(ofPupil(pupil)).returning({ no: pupils.no });
		if (gone.length === 0) {
			const absent = await pupilAbsence(database, pupil);
			return absent.code === 'gone' ? done(undefined) : refused(absent);
		}
		await bury(database, pupil.classId, { what: 'pupil', ids: [`${pupil.no}`], at: now });
		await deleteWork(database, pupil);
		await strike(database, pupil, now);
		return done(undefined);
	});
}
