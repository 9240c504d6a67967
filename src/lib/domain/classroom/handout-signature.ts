import { canonicalJson } from '#lib/bank/canonical-json.ts';
import { fromBase64Url, knownBytes, toBase64Url, utf8, type Bytes } from './bytes.ts';
import type { Handout } from './types.ts';

/** Bytes of a signature. */
export const SIGNATURE_BYTES = 64;
const P256 = { name: 'ECDSA', namedCurve: 'P-256' };
const HOW = { name: 'ECDSA', hash: 'SHA-256' };

/** What of a handout is signed: everything, whatever way it travels. */
function signedText(handout: Handout): Bytes {
	return utf8(`recount handout 1\n${canonicalJson(handout)}`);
}

/** Signs bytes with a class's private key. @see FIPS 186-4, 6 */
export async function signBytes(
	crypto: Crypto,
	bytes: Bytes,
	privateKey: JsonWebKey
): Promise<Bytes> {
	const key = await crypto.subtle.importKey('jwk', privateKey, P256, false, ['sign']);
	return new Uint8Array(await crypto.subtle.sign(HOW, key, bytes));
}

/** Bytes, and who is said to have signed them. */
interface SignedBytes {
	bytes: Bytes;
	signature: Bytes;
	/** A raw point, base64url. */
	signedBy: string;
}

/** Whether the holder of a key signed just these bytes. */
export async function isSigned(
	crypto: Crypto,
	{ bytes, signature, signedBy }: SignedBytes
): Promise<boolean> {
	const point = knownBytes(signedBy);
	const key = await crypto.subtle.importKey('raw', point, P256, false, ['verify']);
	return crypto.subtle.verify(HOW, key, signature, bytes);
}

/** A handout with its teacher's signature: 64 bytes, base64url. */
export interface SignedHandout {
	handout: Handout;
	signature: string;
}

/**
 * Signs a handout with the class's private key. The hashes of its parts stay with the teacher: they
 * serve rulings only, and do not pack.
 */
export async function signHandout(
	crypto: Crypto,
	{ quiz, ...terms }: Handout,
	privateKey: JsonWebKey
): Promise<SignedHandout> {
	const handout = { ...terms, quiz: { ...quiz, hashes: [] } };
	const signature = await signBytes(crypto, signedText(handout), privateKey);
	return { handout, signature: toBase64Url(signature) };
}

/** Whether a handout is as the holder of the key it names signed it. */
export async function isSignedHandout(
	crypto: Crypto,
	{ handout, signature }: SignedHandout
): Promise<boolean> {
	const bytes = fromBase64Url(signature);
	if (bytes?.length !== SIGNATURE_BYTES) return false;
	const signed = { bytes: signedText(handout), signature: bytes, signedBy: handout.signedBy };
	return isSigned(crypto, signed);
}
