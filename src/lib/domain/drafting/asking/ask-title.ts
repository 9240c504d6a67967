import {
	ADDRESSES,
	OFFICE_WORDS,
	PERSON_NOUNS
} from '#lib/domain/drafting/names/data/person-nouns.ts';
import type { Mention } from '#lib/domain/drafting/types.ts';
import type { Proposal } from './proposal.ts';
import type { Reading } from './reading.ts';
import { render } from './render.ts';

/** Who holds one of these has a position, the others a profession. */
const OFFICE =
	/\b(?:president|minister|governor|secretary|chair(?:man|woman|person)?|chief|director|mp|senator|mayor|king|queen|general|leader|commissioner|ambassador|spokes\w+|officer|head|chancellor|premier|congress\w+|judge|justice|commander|bishop|archbishop|pope|captain|coach|manager|envoy|emperor|deputy)\b/i;

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
	const described = render(reading, { first, last: start - 1 });
	const [range, name] = [
		{ first, last: start - 1 },
		{ first: start, last: mention.last }
	];
	const confidence = 0.75 + 0.2 * mention.margin;
	return [
		{
			kind: 'who',
			question: `Who is the ${described}?`,
			answer: name,
			rule: 'role',
			confidence,
			used: [range]
		},
		{
			kind: 'what',
			question: `What is ${possessive(render(reading, name))} ${OFFICE.test(described) ? 'position' : 'profession'}?`,
			answer: range,
			rule: 'position',
			confidence: confidence - 0.15,
			used: [name]
		}
	];
}

const possessive = (name: string) => (/s$/.test(name) ? `${name}'` : `${name}'s`);

/** "Who is the British Prime Minister?" of the office that stands before a person's name. */
export function askTitle(reading: Reading): Proposal[] {
	return reading.sentence.mentions
		.filter(({ sort }) => sort === 'person')
		.flatMap((mention) => ask(reading, mention));
}
