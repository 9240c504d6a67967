import type { Bytes } from './bytes.ts';

/** A uuid as programs write it. */
export const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The 16 bytes of a uuid.
 * @throws where it is none
 */
export function uuidBytes(uuid: string): Bytes {
	if (!UUID.test(uuid)) throw new Error('not a uuid');
	const pairs = uuid.replaceAll('-', '').match(/../g) ?? [];
	return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}

/** The uuid of 16 bytes. */
export function uuidText(bytes: Bytes): string {
	const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
