import { editDistance } from '#lib/text/distance.ts';
import { areOpposite } from './words.ts';

/** How many slips a text of a length may hold: none up to 5 letters, one up to 8, two above. */
function slipLimit(length: number): number {
	if (length <= 5) return 0;
	return length <= 8 ? 1 : 2;
}

/** One word of several may hold a slip from 4 letters on, as long as the whole allows it. */
function wordLimit(length: number): number {
	if (length <= 3) return 0;
	return length <= 8 ? 1 : 2;
}

const SHORT_WORD = 7;

/** A slip may not make another word: no opposite, no other figure, no other first letter of a short word. */
function isVetoed(typed: string, word: string): boolean {
	if (/\d/.test(typed + word) || areOpposite(typed, word)) return true;
	return word.length <= SHORT_WORD && typed[0] !== word[0] && typed[1] !== word[0];
}

function wordSlips(typed: string, word: string): number {
	if (typed === word) return 0;
	const limit = wordLimit(word.length);
	const slips = editDistance(typed, word, limit);
	return slips > limit || isVetoed(typed, word) ? Infinity : slips;
}

/** A right wording as slips are counted against it. */
export interface Wording {
	text: string;
	words: string[];
	limit: number;
}

/** Makes a folded text ready for counting slips. */
export function wordingOf(text: string): Wording {
	const words = text.split(' ');
	return { text, words, limit: slipLimit(words.join('').length) };
}

/**
 * The slips between a typed text and a right wording, both folded; Infinity where they are too many
 * for its length or make another word of one of its words.
 */
export function slips(typed: string, { text, words, limit }: Wording): number {
	if (limit === 0 || Math.abs(typed.length - text.length) > limit) return Infinity;
	const given = typed.split(' ');
	if (given.length !== words.length) return given.join('') === words.join('') ? 1 : Infinity;
	let sum = 0;
	for (const [at, word] of words.entries()) {
		sum += wordSlips(given[at] ?? '', word);
		if (sum > limit) return Infinity;
	}
	return sum;
}
