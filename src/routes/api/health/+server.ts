import type { RequestHandler } from './$types';

/** Answers at once, also while the store is opened or away. */
export const GET: RequestHandler = async ({ locals }) =>
	Response.json(await locals.classServer.health());
