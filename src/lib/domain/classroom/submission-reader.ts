import { STANDINGS } from '#lib/bank/types.ts';
import type { RawAnswer } from '#lib/domain/quiz/types.ts';
import { BitReader } from './bit-columns.ts';
import { ByteReader } from './byte-reader.ts';
import { fromUtf8, toBase64Url, type Bytes } from './bytes.ts';
import { inflate } from './deflate.ts';
import {
	ANSWER_FORMS,
	MOST_PACKED_TEXT_BYTES,
	MOST_TENTHS,
	MS_PER_TENTH,
	SURENESS,
	TEXT,
	timeOf
} from './submission-writer.ts';
import type { Submission, SubmittedAnswer } from './types.ts';
import { uuidText } from './uuid.ts';

const ID_BYTES = 16;
const HASH_BYTES = 16;
const MOST_ITEMS = 1000;
const MOST_PARTS = 100;
const MOST_COUNTED = 1_000_000;
/** The last time a date can hold, epoch ms. */
const LAST_TIME = 8.64e15;

/** What of a submission its envelope does not tell. */
type PackedSubmission = Omit<Submission, 'assignmentId' | 'no'>;

/** The head of a submission, and how many answers follow. */
interface Head extends Omit<PackedSubmission, 'answers'> {
	answerCount: number;
}

const isTime = (time: number) => time >= 0 && time <= LAST_TIME;

function readHead(reader: ByteReader): Head {
	const id = reader.raw(ID_BYTES);
	const quizHash = toBase64Url(reader.raw(HASH_BYTES));
	const attempt = reader.count(MOST_COUNTED);
	const startedAt = timeOf(id) + reader.signed();
	const finishedAt = startedAt + reader.signed();
	const leftScreen = reader.count(MOST_COUNTED);
	const answerCount = reader.count(MOST_ITEMS);
	if (attempt < 1 || !isTime(startedAt) || !isTime(finishedAt)) reader.refuse();
	return { id: uuidText(id), quizHash, attempt, startedAt, finishedAt, leftScreen, answerCount };
}

/** Gives the next value of an answer. */
type NextValue = () => number;

/** An answer as the columns tell it: of a typed one only how many bytes its text has. */
type Told = Exclude<RawAnswer, { form: 'type' }> | { form: 'type'; length: number };

/** What each part of an item says, -1 for nothing; nothing at all where there are too many. */
function partValues(next: NextValue): number[] | undefined {
	const count = next();
	return count > MOST_PARTS ? undefined : Array.from({ length: count }, () => next() - 1);
}

function readSorted(next: NextValue): Told | undefined {
	const values = partValues(next);
	if (!values || values.some((value) => value >= STANDINGS.length)) return undefined;
	return { form: 'sort', standings: values.map((value) => STANDINGS[value] ?? null) };
}

function readMatched(next: NextValue): Told | undefined {
	const values = partValues(next);
	return values && { form: 'match', options: values.map((value) => (value < 0 ? null : value)) };
}

function readJudged(next: NextValue): Told | undefined {
	const value = next();
	return value > 1 ? undefined : { form: 'true-false', says: value === 1 };
}

const toldBy: Record<(typeof ANSWER_FORMS)[number], (next: NextValue) => Told | undefined> = {
	choose: (next) => ({ form: 'choose', option: next() }),
	type: (next) => ({ form: 'type', length: next() }),
	'true-false': readJudged,
	match: readMatched,
	sort: readSorted,
	skipped: () => ({ form: 'skipped' })
};

/** An answer with its text still to come. */
type ToldAnswer = Omit<SubmittedAnswer, 'raw'> & { told: Told };

/** An answer's numbers as they stand in the columns. */
interface ToldNumbers {
	itemNo: number;
	/** Index into `SURENESS`. */
	confidence: number;
	tookMs: number;
}

/** Whether an answer's numbers are beyond any quiz, word for being sure, or hour. */
function isBeyond({ itemNo, confidence, tookMs }: ToldNumbers): boolean {
	const most = MOST_TENTHS * MS_PER_TENTH;
	return itemNo >= MOST_ITEMS || confidence >= SURENESS.length || tookMs > most;
}

function numbersOf(gaps: number[], sureness: number[], times: number[]): ToldNumbers[] {
	let itemNo = -1;
	return gaps.map((gap, i) => {
		itemNo += gap + 1;
		return { itemNo, confidence: sureness[i] ?? 0, tookMs: (times[i] ?? 0) * MS_PER_TENTH };
	});
}

function toldAnswer({ itemNo, confidence: sure, tookMs }: ToldNumbers, told: Told): ToldAnswer {
	const confidence = SURENESS[sure];
	return { itemNo, told, ...(confidence && { confidence }), tookMs };
}

/** Answers as five columns tell them, one value after the other. */
function readColumns(bits: BitReader, count: number): ToldAnswer[] | undefined {
	const read = () => Array.from({ length: count }, bits.column());
	const gaps = read();
	const forms = read();
	const numbers = numbersOf(gaps, read(), read());
	if (numbers.some(isBeyond)) return undefined;
	const next = bits.column();
	const answers: ToldAnswer[] = [];
	for (const [i, each] of numbers.entries()) {
		const form = ANSWER_FORMS[forms[i] ?? -1];
		const told = form && toldBy[form](next);
		if (!told || bits.isBroken) return undefined;
		answers.push(toldAnswer(each, told));
	}
	return answers;
}

/** Gives every typed answer its text; nothing where texts and lengths do not fit each other. */
function withTexts(answers: ToldAnswer[], texts: Bytes): SubmittedAnswer[] | undefined {
	const reader = new ByteReader(texts);
	const read = answers.map(({ told, ...answer }): SubmittedAnswer => {
		if (told.form !== 'type') return { ...answer, raw: told };
		const text = fromUtf8(reader.raw(told.length));
		if (text === undefined) reader.refuse();
		return { ...answer, raw: { form: 'type', text: text ?? '' } };
	});
	return reader.isWhole ? read : undefined;
}

async function textsOf(bytes: Bytes, flag: number): Promise<Bytes | undefined> {
	if (flag === TEXT.plain) return bytes;
	return flag === TEXT.packed ? inflate(bytes, MOST_PACKED_TEXT_BYTES) : undefined;
}

/** Reads what `packSubmission` wrote; nothing where the bytes are anything else. */
export async function unpackSubmission(bytes: Bytes): Promise<PackedSubmission | undefined> {
	const reader = new ByteReader(bytes);
	const flag = reader.byte();
	const { answerCount, ...head } = readHead(reader);
	if (reader.isBroken) return undefined;
	const rest = reader.rest();
	const bits = new BitReader(rest);
	const told = readColumns(bits, answerCount);
	if (!told || bits.isBroken) return undefined;
	const texts = await textsOf(rest.slice(bits.bytesRead), flag);
	const answers = texts && withTexts(told, texts);
	return answers && { ...head, answers };
}
