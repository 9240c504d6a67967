import {
	ADDRESSES,
	OFFICE_WORDS,
	PERSON_NOUNS
} from '#lib/domain/drafting/names/data/person-nouns.ts';
import { DEMONYMS } from '#lib/domain/drafting/names/data/demonyms.ts';
import type { Mention, WordRange } from '#lib/domain/drafting/types.ts';
import { wordAt } from '#lib/domain/drafting/words/word-at.ts';
import {
	isOfficeName,
	isPastOffice,
	officeTime
} from '#lib/domain/drafting/asking/wording/office-time.ts';
import { possessive } from '#lib/domain/drafting/asking/wording/possessive.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';

const MOST_WORDS = 7;
const MOST_NAME_WORDS = 4;

function isOffice(text: string): boolean {
	const key = text.toLowerCase();
	return PERSON_NOUNS.has(key) || OFFICE_WORDS.has(key);
}

/** These are said to somebody, and tell no office: "Lord Ashby", "Dr Bell". */
const MERE_ADDRESS = /^(?:Lord|Lady|Sir|Dame|Dr|Mr|Mrs|Ms|Miss|Prof|Saint|Rev|Hon)\.?$/u;

/** Whether a word before a name tells an office, or addresses its bearer. */
const isTitle = (text: string) => isOffice(text) || ADDRESSES.has(text.toLowerCase());

/** Index of the first word of a person's own name within a mention, behind "President". */
function nameStart({ sentence: { words } }: Reading, { first, last }: Mention): number {
	let at = first;
	while (at < last && isTitle(wordAt(words, at).text)) at += 1;
	while (at > first && MERE_ADDRESS.test(wordAt(words, at - 1).text)) at -= 1;
	return at;
}

/** Within an office's words: a noun, or the "of" of "secretary of state". */
function isOfOffice({ sentence: { words } }: Reading, at: number, name: number): boolean {
	const { tag, text } = wordAt(words, at);
	if (/^(?:NOUN|PROPN|ADJ)$/.test(tag)) return true;
	return /^(?:of|for)$/.test(text) && at + 1 < name && isOffice(wordAt(words, at - 1).text);
}

/** Index of the first word of the office before a name: "[US secretary of state] John Kerry". */
function officeStart(reading: Reading, name: number): number {
	let at = name;
	while (at > 0 && name - at < MOST_WORDS && isOfOffice(reading, at - 1, name)) at -= 1;
	return at;
}

/** "was … former president" says it twice. */
const STARTS_PAST = /^(?:former|late|then|ex|acting|previous) /i;

/** What somebody is without earning a living by it. */
const NO_CALLING =
	/(?:champion|winner|star|captain|victim|suspect|fan|hero|legend|native|citizen|student|rival|master|gunman|rebel|teenager|refugee|migrant|prisoner|survivor|friend|leader|chief)$/i;
/** A country has one of these at a time. */
const ONE_OF_A_COUNTRY =
	/(?:president|premier|prime minister|secretary(?: of state)?|chancellor|king|queen|emperor|sultan|minister|governor|mayor|speaker|attorney general|pope|ombudsman)$/i;

/** "the Ulm coach", "the British prime minister", but not "the prime minister" or "the Armenian general". */
function isSingular({ sentence }: Reading, { first, last }: WordRange): boolean {
	const words = sentence.words.slice(first, last + 1);
	const held = words.map(({ text }) => text).join(' ');
	const names = words.filter(({ text, tag }) => tag === 'PROPN' && !isOffice(text));
	const isNamed = names.some(({ text }) => !DEMONYMS.has(text.toLowerCase()));
	const isOfCountry = words.some(({ text }) => DEMONYMS.has(text.toLowerCase()));
	const hasOffice = ONE_OF_A_COUNTRY.test(held);
	return (isNamed || isOfCountry) && (hasOffice || (isNamed && !isOfCountry));
}

/** Who holds an office, and which office somebody holds. */
function proposalsOf(
	reading: Reading,
	{ margin }: Mention,
	{ office, name }: { office: WordRange; name: WordRange }
): Proposal[] {
	const described = render(reading, office);
	const confidence = 0.75 + 0.2 * margin;
	const time = officeTime(reading, described);
	const { words } = reading.sentence;
	const isNamed = words.slice(office.first, office.last + 1).every(({ tag }) => tag === 'PROPN');
	const calling = isNamed || isOfficeName(described) ? 'position' : 'profession';
	const role: Proposal = {
		kind: 'who',
		question: `Who was the ${described}${time}?`,
		answer: name,
		rule: 'role',
		confidence,
		used: [office]
	};
	const position: Proposal = {
		kind: 'what',
		question: `What was ${possessive(render(reading, name))} ${calling}${time}?`,
		answer: { first: office.first + (STARTS_PAST.test(described) ? 1 : 0), last: office.last },
		rule: 'position',
		confidence: confidence - 0.35,
		used: [name]
	};
	const isCallable = isOfficeName(described) || !NO_CALLING.test(described);
	const positions = isCallable ? [position] : [];
	return isPastOffice(described) || !isSingular(reading, office) ? positions : [role, ...positions];
}

function ask(reading: Reading, mention: Mention): Proposal[] {
	const { words } = reading.sentence;
	const start = nameStart(reading, mention);
	const first = officeStart(reading, start);
	const office = words.slice(first, start);
	const isLong = mention.last - start >= MOST_NAME_WORDS;
	if (office.length < 2 || isLong || !office.some(({ text }) => isOffice(text))) return [];
	// Who has only an address or a calling is not asked for by it: "Dr", "actor".
	if (!office.some(({ tag }) => tag === 'PROPN') || /^['’]s?$/.test(words[first - 1]?.text ?? ''))
		return [];
	if (
		words
			.slice(mention.last + 1, mention.last + 2)
			.some(({ tag }) => tag === 'PART' || tag === 'CCONJ')
	)
		return [];
	return proposalsOf(reading, mention, {
		office: { first, last: start - 1 },
		name: { first: start, last: mention.last }
	});
}

/** "Who was the British Prime Minister?" of the office that stands before a person's name. */
export function askTitle(reading: Reading): Proposal[] {
	return reading.sentence.mentions
		.filter(({ sort }) => sort === 'person')
		.flatMap((mention) => ask(reading, mention));
}
