import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
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

/** "that were" and no more: what they were could not be read. */
const isEmpty = (row: PhraseRow, verb: number, { parts }: ReadParts) =>
	parts.length === 0 && row.verb(verb)?.isCopula === true;

/** "called the strikes "a violation" that were wrong": told of a noun before it, as its verb's number says. */
export function isOfOther(row: PhraseRow, relative: number, head: number): boolean {
	const { words } = row.sentence;
	const behind = row.at(row.past('adverb', relative + 1))?.first ?? -1;
	if (!row.is(relative, 'relative') || !/^(?:were|are|have)$/.test(lowerAt(words, behind)))
		return false;
	return row.isBehindQuote(row.at(relative)?.first ?? 0) && !/s$/.test(wordAt(words, head).text);
}

function endOf(row: PhraseRow, relative: number): number {
	const verb = verbBehind(row, relative);
	if (verb < 0 || !/^(?:that|who|which)$/.test(row.text(relative))) return -1;
	const read = readParts(row, verb + 1);
	const { to } = read;
	const length = row.last(to - 1) - (row.at(relative)?.first ?? 0);
	const isOther = isOfOther(row, relative, row.last(relative - 1));
	if (isOpen(read) || isEmpty(row, verb, read) || isOther || length > MOST_WORDS) return -1;
	return row.is(to, 'end', 'comma', 'mark') ? to : -1;
}

/** Index of the phrase behind "[a bill] that bans plastic bags", where that clause is short and whole; else −1. */
export const relativeEnd = oncePerRow(endOf);
