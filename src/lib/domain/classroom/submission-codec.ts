import { STANDINGS, type Standing } from '#lib/bank/types.ts';
import type { RawAnswer } from '#lib/domain/quiz/types.ts';
import { BitReader, BitWriter } from './bit-columns.ts';
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { fromUtf8, joinBytes, knownBytes, toBase64Url, utf8, type Bytes } from './bytes.ts';
import { deflate, inflate } from './deflate.ts';
import type { Submission, SubmittedAnswer } from './types.ts';
import { uuidBytes, uuidText } from './uuid.ts';

/**
 * A submission as few bytes as it goes into: a head, then the answers in columns (which items, forms,
 * how sure, tenths of a second, values), then all typed text. Values: the option, 0 or 1, the length
 * of a text in bytes, or for each part of an item one more than the option or standing.
 */

/** In the order of their numbers in the format. */
const FORMS = ['choose', 'type', 'true-false', 'match', 'sort', 'skipped'] as const;
const SURENESS = [undefined, 'guess', 'fairly', 'sure'] as const;

/** How typed text stands: as it is, or packed. */
const PLAIN = 0;
const PACKED = 1;

const ID_BYTES = 16;
const HASH_BYTES = 16;
const MS_PER_TENTH = 100;
const MOST_TENTHS = 36_000;
const MOST_ANSWERS = 1000;
const MOST_PARTS = 100;
const MOST_TIMES = 1_000_000;
/** Packed text may become this long. */
const MOST_TEXT_BYTES = 65_536;
/** The last time a date can hold, epoch ms. */
const LAST_TIME = 8.64e15;

/** When an id says it was made: epoch ms. @see RFC 9562, 5.7 */
function timeOf(id: Bytes): number {
	return id.slice(0, 6).reduce((sum, byte) => sum * 256 + byte, 0);
}

const standingNo = (standing: Standing | null) =>
	standing === null ? 0 : STANDINGS.indexOf(standing) + 1;

function valuesOf(raw: RawAnswer): number[] {
	if (raw.form === 'choose') return [raw.option];
	if (raw.form === 'type') return [utf8(raw.text).length];
	if (raw.form === 'true-false') return [Number(raw.says)];
	if (raw.form === 'match')
		return [raw.options.length, ...raw.options.map((option) => (option === null ? 0 : option + 1))];
	return raw.form === 'sort' ? [raw.standings.length, ...raw.standings.map(standingNo)] : [];
}

const tenths = (ms: number) =>
	Math.min(MOST_TENTHS, Math.max(0, Math.round(ms / MS_PER_TENTH) || 0));

function columnsOf(answers: SubmittedAnswer[]): Bytes {
	const before = [-1, ...answers.map(({ itemNo }) => itemNo)];
	return new BitWriter()
		.column(answers.map(({ itemNo }, i) => itemNo - (before[i] ?? 0) - 1))
		.column(answers.map(({ raw }) => FORMS.indexOf(raw.form)))
		.column(answers.map(({ confidence }) => SURENESS.indexOf(confidence)))
		.column(answers.map(({ tookMs }) => tenths(tookMs)))
		.column(answers.flatMap(({ raw }) => valuesOf(raw)))
		.done();
}

/** Writes a submission; its answers come back by item number, times taken to a tenth of a second. */
export async function packSubmission(submission: Submission): Promise<Bytes> {
	const answers = submission.answers.toSorted((a, b) => a.itemNo - b.itemNo);
	const texts = utf8(answers.map(({ raw }) => (raw.form === 'type' ? raw.text : '')).join(''));
	const packed = texts.length <= MOST_TEXT_BYTES ? await deflate(texts) : texts;
	const isPacked = packed.length < texts.length;
	const id = uuidBytes(submission.id);
	const head = new ByteWriter()
		.byte(isPacked ? PACKED : PLAIN)
		.raw(id)
		.raw(knownBytes(submission.quizHash))
		.count(submission.attempt)
		.signed(submission.startedAt - timeOf(id))
		.signed(submission.finishedAt - submission.startedAt)
		.count(submission.leftScreen)
		.count(answers.length);
	return joinBytes(head.done(), columnsOf(answers), isPacked ? packed : texts);
}

