import { expect, test } from 'vitest';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import { ClassServer, type ClassServerParts } from '#lib/server/class-server.ts';
import type { ClassStore, StoreProblem } from '#lib/server/store/types.ts';
import { contextOver } from '../support/stores.ts';

type Opened = Outcome<ClassStore, StoreProblem>;

const ORIGIN = 'https://class.example';
const away: Opened = refused({ code: 'unreachable', reason: 'ECONNREFUSED' });
const locked: Opened = refused({ code: 'locked', folder: '/data', pid: 7 });

/** A class server whose store opens as told, whenever the test says so. */
function rig(openings: Opened[], over: Partial<ClassServerParts> = {}) {
	const told: string[] = [];
	const waits: { ms: number; wake: () => void }[] = [];
	const gates: (() => void)[] = [];
	const settle = () => new Promise((done) => setTimeout(done, 5));
	const store = { close: async () => void told.push('closed') } as ClassStore;
	const server = new ClassServer({
		mode: 'asked',
		open: () => {
			told.push('open');
			const next = openings.shift() ?? done(store);
			return new Promise((resolve) => gates.push(() => resolve(next)));
		},
		context: (each) => contextOver(each, { origin: ORIGIN }),
		origin: ORIGIN,
		opened: async () => void told.push('opened'),
		hourly: async () => void told.push('hourly'),
		needsSetUp: () => Promise.resolve(true),
		failed: (problem) => void told.push(problem.code),
		unexpected: () => void told.push('unexpected'),
		sleep: (ms) => new Promise((wake) => waits.push({ ms, wake })),
		...over
	});
	return {
		server,
		told,
		settle,
		waitedMs: () => waits.map(({ ms }) => ms),
		async opens() {
			gates.shift()?.();
			await settle();
		},
		async wakes() {
			waits.shift()?.wake();
			await settle();
		},
		problem() {
			const outcome = server.contextFor(ORIGIN);
			return outcome.ok ? 'none' : outcome.problem;
		}
	};
}

test('asked: asleep until a class is asked for, then starting, then ready', async () => {
	const { server, told, opens, problem } = rig([]);
	server.start();
	expect(await server.health()).toEqual({ app: 'ok', classServer: 'asleep' });
	expect(told).toEqual([]);
	expect(problem()).toEqual({ code: 'starting', retryAfterS: 1 });
	expect(problem()).toEqual({ code: 'starting', retryAfterS: 1 });
	expect(await server.health()).toEqual({ app: 'ok', classServer: 'starting' });
	await opens();
	expect(problem()).toBe('none');
	expect(told).toEqual(['open', 'opened', 'hourly']);
	expect(await server.health()).toEqual({ app: 'ok', classServer: 'ready', needsSetUp: true });
	await server.close();
	expect(told.at(-1)).toBe('closed');
});

test('on: it opens at the start; off: never', async () => {
	const on = rig([], { mode: 'on' });
	on.server.start();
	expect(on.told).toEqual(['open']);
	await on.opens();
	expect(on.problem()).toBe('none');

	const off = rig([], { mode: 'off' });
	off.server.start();
	expect(off.problem()).toEqual({ code: 'off' });
	expect(await off.server.health()).toEqual({ app: 'ok', classServer: 'off' });
	await off.server.close();
	expect(off.told).toEqual([]);
});

test('a folder that another process has: failed, told once, not tried again', async () => {
	const { server, told, opens, problem, waitedMs } = rig([locked], { mode: 'on' });
	server.start();
	await opens();
	expect(problem()).toEqual({ code: 'unavailable', retryAfterS: 5 });
	expect(await server.health()).toEqual({ app: 'ok', classServer: 'failed' });
	expect(told).toEqual(['open', 'locked']);
	expect(waitedMs()).toEqual([]);
});

test('a database that is away: tried again with longer waits, told once, then ready', async () => {
	const { server, told, opens, wakes, waitedMs, problem } = rig([away, away], { mode: 'on' });
	server.start();
	await opens();
	expect(problem()).toEqual({ code: 'unavailable', retryAfterS: 5 });
	expect(waitedMs()).toEqual([1000]);
	await wakes();
	await opens();
	expect(waitedMs()).toEqual([2000]);
	await wakes();
	await opens();
	expect(problem()).toBe('none');
	expect(told).toEqual(['open', 'unreachable', 'open', 'open', 'opened', 'hourly']);
});

test('closed while it is opened: the store is closed all the same', async () => {
	const { server, told, opens, problem } = rig([], { mode: 'on' });
	server.start();
	const closed = server.close();
	await opens();
	await closed;
	expect(told).toEqual(['open', 'closed']);
	expect(problem()).toEqual({ code: 'unavailable', retryAfterS: 5 });
});

test('closed while the database is away: not opened again', async () => {
	const { server, told, opens, wakes } = rig([away], { mode: 'on' });
	server.start();
	await opens();
	await server.close();
	await wakes();
	expect(told).toEqual(['open', 'unreachable']);
});

test('an opener that throws, a sweep that throws: told, and the rest goes on', async () => {
	const broken = rig([], { mode: 'on', open: () => Promise.reject(new Error('x')) });
	broken.server.start();
	await broken.settle();
	expect(broken.told).toEqual(['unexpected']);
	expect(broken.problem()).toEqual({ code: 'unavailable', retryAfterS: 5 });

	const swept = rig([], { mode: 'on', opened: () => Promise.reject(new Error('x')) });
	swept.server.start();
	await swept.opens();
	expect(swept.told).toEqual(['open', 'unexpected', 'hourly']);
	expect(swept.problem()).toBe('none');
});

test('health waits a moment for the store and no longer', async () => {
	const never = new Promise<boolean>(() => undefined);
	const { server, opens, wakes, waitedMs } = rig([], { mode: 'on', needsSetUp: () => never });
	server.start();
	await opens();
	const health = server.health();
	expect(waitedMs()).toEqual([200]);
	await wakes();
	expect(await health).toEqual({ app: 'ok', classServer: 'ready' });
});

test('once a teacher exists health does not ask again', async () => {
	let asked = 0;
	const needsSetUp = () => Promise.resolve(++asked === 1);
	const { server, opens } = rig([], { mode: 'on', needsSetUp });
	server.start();
	await opens();
	expect(await server.health()).toMatchObject({ needsSetUp: true });
	expect(await server.health()).toEqual({ app: 'ok', classServer: 'ready' });
	expect(await server.health()).toEqual({ app: 'ok', classServer: 'ready' });
	expect(asked).toBe(2);
});
