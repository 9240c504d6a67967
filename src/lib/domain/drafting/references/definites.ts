import { CITIES } from '#lib/domain/drafting/names/data/cities.ts';
import { COUNTRIES } from '#lib/domain/drafting/names/data/countries.ts';
import { GROUP_NOUNS } from '#lib/domain/drafting/names/data/organisation-nouns.ts';
import { PERSON_NOUNS } from '#lib/domain/drafting/names/data/person-nouns.ts';
import { PLACE_NOUNS } from '#lib/domain/drafting/names/data/place-nouns.ts';
import { textOf } from '#lib/domain/drafting/names/name-parts.ts';
import type { Mention, ReadSentence, Word } from '#lib/domain/drafting/types.ts';
import type { Reference } from './resolve-references.ts';

const SENTENCES_BACK = 2;
const MOST_OPENING = 6;
/** A name of a doubtful sort stands for nothing. */
const LEAST_MARGIN = 0.3;
const NO_MORE = /^(?:of|for|in|at|who|that|which|whose|and|['’]s?|from)$/iu;

/** Whether a name is told to be what a noun says: "Mayor Ann Miller", "president Ann Miller", "Ann Miller, the mayor". */
function isCalled(sentence: ReadSentence, { first, last }: Mention, noun: string): boolean {
	const written = textOf(sentence, first, last).toLowerCase().split(' ');
	const before = sentence.words[first - 1]?.text.toLowerCase();
	const behind = sentence.words.slice(last + 1, last + 6).map(({ text }) => text.toLowerCase());
	const isAside =
		behind[0] === ',' && /^(?:an?|the)$/u.test(behind[1] ?? '') && behind.includes(noun);
	return written.includes(noun) || before === noun || isAside;
}

/** The one name before a sentence that a noun tells of. */
function nameOf(
	sentences: readonly ReadSentence[],
	index: number,
	noun: string
): Mention | undefined {
	const near = sentences.slice(Math.max(0, index - SENTENCES_BACK), index);
	const called = near.flatMap((sentence) =>
		sentence.mentions.filter(
			(mention) =>
				(mention.sort === 'person' || mention.sort === 'organisation') &&
				mention.full.includes(' ') &&
				isCalled(sentence, mention, noun)
		)
	);
	return new Set(called.map(({ full }) => full)).size === 1 ? called[0] : undefined;
}

/** Whether a word behind a noun tells which one is meant: "the mayor of Milltown", "the bank clerk". */
function tellsWhich(word: Word | undefined): boolean {
	return word !== undefined && (NO_MORE.test(word.text) || /^(?:NOUN|PROPN)$/u.test(word.tag));
}

/** The noun of "the mayor" where nothing tells which mayor; undefined where no such phrase begins. */
function bareNoun({ words }: ReadSentence, at: number): string | undefined {
	const noun = words[at + 1];
	if (!/^the$/iu.test(words[at]?.text ?? '') || noun?.tag !== 'NOUN') return undefined;
	const key = noun.text.toLowerCase();
	const isKnown = [PERSON_NOUNS, GROUP_NOUNS, PLACE_NOUNS].some((list) => list.has(key));
	return isKnown && !tellsWhich(words[at + 2]) ? key : undefined;
}

const BODIES =
	/^(?:group|company|organisation|organization|club|team|band|agency|charity|firm|party|network|broadcaster|newspaper|airline|bank|university|union|militia|court)$/u;

/** Whether a name is of the kind that a noun tells: "the city" is one of the listed cities. */
function isOfKind({ sort, full, margin }: Mention, noun: string): boolean {
	const key = full.toLowerCase();
	if (/^(?:city|town|capital)$/u.test(noun)) return CITIES.has(key);
	if (/^(?:country|nation)$/u.test(noun)) return COUNTRIES.has(key);
	return BODIES.test(noun) && sort === 'organisation' && margin > LEAST_MARGIN;
}

/** The only name of a noun's kind in the sentences before, where nothing calls it so. */
function onlyOf(
	sentences: readonly ReadSentence[],
	index: number,
	noun: string
): Mention | undefined {
	const near = sentences
		.slice(Math.max(0, index - SENTENCES_BACK), index)
		.flatMap(({ mentions }) => mentions.filter((mention) => isOfKind(mention, noun)));
	return new Set(near.map(({ full }) => full)).size === 1 ? near[0] : undefined;
}

/** At the head of a sentence, or behind what opens it: "In 1998, the bank". */
function opensClause({ words }: ReadSentence, at: number): boolean {
	if (at === 0) return true;
	const isOpening = at <= MOST_OPENING && words[at - 1]?.text === ',';
	return isOpening && words.slice(0, at).every(({ tag }) => tag !== 'VERB' && tag !== 'AUX');
}

/** "The mayor" and "the bank" of a sentence whose names stand in the two before it. */
export function readDefinites(sentences: readonly ReadSentence[], index: number): Reference[] {
	const sentence = sentences[index];
	if (!sentence) return [];
	return sentence.words.flatMap((_, at) => {
		const noun = bareNoun(sentence, at);
		if (noun === undefined) return [];
		const canBeOnly = opensClause(sentence, at) || !BODIES.test(noun);
		const name =
			nameOf(sentences, index, noun) ?? (canBeOnly ? onlyOf(sentences, index, noun) : undefined);
		if (!name) return [];
		const full =
			name.sort === 'organisation' && !/^[^ ]*$/u.test(name.full) ? `the ${name.full}` : name.full;
		return [{ first: at, last: at + 1, full, sort: name.sort, isPossessive: false }];
	});
}
