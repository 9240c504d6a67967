import { and, asc, eq, gte } from 'drizzle-orm';
import type { ServedSubmissions } from '#lib/domain/classroom/api/class-api.ts';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { Submission } from '#lib/domain/classroom/types.ts';
import {
	assignmentAbsence,
	ofAssignment,
	type AssignmentKey
} from '#lib/server/assignments/own-assignment.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { assignments, submissions } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';

/** Most submissions of one answer. */
const MOST_AT_ONCE = 500;

/** The condition of all submissions of an assignment. */
const ofWork = ({ classId, id }: AssignmentKey) =>
	and(eq(submissions.classId, classId), eq(submissions.assignmentId, id));

/** A submission as it is told, with when it arrived. */
export function servedSubmission({
	body,
	arrivedAt
}: Pick<
	typeof submissions.$inferSelect,
	'body' | 'arrivedAt'
>): ServedSubmissions['submissions'][number] {
	// Written by this program, held against its schema when it came.
	return { ...(JSON.parse(body) as Submission), arrivedAt };
}

/** All that was handed in of an assignment, or by one pupil, in the order it came. */
export async function readSubmissions(
	database: Database,
	key: AssignmentKey,
	no?: number
): Promise<ServedSubmissions['submissions']> {
	const rows = await database
		.select()
		.from(submissions)
		.where(and(ofWork(key), ...(no === undefined ? [] : [eq(submissions.no, no)])))
		.orderBy(asc(submissions.arrivedAt), asc(submissions.id));
	return rows.map(servedSubmission);
}

/** What was handed in of an assignment at or after a time (epoch ms), oldest first. */
export async function submissionsAfter(
	{ store: { database } }: Pick<ServerContext, 'store'>,
	key: AssignmentKey,
	after: number
): Promise<Outcome<ServedSubmissions, ApiProblem>> {
	const rows = await database
		.select()
		.from(submissions)
		.where(and(ofWork(key), gte(submissions.arrivedAt, after)))
		.orderBy(asc(submissions.arrivedAt), asc(submissions.id))
		.limit(MOST_AT_ONCE + 1);
	if (rows.length === 0) {
		const [found] = await database
			.select({ id: assignments.id })
			.from(assignments)
			.where(ofAssignment(key));
		if (!found) return refused(await assignmentAbsence(database, key));
	}
	const told = rows.slice(0, MOST_AT_ONCE).map(servedSubmission);
	return done({ submissions: told, more: rows.length > MOST_AT_ONCE });
}
