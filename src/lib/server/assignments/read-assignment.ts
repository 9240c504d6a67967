import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { Assignment } from '#lib/domain/classroom/types.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { assignmentAbsence, type AssignmentKey } from './own-assignment.ts';
import { readAssignments } from './prepared.ts';

/** An assignment whole, with its keys: for its teacher's eyes alone. */
export async function readAssignment(
	context: ServerContext,
	key: AssignmentKey
): Promise<Outcome<Assignment, ApiProblem>> {
	const found = (await readAssignments(context, key.classId, [key.id])).get(key.id);
	if (found) return done(found.assignment);
	return refused(await assignmentAbsence(context.store.database, key));
}
