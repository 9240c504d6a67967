import type { Cookies } from '@sveltejs/kit';
import type { Call } from './endpoint.ts';

/** What of a request a session is read from and written to. */
export interface Visit extends Pick<Call<unknown>, 'context'> {
	event: { cookies: Cookies; params: Partial<Record<string, string>> };
}

/**
 * Over https a browser takes the name only from this very host, for all of it, and never unencrypted.
 * @see RFC 6265bis, section 4.1.3.2
 */
function named(name: string, { context }: Visit) {
	const secure = context.origin.startsWith('https://');
	return {
		name: secure ? `__Host-${name}` : name,
		options: { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
	};
}

/** The token in a session's cookie. */
export function readCookie(visit: Visit, cookie: string): string | undefined {
	return visit.event.cookies.get(named(cookie, visit).name);
}

/** Gives a browser the token of a session that ends at `expiresAt` (epoch ms). */
export function setCookie(
	visit: Visit,
	cookie: string,
	session: { token: string; expiresAt: number }
): void {
	const { name, options } = named(cookie, visit);
	const maxAge = Math.floor((session.expiresAt - visit.context.now()) / 1000);
	visit.event.cookies.set(name, session.token, { ...options, maxAge });
}

/** Takes a session's cookie from a browser. */
export function dropCookie(visit: Visit, cookie: string): void {
	const { name, options } = named(cookie, visit);
	visit.event.cookies.delete(name, options);
}
