import { UUID } from '#lib/domain/classroom/uuid.ts';
import { randomToken, secretHash } from '#lib/server/secrets.ts';

const SECRET_BYTES = 16;
const SECRET = /^[\w-]{22}$/;

/** A personal link to be told once, and what of it the pupil's row keeps as `link_hash`. */
export interface MadeLink {
	/** What stands behind the `#`: "<class id>.<128 bits, base64url>". */
	link: string;
	hash: string;
}

/** Makes a pupil's personal link; the one before is void once `hash` replaced its hash. */
export function makeLink(crypto: Crypto, classId: string): MadeLink {
	const secret = randomToken(crypto, SECRET_BYTES);
	return { link: `${classId}.${secret}`, hash: secretHash(secret) };
}

/** The class of a personal link and the hash that its pupil's row has, or nothing where the text is none. */
export function readLink(link: string): { classId: string; hash: string } | undefined {
	const [classId = '', secret = '', ...rest] = link.trim().split('.');
	const isLink = UUID.test(classId) && SECRET.test(secret) && rest.length === 0;
	return isLink ? { classId, hash: secretHash(secret) } : undefined;
}
