import type { Sentence, WordRange } from '#lib/domain/drafting/types.ts';
import { COUNTRIES } from './data/countries.ts';
import { DEMONYMS, PEOPLES } from './data/demonyms.ts';
import { FIRST_NAMES } from './data/first-names.ts';
import { ORGANISATION_HEADS } from './data/organisation-nouns.ts';
import { OTHER_HEADS, OTHER_NAMES } from './data/other-nouns.ts';
import { PLACE_HEADS } from './data/place-nouns.ts';
import { ADDRESSES, OFFICE_WORDS } from './data/person-nouns.ts';
import { isOpening, type DocumentCase } from './document-case.ts';
import { isCommon } from '#lib/domain/drafting/words/tagger.ts';
import { isLarge, isNameWord } from './name-words.ts';
import { isPersonWord } from './person-words.ts';

const PARTICLE =
	/^(?:de|del|della|di|da|do|dos|du|des|la|le|el|al|ul|van|von|der|den|ter|bin|bint|ibn|ben|zu|ad|as)$/u;
/** Bodies that look after two things at once: "Ministry of Culture and Sport". */
const OFFICE =
	/^(?:department|ministry|committee|commission|conference|board|bureau|institute|office)$/u;
const TAKES_OF =
	/^(?:republic|kingdom|state|states|lord|lords|duke|duchess|prince|princess|earl|king|queen|house|secretary|leader|isle|chamber|day|cape|university|universities|statue|league|knights|order|sea|lady|son|daughters|sons|speaker|acts|book|head)$/u;

const lower = (sentence: Sentence, at: number) => sentence.words[at]?.text.toLowerCase() ?? '';

function isDemonym(key: string): boolean {
	return DEMONYMS.has(key) || PEOPLES.has(key);
}

function isHead(key: string): boolean {
	return (
		ORGANISATION_HEADS.has(key) ||
		PLACE_HEADS.has(key) ||
		OTHER_HEADS.has(key) ||
		TAKES_OF.test(key)
	);
}

/** "van", "van der", "&" between two large words. */
function particleLength(sentence: Sentence, last: number): number {
	const isJoint = (at: number) => PARTICLE.test(lower(sentence, at)) || lower(sentence, at) === '&';
	if (!isJoint(last + 1)) return 0;
	if (isLarge(sentence.words[last + 2])) return 1;
	return isJoint(last + 2) && isLarge(sentence.words[last + 3]) ? 2 : 0;
}

/** "of", "of the", "for", "on" behind a word that says what the name names. */
function ofLength(sentence: Sentence, last: number): number {
	const joint = lower(sentence, last + 1);
	const isBody = joint === 'on' && ORGANISATION_HEADS.has(lower(sentence, last));
	if (!isBody && !(/^(?:of|for)$/u.test(joint) && isHead(lower(sentence, last)))) return 0;
	if (isLarge(sentence.words[last + 2])) return 1;
	return lower(sentence, last + 2) === 'the' && isLarge(sentence.words[last + 3]) ? 2 : 0;
}

/** "Trinidad and Tobago", "the Department of Health and Human Services". */
function isJoinedByAnd(sentence: Sentence, first: number, last: number): boolean {
	if (lower(sentence, last + 1) !== 'and' || !isLarge(sentence.words[last + 2])) return false;
	if (COUNTRIES.has(`${lower(sentence, last)} and ${lower(sentence, last + 2)}`)) return true;
	const inside = sentence.words.slice(first, last).map(({ text }) => text.toLowerCase());
	const joint = inside.findIndex((word) => /^(?:of|for|on)$/u.test(word));
	return joint > 0 && OFFICE.test(inside[joint - 1] ?? '') && !inside.includes('and');
}

/** Days, months and the like stand for themselves, but "Theresa May" is one name. */
function standsAlone(sentence: Sentence, at: number): boolean {
	if (!OTHER_NAMES.has(lower(sentence, at))) return false;
	const isSurname = FIRST_NAMES.has(lower(sentence, at - 1));
	const isFirst = FIRST_NAMES.has(lower(sentence, at)) && isLarge(sentence.words[at + 1]);
	return !isSurname && !isFirst && !isHead(lower(sentence, at + 1));
}

/** "Women's Institute": the mark of possession inside a name. */
function isInnerPossessive(sentence: Sentence, last: number): boolean {
	const isMark = /^['’]s?$/u.test(lower(sentence, last + 1));
	const isBody =
		/s$/u.test(lower(sentence, last)) && ORGANISATION_HEADS.has(lower(sentence, last + 2));
	const isOwner = /^(?:women|men|people|children|king|queen|players|workers|veterans)s?$/u;
	const isInner = isBody || isOwner.test(lower(sentence, last));
	return isMark && isInner && isLarge(sentence.words[last + 2]);
}

function nextPart(sentence: Sentence, first: number, last: number): number {
	const { words } = sentence;
	if (isLarge(words[last + 1])) return last + 1;
	const joint = particleLength(sentence, last) || ofLength(sentence, last);
	if (joint > 0) return last + joint + 1;
	return isJoinedByAnd(sentence, first, last) || isInnerPossessive(sentence, last)
		? last + 2
		: last;
}

/** The last word of the name that begins at a word. */
function runEnd(sentence: Sentence, first: number): number {
	let last = first;
	if (standsAlone(sentence, first)) return last;
	for (;;) {
		const next = nextPart(sentence, first, last);
		if (next === last || standsAlone(sentence, next)) return last;
		last = next;
	}
}

/** "Russian warplanes": an adjective, not a name; "the Russians" are people. */
function isBareDemonym(sentence: Sentence, { first, last }: WordRange): boolean {
	for (let at = first; at <= last; at += 1) if (!isDemonym(lower(sentence, at))) return false;
	if (PEOPLES.has(lower(sentence, last))) return false;
	const next = sentence.words[last + 1];
	return next !== undefined && /^(?:NOUN|ADJ|PROPN|CCONJ|VERB|NUM)$/u.test(next.tag);
}

function isPlaceOfPeople(sentence: Sentence, at: number): boolean {
	const word = lower(sentence, at);
	return word.endsWith('s') && DEMONYMS.has(word.slice(0, -1));
}

/** "Teenager Ann Miller": what somebody is, large only because it opens the sentence. */
function isOpeningRole(sentence: Sentence, at: number): boolean {
	const key = lower(sentence, at);
	if (!isOpening(sentence, at) || !isPersonWord(key) || ADDRESSES.has(key) || OFFICE_WORDS.has(key))
		return false;
	return isCommon(key) && isLarge(sentence.words[at + 1]) && !FIRST_NAMES.has(key);
}

/** The names of a sentence as runs of large words, sorted by nothing but their place. */
export function findRuns(sentence: Sentence, writing: DocumentCase): WordRange[] {
	const runs: WordRange[] = [];
	for (let at = 0; at < sentence.words.length; at += 1) {
		if (!isNameWord(sentence, at, writing) || isOpeningRole(sentence, at)) continue;
		const run = { first: at, last: runEnd(sentence, at) };
		at = run.last;
		if (isPlaceOfPeople(sentence, run.last) || !isBareDemonym(sentence, run)) runs.push(run);
	}
	return runs;
}
