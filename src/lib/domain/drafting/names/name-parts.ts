import type { Sentence, WordRange } from '#lib/domain/drafting/types.ts';
import { COUNTRIES } from './data/countries.ts';
import { DEMONYMS } from './data/demonyms.ts';
import { FIRST_NAMES } from './data/first-names.ts';
import { ORGANISATION_HEADS, ORGANISATIONS } from './data/organisation-nouns.ts';
import { OTHER_HEADS } from './data/other-nouns.ts';
import { ADDRESSES, OFFICE_WORDS, PERSON_NOUNS } from './data/person-nouns.ts';
import { PLACE_HEADS } from './data/place-nouns.ts';

/** A name taken apart: what leads to it, and the name itself; all in lower case but `text`. */
export interface NameParts {
	sentence: Sentence;
	range: WordRange;
	/** Words before the name itself that tell an office or a form of address. */
	titles: string[];
	/** The words of the name itself; empty where there are only titles. */
	core: string[];
	/** The name itself as written. */
	text: string;
	/** The sentence behind, where there is one in the same paragraph. */
	next?: Sentence;
	/** Where the name with its titles begins, behind "British" or "US". */
	first: number;
}

const isTitle = (key: string) => ADDRESSES.has(key) || OFFICE_WORDS.has(key);

/** The words of a run in lower case, with the text between touching words kept. */
function keysOf({ words }: Sentence, { first, last }: WordRange): string[] {
	return words.slice(first, last + 1).map((word) => word.text.toLowerCase());
}

/** "Secretary of State John Kerry": the "of" belongs to the titles. */
function titleEnd(keys: readonly string[], from: number): number {
	let at = from;
	let to = from;
	while (at < keys.length) {
		const key = keys[at] ?? '';
		if (isTitle(key)) to = at + 1;
		else if (!/^(?:of|for|the|and|&)$/u.test(key) || to === from) break;
		at += 1;
	}
	return to;
}

/** How many words before a name tell only whose it is: "British", "US". */
function leadEnd(keys: readonly string[]): number {
	let lead = 0;
	while (lead < keys.length && DEMONYMS.has(keys[lead] ?? '')) lead += 1;
	return COUNTRIES.has(keys[lead] ?? '') && isTitle(keys[lead + 1] ?? '') ? lead + 1 : lead;
}

/** Whether a word tells by itself what a name names: "River", "Bank", "Treaty". */
export const isHeadWord = (key: string): boolean =>
	ORGANISATION_HEADS.has(key) || PLACE_HEADS.has(key) || OTHER_HEADS.has(key);

const isGivenName = (keys: readonly string[], at: number) =>
	at + 1 < keys.length && FIRST_NAMES.has(keys[at] ?? '');

/** A title, or what somebody is: "Teammate Ann Miller". */
const isRole = (key: string) => isTitle(key) || PERSON_NOUNS.has(key);

/** "Milltown Forest Office Deputy Head Dang Dinh": two to four plain words behind a role end a long run. */
function isNameBehindRole(keys: readonly string[], at: number): boolean {
	const rest = keys.slice(at);
	if (at < 3 || rest.length < 2 || rest.length > 4) return false;
	return !rest.some((key) => isRole(key) || isHeadWord(key) || /^(?:of|for|and)$/u.test(key));
}

/** "NSW Liberal MP Gareth Ward": where the title begins that stands right before a given name. */
function titlesBeforeName(keys: readonly string[]): { lead: number; to: number } | undefined {
	const to = keys.findIndex(
		(_, at) => isRole(keys[at - 1] ?? '') && (isGivenName(keys, at) || isNameBehindRole(keys, at))
	);
	if (to < 0) return undefined;
	let lead = to - 1;
	while (lead > 0 && (isRole(keys[lead - 1] ?? '') || keys[lead - 1] === 'of')) lead -= 1;
	return { lead, to };
}

/** Places that are called after somebody, and are no surnames: "Saint Anne Hospital". */
const SITE =
	/^(?:hospital|airport|station|cathedral|museum|stadium|prison|bridge|square|palace|abbey|clinic|monastery|convent|chapel|cemetery|gallery|harbour|harbor)$/u;

/** The titles of a run: from word `lead` up to, not including, word `to`; none where they are equal. */
function titlesIn(keys: readonly string[]): { lead: number; to: number } {
	const found = titlesBeforeName(keys);
	const last = keys.at(-1) ?? '';
	const isNamed = ORGANISATION_HEADS.has(last) || OTHER_HEADS.has(last) || SITE.test(last);
	if (found && !isNamed) return found;
	const lead = leadEnd(keys);
	if (isBody(keys)) return { lead, to: lead };
	const to = titleEnd(keys, lead);
	const isAddressed = keys.slice(lead, to).some((key) => ADDRESSES.has(key));
	return { lead, to: isAddressed ? to : lead };
}

/** "Foreign Office", "Supreme Court": what looks like a title is a part of the name. */
function isBody(keys: readonly string[]): boolean {
	return ORGANISATIONS.has(keys.join(' ')) || isHeadWord(keys.at(-1) ?? '');
}

/** The text of words as it stands, spaces and joined marks included. */
export function textOf({ words }: Sentence, first: number, last: number): string {
	let text = '';
	for (let at = first; at <= last; at += 1) {
		const [word, before] = [words[at], words[at - 1]];
		if (!word) continue;
		text += at > first && before && before.end < word.start ? ` ${word.text}` : word.text;
	}
	return text;
}

/** Takes the name at a run apart into titles and the name itself. */
export function partsOf(sentence: Sentence, range: WordRange): NameParts {
	const keys = keysOf(sentence, range);
	const { lead, to } = titlesIn(keys);
	const from = to > lead || isGivenName(keys, lead) ? to : 0;
	const first = range.first + (from > 0 ? lead : 0);
	return {
		sentence,
		range,
		titles: from > 0 ? keys.slice(lead, to) : [],
		core: keys.slice(from),
		text: textOf(sentence, from < keys.length ? range.first + from : first, range.last),
		first
	};
}
