import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { apiFrame } from '#lib/server/http/api-frame.ts';
import type { ClassStore } from '#lib/server/store/types.ts';
import { ask, eventOf, type Asked } from '../support/ask.ts';
import { contextOver } from '../support/stores.ts';

const context = contextOver({} as ClassStore);
const ORIGIN = context.origin;
const page = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' };

let logged: string[] = [];
beforeEach(() => {
	logged = [];
	vi.spyOn(console, 'error').mockImplementation((line: string) => void logged.push(line));
});
afterEach(() => vi.restoreAllMocks());

const framed = (asked: Asked) =>
	ask((event) => apiFrame(event, () => Response.json('in')), eventOf(context, asked));

const asks: [string, Asked, number][] = [
	['reading, from anywhere', { headers: { 'sec-fetch-site': 'cross-site' } }, 200],
	['writing, from its own page', { body: {}, headers: page }, 200],
	['by Origin alone', { body: {}, headers: { origin: ORIGIN } }, 200],
	['by Sec-Fetch-Site alone', { body: {}, headers: { 'sec-fetch-site': 'same-origin' } }, 200],
	['deleting, without a body', { method: 'DELETE', headers: page }, 200],
	['posting nothing', { method: 'POST', headers: page }, 200],
	['from no page', { body: {} }, 403],
	['from another site', { body: {}, headers: { origin: 'https://evil.example' } }, 403],
	['from a neighbour', { body: {}, headers: { ...page, 'sec-fetch-site': 'same-site' } }, 403],
	['typed into the address bar', { body: {}, headers: { 'sec-fetch-site': 'none' } }, 403],
	['from an opaque origin', { body: {}, headers: { origin: 'null' } }, 403],
	['with http for https', { body: {}, headers: { origin: 'http://class.example' } }, 403],
	['deleting from elsewhere', { method: 'DELETE', headers: { origin: 'https://e.example' } }, 403],
	['as a form', { body: {}, headers: { ...page, 'content-type': 'text/plain' } }, 415]
];

test.each(asks)('%s', async (_, asked, status) => {
	const answer = await framed(asked);
	expect(answer.status).toBe(status);
	expect(answer.headers.get('x-request-id')).toBe('test');
	expect(answer.headers.get('cache-control')).toBe('no-store');
	expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
	expect(logged).toHaveLength(status < 400 ? 0 : 1);
});

test('an address that leads nowhere is missing', async () => {
	const event = { ...eventOf(context), route: { id: null } };
	const answer = await ask((each) => apiFrame(each, () => new Response('<html>')), event);
	expect(answer).toMatchObject({ status: 404, body: { code: 'missing', requestId: 'test' } });
});

test('the log has the route and no id, no address, no body', async () => {
	const event = {
		...eventOf(context, {
			path: '/api/classes/0189-secret/pupils/17',
			body: { pin: '482913' },
			address: '203.0.113.9'
		}),
		route: { id: '/api/classes/[class]/pupils/[no]' as const }
	} as unknown as Parameters<typeof apiFrame>[0];
	await apiFrame(event, () => new Response());
	expect(logged).toHaveLength(1);
	const { at, ms, ...told } = JSON.parse(logged[0] ?? '') as Record<string, unknown>;
	expect(told).toEqual({
		requestId: 'test',
		method: 'POST',
		route: '/api/classes/[class]/pupils/[no]',
		status: 403,
		code: 'other-origin'
	});
	expect([typeof at, typeof ms]).toEqual(['string', 'number']);
});

test('a store that only starts is no line in the log', async () => {
	const event = eventOf(context);
	event.locals.problem = 'starting';
	await apiFrame(event, () => new Response(null, { status: 503 }));
	expect(logged).toEqual([]);
});
