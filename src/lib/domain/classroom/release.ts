import { aesKey, decrypt, deriveBytes, encrypt, NONCE_BYTES } from './aes.ts';
import { fromBase64Url, fromUtf8, joinBytes, knownBytes, toBase64Url, utf8 } from './bytes.ts';
import type { Bytes } from './bytes.ts';
import { checkedBytes, withChecksum } from './checksum.ts';
import {
	checkSymbols,
	fromLetters,
	fromSymbols,
	inGroups,
	toLetters,
	toSymbols
} from './crockford.ts';
import { deflate, inflate } from './deflate.ts';
import { parseJson } from './file-text.ts';
import { done, refused, type Outcome } from './outcome.ts';
import { UUID } from './uuid.ts';

const CODE_BYTES = 16;
/** 128 bits in letters, and the two letters that check them. */
const CODE_SYMBOLS = 26;
const CHECK_SYMBOLS = 2;
const GROUP = 4;
const KEY_BYTES = 32;
const QR_PREFIX = 'RECOUNTKEY1:';
/** What was withheld may become this long, in bytes. */
const MOST_KEY_BYTES = 4_000_000;

/** A new release code: 128 bits, base64url. */
export function makeReleaseCode(crypto: Crypto): string {
	return toBase64Url(crypto.getRandomValues(new Uint8Array(CODE_BYTES)));
}

/** A release code as it is read aloud and typed: 28 letters in groups, the last two check the others. */
export function printReleaseCode(code: string): string {
	const symbols = toSymbols(knownBytes(code));
	return inGroups(toLetters([...symbols, ...checkSymbols(symbols)]), GROUP);
}

/** Why a typed release code is none. */
export type ReleaseCodeProblem = { code: 'too-short' | 'mistyped' };

/** Reads a release code however it was typed. */
export function readReleaseCode(typed: string): Outcome<string, ReleaseCodeProblem> {
	const symbols = fromLetters(typed);
	if (!symbols) return refused({ code: 'mistyped' });
	if (symbols.length < CODE_SYMBOLS + CHECK_SYMBOLS) return refused({ code: 'too-short' });
	const secret = symbols.slice(0, CODE_SYMBOLS);
	const bytes = fromSymbols(secret);
	const isRight = toLetters(checkSymbols(secret)) === toLetters(symbols.slice(CODE_SYMBOLS));
	return bytes && isRight ? done(toBase64Url(bytes)) : refused({ code: 'mistyped' });
}

/** Which assignment is released, and its code (base64url). */
export interface Release {
	assignmentId: string;
	code: string;
}

/** A release as the text of a QR code. */
export function printReleaseQr({ assignmentId, code }: Release): string {
	return QR_PREFIX + assignmentId.toUpperCase() + ':' + printReleaseCode(code);
}

/** The release in the text of a QR code or of a message; nothing where it tells of none, or was mistyped. */
export function readReleaseQr(text: string): Release | undefined {
	const [, id = '', letters = ''] =
		/RECOUNTKEY1:([\da-f-]{36}):([\da-z]{4}(?:-[\da-z]{4}){6})/i.exec(text) ?? [];
	const assignmentId = id.toLowerCase();
	const read = readReleaseCode(letters);
	return UUID.test(assignmentId) && read.ok ? { assignmentId, code: read.value } : undefined;
}

async function keyOf(crypto: Crypto, code: Bytes): Promise<CryptoKey> {
	const source = { secret: code, salt: new Uint8Array(0), info: utf8('recount key 1') };
	return aesKey(crypto, await deriveBytes(crypto, source, KEY_BYTES));
}

/** What a Test withholds, as JSON can hold it. */
interface Withheld {
	/** The release code, base64url. */
	code: string;
	withheld: unknown;
}

/** Seals what a Test withholds with its release code: base64url. */
export async function sealKey(crypto: Crypto, { code, withheld }: Withheld): Promise<string> {
	const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
	const key = await keyOf(crypto, knownBytes(code));
	const packed = await deflate(utf8(JSON.stringify(withheld)));
	const sealed = await encrypt(crypto, { key, nonce }, packed);
	return toBase64Url(await withChecksum(crypto, joinBytes(nonce, sealed)));
}

/** Why what was withheld stays closed: the code is another's, or the handout was damaged. */
export type KeyProblem = { code: 'wrong-code' | 'altered' };

/** A sealed key and the release code that should open it, both base64url. */
interface SealedKey {
	code: string;
	sealedKey: string;
}

/** Opens what a Test withheld; what it is, its maker's schema says. */
export async function openKey(
	crypto: Crypto,
	{ code, sealedKey }: SealedKey
): Promise<Outcome<unknown, KeyProblem>> {
	const bytes = fromBase64Url(sealedKey);
	const body = bytes && (await checkedBytes(crypto, bytes));
	if (!body || body.length < NONCE_BYTES) return refused({ code: 'altered' });
	const secret = fromBase64Url(code);
	if (secret?.length !== CODE_BYTES) return refused({ code: 'wrong-code' });
	const lock = { key: await keyOf(crypto, secret), nonce: body.slice(0, NONCE_BYTES) };
	const packed = await decrypt(crypto, lock, body.slice(NONCE_BYTES));
	if (!packed) return refused({ code: 'wrong-code' });
	const text = await inflate(packed, MOST_KEY_BYTES);
	const withheld = parseJson((text && fromUtf8(text)) ?? '');
	return withheld === undefined ? refused({ code: 'altered' }) : done(withheld);
}
