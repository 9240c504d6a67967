import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { fromUtf8, joinBytes, knownBytes, toBase64Url, utf8, type Bytes } from './bytes.ts';
import { deflate, inflate } from './deflate.ts';
import { parseJson } from './file-text.ts';
import { readHead, readMany, writeHead } from './handout-head.ts';
import { HANDOUT_SHAPE } from './handout-shape.ts';
import { SIGNATURE_BYTES, type SignedHandout } from './handout-signature.ts';
import { fromLean, toLean } from './lean.ts';

/*
 * A handout in a link: signature (64 bytes), head, hash of the quiz (16), sealed key, closed facts,
 * then packed JSON without keys for everything in words.
 */

const HASH_BYTES = 16;
const FACT_HASH_BYTES = 6;
const MOST_SEALED_BYTES = 1_000_000;
const MOST_LISTED = 2000;
/** Unpacked words may become this long. */
const MOST_JSON_BYTES = 1_000_000;

/** Writes a handout as few bytes as it goes into. */
export async function packHandout({ handout, signature }: SignedHandout): Promise<Bytes> {
	const { quiz, closedFacts, sealedKey = '' } = handout;
	const writer = new ByteWriter().raw(knownBytes(signature));
	writeHead(writer, handout);
	writer.raw(knownBytes(quiz.hash)).block(knownBytes(sealedKey)).count(closedFacts.length);
	for (const fact of closedFacts) writer.raw(knownBytes(fact));
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

/** What a link's bytes say, its shape still to be looked at. */
interface ReadHandout {
	handout: unknown;
	signature: string;
}

/** Reads what `packHandout` wrote; nothing where the bytes are cut off or anything else. */
export async function unpackHandout(bytes: Bytes): Promise<ReadHandout | undefined> {
	const reader = new ByteReader(bytes);
	const signature = toBase64Url(reader.raw(SIGNATURE_BYTES));
	const head = readHead(reader);
	const hash = toBase64Url(reader.raw(HASH_BYTES));
	const sealedKey = toBase64Url(reader.block(MOST_SEALED_BYTES));
	const closedFacts = readMany(reader, MOST_LISTED, () => toBase64Url(reader.raw(FACT_HASH_BYTES)));
	if (reader.isBroken) return undefined;
	const words = await readWords(reader.rest());
	if (!words) return undefined;
	const quiz = { ...words.quiz, hash, hashes: [] };
	const handout = { ...words, ...head, quiz, ...(sealedKey && { sealedKey }), closedFacts };
	return { handout, signature };
}
