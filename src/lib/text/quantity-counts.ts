import type { ReadAmount } from './quantity-amounts.ts';
import { isAttached, textAt, type Piece } from './quantity-tokens.ts';
import { MEASURES, MONTHS } from './quantity-words.ts';
import type { Hedge } from './types.ts';

/** An amount in running text with what stands around it. */
export interface Candidate {
	list: Piece[];
	at: number;
	read: ReadAmount;
	hedge: Hedge;
}

const LABELS = new Set(
	'aged age page pages paragraph chapter no number room article resolution'.split(' ')
);

/** "T-55", "F16", "10:30": the figure hangs on what stands before it. */
function hangsOnWord(list: Piece[], at: number): boolean {
	if (!isAttached(list, at)) return false;
	const before = textAt(list, at - 1);
	return /^[\p{L}:]/u.test(before) || (/^[-/]$/.test(before) && isAttached(list, at - 1));
}

/** "22nd", "five-year", "24/7": something hangs on the figure; "-ish" is a hedge. */
function carriesWord(list: Piece[], to: number): boolean {
	if (!isAttached(list, to)) return false;
	const [next, after] = [textAt(list, to), textAt(list, to + 1)];
	if (next === 'ish' || after === 'ish') return false;
	return /^[\p{L}\p{N}]/u.test(next) || (/^[-:/]$/.test(next) && isAttached(list, to + 1));
}

function isYear(piece: Piece | undefined): boolean {
	return /^(?:1[5-9]\d\d|20\d\d|2100)$/.test(piece?.text ?? '');
}

/** 2016, 2012-2016, "nineteen ninety-nine", 22 September; a hedge before it makes a count of a year's figure. */
function isDate({ list, at, read, hedge }: Candidate): boolean {
	if (read.asYear) return true;
	if (read.unit !== '' || list[at]?.kind !== 'digits') return false;
	const isMonth = [list[at - 1], list[read.to]].some((piece) => MONTHS.has(piece?.text ?? ''));
	return isMonth || (hedge === 'exact' && isYear(list[at]) && isYear(list[read.to - 1]));
}

const NOT_BEFORE_ONE = new Set(
	'no any every some this that which each the only another every other and'.split(' ')
);
const NOT_AFTER_ONE = new Set(
	'of another who which that has had is was would should can could may might must to day or and in on at by for from with as but'.split(
		' '
	)
);

/** "one of the most", "no one", "one day": not a count. */
function isPronoun({ list, at, read, hedge }: Candidate): boolean {
	if (textAt(list, at) !== 'one' || read.to !== at + 1) return false;
	const after = list[at + 1];
	if (hedge === 'exact' && NOT_BEFORE_ONE.has(textAt(list, at - 1))) return true;
	return after?.kind !== 'word' || NOT_AFTER_ONE.has(after.text);
}

/** "a year" counts only behind a hedge: "up to a year". */
function isBareMeasure({ list, at, read, hedge }: Candidate): boolean {
	const isArticle = /^an?$/.test(textAt(list, at)) && MEASURES.has(textAt(list, read.to));
	const isOne = read.amount.type === 'value' && read.amount.value === 1;
	return isArticle && isOne && hedge === 'exact';
}

/** Whether an amount in running text is a count, and not a year, date, ordinal, label or pronoun. */
export function isCount(candidate: Candidate): boolean {
	const { list, at } = candidate;
	return !(
		LABELS.has(textAt(list, at - 1)) ||
		hangsOnWord(list, at) ||
		carriesWord(list, candidate.read.to) ||
		isDate(candidate) ||
		isPronoun(candidate) ||
		isBareMeasure(candidate)
	);
}
