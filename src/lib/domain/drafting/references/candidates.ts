import type { Mention, NameSort, ReadSentence, Word } from '#lib/domain/drafting/types.ts';
import { DEMONYMS } from '#lib/domain/drafting/names/data/demonyms.ts';
import { GROUP_NOUNS } from '#lib/domain/drafting/names/data/organisation-nouns.ts';
import { PEOPLE_PLURALS } from '#lib/domain/drafting/names/data/person-nouns.ts';
import { genderOf, genderOfNoun, type Gender } from '#lib/domain/drafting/names/gender.ts';
import { textOf } from '#lib/domain/drafting/names/name-parts.ts';
import { isPersonWord } from '#lib/domain/drafting/names/person-words.ts';
import { lowerAt } from '#lib/domain/drafting/words/word-at.ts';
import { isNobodyElse } from './nobody-else.ts';

/** Somebody or something that a pronoun further on may stand for. */
export interface Candidate {
	/** What stands for the pronoun; empty where it could be meant but has no name. */
	full: string;
	sort: NameSort;
	number: 'one' | 'several';
	gender?: Gender;
	/** Indexes of its first and last word. */
	first: number;
	last: number;
	/** It opens its sentence, as subjects do. */
	isSubject: boolean;
}

const SUBJECT_REACH = 4;

/** Near the sentence's beginning, and neither "Milltown's" nor "in Milltown". */
function isSubject({ words }: ReadSentence, first: number, last: number): boolean {
	if (first >= SUBJECT_REACH || words[first - 1]?.tag === 'ADP') return false;
	return !/^['’]s?$/u.test(words[last + 1]?.text ?? '');
}

/** "the Russians", "the Panthers": a name that "they" stands for. */
function isSeveral({ words }: ReadSentence, { first, last, sort, full }: Mention): boolean {
	const isAlone = first === last && words[first]?.text === full;
	if (!isAlone || !/^the$/iu.test(words[first - 1]?.text ?? '')) return false;
	if (sort === 'person') return /(?:s|men|ish|ch)$/u.test(full);
	return sort === 'organisation' && /[^siu]s$/u.test(full);
}

/** What a name with its titles, or the noun before it, tells: "her brother Kim". */
function genderIn(sentence: ReadSentence, { first, last, full }: Mention): Gender | undefined {
	const called = genderOfNoun(lowerAt(sentence.words, first - 1));
	return called ?? genderOf(`${textOf(sentence, first, last)} `, full);
}

function fromMention(sentence: ReadSentence, mention: Mention): Candidate {
	const { first, last, sort, full } = mention;
	const gender = sort === 'person' ? genderIn(sentence, mention) : undefined;
	const number = isSeveral(sentence, mention) ? 'several' : 'one';
	const isThe = sort !== 'person' && lowerAt(sentence.words, first - 1) === 'the';
	return {
		full: number === 'several' || isThe ? `the ${full}` : full,
		sort,
		number,
		first,
		last,
		isSubject: isSubject(sentence, first, last),
		...(gender && { gender })
	};
}

const BODIES =
	/^(?:forces|teams|groups|militias|gangs|crews|armies|companies|authorities|families|parties)$/u;

function isPlural({ text }: Word): boolean {
	const key = text.toLowerCase();
	if (PEOPLE_PLURALS.has(key) || BODIES.test(key)) return true;
	return /s$/u.test(key) && isPersonWord(key);
}

/** The adjectives right before a noun belong to what stands for it. */
function phraseStart({ words }: ReadSentence, at: number): number {
	let first = at;
	while (/^(?:ADJ|NOUN)$/u.test(words[first - 1]?.tag ?? '')) first -= 1;
	return first;
}

const hasOf = ({ words }: ReadSentence, at: number) =>
	/^(?:of|who|that|whose)$/iu.test(words[at + 1]?.text ?? '');

function severalAt(sentence: ReadSentence, at: number): Candidate {
	const first = phraseStart(sentence, at);
	const words = textOf(sentence, first, at);
	const isLarge = DEMONYMS.has(sentence.words[first]?.text.toLowerCase() ?? '');
	const opens = first === 0 || /^["“]$/u.test(sentence.words[first - 1]?.text ?? '');
	const small = !opens || isLarge ? words : `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;
	return {
		full: hasOf(sentence, at) ? '' : `the ${small}`,
		sort: 'person',
		number: 'several',
		first,
		last: at,
		isSubject: isSubject(sentence, first, at)
	};
}

/** "a farmer": somebody without a name, who may be meant as well. */
function namelessAt(sentence: ReadSentence, at: number): Candidate {
	const gender = genderOfNoun(sentence.words[at]?.text ?? '');
	return {
		...(gender && { gender }),
		full: '',
		sort: 'person',
		number: 'one',
		first: at,
		last: at,
		isSubject: isSubject(sentence, at, at)
	};
}

function fromNoun(sentence: ReadSentence, at: number): Candidate[] {
	const word = sentence.words[at];
	if (word?.tag !== 'NOUN' && word?.tag !== 'PROPN') return [];
	if (isPlural(word)) return [severalAt(sentence, at)];
	const isPerson = isPersonWord(word.text.toLowerCase()) && !isNobodyElse(sentence, at);
	const isGroup = GROUP_NOUNS.has(word.text.toLowerCase());
	if (isPerson) return [namelessAt(sentence, at)];
	return isGroup ? [{ ...namelessAt(sentence, at), sort: 'organisation' }] : [];
}

/** "a bangarang Peter Pan" is like him, not he. */
function isCompared({ words }: ReadSentence, first: number): boolean {
	const article =
		words[first - 1]?.tag === 'ADJ' || words[first - 1]?.tag === 'NOUN' ? first - 2 : first - 1;
	return /^an?$/iu.test(words[article]?.text ?? '');
}

/** Everybody and everything in a sentence that a pronoun may stand for, in order. */
export function candidatesOf(sentence: ReadSentence): Candidate[] {
	const named = sentence.mentions
		.filter(({ first }) => !isCompared(sentence, first))
		.map((mention) => fromMention(sentence, mention));
	const nouns = sentence.words.flatMap((_, at) => {
		const isNamed = sentence.mentions.some(({ first, last }) => at >= first && at <= last);
		return isNamed ? [] : fromNoun(sentence, at);
	});
	return [...named, ...nouns].sort((a, b) => a.last - b.last);
}
