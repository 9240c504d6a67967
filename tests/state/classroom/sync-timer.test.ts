import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { retryDelayMs } from '#lib/state/classroom/sync-pace.ts';
import { SyncTimer } from '#lib/state/classroom/sync-timer.ts';

describe('the wait after failures', () => {
	test.each([
		[1, 0, 2000],
		[2, 0, 4000],
		[2, 1, 2000],
		[4, 0, 16_000],
		[4, 1, 8000],
		[9, 0, 300_000],
		[50, 0, 300_000],
		[50, 1, 150_000]
	])('%i in a row, at chance %d: %i ms', (failures, random, expected) => {
		expect(retryDelayMs(failures, random)).toBe(expected);
	});

	test('is 2 s to 5 min, whatever comes', () => {
		fc.assert(
			fc.property(
				fc.nat({ max: 2000 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(n, random) => {
					const wait = retryDelayMs(n, random);
					expect(wait).toBeGreaterThanOrEqual(2000);
					expect(wait).toBeLessThanOrEqual(300_000);
				}
			)
		);
	});
});

describe('when to try', () => {
	let tries: number[];
	let timer: SyncTimer;

	beforeEach(() => {
		vi.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'performance'] });
		tries = [];
		timer = new SyncTimer(
			() => tries.push(performance.now()),
			() => 0
		);
	});
	afterEach(() => {
		timer.stop();
		vi.useRealTimers();
	});

	test('the earliest wish counts, once', () => {
		timer.wish(1500);
		timer.wish(300);
		timer.wish(2000);
		vi.advanceTimersByTime(10_000);
		expect(tries).toEqual([300]);
	});

	test('after a failure it waits, and tries by itself', () => {
		timer.note({ isDone: false });
		timer.wish(0);
		vi.advanceTimersByTime(1999);
		expect(tries).toEqual([]);
		vi.advanceTimersByTime(1);
		timer.note({ isDone: false });
		vi.advanceTimersByTime(4000);
		expect(tries).toEqual([2000, 6000]);
	});

	test('what cannot wait goes at once, but not before the server wants it', () => {
		timer.note({ isDone: false });
		timer.wish(0, true);
		vi.advanceTimersByTime(1);
		expect(tries).toEqual([0]);
		timer.note({ isDone: false, retryAfterS: 30 });
		timer.wish(0, true);
		vi.advanceTimersByTime(60_000);
		expect(tries).toEqual([0, 30_001]);
	});

	test('a network that is back ends the wait', () => {
		for (let i = 0; i < 8; i++) timer.note({ isDone: false });
		timer.reset();
		timer.wish(0);
		vi.advanceTimersByTime(1);
		expect(tries).toEqual([0]);
	});

	test('a success ends it too', () => {
		for (let i = 0; i < 8; i++) timer.note({ isDone: false });
		timer.stop();
		timer.note({ isDone: true });
		timer.wish(1500);
		vi.advanceTimersByTime(1500);
		expect(tries).toEqual([1500]);
	});
});
