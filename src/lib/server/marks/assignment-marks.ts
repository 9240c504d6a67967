import type { ServedMarks } from '#lib/domain/classroom/api/class-api.ts';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { markAssignment, type MarkedAssignment } from '#lib/domain/classroom/mark-assignment.ts';
import { markSubmission } from '#lib/domain/classroom/mark-submission.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import { assignmentAbsence, type AssignmentKey } from '#lib/server/assignments/own-assignment.ts';
import { readAssignments, type PreparedAssignment } from '#lib/server/assignments/prepared.ts';
import type { ServerContext } from '#lib/server/context.ts';
import type { Database } from '#lib/server/store/types.ts';
import { readSubmissions } from '#lib/server/work/submissions.ts';
import { readRulings } from './rulings.ts';

/** An assignment with all that was handed in, marked, as the gradebook has it. */
export async function markedAssignment(
	database: Database,
	key: AssignmentKey,
	{ assignment, versions }: PreparedAssignment
): Promise<MarkedAssignment> {
	const submissions = await readSubmissions(database, key);
	const rulings = await readRulings(database, key.classId);
	return markAssignment({ assignment, versions, submissions, rulings });
}

/** All that was handed in of an assignment with its marks, by the same code as on every device. */
export async function assignmentMarks(
	context: ServerContext,
	key: AssignmentKey
): Promise<Outcome<ServedMarks, ApiProblem>> {
	const { database } = context.store;
	const works = await readAssignments(context, key.classId, [key.id]);
	const prepared = works.get(key.id);
	if (!prepared) return refused(await assignmentAbsence(database, key));
	const [submissions, rulings] = await Promise.all([
		readSubmissions(database, key),
		readRulings(database, key.classId)
	]);
	const marks = submissions.flatMap((submission) => {
		const quiz = prepared.versions.get(submission.quizHash);
		return quiz ? markSubmission({ quiz, submission, rulings }) : [];
	});
	return done({ marks });
}
