import { readNumber } from './quantity-numbers.ts';
import { textAt, type Piece } from './quantity-tokens.ts';
import { BARE_PARTS, MEASURES, PARTS, SCALES, SMALL } from './quantity-words.ts';

/** A share from 0 to 1, or a fraction of a number or of a measure: "half a million", "half an hour". */
export interface ReadShare {
	value: number;
	isShare: boolean;
	to: number;
}

function isArticle(piece: Piece | undefined): boolean {
	return piece?.text === 'a' || piece?.text === 'an';
}

function smallNumber(piece: Piece | undefined): number | undefined {
	if (piece?.kind === 'digits') return piece.values[0];
	return isArticle(piece) ? 1 : SMALL.get(piece?.text ?? '');
}

/** "quarter million"; but "third million" is an ordinal. */
function isQuarterOf(list: Piece[], partAt: number): boolean {
	return textAt(list, partAt) === 'quarter' && SCALES.has(textAt(list, partAt + 1));
}

/** "a third attack" is an ordinal: behind "a", only a half stands before a noun without an "of". */
function isOrdinal(list: Piece[], at: number, partAt: number): boolean {
	const after = list[partAt + 1];
	return (
		isArticle(list[at]) &&
		textAt(list, partAt) !== 'half' &&
		after?.kind === 'word' &&
		after.text !== 'of' &&
		!isQuarterOf(list, partAt)
	);
}

/** "a quarter", "one third of", "three-quarters". */
function readParts(list: Piece[], at: number): ReadShare | undefined {
	const over = smallNumber(list[at]);
	const partAt = textAt(list, at + 1) === '-' ? at + 2 : at + 1;
	const name = textAt(list, partAt);
	const under = PARTS.get(name.replace(/s$/, ''));
	if (!over || !under || over > under || name.endsWith('s') !== over > 1) return undefined;
	if (isOrdinal(list, at, partAt)) return undefined;
	return { value: over / under, isShare: true, to: partAt + 1 };
}

const NOT_A_SHARE = new Set('first second other latter former'.split(' '));

/** "half", and at the very start of an answer "quarter of". */
function readBarePart(list: Piece[], at: number): ReadShare | undefined {
	const name = textAt(list, at);
	const next = textAt(list, at + 1);
	const isOf = at === 0 && next === 'of';
	const isBare = BARE_PARTS.has(name) ? next !== '-' : isOf || isQuarterOf(list, at);
	const under = PARTS.get(name);
	if (!under || !isBare || NOT_A_SHARE.has(textAt(list, at - 1))) return undefined;
	return { value: 1 / under, isShare: true, to: at + 1 };
}

function readSigns(list: Piece[], at: number): ReadShare | undefined {
	const piece = list[at];
	if (piece?.kind === 'fraction') return { value: piece.values[0] ?? 0, isShare: true, to: at + 1 };
	const [over, under] = [smallNumber(piece), smallNumber(list[at + 2])];
	if (textAt(list, at + 1) !== '/' || !over || !under) return undefined;
	const isFraction =
		Number.isInteger(over) && over < under && [2, 3, 4, 5, 8, 10, 100].includes(under);
	return isFraction ? { value: over / under, isShare: true, to: at + 3 } : undefined;
}

const PROPORTIONS = ['in', 'in every', 'out of', 'out of every', 'of every'];
const WHOLES = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000]);

/** "one in two", "nine out of ten". */
function readProportion(list: Piece[], at: number): ReadShare | undefined {
	const over = readNumber(list, at);
	if (!over) return undefined;
	for (const words of PROPORTIONS.map((proportion) => proportion.split(' '))) {
		if (!words.every((word, offset) => textAt(list, over.to + offset) === word)) continue;
		const under = readNumber(list, over.to + words.length);
		if (under && WHOLES.has(under.value) && over.value < under.value) {
			return { value: over.value / under.value, isShare: true, to: under.to };
		}
	}
	return undefined;
}

function isPercent(list: Piece[], at: number): number {
	const [one, two] = [textAt(list, at), textAt(list, at + 1)];
	if (one === 'per' && two === 'cent') return 2;
	if (one === 'في' && /^(?:الميه|المايه)$/.test(two)) return 2;
	return /^(?:%|٪|percent|pct|بالميه|بالمايه)$/.test(one) ? 1 : 0;
}

/** The piece behind a per cent sign or its words at `at`; `at` itself where there is none. */
export function afterPercent(list: Piece[], at: number): number {
	return at + isPercent(list, at);
}

/** Reads on after a fraction: "of a million" and "a million" make a number of it, "an hour" leaves the measure to the unit. */
function ofNumber(list: Piece[], share: ReadShare): ReadShare {
	const of = textAt(list, share.to) === 'of' ? share.to + 1 : share.to;
	const noun = isArticle(list[of]) ? of + 1 : of;
	const scale = SCALES.get(textAt(list, noun));
	if (scale && (noun > share.to || Number.isInteger(share.value * 4))) {
		return { value: share.value * scale, isShare: false, to: noun + 1 };
	}
	const isMeasure = noun > of && MEASURES.has(textAt(list, noun));
	return isMeasure ? { ...share, isShare: false, to: noun } : share;
}

/** Reads a share or a fraction at a piece: "half", "three-quarters of", "½", "one in two", "half a million". */
export function readShare(list: Piece[], at: number): ReadShare | undefined {
	const fraction = readParts(list, at) ?? readBarePart(list, at) ?? readSigns(list, at);
	return fraction ? ofNumber(list, fraction) : readProportion(list, at);
}
