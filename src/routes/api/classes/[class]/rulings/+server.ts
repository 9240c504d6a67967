import { rulingsBody } from '#lib/domain/classroom/api/class-api.ts';
import { askedClass, forTeacher } from '#lib/server/classes/own-class.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { addRulings } from '#lib/server/marks/rulings.ts';

const MOST_BYTES = 2_000_000;

export const POST = endpoint(
	{ body: rulingsBody, mostBytes: MOST_BYTES, who: askedClass },
	forTeacher(({ context, body }, own) => addRulings(context, own, body))
);
