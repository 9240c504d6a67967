import { CITIES } from '#lib/domain/drafting/names/data/cities.ts';
import { COUNTRIES } from '#lib/domain/drafting/names/data/countries.ts';
import { GROUP_NOUNS } from '#lib/domain/drafting/names/data/organisation-nouns.ts';
import { isHeadWord, textOf } from '#lib/domain/drafting/names/name-parts.ts';
import { isPersonWord } from '#lib/domain/drafting/names/person-words.ts';
import type { Mention, ReadSentence } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';

/** A name of a doubtful sort stands for nothing. */
const LEAST_MARGIN = 0.3;
const REACH = 6;

/** "an uninhabited volcanic island": the last word of what something is said to be. */
function told({ words }: ReadSentence, from: number): string {
	const end = words.findIndex(({ tag }, at) => at >= from && !/^(?:ADJ|NOUN|ADV)$/u.test(tag));
	return lowerAt(words, end - 1);
}

/** "Ann Miller, the mayor", "Hallsey is an island": what the words behind a name tell of it. */
function isToldBehind(sentence: ReadSentence, { first, last }: Mention, noun: string): boolean {
	const { words } = sentence;
	const opening = `${lowerAt(words, last + 1)} ${lowerAt(words, last + 2)}`;
	if (/^, (?:an?|the)$/u.test(opening)) {
		return words.slice(last + 3, last + REACH).some(({ text }) => text.toLowerCase() === noun);
	}
	// "The shooting in Hallsey is an attack" tells of the shooting.
	const isSubject = wordAt(words, first - 1).tag !== 'ADP';
	return (
		isSubject && /^(?:is|was) (?:an?|the)$/u.test(opening) && told(sentence, last + 3) === noun
	);
}

/** "During the war Okoro taught": what may stand right before a name and not be its own. */
const canBeCalled = ({ sort }: Mention, noun: string): boolean =>
	sort === 'person' ? isPersonWord(noun) : GROUP_NOUNS.has(noun) || BODIES.test(noun);

/** Whether a name is told to be what a noun says: "Mayor Ann Miller", "president Ann Miller", "Ann Miller, the mayor". */
export function isCalled(sentence: ReadSentence, mention: Mention, noun: string): boolean {
	const { first, last } = mention;
	const written = textOf(sentence, first, last).toLowerCase().split(' ');
	const isBefore = lowerAt(sentence.words, first - 1) === noun && canBeCalled(mention, noun);
	return written.includes(noun) || isBefore || isToldBehind(sentence, mention, noun);
}

/** Nouns of bodies that may stand for the only one at hand. */
export const BODIES =
	/^(?:group|company|organisation|organization|club|team|band|agency|charity|firm|party|network|broadcaster|newspaper|airline|bank|university|union|militia|court)$/u;
/** One body is called by several of these. */
const SAME: Record<string, RegExp> = {
	network: /^(?:broadcaster|network)$/u,
	broadcaster: /^(?:broadcaster|network)$/u,
	company: /^(?:company|firm|airline|bank|retailer|manufacturer|publisher|studio)$/u,
	firm: /^(?:company|firm)$/u,
	agency: /^(?:news agency|agency)$/u,
	team: /^(?:team|club)$/u,
	club: /^(?:team|club)$/u
};

/** Whether a list or the text calls a name what a noun says. */
export function isKind({ kind }: Mention, noun: string): boolean {
	return kind !== undefined && (kind === noun || SAME[noun]?.test(kind) === true);
}

/** Whether a name's own word says it: "the bank" of "Zorbeck Bank". */
export function isNamedSo({ full, sort }: Mention, noun: string): boolean {
	const words = full.toLowerCase().split(' ');
	const of = words.findIndex((word) => /^(?:of|for)$/u.test(word));
	const head = of > 0 ? words[of - 1] : words.at(-1);
	return sort !== 'person' && words.length > 1 && head === noun && isHeadWord(noun);
}

/** Whether a name is of the kind that a noun tells: "the city" is one of the listed cities. */
export function isOfKind(mention: Mention, noun: string): boolean {
	const { sort, full, margin, kind } = mention;
	const key = full.toLowerCase();
	if (/^(?:city|town|capital)$/u.test(noun)) return CITIES.has(key);
	if (/^(?:country|nation)$/u.test(noun)) return COUNTRIES.has(key);
	if (!BODIES.test(noun) || sort !== 'organisation' || margin <= LEAST_MARGIN) return false;
	return kind === undefined || isKind(mention, noun);
}

/** A name that may be a country's as well. */
export const hasOtherPlace = (sentences: readonly ReadSentence[]): boolean =>
	sentences.some(({ mentions }) =>
		mentions.some(({ sort, full, margin }) => {
			const key = full.toLowerCase();
			const isListed = COUNTRIES.has(key) || CITIES.has(key);
			return (
				!isListed && (sort === 'unsure' || (sort === 'place' && margin < 1 && !full.includes(' ')))
			);
		})
	);
