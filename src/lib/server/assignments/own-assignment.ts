import { and, eq } from 'drizzle-orm';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import { UUID } from '#lib/domain/classroom/uuid.ts';
import { forTeacher, type OwnClass } from '#lib/server/classes/own-class.ts';
import { absence } from '#lib/server/classes/tombstones.ts';
import type { Call, Work } from '#lib/server/endpoint.ts';
import { assignments } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';

/** An assignment of a class. */
export interface AssignmentKey {
	classId: string;
	id: string;
}

/** An assignment of one's own class. */
export interface OwnAssignment extends OwnClass {
	id: string;
}

/** The condition of one assignment's row. */
export const ofAssignment = ({ classId, id }: AssignmentKey) =>
	and(eq(assignments.classId, classId), eq(assignments.id, id));

/** Why an assignment is not there. */
export function assignmentAbsence(database: Database, { classId, id }: AssignmentKey) {
	return absence(database, classId, { what: 'assignment', id });
}

/** The work of an endpoint on the assignment in its path, for the class's own teacher alone. */
export function forTeacherOfAssignment<B>(
	work: (call: Call<B>, own: OwnAssignment) => Promise<Outcome<unknown, ApiProblem>>
): Work<B> {
	return forTeacher(async (call: Call<B>, own) => {
		const { assignment: id = '' } = call.event.params;
		return UUID.test(id) ? work(call, { ...own, id }) : refused({ code: 'missing' });
	});
}
