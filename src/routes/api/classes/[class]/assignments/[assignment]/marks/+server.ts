import { forTeacherOfAssignment } from '#lib/server/assignments/own-assignment.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { assignmentMarks } from '#lib/server/marks/assignment-marks.ts';

export const GET = endpoint(
	{},
	forTeacherOfAssignment(({ context }, own) => assignmentMarks(context, own))
);
