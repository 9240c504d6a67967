import type { ReadSentence, Word } from '#lib/domain/drafting/types.ts';
import { wordAt } from '#lib/domain/drafting/words/word-at.ts';
import type { Candidate } from './candidates.ts';
import type { MainSubject } from './main-subject.ts';
import type { Pronoun } from './pronouns.ts';

/** A sentence before a pronoun's, and whom it names. */
export interface Before {
	sentence: ReadSentence;
	main: MainSubject | undefined;
	candidates: readonly Candidate[];
	fits: (candidate: Candidate) => boolean;
}

const MOST_OPENING = 9;

/** At the head of its sentence or behind what opens it: "In 1998, he", "Later she", "But his". */
export function opensStatement({ words }: ReadSentence, at: number): boolean {
	if (at === 0) return true;
	const before = words.slice(0, at);
	if (at > MOST_OPENING || before.some(({ tag }) => tag === 'VERB' || tag === 'AUX')) return false;
	const [first] = before;
	const isLed = first?.tag === 'ADP' || wordAt(words, at - 1).text === ',';
	return isLed || before.every(({ tag }) => tag === 'ADV' || tag === 'CCONJ');
}

/** Somebody else in that sentence may be meant: whom its subject did something to, but not who is named in passing. */
function isRival(
	{ words }: ReadSentence,
	main: MainSubject,
	{ first, last, full }: Candidate
): boolean {
	if (last >= main.first && last <= main.last) return false;
	// "The son of a founder, he studied": told of the subject before it.
	if (last < main.first && full === '') return false;
	const isOwner = wordAt(words, last + 1).tag === 'PART';
	return !isOwner && !isInPassing(words, first);
}

/** Behind "of", "with" and the like, but not "by". */
function isInPassing(words: readonly Word[], first: number): boolean {
	const lead = words
		.slice(0, first)
		.findLast(({ tag, text }) => !/^(?:PROPN|DET|ADJ|NOUN|CCONJ|NUM)$/u.test(tag) && text !== ',');
	if (!lead || /^by$/iu.test(lead.text)) return false;
	return /^(?:ADP|SCONJ)$/u.test(lead.tag) || /^(?:as|like|including)$/u.test(lead.text);
}

/** Where no statement was read, the one name that opens the sentence. */
function onlySubject(candidates: readonly Candidate[]): Candidate | undefined {
	const subjects = candidates.filter(({ isSubject }) => isSubject);
	return subjects.length === 1 && subjects[0]?.full !== '' ? subjects[0] : undefined;
}

function ofName({ sentence, main, candidates, fits }: Before): Candidate | undefined {
	if (!main) return onlySubject(candidates.filter(fits));
	const one = candidates.find(
		({ first, last, full }) => first <= main.head && main.head <= last && full !== ''
	);
	if (!one || !fits(one)) return undefined;
	const isAmbiguous = candidates.some(
		(other) => other.full !== one.full && fits(other) && isRival(sentence, main, other)
	);
	return isAmbiguous && one.sort !== 'organisation' ? undefined : one;
}

/** "The first exchange opened in 1817. It …": the subject has no name, but can be called again. */
function ofThing({ main }: Before, stands: Pronoun['stands']): Candidate | undefined {
	if (!main || main.called === '' || (stands === 'thing' && main.hasObject)) return undefined;
	const number = main.isPlural ? 'several' : 'one';
	if ((stands === 'several') !== main.isPlural) return undefined;
	const { first, last, called } = main;
	return { full: called, sort: 'other', number, first, last, isSubject: true };
}

const OF_OTHER = { woman: /^her$/iu, man: /^him$/iu, thing: /^$/u, several: /^them$/iu };

/** "Smith rescued her. She …": whoever she is was in that sentence already, and not as its subject. */
export function isAboutOther({ words }: ReadSentence, stands: Pronoun['stands']): boolean {
	return words.some(
		({ text, tag }, at) =>
			OF_OTHER[stands].test(text) &&
			tag === 'PRON' &&
			!/^(?:NOUN|ADJ|PROPN|NUM)$/u.test(wordAt(words, at + 1).tag)
	);
}

/** "The club lost its ground. They": where the sentence itself speaks of a body as of many. */
function ofBody({ sentence, main, candidates }: Before): Candidate | undefined {
	const isMany = sentence.words.some(({ text }) => /^(?:they|their)$/iu.test(text));
	const one = candidates.find(
		({ first, last, full }) => main && first <= main.head && main.head <= last && full !== ''
	);
	return isMany && one?.sort === 'organisation' ? one : undefined;
}

/** Whom or what a pronoun at the head of a statement stands for: the subject of the sentence before goes on. */
export function followSubject(before: Before, { stands }: Pronoun): Candidate | undefined {
	if (isAboutOther(before.sentence, stands)) return undefined;
	const named = ofName(before) ?? (stands === 'several' ? ofBody(before) : undefined);
	if (named || stands === 'man' || stands === 'woman') return named;
	const isNobody =
		before.main !== undefined &&
		before.candidates.some(
			({ last, sort, number }) =>
				last === before.main?.head && sort === 'person' && number === 'one'
		);
	return isNobody ? undefined : ofThing(before, stands);
}