/** What of a submission its envelope does not tell. */
export type PackedSubmission = Omit<Submission, 'assignmentId' | 'no'>;

/** The head of a submission, and how its answers are to be read. */
interface Head {
	submission: Omit<PackedSubmission, 'answers'>;
	answerCount: number;
	flag: number;
}

function readHead(reader: ByteReader): Head | undefined {
	const flag = reader.byte();
	const id = reader.raw(ID_BYTES);
	const quizHash = toBase64Url(reader.raw(HASH_BYTES));
	const attempt = reader.count(MOST_TIMES);
	const startedAt = timeOf(id) + reader.signed();
	const finishedAt = startedAt + reader.signed();
	const leftScreen = reader.count(MOST_TIMES);
	const answerCount = reader.count(MOST_ANSWERS);
	const areTimes = [startedAt, finishedAt].every((time) => time >= 0 && time <= LAST_TIME);
	if (reader.isBroken || !areTimes || attempt < 1 || flag > PACKED) return undefined;
	const submission = { id: uuidText(id), quizHash, attempt, startedAt, finishedAt, leftScreen };
	return { submission, answerCount, flag };
}

/** Gives typed text piece by piece. */
type NextText = (length: number) => string | undefined;
type NextValue = () => number;

/** The values of an item's parts, one less than they stand there; nothing where there are too many. */
function partValues(next: NextValue): number[] | undefined {
	const count = next();
	return count > MOST_PARTS ? undefined : Array.from({ length: count }, () => next() - 1);
}

function readSorted(next: NextValue): RawAnswer | undefined {
	const values = partValues(next);
	if (!values || values.some((value) => value >= STANDINGS.length)) return undefined;
	return { form: 'sort', standings: values.map((value) => STANDINGS[value] ?? null) };
}

function readMatched(next: NextValue): RawAnswer | undefined {
	const values = partValues(next);
	return values && { form: 'match', options: values.map((value) => (value < 0 ? null : value)) };
}

function readTyped(next: NextValue, nextText: NextText): RawAnswer | undefined {
	const text = nextText(next());
	return text === undefined ? undefined : { form: 'type', text };
}

const readers: Record<
	(typeof FORMS)[number],
	(next: NextValue, nextText: NextText) => RawAnswer | undefined
> = {
	choose: (next) => ({ form: 'choose', option: next() }),
	type: readTyped,
	'true-false': (next) => ({ form: 'true-false', says: next() === 1 }),
	match: readMatched,
	sort: readSorted,
	skipped: () => ({ form: 'skipped' })
};

/** A list of numbers from a column. */
const listed = (length: number, next: NextValue) => Array.from({ length }, next);

/** The columns of the answers before their texts are known; `take` reads what each one said. */
function readColumns(bits: BitReader, count: number) {
	const gaps = listed(count, bits.column());
	const forms = listed(count, bits.column());
	const sureness = listed(count, bits.column());
	const took = listed(count, bits.column());
	const next = bits.column();
	return (nextText: NextText): SubmittedAnswer[] | undefined => {
		let itemNo = -1;
		const answers: SubmittedAnswer[] = [];
		for (const [i, gap] of gaps.entries()) {
			itemNo += gap + 1;
			const form = FORMS[forms[i] ?? -1];
			const confidence = SURENESS[sureness[i] ?? -1];
			const raw = form && !bits.isBroken ? readers[form](next, nextText) : undefined;
			if (!raw) return undefined;
			const tookMs = Math.min(took[i] ?? 0, MOST_TENTHS) * MS_PER_TENTH;
			answers.push({ itemNo, raw, ...(confidence && { confidence }), tookMs });
		}
		return answers;
	};
}

export { readHead, readColumns, fromUtf8, inflate, MOST_TEXT_BYTES };
