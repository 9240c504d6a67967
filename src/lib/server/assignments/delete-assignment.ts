import { and, eq, inArray } from 'drizzle-orm';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import { changeOwn } from '#lib/server/classes/own-class.ts';
import { bury } from '#lib/server/classes/tombstones.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { forgetRulings } from '#lib/server/marks/forget-rulings.ts';
import {
	answers,
	assignments,
	attempts,
	presence,
	pupils,
	submissions
} from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import {
	assignmentAbsence,
	ofAssignment,
	type AssignmentKey,
	type OwnAssignment
} from './own-assignment.ts';

/** Lets no upload of the class begin until this transaction ends: each writes its pupil's row first. */
async function holdPupils(database: Database, classId: string): Promise<void> {
	await database.update(pupils).set({ classId }).where(eq(pupils.classId, classId));
}

/** Deletes an assignment and everything that pupils did at it; a tombstone keeps it away for good. */
export async function removeAssignment(
	database: Database,
	{ classId, id }: AssignmentKey,
	at: number
): Promise<void> {
	await bury(database, classId, { what: 'assignment', ids: [id], at });
	const begun = database
		.select({ id: attempts.id })
		.from(attempts)
		.where(and(eq(attempts.classId, classId), eq(attempts.assignmentId, id)));
	await database
		.delete(answers)
		.where(and(eq(answers.classId, classId), inArray(answers.attemptId, begun)));
	for (const table of [attempts, submissions, presence] as const)
		await database.delete(table).where(and(eq(table.classId, classId), eq(table.assignmentId, id)));
	await database.delete(assignments).where(ofAssignment({ classId, id }));
}

/** Deletes an assignment for good, with all that came back and all that was decided about it. */
export function deleteAssignment(
	context: ServerContext,
	own: OwnAssignment
): Promise<Outcome<undefined, ApiProblem>> {
	const now = context.now();
	const { classId, id } = own;
	return changeOwn(context, own, async (database) => {
		const found = await database
			.select({ id: assignments.id })
			.from(assignments)
			.where(ofAssignment(own));
		if (found.length === 0) {
			const absent = await assignmentAbsence(database, own);
			return absent.code === 'gone' ? done(undefined) : refused(absent);
		}
		await holdPupils(database, classId);
		await removeAssignment(database, own, now);
		await forgetRulings(
			database,
			classId,
			(ruling) => 'assignmentId' in ruling && ruling.assignmentId === id
		);
		return done(undefined);
	});
}
