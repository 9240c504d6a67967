import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { fromUtf8, joinBytes, knownBytes, toBase64Url, utf8, type Bytes } from './bytes.ts';
import { deflate, inflate } from './deflate.ts';
import { parseJson } from './file-text.ts';
import { readHead, readMany, writeHead } from './handout-head.ts';
import { HANDOUT_SHAPE } from './handout-shape.ts';
import { SIGNATURE_BYTES, type SignedHandout } from './handout-signature.ts';
import { fromLean, toLean } from './lean.ts';
import { partHashes } from './part-hash.ts';
import type { FrozenQuiz, Handout } from './types.ts';

/*
 * A handout in a link: how the parts' hashes travel, signature (64 bytes), head, hash of the quiz
 * (16), sealed key, closed facts, hashes, then packed JSON without keys for everything in words.
 */

/** The hashes of a quiz's parts: not there, to be made again, or written out. */
const HASHES = { none: 0, again: 1, written: 2 } as const;

const HASH_BYTES = 16;
const PART_HASH_BYTES = 32;
const FACT_HASH_BYTES = 6;
const MOST_SEALED_BYTES = 1_000_000;
const MOST_LISTED = 2000;
/** Unpacked words may become this long. */
const MOST_JSON_BYTES = 1_000_000;

const hashesOf = (crypto: Crypto, { bank, items }: Pick<FrozenQuiz, 'bank' | 'items'>) =>
	Promise.all(items.map((item) => partHashes(crypto, bank, item)));

async function howHashesTravel(crypto: Crypto, quiz: FrozenQuiz): Promise<number> {
	if (quiz.hashes.length === 0) return HASHES.none;
	const again = await hashesOf(crypto, quiz);
	return again.join('\n') === quiz.hashes.join('\n') ? HASHES.again : HASHES.written;
}

function writeHashes(writer: ByteWriter, hashes: string[][]): void {
	writer.count(hashes.length);
	for (const list of hashes) {
		writer.count(list.length);
		for (const hash of list) writer.raw(knownBytes(hash));
	}
}

/** Writes a handout as few bytes as it goes into. */
export async function packHandout(
	crypto: Crypto,
	{ handout, signature }: SignedHandout
): Promise<Bytes> {
	const { quiz, closedFacts, sealedKey = '' } = handout;
	const how = await howHashesTravel(crypto, quiz);
	const writer = new ByteWriter().byte(how).raw(knownBytes(signature));
	writeHead(writer, handout);
	writer.raw(knownBytes(quiz.hash)).block(knownBytes(sealedKey)).count(closedFacts.length);
	for (const fact of closedFacts) writer.raw(knownBytes(fact));
	if (how === HASHES.written) writeHashes(writer, quiz.hashes);
	const words = utf8(JSON.stringify(toLean(HANDOUT_SHAPE, handout)));
	return joinBytes(writer.done(), await deflate(words));
}

/** What of a handout stands in words, as it was read. */
interface ReadWords extends Record<string, unknown> {
	quiz?: Record<string, unknown>;
}

async function readWords(packed: Bytes): Promise<ReadWords | undefined> {
	const words = await inflate(packed, MOST_JSON_BYTES);
	const data = fromLean(HANDOUT_SHAPE, parseJson((words && fromUtf8(words)) ?? ''));
	const { quiz } = Object(data) as ReadWords;
	const isNamed = typeof data === 'object' && !Array.isArray(data) && Object(quiz) === quiz;
	return isNamed ? (data as ReadWords) : undefined;
}

function readHashes(reader: ByteReader, how: number): string[][] {
	if (how !== HASHES.written) return [];
	return readMany(reader, MOST_LISTED, () =>
		readMany(reader, MOST_LISTED, () => toBase64Url(reader.raw(PART_HASH_BYTES)))
	);
}

/** What a link's bytes say, its shape still to be looked at; `isHashed` where hashes are to be made again. */
export interface ReadHandout {
	handout: unknown;
	signature: string;
	isHashed: boolean;
}

/** Reads what `packHandout` wrote; nothing where the bytes are cut off or anything else. */
export async function unpackHandout(bytes: Bytes): Promise<ReadHandout | undefined> {
	const reader = new ByteReader(bytes);
	const how = reader.byte();
	const signature = toBase64Url(reader.raw(SIGNATURE_BYTES));
	const head = readHead(reader);
	const hash = toBase64Url(reader.raw(HASH_BYTES));
	const sealedKey = toBase64Url(reader.block(MOST_SEALED_BYTES));
	const closedFacts = readMany(reader, MOST_LISTED, () => toBase64Url(reader.raw(FACT_HASH_BYTES)));
	const hashes = readHashes(reader, how);
	if (reader.isBroken) return undefined;
	const words = await readWords(reader.rest());
	if (!words) return undefined;
	const quiz = { ...words.quiz, hash, hashes };
	const handout = { ...words, ...head, quiz, ...(sealedKey && { sealedKey }), closedFacts };
	return { handout, signature, isHashed: how === HASHES.again };
}

/** A handout with the hashes of its parts made again. */
export async function withHashes(crypto: Crypto, handout: Handout): Promise<Handout> {
	const hashes = await hashesOf(crypto, handout.quiz);
	return { ...handout, quiz: { ...handout.quiz, hashes } };
}
