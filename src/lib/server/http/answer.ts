import { PROBLEM_STATUS, type ApiProblem } from '#lib/domain/classroom/api/problems.ts';

/** A problem as the class server tells it: its status, `Retry-After` where it passes by itself, and a body. */
export function problemAnswer(problem: ApiProblem, requestId: string): Response {
	const headers = new Headers();
	if (problem.retryAfterS !== undefined) {
		headers.set('retry-after', String(Math.max(1, Math.ceil(problem.retryAfterS))));
	}
	return Response.json(
		{ ...problem, requestId },
		{ status: PROBLEM_STATUS[problem.code], headers }
	);
}

/** A success: its value as JSON, nothing but the status where there is none, or an answer that is made already. */
export function valueAnswer(value: unknown): Response {
	if (value instanceof Response) return value;
	return value === undefined ? new Response(null, { status: 204 }) : Response.json(value);
}
