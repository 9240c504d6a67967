import { CITIES } from '#lib/domain/drafting/names/data/cities.ts';
import { COUNTRIES } from '#lib/domain/drafting/names/data/countries.ts';
import { PLACE_HEADS } from '#lib/domain/drafting/names/data/place-nouns.ts';
import { STATES } from '#lib/domain/drafting/names/data/states.ts';
import type { Mention, ReadSentence } from '#lib/domain/drafting/types.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';

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

/** What a place lies in, by what is said behind it; nothing where that is no wider place. */
function widerWords({ full }: Mention, inner: Mention): string | undefined {
	const key = full.toLowerCase().replace(/^the /, '');
	if (COUNTRIES.has(key)) return isCountry(inner) ? undefined : 'In which country';
	if (STATES.has(key)) return 'In which state';
	const isSite = PLACE_HEADS.has(lastWord(inner)) || SITES.test(lastWord(inner));
	if (!isSite) return undefined;
	return CITIES.has(key) ? 'In which city' : 'Where';
}

const lastWord = ({ full }: Mention) => full.toLowerCase().split(' ').at(-1) ?? '';
/** Bodies that have a place of their own. */
const SITES =
	/^(?:university|college|school|institute|academy|court|laboratory|observatory|theatre|church)$/;

/** A place, or a body with a place of its own, as a question names it. */
function siteName({ words }: ReadSentence, { first, full }: Mention): string {
	const isThe = /^the$/i.test(words[first - 1]?.text ?? '');
	return isThe && !/^The /.test(full) ? `the ${full}` : full.replace(/^The /, 'the ');
}

function ask({ sentence }: Reading, inner: Mention, outer: Mention): Proposal | undefined {
	const between = sentence.words.slice(inner.last + 1, outer.first).map(({ text }) => text);
	if (between.length !== 1 || !/^(?:,|in)$/.test(between[0] ?? '')) return undefined;
	if (goesOn(sentence, outer) || isSecond(sentence, inner) || outer.sort !== 'place')
		return undefined;
	const words = widerWords(outer, inner);
	if (!words || (inner.sort !== 'place' && !SITES.test(lastWord(inner)))) return undefined;
	return {
		kind: 'where',
		question: `${words} is ${siteName(sentence, inner)}?`,
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
