import type { Kind } from '#lib/bank/types.ts';
import type { Part } from '#lib/domain/drafting/clauses/types.ts';
import { DEMONYMS, PEOPLES } from '#lib/domain/drafting/names/data/demonyms.ts';
import type { Mention, ReadSentence, WordRange } from '#lib/domain/drafting/types.ts';
import { wordAt } from '#lib/domain/drafting/words/word-at.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { sortAt, type Sort } from './sort-of.ts';

/** A question word, the kind of question it makes, and how sure it is. */
export interface QuestionWord {
	kind: Kind;
	words: string;
	confidence: number;
}

/** How the doer of a thing is asked for, by what it is. */
const DOER_WORDS: Record<Sort, QuestionWord> = {
	person: { kind: 'who', words: 'Who', confidence: 1 },
	group: { kind: 'who', words: 'Who', confidence: 0.85 },
	country: { kind: 'where', words: 'Which country', confidence: 0.85 },
	state: { kind: 'where', words: 'Which state', confidence: 0.85 },
	city: { kind: 'where', words: 'Which city', confidence: 0.8 },
	place: { kind: 'what', words: 'What', confidence: 0.6 },
	thing: { kind: 'what', words: 'What', confidence: 0.9 },
	unsure: { kind: 'who', words: 'Who', confidence: 0.5 }
};

/** How what a thing is done to is asked for, by what it is. */
const OBJECT_WORDS: Record<Sort, QuestionWord> = {
	...DOER_WORDS,
	group: { kind: 'what', words: 'What', confidence: 0.6 },
	unsure: { kind: 'what', words: 'What', confidence: 0.4 },
	thing: { kind: 'what', words: 'What', confidence: 1 }
};

/** Bodies that count as somebody. */
const ASKED_AS_WHO = /^(?:company|party|team|agency|news agency|group)$/;

function mentionAt({ mentions }: ReadSentence, head: number): Mention | undefined {
	return mentions.find(({ first, last }) => first <= head && last === head);
}

/** "Which newspaper", where the text or a list tells what a body is. */
function kindWord(sentence: ReadSentence, head: number): QuestionWord | undefined {
	const { kind } = mentionAt(sentence, head) ?? {};
	if (kind === undefined) return undefined;
	return {
		kind: ASKED_AS_WHO.test(kind) ? 'who' : 'what',
		words: `Which ${kind}`,
		confidence: 0.9
	};
}

/** "The Lombards" are asked for as people are. */
function isManyPeople(sentence: ReadSentence, head: number): boolean {
	const { sort, first, last } = mentionAt(sentence, head) ?? {};
	const isPlural = /[^siu]s$/.test(wordAt(sentence.words, head).text);
	return sort === 'organisation' && first === last && isPlural && isThe(sentence, head - 1);
}

/** "The Swedes". */
function isPeople({ words }: ReadSentence, head: number): boolean {
	const key = wordAt(words, head).text.toLowerCase();
	return PEOPLES.has(key) || (key.endsWith('s') && DEMONYMS.has(key.slice(0, -1)));
}

const isThe = ({ words }: ReadSentence, first: number) => /^the$/i.test(wordAt(words, first).text);

/** A single large word at a sentence's head may be no name at all. */
function isDoubtful(sentence: ReadSentence, { first, last }: WordRange): boolean {
	return (
		first === 0 &&
		last === 0 &&
		sentence.mentions.some(({ sort, last: to }) => sort === 'unsure' && to === 0)
	);
}

/** How the doer of a thing is asked for; nothing where its words do not tell what it is. */
export function doerWord(
	{ sentence }: Reading,
	{ first, last, head }: Part
): QuestionWord | undefined {
	const sort = sortAt(sentence, head);
	if (sort === 'unsure' && isDoubtful(sentence, { first, last })) return undefined;
	if (sort === 'unsure' && isPeople(sentence, head)) return DOER_WORDS.person;
	// "The Ilvar": somebody is not called so.
	if (sort === 'unsure' && isThe(sentence, first)) return { ...DOER_WORDS.thing, confidence: 0.6 };
	return (sort === 'group' && kindWord(sentence, head)) || DOER_WORDS[sort];
}

/** How what a thing is done to is asked for. */
export function objectWord({ sentence }: Reading, { head }: Part): QuestionWord {
	const sort = sortAt(sentence, head);
	if (sort !== 'group') return OBJECT_WORDS[sort];
	const known = kindWord(sentence, head);
	if (known) return known;
	return isManyPeople(sentence, head) ? DOER_WORDS.person : OBJECT_WORDS.group;
}

/** "Which countries" where the answer is a list. */
export function forMany({ sentence }: Reading, words: string, { first, last }: WordRange): string {
	const isList = sentence.words.slice(first, last + 1).some(({ tag }) => tag === 'CCONJ');
	if (!isList || !words.startsWith('Which ')) return words;
	return /[^aeo]y$/.test(words) ? words.replace(/y$/, 'ies') : `${words}s`;
}
