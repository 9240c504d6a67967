import { afterEach, describe, expect, it } from 'vitest';
import { passAddress, passClass, type Caller } from '#lib/server/flood.ts';

let addresses = 0;

/** A caller from an address that no other test has. */
function caller(clock = { now: 0 }): Caller & { clock: { now: number } } {
	const address = `2001:db8::${addresses++}`;
	const context = { now: () => clock.now } as Caller['context'];
	return { clock, context, event: { getClientAddress: () => address } };
}

/** How many of so many pass at once. */
function passing(times: number, pass: () => { ok: boolean }): number {
	return Array.from({ length: times }, pass).filter(({ ok }) => ok).length;
}

afterEach(() => {
	delete process.env.FLOOD_GUARD;
});

describe('passAddress', () => {
	it.each([
		['any', 3000, 3000],
		['sign-in', 300, 100],
		['code', 10, 1]
	] as const)('%s: %i at once, in ten seconds %i and more again', (size, atOnce, again) => {
		const one = caller();
		expect(passing(atOnce + 20, () => passAddress(one, size))).toBe(atOnce);
		one.clock.now = 10_000;
		expect(passing(again, () => passAddress(one, size))).toBe(again);
		expect(passAddress(caller(), size)).toEqual({ ok: true, value: undefined });
	});

	it('lets ten classes of thirty behind one address sign in at once', () => {
		const school = caller();
		expect(passing(300, () => passAddress(school, 'sign-in'))).toBe(300);
	});

	it('says when to come again', () => {
		const one = caller();
		passing(10, () => passAddress(one, 'code'));
		expect(passAddress(one, 'code')).toEqual({
			ok: false,
			problem: { code: 'too-many', retryAfterS: 6 }
		});
	});

	it('counts those whose address nobody can tell as one', () => {
		const unknown = (): Caller => ({
			...caller(),
			event: {
				getClientAddress: () => {
					throw new Error('the header is missing');
				}
			}
		});
		expect(passing(20, () => passAddress(unknown(), 'code'))).toBe(10);
	});

	it('lets all pass where it is off', () => {
		process.env.FLOOD_GUARD = 'off';
		const one = caller();
		expect(passing(50, () => passAddress(one, 'code'))).toBe(50);
	});
});

describe('passClass', () => {
	it('counts by class, from wherever they come', () => {
		expect(passing(70, () => passClass(caller(), 'K3F-9QWX'))).toBe(60);
		expect(passClass(caller(), 'K3F-9QWY')).toEqual({ ok: true, value: undefined });
	});
});
