import { STANDINGS, type Standing } from '#lib/bank/types.ts';
import type { RawAnswer } from '#lib/domain/quiz/types.ts';
import { BitWriter } from './bit-columns.ts';
import { ByteWriter } from './byte-writer.ts';
import { joinBytes, knownBytes, utf8, type Bytes } from './bytes.ts';
import { deflate } from './deflate.ts';
import type { Submission, SubmittedAnswer } from './types.ts';
import { uuidBytes } from './uuid.ts';

/**
 * A submission as few bytes as it goes into: a head, then the answers in columns (which items, forms,
 * how sure, tenths of a second, values), then all typed text. Values: the option, 0 or 1, the length
 * of a text in bytes, or for each part of an item one more than the option or standing.
 */

/** The forms of an answer in the order of their numbers in the format. */
export const ANSWER_FORMS = ['choose', 'type', 'true-false', 'match', 'sort', 'skipped'] as const;
/** How sure a pupil was; the first where nothing was said. */
export const SURENESS = [undefined, 'guess', 'fairly', 'sure'] as const;

/** How typed text stands: as it is, or packed. */
export const TEXT = { plain: 0, packed: 1 } as const;

/** A tenth of a second. */
export const MS_PER_TENTH = 100;
/** An hour in tenths of a second. */
export const MOST_TENTHS = 36_000;
/** Packed text may become this long, in bytes; longer text is never packed. */
export const MOST_PACKED_TEXT_BYTES = 65_536;

/** When an id says it was made: epoch ms. @see RFC 9562, 5.7 */
export function timeOf(id: Bytes): number {
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
		.column(answers.map(({ raw }) => ANSWER_FORMS.indexOf(raw.form)))
		.column(answers.map(({ confidence }) => SURENESS.indexOf(confidence)))
		.column(answers.map(({ tookMs }) => tenths(tookMs)))
		.column(answers.flatMap(({ raw }) => valuesOf(raw)))
		.done();
}

/** Writes a submission; its answers come back by item number, times taken to a tenth of a second. */
export async function packSubmission(submission: Submission): Promise<Bytes> {
	const answers = [...submission.answers].sort((a, b) => a.itemNo - b.itemNo);
	const texts = utf8(answers.map(({ raw }) => (raw.form === 'type' ? raw.text : '')).join(''));
	const packed = texts.length <= MOST_PACKED_TEXT_BYTES ? await deflate(texts) : texts;
	const isPacked = packed.length < texts.length;
	const id = uuidBytes(submission.id);
	const head = new ByteWriter()
		.byte(isPacked ? TEXT.packed : TEXT.plain)
		.raw(id)
		.raw(knownBytes(submission.quizHash))
		.count(submission.attempt)
		.signed(submission.startedAt - timeOf(id))
		.signed(submission.finishedAt - submission.startedAt)
		.count(submission.leftScreen)
		.count(answers.length);
	return joinBytes(head.done(), columnsOf(answers), isPacked ? packed : texts);
}
