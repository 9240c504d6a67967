import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ServerContext } from '#lib/server/context.ts';

/** Who asks for a passkey, as browsers know them. */
export interface RelyingParty {
	rpID: string;
	origin: string;
}

/**
 * The server as browsers know it by its passkeys; `insecure` where they would give none: neither https
 * nor localhost.
 */
export function relyingParty(
	context: Pick<ServerContext, 'origin'>
): Outcome<RelyingParty, ApiProblem> {
	const { protocol, hostname, origin } = new URL(context.origin);
	const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost');
	if (protocol !== 'https:' && !isLocal) return refused({ code: 'insecure' });
	return done({ rpID: hostname, origin });
}
