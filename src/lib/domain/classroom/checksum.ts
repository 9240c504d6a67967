import { isSameBytes, joinBytes, type Bytes } from './bytes.ts';

/** How many bytes a checksum takes. */
export const CHECKSUM_BYTES = 4;

async function checksum(crypto: Crypto, bytes: Bytes): Promise<Bytes> {
	return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).slice(0, CHECKSUM_BYTES);
}

/** Bytes with the first of their SHA-256 behind them, so that damage is told from a wrong key. */
export async function withChecksum(crypto: Crypto, bytes: Bytes): Promise<Bytes> {
	return joinBytes(bytes, await checksum(crypto, bytes));
}

/** The bytes before their checksum, or nothing where it does not fit them. */
export async function checkedBytes(crypto: Crypto, bytes: Bytes): Promise<Bytes | undefined> {
	const body = bytes.slice(0, -CHECKSUM_BYTES);
	const isRight = isSameBytes(bytes.slice(-CHECKSUM_BYTES), await checksum(crypto, body));
	return isRight ? body : undefined;
}
