import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';

/**
 * Why the class server did not do what was asked. `unreachable`: no network, no server, or something that
 * answers in its place; what was to be sent waits.
 */
export type RemoteProblem = ApiProblem | { code: 'unreachable' };

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What a request is made with. */
export interface Connection {
	fetch: typeof globalThis.fetch;
	/** Path the app is served under, without a slash at its end. */
	base: string;
}

/** A server that says nothing for so long is away. */
const PATIENCE_MS = 20_000;

/** Done, with nothing to say. */
const NO_CONTENT = 204;

/** The class server of the address this app came from. */
export class ClassServer {
	#connection: Connection;

	constructor(connection: Connection) {
		this.#connection = connection;
	}

	/** Asks for a path below `/api/`; an expected refusal is a value, and so is silence. */
	async ask<T>(method: Method, path: string, body?: unknown): Promise<Outcome<T, RemoteProblem>> {
		try {
			const response = await this.#fetch(method, path, body);
			if (response.status === NO_CONTENT) return done(undefined as T);
			const answer = await jsonOf(response);
			if (answer === undefined) return refused({ code: 'unreachable' });
			return response.ok ? done(answer as T) : refused(problemOf(answer));
		} catch {
			return refused({ code: 'unreachable' });
		}
	}

	#fetch(method: Method, path: string, body: unknown): Promise<Response> {
		const { fetch, base } = this.#connection;
		return fetch(`${base}/api/${path}`, {
			method,
			cache: 'no-store',
			credentials: 'same-origin',
			redirect: 'error',
			signal: AbortSignal.timeout(PATIENCE_MS),
			...(body !== undefined && {
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify(body)
			})
		});
	}
}

/** What was answered; nothing where it is no word of a class server, as a captive portal's page. */
async function jsonOf(response: Response): Promise<unknown> {
	const type = response.headers.get('Content-Type') ?? '';
	if (!type.startsWith('application/json')) return undefined;
	return response.json();
}

function problemOf(answer: unknown): RemoteProblem {
	const isProblem = typeof answer === 'object' && answer !== null && 'code' in answer;
	return isProblem ? (answer as ApiProblem) : { code: 'unreachable' };
}
