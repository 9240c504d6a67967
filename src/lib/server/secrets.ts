import { createHash, timingSafeEqual } from 'node:crypto';
import { toBase64Url } from '#lib/domain/classroom/bytes.ts';

const TOKEN_BYTES = 32;

/** A secret that nobody guesses, for a cookie or a flow: 32 random bytes unless told (16 are 128 bits), base64url. */
export function randomToken(crypto: Crypto, bytes = TOKEN_BYTES): string {
	return toBase64Url(crypto.getRandomValues(new Uint8Array(bytes)));
}

/**
 * What the store keeps of a secret of at least 112 random bits: its SHA-256, base64url.
 * @see NIST SP 800-63B, section 5.1.2.2: so long a secret needs neither salt nor work
 */
export function secretHash(secret: string): string {
	return createHash('sha256').update(secret).digest('base64url');
}

/** Whether two byte strings are the same, in a time that does not tell where they differ. */
export function isSameSecret(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && timingSafeEqual(a, b);
}
