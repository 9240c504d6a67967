import { classBody } from '#lib/domain/classroom/api/class-api.ts';
import { deleteClass } from '#lib/server/classes/delete-class.ts';
import { askedClass, forTeacher } from '#lib/server/classes/own-class.ts';
import { putClass } from '#lib/server/classes/put-class.ts';
import { readClass } from '#lib/server/classes/served-class.ts';
import { endpoint } from '#lib/server/endpoint.ts';

const MOST_BYTES = 1_000_000;

export const GET = endpoint(
	{},
	forTeacher(({ context }, own) => readClass(context, own))
);

export const PUT = endpoint(
	{ body: classBody, mostBytes: MOST_BYTES, who: askedClass },
	({ context, who, body }) => putClass(context, who, body)
);

export const DELETE = endpoint(
	{},
	forTeacher(({ context }, own) => deleteClass(context, own))
);
