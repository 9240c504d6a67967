import { forTeacher } from '#lib/server/classes/own-class.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { classAggregates } from '#lib/server/retention/class-aggregates.ts';

export const GET = endpoint(
	{},
	forTeacher(({ context }, own) => classAggregates(context, own))
);
