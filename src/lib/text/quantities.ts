import { readAmount, type ReadAmount } from './quantity-amounts.ts';
import { isCount } from './quantity-counts.ts';
import { hedgeAfter, hedgeBefore, strongestHedge } from './quantity-hedges.ts';
import { pieces, textAt, type Piece } from './quantity-tokens.ts';
import { afterNoun, afterWhole } from './quantity-units.ts';
import { FUNCTION_WORDS } from './quantity-words.ts';
import type { Hedge, Quantity, ScannedQuantity } from './types.ts';

function phrase(list: Piece[], from: number, to: number): string {
	let text = '';
	for (const piece of list.slice(from, to)) {
		const isJoined = piece.text === '-' || text.endsWith('-');
		text += isJoined || text === '' ? piece.text : ` ${piece.text}`;
	}
	return text;
}

function startsWithOf(list: Piece[], at: number): number {
	return textAt(list, at) === 'of' ? at + 1 : at;
}

interface Counted {
	unit: string;
	of?: string;
	to: number;
}

/** What a figure in running text counts, and the piece behind it. */
function readUnit(list: Piece[], read: ReadAmount): Counted {
	const from = startsWithOf(list, read.to);
	if (read.unit === 'share') {
		const to = from > read.to ? afterWhole(list, from) : from;
		return to > from
			? { unit: 'share', of: phrase(list, from, to), to }
			: { unit: 'share', to: read.to };
	}
	if (read.unit) return { unit: read.unit, to: read.to };
	const { amount } = read;
	const to = afterNoun(list, from, amount.type === 'value' && amount.value === 1);
	return to > from ? { unit: phrase(list, from, to), to } : { unit: '', to: read.to };
}

/** "between 15 and 20" begins at its "between". */
function rangeStart(list: Piece[], from: number, read: ReadAmount): number {
	const isRange = read.amount.type === 'range';
	return isRange && /^(?:between|from)$/.test(textAt(list, from - 1)) ? from - 1 : from;
}

interface Hedged {
	hedge: Hedge;
	from: number;
}

function scanAt(list: Piece[], at: number, { hedge, from }: Hedged) {
	const read = readAmount(list, at);
	if (!read || !isCount({ list, at, read, hedge })) return { to: read?.to ?? at + 1 };
	const near = hedgeAfter(list, read.to);
	const { to, ...counted } = readUnit(list, { ...read, to: near.to });
	const far = hedgeAfter(list, to);
	const hedges = [near.hedge, far.hedge].reduce(strongestHedge, hedge);
	const quantity: Quantity = { hedge: hedges, amount: read.amount, ...counted };
	const start = list[rangeStart(list, from, read)]?.start ?? 0;
	const scanned = { quantity, start, end: list[far.to - 1]?.end ?? start };
	return { to: far.to, scanned };
}

/**
 * Every figure of a running text with its hedge and what it counts: "more than 350 people", "half of
 * whom", "tens of thousands of troops". Years, dates, ordinals, ages and "one of" are left out.
 */
export function scanQuantities(text: string): ScannedQuantity[] {
	const list = pieces(text);
	const found: ScannedQuantity[] = [];
	let done = 0;
	for (let at = 0; at < list.length;) {
		const hedged = hedgeBefore(list, at);
		const { to, scanned } = scanAt(list, at, { ...hedged, from: Math.max(hedged.from, done) });
		if (scanned) {
			found.push(scanned);
			done = to;
		}
		at = to;
	}
	return found;
}

const LEAD = 10;

function isFiller(list: Piece[], from: number, to: number): boolean {
	return list
		.slice(from, to)
		.every((piece) => FUNCTION_WORDS.has(piece.text) || /^["'(:.,]$/.test(piece.text));
}

function hasFigure(list: Piece[], from: number): boolean {
	return list.some((piece, at) => {
		if (at < from) return false;
		const read = readAmount(list, at);
		return read !== undefined && isCount({ list, at, read, hedge: 'exact' });
	});
}

function trimSigns(list: Piece[], from: number, to: number): number {
	let end = to;
	while (end > from && /^["').,;!?]$/.test(textAt(list, end - 1))) end -= 1;
	return end;
}

/** A hedge may stand at the very end: "70 people or so". */
function readRest(list: Piece[], from: number): { hedge: Hedge; to: number } {
	const to = trimSigns(list, from, list.length);
	for (let at = from; at < to; at += 1) {
		const after = hedgeAfter(list.slice(0, to), at);
		if (after.to === to) return { hedge: after.hedge, to: at };
	}
	return { hedge: 'exact', to };
}

function parseAt(list: Piece[], at: number, read: ReadAmount): Quantity | null {
	const before = hedgeBefore(list, at);
	const near = hedgeAfter(list, read.to);
	if (!isFiller(list, 0, before.from) || hasFigure(list, near.to)) return null;
	const rest = readRest(list, near.to);
	const hedge = [near.hedge, rest.hedge].reduce(strongestHedge, before.hedge);
	const from = Math.min(startsWithOf(list, near.to), rest.to);
	const counted = phrase(list, from, rest.to);
	const quantity: Quantity = { hedge, amount: read.amount, unit: read.unit || counted };
	return read.unit === 'share' && counted ? { ...quantity, of: counted } : quantity;
}

/**
 * Reads a whole answer as one figure; what stands behind the number is its unit. Null where it is not
 * one figure. Here "one", "a year" and "2016" are figures too.
 */
export function parseQuantity(text: string): Quantity | null {
	const list = pieces(text);
	for (let at = 0; at < Math.min(list.length, LEAD); at += 1) {
		const read = readAmount(list, at);
		if (read) return parseAt(list, at, read);
	}
	return null;
}
