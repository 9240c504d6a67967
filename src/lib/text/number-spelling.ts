import { editDistance, isFumble } from './distance.ts';
import { fold } from './fold.ts';
import { MEASURES, PARTS, SCALES, SMALL, TENS, VAGUE } from './quantity-words.ts';

const HEDGE_WORDS = 'about around almost nearly approximately roughly'.split(' ');
const KNOWN = new Set(
	[SMALL, TENS, SCALES, PARTS]
		.flatMap((words) => [...words.keys()])
		.concat([...VAGUE], [...MEASURES], HEDGE_WORDS)
);
const SHORTEST = 4;
/** From here on a changed letter leaves a word known; before, it makes another. */
const LONG = 5;

function isNear(typed: string, known: string): boolean {
	if (known.length < SHORTEST || Math.abs(typed.length - known.length) > 1) return false;
	return known.length >= LONG && typed.length >= LONG
		? editDistance(typed, known, 1) === 1
		: typed.length >= known.length && isFumble(typed, known);
}

function mended(word: string): string {
	const folded = fold(word);
	if (folded.length < SHORTEST || KNOWN.has(folded)) return word;
	const near = [...KNOWN].filter((known) => isNear(folded, known));
	// What is one slip from "million" and from "billion" is neither.
	return near.length === 1 ? (near[0] ?? word) : word;
}

/** Mends number words and hedges with one slip: "abuot sevnty" is "about seventy". */
export function mendNumberWords(text: string): string {
	return text.replace(/\p{L}+/gu, mended);
}
