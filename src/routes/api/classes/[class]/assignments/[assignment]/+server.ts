import { assignmentBody } from '#lib/domain/classroom/api/class-api.ts';
import { deleteAssignment } from '#lib/server/assignments/delete-assignment.ts';
import { forTeacherOfAssignment } from '#lib/server/assignments/own-assignment.ts';
import { putAssignment } from '#lib/server/assignments/put-assignment.ts';
import { readAssignment } from '#lib/server/assignments/read-assignment.ts';
import { askedClass } from '#lib/server/classes/own-class.ts';
import { endpoint } from '#lib/server/endpoint.ts';

const MOST_BYTES = 4_000_000;

export const GET = endpoint(
	{},
	forTeacherOfAssignment(({ context }, own) => readAssignment(context, own))
);

export const PUT = endpoint(
	{ body: assignmentBody, mostBytes: MOST_BYTES, who: askedClass },
	forTeacherOfAssignment(({ context, body }, own) => putAssignment(context, own, body))
);

export const DELETE = endpoint(
	{},
	forTeacherOfAssignment(({ context }, own) => deleteAssignment(context, own))
);
