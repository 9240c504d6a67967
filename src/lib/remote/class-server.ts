import { SERVER_TIME_HEADER } from '#lib/domain/classroom/api/headers.ts';
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
/** It is as it was when the tag was given. */
const NOT_MODIFIED = 304;

/** What was answered to who may have it already. */
export interface Answered {
	/** Absent where it is as it was. */
	value?: unknown;
	/** Tells this answer from every other; absent where the server gives none. */
	tag?: string;
	/** epoch ms, the server's clock, where it says it. */
	serverTime?: number;
}

/** A request below `/api/`. */
interface Asking {
	method: Method;
	path: string;
	body?: unknown;
	/** Of an answer that is here. */
	tag?: string;
}

/** The class server of the address this app came from. */
export class ClassServer {
	#connection: Connection;

	constructor(connection: Connection) {
		this.#connection = connection;
	}

	/** Asks for a path below `/api/`; an expected refusal is a value, and so is silence. */
	async ask<T>(method: Method, path: string, body?: unknown): Promise<Outcome<T, RemoteProblem>> {
		const answered = await this.#ask({ method, path, body });
		return answered.ok ? done(answered.value.value as T) : answered;
	}

	/** Asks for what may be here already, under the tag that it came with. */
	askSince(path: string, tag: string | undefined): Promise<Outcome<Answered, RemoteProblem>> {
		return this.#ask({ method: 'GET', path, tag });
	}

	async #ask(asking: Asking): Promise<Outcome<Answered, RemoteProblem>> {
		try {
			return await answeredBy(await this.#fetch(asking), asking.tag);
		} catch {
			return refused({ code: 'unreachable' });
		}
	}

	#fetch({ method, path, body, tag }: Asking): Promise<Response> {
		const { fetch, base } = this.#connection;
		const headers = {
			...(body !== undefined && { 'Content-Type': 'application/json' }),
			...(tag !== undefined && { 'If-None-Match': tag })
		};
		return fetch(`${base}/api/${path}`, {
			method,
			// Nothing stands between: neither the browser's cache nor its own questions whether it is fresh.
			cache: 'no-store',
			credentials: 'same-origin',
			redirect: 'error',
			signal: AbortSignal.timeout(PATIENCE_MS),
			headers,
			...(body !== undefined && { body: JSON.stringify(body) })
		});
	}
}

async function answeredBy(
	response: Response,
	asked: string | undefined
): Promise<Outcome<Answered, RemoteProblem>> {
	const { status, ok, headers } = response;
	const said = { ...timeOf(headers), ...tagOf(headers) };
	if (status === NO_CONTENT) return done(said);
	if (status === NOT_MODIFIED)
		return asked === undefined ? refused({ code: 'unreachable' }) : done({ ...said, tag: asked });
	const value = await jsonOf(response);
	if (value === undefined) return refused({ code: 'unreachable' });
	return ok ? done({ ...said, value }) : refused(problemOf(value));
}

function timeOf(headers: Headers): Pick<Answered, 'serverTime'> {
	const told = headers.get(SERVER_TIME_HEADER) ?? '';
	return /^\d{1,15}$/.test(told) ? { serverTime: Number(told) } : {};
}

function tagOf(headers: Headers): Pick<Answered, 'tag'> {
	const tag = headers.get('ETag');
	return tag === null ? {} : { tag };
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
