import type { Bytes } from './bytes.ts';

const AES = { name: 'AES-GCM', length: 256 };
/** Bytes that AES-GCM adds: its tag. */
export const TAG_BYTES = 16;
/** Bytes of a nonce. */
export const NONCE_BYTES = 12;

/** What AES-GCM works under; the same nonce must never meet the same key twice. */
export interface Lock {
	key: CryptoKey;
	nonce: Bytes;
	/** Not encrypted, but the same when opened. */
	bound?: Bytes;
}

const settings = ({ nonce, bound }: Lock): AesGcmParams => ({
	name: AES.name,
	iv: nonce,
	...(bound && { additionalData: bound })
});

/** A key for AES-256-GCM. */
export function aesKey(crypto: Crypto, bytes: Bytes): Promise<CryptoKey> {
	return crypto.subtle.importKey('raw', bytes, AES, false, ['encrypt', 'decrypt']);
}

/** Bytes encrypted, with the tag behind them. @see NIST SP 800-38D */
export async function encrypt(crypto: Crypto, lock: Lock, bytes: Bytes): Promise<Bytes> {
	return new Uint8Array(await crypto.subtle.encrypt(settings(lock), lock.key, bytes));
}

/** Encrypted bytes opened, or nothing where key, nonce, what they are bound to or the bytes are not the same. */
export async function decrypt(
	crypto: Crypto,
	lock: Lock,
	bytes: Bytes
): Promise<Bytes | undefined> {
	try {
		return new Uint8Array(await crypto.subtle.decrypt(settings(lock), lock.key, bytes));
	} catch {
		return undefined;
	}
}

/** What a key is derived from. */
interface Source {
	secret: Bytes;
	salt: Bytes;
	/** What the key is for. */
	info: Bytes;
}

/** So many bytes of key matter from a secret. @see RFC 5869, HKDF */
export async function deriveBytes(
	crypto: Crypto,
	{ secret, salt, info }: Source,
	length: number
): Promise<Bytes> {
	const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
	const how = { name: 'HKDF', hash: 'SHA-256', salt, info };
	return new Uint8Array(await crypto.subtle.deriveBits(how, key, length * 8));
}

/** What a key is stretched from. */
interface Guessable {
	/** Short enough that somebody could try them all. */
	secret: Bytes;
	salt: Bytes;
	iterations: number;
}

/** An AES key that makes every guess at its secret cost so many rounds. @see RFC 8018, PBKDF2 */
export async function stretchedKey(
	crypto: Crypto,
	{ secret, salt, iterations }: Guessable
): Promise<CryptoKey> {
	const key = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
	const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
	return aesKey(crypto, new Uint8Array(await crypto.subtle.deriveBits(how, key, 256)));
}

/** HMAC-SHA-256. @see RFC 2104 */
export async function hmac(crypto: Crypto, secret: Bytes, bytes: Bytes): Promise<Bytes> {
	const how = { name: 'HMAC', hash: 'SHA-256' };
	const key = await crypto.subtle.importKey('raw', secret, how, false, ['sign']);
	return new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes));
}
