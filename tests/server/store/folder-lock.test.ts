import { mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from '#lib/server/store/folder-lock.ts';
import { holderHere, type LockHolder } from '#lib/server/store/lock-holder.ts';

const WATCH = { beatMs: 20, silentMs: 200 };
/** More than any system gives out. */
const NO_PID = 2 ** 30;

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'recount-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, 'recount.lock');
const leave = (holder: LockHolder, name = file()) => writeFileSync(name, JSON.stringify(holder));
const owner = () => (JSON.parse(readFileSync(file(), 'utf8')) as LockHolder).token;
const here = holderHere('left');

const lefts: [string, LockHolder | string, boolean][] = [
	['its process is gone', { ...here, pid: NO_PID }, true],
	['its pid is another process by now', { ...here, begun: '1' }, true],
	['its process runs', here, false],
	['it comes from elsewhere and is silent', { ...here, place: 'another machine' }, true],
	['it cannot be read', '{"tok', false],
	['it is empty', '', false]
];

test.each(lefts)('a lock that was left: %s', async (_, left, isTaken) => {
	if (typeof left === 'string') writeFileSync(file(), left);
	else leave(left);
	const locked = await lockFolder(folder, WATCH);
	expect(locked.ok).toBe(isTaken);
	if (!locked.ok) {
		const pid = typeof left === 'string' ? 0 : left.pid;
		expect(locked.problem).toEqual({ code: 'locked', folder, pid });
		return;
	}
	expect(owner()).not.toBe('left');
	locked.value.release();
	expect(readdirSync(folder)).toEqual([]);
});

test('a holder elsewhere that is heard of keeps its lock', async () => {
	leave({ ...here, place: 'another machine' });
	const beat = setInterval(() => utimesSync(file(), new Date(), new Date()), 10);
	const locked = await lockFolder(folder, WATCH);
	clearInterval(beat);
	expect(locked.ok).toBe(false);
	expect(owner()).toBe('left');
});

test('one who died while taking a dead lock over is taken over too', async () => {
	leave({ ...here, pid: NO_PID });
	leave({ ...here, pid: NO_PID, token: 'next' }, `${file()}.after-left`);
	const locked = await lockFolder(folder, WATCH);
	expect(locked.ok).toBe(true);
	expect(readdirSync(folder)).toEqual(['recount.lock']);
});

test('of many who want a dead lock one gets it', async () => {
	leave({ ...here, pid: NO_PID });
	const all = await Promise.all(Array.from({ length: 20 }, () => lockFolder(folder, WATCH)));
	expect(all.filter(({ ok }) => ok)).toHaveLength(1);
	const others = all.flatMap((each) => (each.ok ? [] : [each.problem]));
	expect(new Set(others.map((problem) => problem.code))).toEqual(new Set(['locked']));
});

test('releasing leaves what another took meanwhile', async () => {
	const locked = await lockFolder(folder, WATCH);
	leave({ ...here, token: 'other' });
	if (locked.ok) locked.value.release();
	expect(owner()).toBe('other');
});
