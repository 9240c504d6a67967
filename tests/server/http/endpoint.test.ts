import * as v from 'valibot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PROBLEM_STATUS, type ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused } from '#lib/domain/classroom/outcome.ts';
import { endpoint, type Work } from '#lib/server/endpoint.ts';
import type { ClassStore } from '#lib/server/store/types.ts';
import { ask, eventOf, type Asked } from '../support/ask.ts';
import { contextOver } from '../support/stores.ts';

const context = contextOver({} as ClassStore);
const schema = v.strictObject({
	name: v.string(),
	each: v.array(v.strictObject({ no: v.number() }))
});
const echo = endpoint({ body: schema, mostBytes: 100 }, async ({ body }) => done(body));

/** What stands in the log, which these tests fill. */
let logged: string[] = [];
beforeEach(() => {
	logged = [];
	vi.spyOn(console, 'error').mockImplementation((line: string) => void logged.push(line));
});
afterEach(() => vi.restoreAllMocks());

/** A request with a body as it stands. */
function raw(
	body: string | Uint8Array<ArrayBuffer> | ReadableStream,
	headers: Record<string, string> = {}
) {
	const event = eventOf(context);
	const init = { method: 'POST', body, duplex: 'half', headers };
	return { ...event, request: new Request(event.url, init as RequestInit) };
}

const json = { 'content-type': 'application/json' };
const endless = () =>
	new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1000)) });
const breaksOff = (error: Error) =>
	new ReadableStream({ pull: (controller) => controller.error(error) });

test.each([
	['what fits', raw('{"name":"A","each":[]}', json), 200, { name: 'A', each: [] }],
	[
		'with a charset',
		raw('{"name":"A","each":[]}', { 'content-type': 'Application/JSON; charset=utf-8' }),
		200,
		{ name: 'A', each: [] }
	],
	['another type', raw('{}', { 'content-type': 'text/plain' }), 415, { code: 'not-json' }],
	['no type', raw(new Uint8Array([123, 125])), 415, { code: 'not-json' }],
	['no JSON', raw('{"name":', json), 422, { code: 'unfit' }],
	['an empty body', raw('', json), 422, { code: 'unfit' }],
	['no UTF-8', raw(new Uint8Array([34, 0xff, 34]), json), 422, { code: 'unfit' }],
	[
		'a wrong field',
		raw('{"name":"A","each":[{"no":1},{"no":"2"}]}', json),
		422,
		{ code: 'unfit', where: 'each.1.no' }
	],
	[
		'a field too many',
		raw('{"name":"A","each":[],"x":1}', json),
		422,
		{ code: 'unfit', where: 'x' }
	],
	['a number', raw('7', json), 422, { code: 'unfit' }],
	['101 bytes', raw(`{"name":"${'x'.repeat(80)}","each":[]}`, json), 413, { code: 'too-large' }],
	[
		'100 bytes',
		raw(`{"name":"${'x'.repeat(79)}","each":[]}`, json),
		200,
		{ name: 'x'.repeat(79), each: [] }
	],
	['a body without end', raw(endless(), json), 413, { code: 'too-large' }],
	[
		'a length that says too much',
		raw('{}', { ...json, 'content-length': '5000000' }),
		413,
		{ code: 'too-large' }
	],
	[
		'over the limit of the server underneath',
		raw(breaksOff(Object.assign(new Error('x'), { status: 413 })), json),
		413,
		{ code: 'too-large' }
	],
	['one that breaks off', raw(breaksOff(new Error('aborted')), json), 422, { code: 'unfit' }]
] as const)('a body: %s', async (_, event, status, expected) => {
	const answer = await ask(echo, event);
	expect(answer).toMatchObject({ status, body: expected });
});

test('__proto__ in a body changes nothing', async () => {
	const event = raw('{"name":"A","each":[],"__proto__":{"isTeacher":true}}', json);
	const { body } = await ask<Record<string, unknown>>(echo, event);
	expect(body.isTeacher).toBeUndefined();
	expect(({} as Record<string, unknown>).isTeacher).toBeUndefined();
});

