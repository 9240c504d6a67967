/**
 * Why the class server did not do what was asked. `starting`: its store is not open yet; `off`: this server
 * has none; `unavailable`: its store cannot be reached. `gone`: deleted for good, and not to come back.
 * `changed-elsewhere`: another device put it after this one last knew it. `unfit`: the body is not what is
 * asked for, `where` says at which field. `used`: a code that was used or
 * has run out. `locked`: too many wrong tries, until the teacher unlocks. `insecure`: sign-in needs https.
 */
export type ApiProblemCode =
	| 'starting'
	| 'off'
	| 'unavailable'
	| 'signed-out'
	| 'forbidden'
	| 'other-origin'
	| 'insecure'
	| 'missing'
	| 'gone'
	| 'changed-elsewhere'
	| 'unfit'
	| 'not-json'
	| 'too-large'
	| 'too-many'
	| 'wrong-code'
	| 'wrong-pin'
	| 'locked'
	| 'used'
	| 'unexpected';

/** The body of every answer of the class server that is no success. */
export interface ApiProblem {
	code: ApiProblemCode;
	/** `unfit`: the field, with dots. */
	where?: string;
	/** `wrong-pin`: how many more before the number is locked. */
	triesLeft?: number;
	/** `starting`, `too-many`, `unavailable`: when to ask again, in seconds. */
	retryAfterS?: number;
	/** Under which the server's log has it. */
	requestId?: string;
}

/** The HTTP status of each problem. */
export const PROBLEM_STATUS: Readonly<Record<ApiProblemCode, number>> = {
	starting: 503,
	off: 404,
	unavailable: 503,
	'signed-out': 401,
	forbidden: 403,
	'other-origin': 403,
	insecure: 403,
	missing: 404,
	gone: 410,
	'changed-elsewhere': 409,
	unfit: 422,
	'not-json': 415,
	'too-large': 413,
	'too-many': 429,
	'wrong-code': 401,
	'wrong-pin': 401,
	locked: 423,
	used: 409,
	unexpected: 500
};
