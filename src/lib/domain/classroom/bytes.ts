/** Bytes that WebCrypto and streams take as they are. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** All parts behind each other. */
export function joinBytes(...parts: Bytes[]): Bytes {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/** Whether two byte strings are the same. */
export function isSameBytes(a: Bytes, b: Bytes): boolean {
	return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** A text as UTF-8. */
export function utf8(text: string): Bytes {
	return new TextEncoder().encode(text);
}

/** The text of UTF-8 bytes, or nothing where they are none. */
export function fromUtf8(bytes: Bytes): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/** Bytes as base64url without padding. @see RFC 4648, section 5 */
export function toBase64Url(bytes: Bytes): string {
	let binary = '';
	for (const byte of bytes) binary += String.fromCharCode(byte);
	return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The bytes of base64url, or nothing where the text is not what `toBase64Url` would write for them. */
export function fromBase64Url(text: string): Bytes | undefined {
	if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
	const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
	const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
	return toBase64Url(bytes) === text ? bytes : undefined;
}

/**
 * The bytes of base64url that is known to be right.
 * @throws where it is not
 */
export function knownBytes(text: string): Bytes {
	const bytes = fromBase64Url(text);
	if (!bytes) throw new Error('not base64url');
	return bytes;
}
