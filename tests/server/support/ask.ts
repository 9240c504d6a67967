import type { RequestEvent } from '@sveltejs/kit';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ServerContext } from '#lib/server/context.ts';

/** A request as a test makes it. */
export interface Asked {
	method?: string;
	/** "/api/health"; anything unless given */
	path?: string;
	params?: Record<string, string>;
	/** Sent as JSON. */
	body?: unknown;
	headers?: Record<string, string>;
	/** Kept between requests: what a browser would. */
	cookies?: Map<string, string>;
	/** Of the sender. */
	address?: string;
}

function jar(kept: Map<string, string>): RequestEvent['cookies'] {
	return {
		get: (name) => kept.get(name),
		getAll: () => Array.from(kept, ([name, value]) => ({ name, value })),
		set: (name, value) => void kept.set(name, value),
		delete: (name) => void kept.delete(name),
		serialize: (name, value) => `${name}=${value}`
	};
}

function requestOf(url: URL, { method, body, headers }: Asked): Request {
	if (body === undefined) return new Request(url, { method: method ?? 'GET', headers });
	return new Request(url, {
		method: method ?? 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body)
	});
}

/** An event of the API over a context, as hooks and router hand it to an endpoint. */
export function eventOf(
	context: ServerContext | Outcome<ServerContext, ApiProblem>,
	asked: Asked = {}
): RequestEvent {
	const outcome = 'ok' in context ? context : done(context);
	const origin = outcome.ok ? outcome.value.origin : 'https://class.example';
	const url = new URL(asked.path ?? '/api/test', origin);
	const request = requestOf(url, asked);
	return {
		url,
		request,
		params: asked.params ?? {},
		cookies: jar(asked.cookies ?? new Map()),
		locals: {
			classServer: {
				contextFor: () => outcome,
				health: () => Promise.resolve({ app: 'ok', classServer: 'ready' })
			},
			requestId: 'test'
		},
		route: { id: url.pathname },
		getClientAddress: () => asked.address ?? '127.0.0.1',
		setHeaders: () => undefined,
		isDataRequest: false,
		isSubRequest: false
	} as unknown as RequestEvent;
}

/** What an endpoint answers: its status and its JSON. */
export async function ask<T = unknown>(
	handler: (event: RequestEvent) => Response | Promise<Response>,
	event: RequestEvent
): Promise<{ status: number; body: T; headers: Headers }> {
	const response = await handler(event);
	const text = await response.text();
	return {
		status: response.status,
		body: (text ? JSON.parse(text) : undefined) as T,
		headers: response.headers
	};
}
