import * as v from 'valibot';
import { FORMS, type Form } from '#lib/bank/types.ts';
import { BitReader, BitWriter } from './bit-columns.ts';
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { joinBytes, knownBytes, toBase64Url, utf8, type Bytes } from './bytes.ts';
import { fromLetters, fromSymbols, toLetters, toSymbols } from './crockford.ts';
import type { HandoutProblem } from './handout-codec.ts';
import { readHead, writeHead } from './handout-head.ts';
import { headEntries, MOST_ITEMS } from './handout-schema.ts';
import { isSigned, SIGNATURE_BYTES, signBytes } from './handout-signature.ts';
import { done, refused, type Outcome } from './outcome.ts';
import type { Handout } from './types.ts';

/** An item by its form and its questions: their places in the bank of that edition. */
export interface IdItem {
	form: Form;
	questions: number[];
}

/**
 * A Practice of nothing but shipped questions: a device that has the same edition of the bank makes
 * the quiz anew from its seed. `quizHash` tells whether it came to the same.
 */
export interface IdHandout extends Omit<Handout, 'quiz' | 'sealedKey' | 'closedFacts'> {
	/** Of the bank: 12 hex digits. */
	edition: string;
	version: number;
	quizHash: string;
	/** At most 40 letters. */
	seed: string;
	items: IdItem[];
}

const PREFIX = 'Q1.';
const EDITION_BYTES = 6;
const HASH_BYTES = 16;
const MOST_TITLE_BYTES = 900;
const MOST_SEED_BYTES = 160;
const MOST_PARTS = 20;
const MOST_VERSIONS = 10_000;

const toHex = (bytes: Bytes) =>
	Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (text: string) =>
	Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

function packItems(items: IdItem[]): Bytes {
	return new BitWriter()
		.column(items.map(({ form }) => FORMS.indexOf(form)))
		.column(items.map(({ questions }) => questions.length))
		.column(items.flatMap(({ questions }) => questions))
		.done();
}

function packBody(handout: IdHandout): Bytes {
	const writer = new ByteWriter();
	writeHead(writer, handout);
	writer.text(handout.className).text(handout.title).text(handout.seed);
	writer.raw(fromHex(handout.edition)).count(handout.version).raw(knownBytes(handout.quizHash));
	writer.count(handout.items.length).raw(packItems(handout.items));
	return writer.done();
}

const signedPart = (body: Bytes) => joinBytes(utf8('recount ids 1\n'), body);

/** Signs a Practice of shipped questions and writes it as few bytes as it goes into, for a QR code. */
export async function packIdHandout(
	crypto: Crypto,
	handout: IdHandout,
	privateKey: JsonWebKey
): Promise<Bytes> {
	const body = packBody(handout);
	return joinBytes(await signBytes(crypto, signedPart(body), privateKey), body);
}

/** Such bytes as what stands behind the `#` of a link, in letters that a QR code holds well. */
export function printIdLink(packed: Bytes): string {
	return PREFIX + toLetters(toSymbols(packed));
}

/** Items as they stand at the end of the bytes, their shape still to be looked at. */
function readItems(reader: ByteReader, count: number) {
	const bytes = reader.rest();
	const bits = new BitReader(bytes);
	const column = () => Array.from({ length: count }, bits.column());
	const [forms, lengths] = [column(), column()];
	const next = bits.column();
	if (lengths.some((length) => length > MOST_PARTS)) reader.refuse();
	const items = forms.map((form, i) => {
		const length = reader.isBroken ? 0 : (lengths[i] ?? 0);
		return { form: FORMS[form], questions: Array.from({ length }, next) };
	});
	if (bits.bytesRead !== bytes.length) reader.refuse();
	return items;
}

const item = v.strictObject({
	form: v.picklist(FORMS),
	questions: v.pipe(v.array(v.number()), v.minLength(1), v.maxLength(MOST_PARTS))
});

const schema: v.GenericSchema<unknown, IdHandout> = v.pipe(
	v.strictObject({
		...headEntries,
		edition: v.string(),
		version: v.pipe(v.number(), v.minValue(1), v.maxValue(MOST_VERSIONS)),
		quizHash: v.string(),
		seed: v.pipe(v.string(), v.maxLength(40)),
		items: v.pipe(v.array(item), v.minLength(1))
	}),
	v.check(({ rules }) => rules.mode === 'practice')
);

/** The bank a device has. */
interface BankAtHand {
	edition: string;
	questionCount: number;
}

/** Why a QR of ids is of no use here; `wrong-edition`: this device has another edition of the bank. */
export type IdProblem = HandoutProblem | { code: 'wrong-edition'; edition: string };

function areInBank(items: { questions: number[] }[], { questionCount }: BankAtHand): boolean {
	return items.every(({ questions }) => questions.every((each) => each < questionCount));
}

function unpackBody(body: Bytes, bank: BankAtHand): Outcome<unknown, IdProblem> {
	const reader = new ByteReader(body);
	const head = readHead(reader);
	const className = reader.text(MOST_TITLE_BYTES);
	const title = reader.text(MOST_TITLE_BYTES);
	const seed = reader.text(MOST_SEED_BYTES);
	const edition = toHex(reader.raw(EDITION_BYTES));
	const version = reader.count();
	const quizHash = toBase64Url(reader.raw(HASH_BYTES));
	if (reader.isBroken) return refused({ code: 'unreadable' });
	if (edition !== bank.edition) return refused({ code: 'wrong-edition', edition });
	const items = readItems(reader, reader.count(MOST_ITEMS));
	if (reader.isBroken || !areInBank(items, bank)) return refused({ code: 'unreadable' });
	return done({ ...head, className, title, seed, edition, version, quizHash, items });
}

function bodyOf(fragment: string): Outcome<Bytes, HandoutProblem> {
	const [, version, letters = ''] = /^#?q(\d+)\.([0-9a-z]*)/i.exec(fragment) ?? [];
	if (version === undefined) return refused({ code: 'foreign' });
	if (version !== '1') return refused({ code: 'newer' });
	const symbols = fromLetters(letters);
	const bytes = symbols && fromSymbols(symbols);
	const isLongEnough = bytes !== undefined && bytes.length > SIGNATURE_BYTES;
	return isLongEnough ? done(bytes) : refused({ code: 'unreadable' });
}

/** Reads what stands behind the `#` of such a link, for a device with a bank at hand. */
export async function readIdLink(
	crypto: Crypto,
	fragment: string,
	bank: BankAtHand
): Promise<Outcome<IdHandout, IdProblem>> {
	const found = bodyOf(fragment);
	if (!found.ok) return found;
	const body = found.value.slice(SIGNATURE_BYTES);
	const unpacked = unpackBody(body, bank);
	if (!unpacked.ok) return unpacked;
	const read = v.safeParse(schema, unpacked.value);
	if (!read.success) return refused({ code: 'unreadable' });
	const signature = found.value.slice(0, SIGNATURE_BYTES);
	const { signedBy } = read.output;
	const isWhole = await isSigned(crypto, { bytes: signedPart(body), signature, signedBy });
	return isWhole ? done(read.output) : refused({ code: 'bad-signature' });
}
