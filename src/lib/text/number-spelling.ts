import { editDistance } from './distance.ts';
import { fold } from './fold.ts';
import { SCALES, SMALL, TENS } from './quantity-words.ts';

const HEDGE_WORDS = 'about around almost nearly approximately roughly'.split(' ');
const KNOWN = new Set([...SMALL.keys(), ...TENS.keys(), ...SCALES.keys(), ...HEDGE_WORDS]);
const SHORTEST = 5;

function mended(word: string): string {
	const folded = fold(word);
	if (folded.length < SHORTEST || KNOWN.has(folded)) return word;
	const near = [...KNOWN].filter(
		(known) => known.length >= SHORTEST && editDistance(folded, known, 1) === 1
	);
	// What is one slip from "million" and from "billion" is neither.
	return near.length === 1 ? (near[0] ?? word) : word;
}

/** Mends number words and hedges with one slip: "abuot sevnty" is "about seventy". */
export function mendNumberWords(text: string): string {
	return text.replace(/\p{L}+/gu, mended);
}
