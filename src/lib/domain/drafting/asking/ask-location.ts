import { COUNTRIES } from '#lib/domain/drafting/names/data/countries.ts';
import type { Mention } from '#lib/domain/drafting/types.ts';
import type { Proposal } from './proposal.ts';
import type { Reading } from './reading.ts';

function isCountry({ full }: Mention): boolean {
	return COUNTRIES.has(full.toLowerCase().replace(/^the /, ''));
}

function ask({ sentence }: Reading, inner: Mention, outer: Mention): Proposal | undefined {
	const between = sentence.words.slice(inner.last + 1, outer.first).map(({ text }) => text);
	if (between.length !== 1 || !/^(?:,|in)$/.test(between[0] ?? '') || isCountry(inner))
		return undefined;
	if (sentence.words[outer.last + 1]?.tag === 'PART') return undefined;
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
