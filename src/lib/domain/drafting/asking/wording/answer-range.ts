import type { Part } from '#lib/domain/drafting/clauses/types.ts';
import type { Word, WordRange } from '#lib/domain/drafting/types.ts';
import { wordAt } from '#lib/domain/drafting/words/word-at.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';

const MOST_WORDS = 8;
/** Nothing is named by these. */
const EMPTY_START =
	/^(?:this|that|these|those|such|it|he|she|they|we|i|you|him|her|them|us|me|there|who|which|what|another|others?|itself|himself|herself|themselves|one|something|someone|everyone|everything|anyone|nothing|nobody|none|each|both|all|some|any|more|most|many|several|few|same|people|others)$/i;

const ELSEWHERE = /^(?:this|that|these|those|such|my|our|your|another|every|each|any|no)$/i;
const OTHER = /^(?:same|other|latter|former)$/i;
/** "a plant that grows": within an answer these point back into it. */
const RELATIVE = /^(?:who|which)$/;
/** "Most of his life" is no thing. */
const SHARE = /^(?:most|many|some|several|few|all|both|much|none|part)$/i;
const SPEAKING = /^(?:whom|which|who|whose|I|we|us|me|my|our|you|your)$/;

/** "Some Normans" are known, "many" and "some men" are not. */
function isEmpty(opening: string, next: Word): boolean {
	const isNamed = /^(?:some|many|several|most)$/i.test(opening) && next.tag === 'PROPN';
	return EMPTY_START.test(opening) && !isNamed;
}

/** Whether an answer's own words point elsewhere: "it", "his wife", "this idea". */
export function pointsElsewhere({ sentence }: Reading, { first, last }: WordRange): boolean {
	const { words } = sentence;
	const opening = wordAt(words, first).text;
	const next = wordAt(words, first + 1);
	if (last - first < 2 && isEmpty(opening, next)) return true;
	if (SHARE.test(opening) && next.text === 'of') return true;
	if (ELSEWHERE.test(opening) || OTHER.test(next.text)) return true;
	// "The more it rains, the less they sell."
	if (/^the$/i.test(opening) && /^(?:more|less|fewer)$/.test(next.text)) return true;
	return words
		.slice(first, last + 1)
		.some(({ text }, at) => SPEAKING.test(text) && !(at > 0 && RELATIVE.test(text)));
}

/** The words of an answer: a noun phrase whole, not too long; nothing where they do not answer. */
export function answerRange(reading: Reading, part: Part): WordRange | undefined {
	const { words } = reading.sentence;
	const range = part.noun ?? part;
	if (part.isCut || range.last - range.first >= MOST_WORDS) return undefined;
	if (pointsElsewhere(reading, range)) return undefined;
	const isBroken = words
		.slice(range.first, range.last + 1)
		.some(({ text }) => /^[()[\]"“”:;–—]$/.test(text));
	return isBroken ? undefined : { first: range.first + ageWords(reading, range), last: range.last };
}

/** "84-year-old Anna Bell" is answered by the name. */
function ageWords({ sentence }: Reading, { first }: WordRange): number {
	const { words, mentions } = sentence;
	const isAge = /^\d+-years?-old$/.test(wordAt(words, first).text);
	return isAge && mentions.some((mention) => mention.first === first + 1) ? 1 : 0;
}

/** "about 70 people" is asked for by how many. */
export function startsWithFigure({ sentence }: Reading, { first }: WordRange): boolean {
	return sentence.quantities.some((figure) => figure.first === first);
}

/** Places whose own name may follow them. */
const PLACE_NOUN =
	/^(?:city|town|village|state|province|region|country|island|district|suburb|capital|port)$/;

/** "the ancient city of Palmyra" is answered by the name alone. */
export function namedPlace(
	{ sentence }: Reading,
	{ first, last, head }: Part
): WordRange | undefined {
	const { words, mentions } = sentence;
	if (!PLACE_NOUN.test(words[head]?.text ?? '') || words[head + 1]?.text !== 'of') return undefined;
	const name = mentions.find((mention) => mention.first === head + 2);
	return name && name.last <= last && name.first > first
		? { first: name.first, last: name.last }
		: undefined;
}
