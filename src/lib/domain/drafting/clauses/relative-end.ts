import type { PhraseRow } from './phrase-row.ts';
import { oncePerRow } from './row-memo.ts';
import { readParts, type ReadParts } from './read-parts.ts';

/** A longer clause behind "that" is left away, in words. */
const MOST_WORDS = 9;

/** Index of the verb behind "that", "that the bank", or −1. */
function verbBehind(row: PhraseRow, relative: number): number {
	const own = row.past('adverb', relative + 1);
	if (row.isFinite(own)) return own;
	const other = row.past('adverb', own + 1);
	return row.is(own, 'noun') && row.isFinite(other) ? other : -1;
}

/** Whether a clause was read to its end. */
function isOpen({ parts, hasNested, isCrowded }: ReadParts): boolean {
	const isTorn = parts.some(({ isCut, isOpenList, isNested }) => isCut || isOpenList || isNested);
	return isTorn || hasNested || isCrowded;
}

function endOf(row: PhraseRow, relative: number): number {
	const verb = verbBehind(row, relative);
	if (verb < 0 || !/^(?:that|who|which)$/.test(row.text(relative))) return -1;
	const read = readParts(row, verb + 1);
	const { to } = read;
	const length = row.last(to - 1) - (row.at(relative)?.first ?? 0);
	if (isOpen(read) || length > MOST_WORDS) return -1;
	return row.is(to, 'end', 'comma', 'mark') ? to : -1;
}

/** Index of the phrase behind "[a bill] that bans plastic bags", where that clause is short and whole; else −1. */
export const relativeEnd = oncePerRow(endOf);
