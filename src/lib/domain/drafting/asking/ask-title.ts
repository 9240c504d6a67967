import {
	ADDRESSES,
	OFFICE_WORDS,
	PERSON_NOUNS
} from '#lib/domain/drafting/names/data/person-nouns.ts';
import type { Mention, WordRange } from '#lib/domain/drafting/types.ts';
import { isOfficeName, isPastOffice, officeTime } from './office-time.ts';
import { possessive } from './possessive.ts';
import type { Proposal } from './proposal.ts';
import type { Reading } from './reading.ts';
import { render } from './render.ts';

const MOST_WORDS = 7;
const MOST_NAME_WORDS = 4;

function isOffice(text: string): boolean {
	const key = text.toLowerCase();
	return PERSON_NOUNS.has(key) || OFFICE_WORDS.has(key);
}

/** Index of the first word of a person's own name within a mention, behind "President". */
function nameStart({ sentence }: Reading, { first, last }: Mention): number {
	let at = first;
	while (
		at < last &&
		(isOffice(sentence.words[at]?.text ?? '') ||
			ADDRESSES.has((sentence.words[at]?.text ?? '').toLowerCase()))
	)
		at += 1;
	return at;
}

/** Index of the first word of the office before a name: "[US secretary of state] John Kerry". */
function officeStart({ sentence }: Reading, name: number): number {
	let at = name;
	while (at > 0 && name - at < MOST_WORDS) {
		const word = sentence.words[at - 1];
		const isOf = /^(?:of|for)$/.test(word?.text ?? '') && at < name;
		if (!word || (!/^(?:NOUN|PROPN|ADJ)$/.test(word.tag) && !isOf)) break;
		at -= 1;
	}
	return at;
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
	const calling = isOfficeName(described) ? 'position' : 'profession';
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
		answer: office,
		rule: 'position',
		confidence: confidence - 0.35,
		used: [name]
	};
	return isPastOffice(described) ? [position] : [role, position];
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
