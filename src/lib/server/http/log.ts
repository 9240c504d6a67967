import type { ApiProblemCode } from '#lib/domain/classroom/api/problems.ts';
import { failureCode } from '#lib/server/store/failure.ts';

const MOST_FRAMES = 8;

/** Where it was thrown. The message before it is left out: it may tell people's values. */
function framesOf(error: Error): string[] {
	const stack = error.stack ?? '';
	const head = stack.indexOf(error.message) + error.message.length;
	const frames = stack
		.slice(head)
		.split('\n')
		.slice(1, MOST_FRAMES + 1);
	return frames.map((frame) => frame.trim());
}

/**
 * What nobody expected, as one line of the log. No message: a database's tells the values it was asked
 * with, and they are people's.
 */
export function unexpectedLine(error: unknown, requestId: string): string {
	return JSON.stringify({
		at: new Date().toISOString(),
		requestId,
		unexpected: error instanceof Error ? error.name : typeof error,
		code: failureCode(error),
		frames: error instanceof Error ? framesOf(error) : []
	});
}

/** A request that ended in a problem. */
export interface ToldProblem {
	requestId: string;
	method: string;
	/** The route's own name, "/api/classes/[class]": no id, no number. */
	route: string | null;
	status: number;
	code?: ApiProblemCode;
	ms: number;
}

/** A problem that was told, as one line of the log: no address, no body, nobody's number. */
export function problemLine(told: ToldProblem): string {
	return JSON.stringify({ at: new Date().toISOString(), ...told });
}
