import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';

const READS = ['GET', 'HEAD'];

/**
 * Whether a request that changes something comes from a page of this origin: browsers say so themselves
 * (`Sec-Fetch-Site` on trustworthy origins, `Origin` on all), and pages cannot forge either.
 */
function isSameOrigin(headers: Headers, origin: string): boolean {
	const site = headers.get('sec-fetch-site');
	const from = headers.get('origin');
	if (site === null && from === null) return false;
	return (site === null || site === 'same-origin') && (from === null || from === origin);
}

/**
 * What keeps a request out before anything looks at it: another site's page, or a body that is no JSON.
 */
export function guard(request: Request, origin: string): ApiProblem | undefined {
	if (READS.includes(request.method)) return undefined;
	if (!isSameOrigin(request.headers, origin)) return { code: 'other-origin' };
	const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
	if (request.body && type !== 'application/json') return { code: 'not-json' };
	return undefined;
}
