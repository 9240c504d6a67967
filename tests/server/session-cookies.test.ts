import type { Cookies } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { dropCookie, readCookie, setCookie, type Visit } from '#lib/server/session-cookies.ts';

/** A visit of a browser at an origin, and what was done to its cookies. */
function visitAt(origin: string, held: Record<string, string> = {}) {
	const said: unknown[] = [];
	const cookies = {
		get: (name: string) => held[name],
		set: (...what: unknown[]) => void said.push(['set', ...what]),
		delete: (...what: unknown[]) => void said.push(['delete', ...what])
	} as unknown as Cookies;
	const context = { origin, now: () => 1000 };
	return { said, visit: { event: { cookies, params: {} }, context } as unknown as Visit };
}

describe.each([
	['https://class.example', '__Host-recount-teacher', true],
	['http://localhost:3000', 'recount-teacher', false]
])('at %s', (origin, name, secure) => {
	const options = { path: '/', httpOnly: true, sameSite: 'lax', secure };

	it('sets a cookie that scripts, other sites and eavesdroppers do not get', () => {
		const { said, visit } = visitAt(origin);
		setCookie(visit, 'recount-teacher', { token: 'abc', expiresAt: 61_000 });
		expect(said).toEqual([['set', name, 'abc', { ...options, maxAge: 60 }]]);
	});

	it('reads it under that name alone', () => {
		expect(readCookie(visitAt(origin, { [name]: 'abc' }).visit, 'recount-teacher')).toBe('abc');
		expect(readCookie(visitAt(origin, { other: 'abc' }).visit, 'recount-teacher')).toBeUndefined();
	});

	it('takes it away', () => {
		const { said, visit } = visitAt(origin);
		dropCookie(visit, 'recount-teacher');
		expect(said).toEqual([['delete', name, options]]);
	});
});

it('does not take a plain cookie over https: another host of the domain could have set it', () => {
	const { visit } = visitAt('https://class.example', { 'recount-teacher': 'abc' });
	expect(readCookie(visit, 'recount-teacher')).toBeUndefined();
});
