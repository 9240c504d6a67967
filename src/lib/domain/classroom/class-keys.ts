import { fromBase64Url, joinBytes, knownBytes, toBase64Url } from './bytes.ts';
import { FINGERPRINT_WORDS } from './fingerprint-words.ts';
import type { ClassKeys, KeyPairJwk } from './types.ts';

const SECRET_BYTES = 32;
const FINGERPRINT_LENGTH = 4;

/** What of a key is the key itself; what a browser adds of its own is left out. */
async function bareKey(crypto: Crypto, key: CryptoKey): Promise<JsonWebKey> {
	const { kty, crv, x, y, d } = await crypto.subtle.exportKey('jwk', key);
	return { kty, crv, x, y, ...(d !== undefined && { d }) };
}

async function keyPair(crypto: Crypto, name: string, uses: KeyUsage[]): Promise<KeyPairJwk> {
	const how = { name, namedCurve: 'P-256' };
	// Two keys come of an asymmetric algorithm; the types know that only of a literal.
	const pair = (await crypto.subtle.generateKey(how, true, uses)) as CryptoKeyPair;
	return {
		publicKey: await bareKey(crypto, pair.publicKey),
		privateKey: await bareKey(crypto, pair.privateKey)
	};
}

/** Keys for a new class: results are sealed to one pair, what is handed out is signed with the other. */
export async function makeClassKeys(crypto: Crypto): Promise<ClassKeys> {
	return {
		seal: await keyPair(crypto, 'ECDH', ['deriveBits']),
		sign: await keyPair(crypto, 'ECDSA', ['sign', 'verify']),
		secret: toBase64Url(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)))
	};
}

/**
 * The public half of a P-256 key as a raw point: 65 bytes, base64url.
 * @throws where it is no such key
 */
export function publicPoint({ x = '', y = '' }: JsonWebKey): string {
	return toBase64Url(joinBytes(Uint8Array.of(4), knownBytes(x), knownBytes(y)));
}

/**
 * Four words that tell a class's signing key (a raw point, base64url) from another's, to be said
 * aloud and pinned. They are the first bytes of the key itself, which are as good as random.
 */
export function fingerprintWords(signedBy: string): string[] {
	const bytes = fromBase64Url(signedBy) ?? new Uint8Array(0);
	const first = Array.from(bytes.slice(1, 1 + FINGERPRINT_LENGTH));
	return first.map((byte) => FINGERPRINT_WORDS[byte] ?? '');
}
