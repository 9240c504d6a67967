import { decrypt, encrypt, NONCE_BYTES, stretchedKey, TAG_BYTES } from './aes.ts';
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { fromBase64Url, joinBytes, toBase64Url, utf8, type Bytes } from './bytes.ts';
import type { Exception } from './types.ts';

/** All exceptions are of one length, so that it does not tell what they are about. */
const PLAIN_BYTES = 12;
const SEALED_BYTES = NONCE_BYTES + PLAIN_BYTES + TAG_BYTES;
const MOST_MINUTES = 1440;
/** The last time a date can hold, epoch ms. */
const LAST_TIME = 8.64e15;
/**
 * A slip code has only 30 bits, and what is handed out is in everybody's hands: each guess at a
 * classmate's code shall cost something.
 */
const ITERATIONS = 100_000;

const keyOf = (crypto: Crypto, token: Bytes) =>
	stretchedKey(crypto, {
		secret: token,
		salt: utf8('recount exception 1'),
		iterations: ITERATIONS
	});

function pack({ no, extraMinutes, closesAt }: Exception): Bytes {
	const writer = new ByteWriter().uint16(no).uint16(extraMinutes ?? 0);
	const bytes = writer.count(closesAt === undefined ? 0 : closesAt + 1).done();
	return joinBytes(bytes, new Uint8Array(PLAIN_BYTES - bytes.length));
}

function unpack(bytes: Bytes): Exception | undefined {
	const reader = new ByteReader(bytes);
	const [no, extraMinutes] = [reader.uint16(), reader.uint16()];
	const closesAt = reader.count(LAST_TIME + 1) - 1;
	if (reader.isBroken || extraMinutes > MOST_MINUTES) return undefined;
	return { no, ...(extraMinutes > 0 && { extraMinutes }), ...(closesAt >= 0 && { closesAt }) };
}

/** Seals other terms for one pupil with that pupil's token of the assignment: base64url. */
export async function sealException(
	crypto: Crypto,
	exception: Exception,
	token: Bytes
): Promise<string> {
	const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
	const key = await keyOf(crypto, token);
	return toBase64Url(joinBytes(nonce, await encrypt(crypto, { key, nonce }, pack(exception))));
}

/** The terms among a handout's exceptions that are sealed with a pupil's token, if there are any. */
export async function findException(
	crypto: Crypto,
	exceptions: readonly string[],
	token: Bytes
): Promise<Exception | undefined> {
	if (exceptions.length === 0) return undefined;
	const key = await keyOf(crypto, token);
	for (const exception of exceptions) {
		const bytes = fromBase64Url(exception);
		if (bytes?.length !== SEALED_BYTES) continue;
		const lock = { key, nonce: bytes.slice(0, NONCE_BYTES) };
		const plain = await decrypt(crypto, lock, bytes.slice(NONCE_BYTES));
		const found = plain && unpack(plain);
		if (found) return found;
	}
	return undefined;
}