test.each(Object.entries(PROBLEM_STATUS))(
	'the problem %s has the status %d',
	async (code, status) => {
		const problem: ApiProblem = { code: code as ApiProblem['code'] };
		const event = eventOf(context);
		const answer = await ask(
			endpoint({}, () => Promise.resolve(refused(problem))),
			event
		);
		expect(answer).toMatchObject({ status, body: { code, requestId: 'test' } });
		expect(event.locals.problem).toBe(code);
	}
);

test.each([
	[{ code: 'too-many', retryAfterS: 2.1, triesLeft: 3 }, '3'],
	[{ code: 'too-many', retryAfterS: 0 }, '1'],
	[{ code: 'wrong-pin' }, null]
] as [ApiProblem, string | null][])('%j says when to ask again: %s', async (problem, expected) => {
	const answer = await ask(
		endpoint({}, () => Promise.resolve(refused(problem))),
		eventOf(context)
	);
	expect(answer.headers.get('retry-after')).toBe(expected);
	expect(answer.body).toEqual({ ...problem, requestId: 'test' });
});

test('no value is 204, a store that is not there its problem', async () => {
	const nothing = endpoint({}, () => Promise.resolve(done(undefined)));
	expect(await ask(nothing, eventOf(context))).toMatchObject({ status: 204, body: undefined });
	const starting = refused<ApiProblem>({ code: 'starting', retryAfterS: 1 });
	const answer = await ask(nothing, eventOf(starting));
	expect(answer).toMatchObject({ status: 503, body: { code: 'starting' } });
	expect(answer.headers.get('retry-after')).toBe('1');
});

const secret = 'Mary Smith, 482913';
const failing = (code: string): Error =>
	new Error(`Failed query: insert …\nparams: ${secret}`, {
		cause: Object.assign(new Error(secret), { code })
	});

test.each([
	['a lost connection', failing('CONNECTION_CLOSED'), 503, 'unavailable'],
	['ten serialization failures', failing('40001'), 503, 'unavailable'],
	['a text no database keeps', failing('22021'), 422, 'unfit'],
	['a duplicate key', failing('23505'), 500, 'unexpected'],
	['a mistake', new TypeError(`${secret} is not a function`), 500, 'unexpected']
])('thrown: %s', async (_, error, status, code) => {
	const work: Work<undefined> = () => Promise.reject(error);
	const asked: Asked = { path: '/api/test' };
	const answer = await ask(endpoint({}, work), eventOf(context, asked));
	expect(answer).toMatchObject({ status, body: { code, requestId: 'test' } });
	expect(logged).toHaveLength(code === 'unexpected' ? 1 : 0);
	expect(JSON.stringify([answer.body, logged])).not.toMatch(/Mary|482913/);
});

test('a database that hangs is away after 20 seconds', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const answer = ask(
		endpoint({}, () => new Promise(() => undefined)),
		eventOf(context)
	);
	await vi.advanceTimersByTimeAsync(20_000);
	vi.useRealTimers();
	expect(await answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
});

test('asks who it is before it reads a byte of the body', async () => {
	const work = vi.fn<Work<unknown>>(async () => done(undefined));
	const closed = endpoint(
		{ body: schema, who: async () => refused<ApiProblem>({ code: 'signed-out' }) },
		work
	);
	const event = raw(endless(), json);
	expect(await ask(closed, event)).toMatchObject({ status: 401, body: { code: 'signed-out' } });
	expect(event.request.bodyUsed).toBe(false);
	expect(work).not.toHaveBeenCalled();
});

test('tells the work who it is', async () => {
	const known = endpoint({ who: async () => done({ no: 7 }) }, async ({ who }) => done(who));
	expect(await ask(known, eventOf(context))).toMatchObject({ status: 200, body: { no: 7 } });
});
