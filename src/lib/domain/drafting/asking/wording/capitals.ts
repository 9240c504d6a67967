import { TIME_NOUNS } from '#lib/domain/drafting/clauses/word-lists.ts';
import { CITIES } from '#lib/domain/drafting/names/data/cities.ts';
import { COUNTRIES } from '#lib/domain/drafting/names/data/countries.ts';
import { DEMONYMS } from '#lib/domain/drafting/names/data/demonyms.ts';
import { isPersonWord } from '#lib/domain/drafting/names/person-words.ts';
import type { ReadSentence } from '#lib/domain/drafting/types.ts';
import { isCommon } from '#lib/domain/drafting/words/tagger.ts';
import { wordAt } from '#lib/domain/drafting/words/word-at.ts';

const isLarge = (text: string) => /^\p{Lu}/u.test(text);
const KEPT = [COUNTRIES, CITIES, DEMONYMS, TIME_NOUNS];

/** Whether a word is written large wherever it stands. */
function isAlwaysLarge({ words, mentions }: ReadSentence, at: number): boolean {
	const { text, tag } = wordAt(words, at);
	if (text === 'I' || /\p{Lu}.*\p{Lu}/u.test(text)) return true;
	if (mentions.some(({ first, last }) => first <= at && at <= last)) return true;
	if (KEPT.some((list) => list.has(text.toLowerCase()))) return true;
	const isBeforeLarge = isLarge(wordAt(words, at + 1).text);
	// "Teenager Ann Bell", but "California Governor Ann Bell".
	const isOfName = tag === 'PROPN' && !isPersonWord(text.toLowerCase());
	return isBeforeLarge && (isOfName || !isCommon(text));
}

/** "Save the Children": a verb, a small word and a large one behind it. */
function opensTitle({ words }: ReadSentence, at: number): boolean {
	const { text, lemma } = wordAt(words, at);
	const isSmall = /^(?:DET|ADP)$/.test(wordAt(words, at + 1).tag);
	return text.toLowerCase() === lemma && isSmall && isLarge(wordAt(words, at + 2).text);
}

/** A word as it is written within a sentence: "the" where the report begins with "The". */
export function innerText(sentence: ReadSentence, at: number): string {
	const { text, tag } = wordAt(sentence.words, at);
	const isFirst = /^(?:["“‘:.'–—-]|)$/.test(wordAt(sentence.words, at - 1).text);
	if (!isLarge(text) || !isFirst) return text;
	if (tag !== 'DET' && isAlwaysLarge(sentence, at)) return text;
	if (tag === 'VERB' && opensTitle(sentence, at)) return text;
	return text.charAt(0).toLowerCase() + text.slice(1);
}
