import type { RequestEvent } from '@sveltejs/kit';
import { problemAnswer } from './answer.ts';
import { guard } from './guard.ts';
import { problemLine } from './log.ts';

const HEADERS = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
const FIRST_PROBLEM_STATUS = 400;

type Resolve = (event: RequestEvent) => Response | Promise<Response>;

function answerOf(event: RequestEvent, resolve: Resolve): Response | Promise<Response> {
	const problem = guard(event.request, event.url.origin);
	if (!problem && event.route.id !== null) return resolve(event);
	const told = problem ?? { code: 'missing' as const };
	event.locals.problem = told.code;
	return problemAnswer(told, event.locals.requestId);
}

/**
 * What every answer of the class API has around it: the guard before it, a request id, no caching, and
 * one line in the log where it ended in a problem.
 */
export async function apiFrame(event: RequestEvent, resolve: Resolve): Promise<Response> {
	const began = performance.now();
	const response = await answerOf(event, resolve);
	response.headers.set('x-request-id', event.locals.requestId);
	for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
	const { requestId, problem } = event.locals;
	if (response.status >= FIRST_PROBLEM_STATUS && problem !== 'starting') {
		console.error(
			problemLine({
				requestId,
				method: event.request.method,
				route: event.route.id,
				status: response.status,
				code: problem,
				ms: Math.round(performance.now() - began)
			})
		);
	}
	return response;
}
