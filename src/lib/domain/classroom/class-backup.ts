import * as v from 'valibot';
import { decrypt, encrypt, NONCE_BYTES, stretchedKey } from './aes.ts';
import { fromBase64Url, fromUtf8, joinBytes, toBase64Url, utf8, type Bytes } from './bytes.ts';
import { checkedBytes, withChecksum } from './checksum.ts';
import { classKeysSchema } from './class-keys-schema.ts';
import { deflate, inflate } from './deflate.ts';
import { fileText, headOf, isNewer, parseJson } from './file-text.ts';
import { done, refused, type Outcome } from './outcome.ts';
import type { SchoolClass } from './types.ts';
import { UUID } from './uuid.ts';

const FILE = { kind: 'recount-class', version: 1 } as const;
/** @see OWASP Password Storage Cheat Sheet, PBKDF2-HMAC-SHA256 */
const ITERATIONS = 600_000;
const SALT_BYTES = 16;
const MOST_CHARACTERS = 3_000_000;
const MOST_JSON_BYTES = 4_000_000;

const whole = (least: number, most: number) =>
	v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));
const time = whole(0, 8.64e15);
const line = v.pipe(v.string(), v.maxLength(300));

const pupils = v.pipe(
	v.array(
		v.strictObject({
			no: whole(1, 999),
			pseudonym: line,
			slip: whole(1, 1000),
			leftAt: v.optional(time)
		})
	),
	v.check((list) => new Set(list.map(({ no }) => no)).size === list.length)
);

/** A class as its file holds it. */
export interface FiledClass extends SchoolClass {
	/** epoch ms; so that of two devices' files the newer is known */
	changedAt?: number;
}

const schema: v.GenericSchema<unknown, FiledClass> = v.strictObject({
	id: v.pipe(v.string(), v.regex(UUID)),
	name: line,
	pupils,
	keys: classKeysSchema,
	createdAt: time,
	changedAt: v.optional(time)
});

/** A phrase typed on one keyboard is the same on another. */
const phraseBytes = (passphrase: string) => utf8(passphrase.normalize('NFKC').trim());

const keyOf = (crypto: Crypto, passphrase: string, salt: Bytes) =>
	stretchedKey(crypto, { secret: phraseBytes(passphrase), salt, iterations: ITERATIONS });

/** A class with its keys, without private names, as the text of a file that only its passphrase opens. */
export async function printClassFile(
	crypto: Crypto,
	schoolClass: FiledClass,
	passphrase: string
): Promise<string> {
	const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
	const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
	const key = await keyOf(crypto, passphrase, salt);
	const packed = await deflate(utf8(JSON.stringify(schoolClass)));
	const sealed = await encrypt(crypto, { key, nonce }, packed);
	const bytes = await withChecksum(crypto, joinBytes(salt, nonce, sealed));
	return JSON.stringify({ ...FILE, sealed: toBase64Url(bytes) });
}

/** Why a class's file cannot be used; `foreign`: it is no such file. */
export type ClassFileProblem = { code: 'foreign' | 'newer' | 'altered' | 'wrong-passphrase' };

async function sealedIn(
	crypto: Crypto,
	content: string | Bytes
): Promise<Outcome<Bytes, ClassFileProblem>> {
	const text = content.length > MOST_CHARACTERS ? undefined : fileText(content);
	const data = text === undefined ? undefined : parseJson(text);
	if (isNewer(data, FILE)) return refused({ code: 'newer' });
	if (headOf(data).kind !== FILE.kind) return refused({ code: 'foreign' });
	const { sealed } = data as Record<string, unknown>;
	const bytes = typeof sealed === 'string' ? fromBase64Url(sealed) : undefined;
	const body = bytes && (await checkedBytes(crypto, bytes));
	const isThere = body !== undefined && body.length > SALT_BYTES + NONCE_BYTES;
	return isThere ? done(body) : refused({ code: 'altered' });
}

/** Reads a class's file with its passphrase. */
export async function readClassFile(
	crypto: Crypto,
	content: string | Bytes,
	passphrase: string
): Promise<Outcome<FiledClass, ClassFileProblem>> {
	const sealed = await sealedIn(crypto, content);
	if (!sealed.ok) return sealed;
	const key = await keyOf(crypto, passphrase, sealed.value.slice(0, SALT_BYTES));
	const [nonce, rest] = [
		sealed.value.slice(SALT_BYTES, SALT_BYTES + NONCE_BYTES),
		sealed.value.slice(SALT_BYTES + NONCE_BYTES)
	];
	const packed = await decrypt(crypto, { key, nonce }, rest);
	if (!packed) return refused({ code: 'wrong-passphrase' });
	const text = await inflate(packed, MOST_JSON_BYTES);
	const read = v.safeParse(schema, parseJson((text && fromUtf8(text)) ?? ''));
	return read.success ? done(read.output) : refused({ code: 'altered' });
}
