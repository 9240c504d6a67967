import { editDistance, isFumble } from '#lib/text/distance.ts';
import { areOpposite } from './words.ts';

/** How many slips a text or a word of a length may hold: none up to 3 letters, one up to 8, two above. */
function slipLimit(length: number): number {
	if (length <= 3) return 0;
	return length <= 8 ? 1 : 2;
}

const SHORT_WORD = 8;

/** Prussia is no misspelt Russia; only a swap keeps the first letter in sight. */
function isOtherStart(typed: string, word: string): boolean {
	const isSwap = typed[0] === word[1] && typed[1] === word[0];
	return word.length <= SHORT_WORD && typed[0] !== word[0] && !isSwap;
}

/** A slip may not make another word: no opposite, no other figure, no other first letter of a short word. */
function isVetoed(typed: string, word: string): boolean {
	return isOtherStart(typed, word) || /\d/.test(typed + word) || areOpposite(typed, word);
}

const VERY_SHORT = 5;

function wordSlips(typed: string, word: string): number {
	if (typed === word) return 0;
	const limit = slipLimit(word.length);
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

/** A changed letter or a lost ending makes another word of a very short one. */
function isOtherShort(typed: string, text: string): boolean {
	return text.length <= VERY_SHORT && typed !== text && !isFumble(typed, text);
}

/**
 * The slips between a typed text and a right wording, both folded; Infinity where they are too many
 * for its length or make another word of one of its words.
 */
export function slips(typed: string, { text, words, limit }: Wording): number {
	if (limit === 0 || Math.abs(typed.length - text.length) > limit) return Infinity;
	if (isOtherShort(typed, text)) return Infinity;
	const given = typed.split(' ');
	if (given.length !== words.length) return given.join('') === words.join('') ? 1 : Infinity;
	let sum = 0;
	for (const [at, word] of words.entries()) {
		sum += wordSlips(given[at] ?? '', word);
		if (sum > limit) return Infinity;
	}
	return sum;
}
