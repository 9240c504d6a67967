import type { Sentence, Word } from '#lib/domain/drafting/types.ts';
import { CITIES } from './data/cities.ts';
import { COUNTRIES } from './data/countries.ts';
import { DEMONYMS, PEOPLES } from './data/demonyms.ts';
import { FIRST_NAMES } from './data/first-names.ts';
import { GROUP_NOUNS, ORGANISATIONS } from './data/organisation-nouns.ts';
import { OTHER_NAMES } from './data/other-nouns.ts';
import { ADDRESSES, PEOPLE_PLURALS, PERSON_NOUNS } from './data/person-nouns.ts';
import { PLACE_NOUNS } from './data/place-nouns.ts';
import { REGIONS } from './data/regions.ts';
import { isOpening, type DocumentCase } from './document-case.ts';

const LARGE = /^(?:\p{Lu}|[dDlL]['’]\p{Lu}|(?:al|el|as|ad|ar|an|ez|us)-\p{Lu}|[ei]\p{Lu})/u;
const NEVER = /^(?:I|I['’].*|O|OK|A|Am|Pm|Cloze)$/u;
const COMMON_ENDING = /(?:ing|ed|ly|tion|ment|ness|ity|ies|ists)$/u;
/** Words that begin no name anywhere, even in a title written large. */
const NO_HEAD =
	/^(?:in|on|at|by|of|for|from|to|with|as|but|and|or|if|when|while|where|who|what|which|how|why|that|this|these|those|he|she|it|they|we|you|his|her|its|their|our|my|your|not|is|are|was|were|be|has|have|had|do|does|did|can|will|would|whether|too)$/u;
/** Words that are no name at the head of a sentence, whatever follows. */
const NO_OPENER =
	/^(?:the|an?|in|on|at|by|of|for|from|to|with|as|but|and|or|so|yet|if|when|while|where|who|what|which|how|why|that|this|these|those|there|here|he|she|it|they|we|you|his|her|its|their|our|my|your|some|many|most|more|all|both|each|every|no|not|now|then|after|before|since|until|during|under|over|about|between|among|despite|although|though|because|however|meanwhile|also|still|only|just|even|once|one|two|three|four|five|six|seven|eight|nine|ten|other|another|such|several|few|further|later|earlier|today|yesterday|tomorrow|according|following|including|while|whether|nearly|almost|around|like|unlike|instead|thus|therefore|indeed|perhaps|maybe|let|please|yes|well|such|any|either|neither|nor|up|down|out|off|through|against|within|without|upon|via|per|than|much|new|old|local|police|residents|people|officials|scientists|researchers|former|early|late|last|next|recent|previous|current|dead|first|second|third|half|hundreds|thousands|dozens|millions|being|having|given|using|based|born|founded|when|whilst|despite|because)$/u;

function isListed(text: string): boolean {
	const key = text.toLowerCase();
	return [
		COUNTRIES,
		CITIES,
		REGIONS,
		FIRST_NAMES,
		ORGANISATIONS,
		OTHER_NAMES,
		ADDRESSES,
		DEMONYMS,
		PEOPLES
	].some((list) => list.has(key));
}

/** Whether a word is written as a name is, wherever it stands. */
export function isLarge(word: Word | undefined): boolean {
	return (
		word !== undefined &&
		LARGE.test(word.text) &&
		!NEVER.test(word.text) &&
		!/\p{Sc}/u.test(word.text)
	);
}

function isCertainAlone(word: Word): boolean {
	return /^\p{Lu}[\p{Lu}\d.]+$/u.test(word.text) || /\p{Ll}\p{Lu}/u.test(word.text);
}

/** "Votes for": a plural that no verb follows. */
function isPluralOpener({ words }: Sentence, at: number, key: string): boolean {
	if (!/[^siu]s$/u.test(key)) return false;
	const next = words[at + 1];
	return (
		/^(?:were|are|have)$/u.test(next?.text ?? '') || !/^(?:VERB|AUX|PART)$/u.test(next?.tag ?? '')
	);
}

/** "Team USA", "University of Milltown" */
function goesOnLarge({ words }: Sentence, at: number): boolean {
	return isLarge(words[at + 1]) || (words[at + 1]?.text === 'of' && isLarge(words[at + 2]));
}

/** "Doctors", "Government": a noun for people, bodies or places, in the singular or plural. */
function isCommonNoun(key: string): boolean {
	const singular = key.replace(/ies$/u, 'y').replace(/s$/u, '');
	const isNoun = [PERSON_NOUNS, GROUP_NOUNS, PLACE_NOUNS].some(
		(list) => list.has(key) || list.has(singular)
	);
	return (isNoun && !ADDRESSES.has(key)) || PEOPLE_PLURALS.has(key);
}

/** Where neither the document nor a list knows the word, its ending and the next word have to tell. */
function isLikelyOpener(sentence: Sentence, at: number): boolean {
	const word = sentence.words[at];
	const key = word?.text.toLowerCase() ?? '';
	if (isLarge(sentence.words[at + 1])) return !/(?:ly|ing)$/u.test(key) || word?.tag === 'PROPN';
	return word?.tag === 'PROPN' && !COMMON_ENDING.test(key) && !isPluralOpener(sentence, at, key);
}

/** A word that is large only because it opens a sentence is a name if the document says so, or a list. */
function isOpeningName(sentence: Sentence, at: number, writing: DocumentCase): boolean {
	const word = sentence.words[at];
	if (!word) return false;
	const key = word.text.toLowerCase();
	if (NO_OPENER.test(key) || (isCommonNoun(key) && !goesOnLarge(sentence, at))) return false;
	if (isCertainAlone(word) || isListed(word.text)) return true;
	if (writing.small.has(key)) return false;
	return writing.large.has(key) || isLikelyOpener(sentence, at);
}

/** Whether a word belongs to a name, going by how it is written and by how the document writes it. */
export function isNameWord(sentence: Sentence, at: number, writing: DocumentCase): boolean {
	const word = sentence.words[at];
	if (!word || !isLarge(word) || word.tag === 'PUNCT') return false;
	if (NO_HEAD.test(word.text.toLowerCase()) && !/^\p{Lu}{2}/u.test(word.text))
		return word.text === 'Will' && isLarge(sentence.words[at + 1]);
	const isArticle = /^(?:The|An?)$/u.test(word.text);
	if (isArticle) return sentence.words[at + 1]?.text === 'Hague';
	return !isOpening(sentence, at) || isOpeningName(sentence, at, writing);
}
