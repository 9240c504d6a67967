import { COUNTRIES } from '#lib/domain/drafting/names/data/countries.ts';
import type { Mention, ReadSentence } from '#lib/domain/drafting/types.ts';
import type { Proposal } from './proposal.ts';
import type { Reading } from './reading.ts';

function isCountry({ full }: Mention): boolean {
	return COUNTRIES.has(full.toLowerCase().replace(/^the /, ''));
}

/** "Palestine, and Gaza", "Palestine and Gaza": a list goes on behind a place; "Lyon, France's" goes on too. */
function goesOn({ words, mentions }: ReadSentence, { last }: Mention): boolean {
	const [next, second] = words.slice(last + 1, last + 3);
	if (next?.tag === 'PART' || /^(?:and|or)$/.test(next?.text ?? '')) return true;
	const isPlaceNext = mentions.some(({ first, sort }) => first === last + 2 && sort === 'place');
	return next?.text === ',' && (second?.tag === 'CCONJ' || isPlaceNext);
}

/** "Levant" of "Egypt, Levant": a list has begun before a place. */
function isSecond({ words }: ReadSentence, { first }: Mention): boolean {
	return words[first - 1]?.text === ',' && words[first - 2]?.tag === 'PROPN';
}

function ask({ sentence }: Reading, inner: Mention, outer: Mention): Proposal | undefined {
	const between = sentence.words.slice(inner.last + 1, outer.first).map(({ text }) => text);
	if (between.length !== 1 || !/^(?:,|in)$/.test(between[0] ?? '') || isCountry(inner))
		return undefined;
	if (goesOn(sentence, outer) || isSecond(sentence, inner)) return undefined;
	if (inner.sort !== 'place' || outer.sort !== 'place' || !isCountry(outer)) return undefined;
	return {
		kind: 'where',
		question: `In which country is ${inner.full}?`,
		answer: { first: outer.first, last: outer.last },
		rule: 'location',
		confidence: 0.6,
		used: [inner]
	};
}

/** "In which country is Palmyra?" of "Palmyra, Syria". */
export function askLocation(reading: Reading): Proposal[] {
	const { mentions } = reading.sentence;
	return mentions.flatMap((inner, at) => {
		const outer = mentions[at + 1];
		return (outer && ask(reading, inner, outer)) ?? [];
	});
}
