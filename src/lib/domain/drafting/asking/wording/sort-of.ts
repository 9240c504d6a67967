import { COUNTRIES } from '#lib/domain/drafting/names/data/countries.ts';
import { CITIES } from '#lib/domain/drafting/names/data/cities.ts';
import { GROUP_NOUNS } from '#lib/domain/drafting/names/data/organisation-nouns.ts';
import { PLACE_NOUNS } from '#lib/domain/drafting/names/data/place-nouns.ts';
import { STATES } from '#lib/domain/drafting/names/data/states.ts';
import { isPersonWord } from '#lib/domain/drafting/names/person-words.ts';
import type { Mention, ReadSentence, Word } from '#lib/domain/drafting/types.ts';

/** What a noun phrase names, as far as the question word depends on it. */
export type Sort = 'person' | 'group' | 'country' | 'state' | 'city' | 'place' | 'thing' | 'unsure';

/** Bodies of people that nobody asks for by "who". */
const ASKED_WITH_WHAT =
	/^(?:school|university|college|institution|institute|industry|church|band|media|network|newspaper|broadcaster|retailer|manufacturer|business|bank|club|airline|dynasty|embassy|department|foundation|consortium|cartel|corporation)$/;

/** A name of a doubtful sort whose noun is one of these acts as a body. */
const ACTING =
	/(?:^| )(?:senate|congress|parliament|assembly|council|committee|commission|conference|cabinet|synod|tribunal|legislature|diet|house of (?:commons|lords|representatives|deputies))(?: (?:of|on|for) .+)?$/;

const NAMES_OF: Record<Mention['sort'], Sort> = {
	person: 'person',
	organisation: 'group',
	place: 'place',
	other: 'thing',
	unsure: 'unsure'
};

function sortOfName(name: string, sort: Mention['sort']): Sort {
	const key = name.toLowerCase().replace(/^the /, '');
	if (sort === 'place' && COUNTRIES.has(key)) return 'country';
	if (sort === 'place' && STATES.has(key)) return 'state';
	if (sort === 'place' && CITIES.has(key)) return 'city';
	// "The Senate", "the Lower House of Deputies".
	if (sort === 'unsure' && ACTING.test(key)) return 'group';
	return NAMES_OF[sort];
}

function sortOfNoun({ text, lemma }: Word): Sort {
	const key = text.toLowerCase();
	if (isPersonWord(lemma) || isPersonWord(key)) return 'person';
	if (ASKED_WITH_WHAT.test(lemma)) return 'thing';
	if (GROUP_NOUNS.has(lemma) || GROUP_NOUNS.has(key)) return 'group';
	return PLACE_NOUNS.has(lemma) || PLACE_NOUNS.has(key) ? 'place' : 'thing';
}

/** What the noun at an index names. */
export function sortAt({ words, mentions }: ReadSentence, head: number): Sort {
	const mention = mentions.find(({ first, last }) => first <= head && head <= last);
	const word = words[head];
	if (!word) return 'unsure';
	if (mention?.last === head) return sortOfName(mention.full, mention.sort);
	if (word.tag === 'PROPN' && !mention && head > 0) return 'unsure';
	return sortOfNoun(word);
}
