import type { PupilMarks } from '#lib/domain/classroom/api/pupil-api.ts';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { markSubmission } from '#lib/domain/classroom/mark-submission.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { Assignment } from '#lib/domain/classroom/types.ts';
import { assignmentAbsence } from '#lib/server/assignments/own-assignment.ts';
import { readAssignments } from '#lib/server/assignments/prepared.ts';
import type { ServerContext } from '#lib/server/context.ts';
import type { PupilKey } from '#lib/server/pupils/pupil-session.ts';
import { readSubmissions } from '#lib/server/work/submissions.ts';
import { readRulings } from './rulings.ts';

/** Whether a pupil who handed something in, or nothing, may be told what was right. */
function mayBeTold({ rules, releasedAt }: Assignment, handedIn: readonly unknown[]): boolean {
	if (releasedAt !== undefined) return true;
	return rules.mode === 'practice' && rules.feedback !== 'release' && handedIn.length > 0;
}

/**
 * One pupil's submissions of an assignment with their marks. Problems: `forbidden` until they may be told,
 * `missing` also where they are not in it.
 */
export async function pupilMarks(
	context: ServerContext,
	pupil: PupilKey,
	id: string
): Promise<Outcome<PupilMarks, ApiProblem>> {
	const { database } = context.store;
	const { classId, no } = pupil;
	const prepared = (await readAssignments(context, classId, [id])).get(id);
	if (!prepared) return refused(await assignmentAbsence(database, { classId, id }));
	if (!prepared.assignment.pupils.includes(no)) return refused({ code: 'missing' });
	const all = await readSubmissions(database, { classId, id }, no);
	if (!mayBeTold(prepared.assignment, all)) return refused({ code: 'forbidden' });
	const rulings = await readRulings(database, classId);
	const attempts = all.flatMap((submission) => {
		const quiz = prepared.versions.get(submission.quizHash);
		return quiz ? markSubmission({ quiz, submission, rulings }) : [];
	});
	return done({ attempts });
}
