import type { Part } from '#lib/domain/drafting/clauses/types.ts';
import { GROUP_NOUNS } from '#lib/domain/drafting/names/data/organisation-nouns.ts';
import { PEOPLE_PLURALS } from '#lib/domain/drafting/names/data/person-nouns.ts';
import type { ReadSentence } from '#lib/domain/drafting/types.ts';
import { wordAt } from '#lib/domain/drafting/words/word-at.ts';

const PLURAL_WORDS = /^(?:you|we|they|these|those|both|many|some)$/;

/** Whether a noun has a plural's form; a large word at the sentence's head is no name. */
function hasPluralForm({ words, mentions }: ReadSentence, head: number): boolean {
	const { text, tag, lemma } = wordAt(words, head);
	const key = text.toLowerCase();
	const isName = mentions.some(({ first, last }) => first <= head && head <= last);
	if (tag === 'PROPN' && !isName) return /[^s]s$/.test(key);
	return key !== lemma && (tag === 'NOUN' || (tag !== 'PRON' && /s$/.test(key)));
}

/** Whether a subject is several things by its form: "the banks", "Bell and Ulm", but not "the team". */
export function isSeveral(sentence: ReadSentence, { first, last, head }: Part): boolean {
	const isJoined = sentence.words.slice(first, last + 1).some((word) => word.text === 'and');
	return isJoined || hasPluralForm(sentence, head);
}

/** Whether a subject takes a plural verb, as far as its words tell. */
export function isPlural(sentence: ReadSentence, { first, last, head }: Part): boolean {
	const { text, lemma } = wordAt(sentence.words, head);
	const key = text.toLowerCase();
	if (PLURAL_WORDS.test(key) || PEOPLE_PLURALS.has(key) || GROUP_NOUNS.has(lemma)) return true;
	const isJoined = sentence.words.slice(first, last + 1).some((word) => word.text === 'and');
	return isJoined || hasPluralForm(sentence, head);
}
