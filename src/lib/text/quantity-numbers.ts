import { isAttached, textAt, type Piece } from './quantity-tokens.ts';
import { BARE_SCALES, SCALES, SMALL, SUFFIXES, TENS } from './quantity-words.ts';

/** A number in a text, from the piece it was asked at up to, not including, piece `to`. */
export interface ReadNumber {
	value: number;
	/** The second reading of "250.000". */
	other?: number;
	to: number;
	/** Whether it ends in a scale: the "thousand" of "15-20 thousand" counts for both numbers. */
	scale: number;
	/** Whether it is said as years are: "nineteen ninety-nine". */
	asYear?: boolean;
}

/** The sum of a number in words as far as it is read. */
interface Sum {
	total: number;
	group: number;
	scale: number;
	to: number;
}

function small(piece: Piece | undefined): number | undefined {
	return piece && (SMALL.get(piece.text) ?? TENS.get(piece.text));
}

/** Adds "seven" to "twenty", "fifty" to "two hundred"; undefined where the words do not go together. */
function addSmall(sum: Sum, value: number): Sum | undefined {
	const rest = sum.group % 100;
	const fits = rest === 0 || (rest >= 20 && rest % 10 === 0 && value < 10 && value > 0);
	return fits ? { ...sum, group: sum.group + value, to: sum.to + 1 } : undefined;
}

function multiply(sum: Sum, scale: number): Sum | undefined {
	if (sum.group === 0) return undefined;
	if (scale === 100 && sum.group < 100) {
		return { ...sum, group: sum.group * 100, scale: Math.max(sum.scale, 1), to: sum.to + 1 };
	}
	if (sum.scale > 1 && scale >= sum.scale) return undefined;
	return { total: sum.total + sum.group * scale, group: 0, scale, to: sum.to + 1 };
}

/** Steps over "and" ("two hundred and fifty") and the hyphen of "twenty-five". */
function skipJoint(list: Piece[], sum: Sum): number {
	const joint = list[sum.to];
	const next = list[sum.to + 1];
	if (joint?.text === 'and' && small(next) !== undefined) {
		return SCALES.has(textAt(list, sum.to - 1)) ? sum.to + 1 : sum.to;
	}
	const isHyphen = joint?.text === '-' && isAttached(list, sum.to) && isAttached(list, sum.to + 1);
	return isHyphen && TENS.has(textAt(list, sum.to - 1)) ? sum.to + 1 : sum.to;
}

function nextSum(list: Piece[], sum: Sum): Sum | undefined {
	const at = { ...sum, to: skipJoint(list, sum) };
	const piece = list[at.to];
	const value = small(piece);
	if (value !== undefined) return addSmall(at, value);
	const scale = SCALES.get(piece?.text ?? '');
	return scale === undefined ? undefined : multiply(at, scale);
}

function readYear(list: Piece[], century: number, at: number): ReadNumber | undefined {
	if (century < 11 || century > 20) return undefined;
	const next = nextSum(list, { total: 0, group: 0, scale: 1, to: at });
	if (!next || next.group < 10) return undefined;
	const whole = nextSum(list, next) ?? next;
	return { value: century * 100 + whole.group, to: whole.to, scale: 1, asYear: true };
}

/** Where number words begin: "a hundred" counts its "a" as one, and so does "مئة". */
function firstSum(list: Piece[], at: number): Sum | undefined {
	const isOne = /^an?$/.test(textAt(list, at)) && SCALES.has(textAt(list, at + 1));
	if (isOne) return nextSum(list, { total: 0, group: 1, scale: 1, to: at + 1 });
	if (BARE_SCALES.has(textAt(list, at))) {
		return nextSum(list, { total: 0, group: 1, scale: 1, to: at });
	}
	const isWord = small(list[at]) !== undefined;
	return isWord ? nextSum(list, { total: 0, group: 0, scale: 1, to: at }) : undefined;
}

function readWords(list: Piece[], at: number): ReadNumber | undefined {
	const first = firstSum(list, at);
	const year = first?.to === at + 1 ? readYear(list, first.group, first.to) : undefined;
	if (!first || year) return year;
	let sum = first;
	for (let next: Sum | undefined = first; next; next = nextSum(list, sum)) sum = next;
	const scale = SCALES.get(textAt(list, sum.to - 1)) ?? 1;
	return { value: sum.total + sum.group, to: sum.to, scale };
}

function readDigitsAt(list: Piece[], at: number): ReadNumber | undefined {
	const [value, other] = list[at]?.values ?? [];
	if (value === undefined) return undefined;
	const read: ReadNumber = { value, to: at + 1, scale: 1 };
	const fraction = list[read.to];
	if (fraction?.kind === 'fraction') {
		return { ...read, value: value + (fraction.values[0] ?? 0), to: read.to + 1 };
	}
	const suffix = isAttached(list, read.to) ? SUFFIXES.get(textAt(list, read.to)) : undefined;
	if (suffix) return { value: value * suffix, to: read.to + 1, scale: suffix };
	return other === undefined ? read : { ...read, other };
}

/** "two and a half" before what it counts. */
function addHalf(list: Piece[], read: ReadNumber): ReadNumber {
	const isHalf = ['and', 'a', 'half'].every((word, at) => textAt(list, read.to + at) === word);
	return isHalf ? { value: read.value + 0.5 * read.scale, to: read.to + 3, scale: 1 } : read;
}

function multiplied(read: ReadNumber, scale: number): ReadNumber {
	const other = read.other === undefined ? {} : { other: read.other * scale };
	return { value: read.value * scale, ...other, to: read.to + 1, scale };
}

/** Takes in the scales behind a number; "two million" has its own already. */
function scaled(list: Piece[], start: ReadNumber): ReadNumber {
	let read = start;
	for (;;) {
		const scale = SCALES.get(textAt(list, read.to));
		if (!scale || scale <= start.scale) return read;
		read = multiplied(read, scale);
	}
}

/**
 * Reads the number at a piece: digits of any script with separators, fractions and suffixes, or
 * number words ("two hundred and fifty thousand", "a dozen", "2.5 million").
 */
export function readNumber(list: Piece[], at: number): ReadNumber | undefined {
	const start = list[at]?.kind === 'digits' ? readDigitsAt(list, at) : readWords(list, at);
	if (!start || start.asYear) return start;
	const read = scaled(list, addHalf(list, start));
	return Number.isFinite(read.value) ? read : undefined;
}
