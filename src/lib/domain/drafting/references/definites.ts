import { CITIES } from '#lib/domain/drafting/names/data/cities.ts';
import { COUNTRIES } from '#lib/domain/drafting/names/data/countries.ts';
import { GROUP_NOUNS } from '#lib/domain/drafting/names/data/organisation-nouns.ts';
import { PLACE_NOUNS } from '#lib/domain/drafting/names/data/place-nouns.ts';
import { isHeadWord, textOf } from '#lib/domain/drafting/names/name-parts.ts';
import { isPersonWord } from '#lib/domain/drafting/names/person-words.ts';
import type { Mention, ReadSentence, Word } from '#lib/domain/drafting/types.ts';
import { opensStatement } from './follow-subject.ts';
import type { Reference } from './resolve-references.ts';

const SENTENCES_BACK = 2;
/** What a body is called holds longer than who is at hand. */
const FAR_BACK = 6;
/** A name of a doubtful sort stands for nothing. */
const LEAST_MARGIN = 0.3;
const NO_MORE = /^(?:of|for|in|at|who|that|which|whose|and|from|where|on)$/iu;

/** "an uninhabited volcanic island": the last word of what something is said to be. */
function told({ words }: ReadSentence, from: number): string | undefined {
	const end = words.findIndex(
		({ tag }, at) => at >= from && tag !== 'ADJ' && tag !== 'NOUN' && tag !== 'ADV'
	);
	return words[end - 1]?.text.toLowerCase();
}

/** Whether a name is told to be what a noun says: "Mayor Ann Miller", "president Ann Miller", "Ann Miller, the mayor". */
function isCalled(sentence: ReadSentence, { first, last }: Mention, noun: string): boolean {
	const written = textOf(sentence, first, last).toLowerCase().split(' ');
	const before = sentence.words[first - 1]?.text.toLowerCase();
	const behind = sentence.words.slice(last + 1, last + 6).map(({ text }) => text.toLowerCase());
	const isAside =
		behind[0] === ',' && /^(?:an?|the)$/u.test(behind[1] ?? '') && behind.includes(noun);
	const isTold = /^(?:is|was)$/u.test(behind[0] ?? '') && /^(?:an?|the)$/u.test(behind[1] ?? '');
	const isBecoming = isTold && told(sentence, last + 3) === noun;
	return written.includes(noun) || before === noun || isAside || isBecoming;
}

const BODIES =
	/^(?:group|company|organisation|organization|club|team|band|agency|charity|firm|party|network|broadcaster|newspaper|airline|bank|university|union|militia|court)$/u;
/** One body is called by several of these. */
const SAME: Record<string, RegExp> = {
	network: /^(?:broadcaster|network)$/u,
	broadcaster: /^(?:broadcaster|network)$/u,
	company: /^(?:company|firm|airline|bank|retailer|manufacturer|publisher|studio)$/u,
	firm: /^(?:company|firm)$/u,
	agency: /^(?:news agency|agency)$/u,
	team: /^(?:team|club)$/u,
	club: /^(?:team|club)$/u
};

/** Whether a list or the text calls a name what a noun says. */
function isKind({ kind }: Mention, noun: string): boolean {
	return kind !== undefined && (kind === noun || SAME[noun]?.test(kind) === true);
}

/** Whether a name's own word says it: "the bank" of "Zorbeck Bank". */
function isNamedSo({ full, sort }: Mention, noun: string): boolean {
	const words = full.toLowerCase().split(' ');
	const of = words.findIndex((word) => /^(?:of|for)$/u.test(word));
	const head = of > 0 ? words[of - 1] : words.at(-1);
	return sort !== 'person' && words.length > 1 && head === noun && isHeadWord(noun);
}

/** Whether a name is of the kind that a noun tells: "the city" is one of the listed cities. */
function isOfKind(mention: Mention, noun: string): boolean {
	const { sort, full, margin, kind } = mention;
	const key = full.toLowerCase();
	if (/^(?:city|town|capital)$/u.test(noun)) return CITIES.has(key);
	if (/^(?:country|nation)$/u.test(noun)) return COUNTRIES.has(key);
	if (!BODIES.test(noun) || sort !== 'organisation' || margin <= LEAST_MARGIN) return false;
	return kind === undefined || isKind(mention, noun);
}

/** A name and the sentence it stands in. */
interface Named {
	mention: Mention;
	sentence: ReadSentence;
}

/** The one name that passes, in the sentences before. */
function soleOf(
	sentences: readonly ReadSentence[],
	passes: (mention: Mention, sentence: ReadSentence) => boolean
): Named | undefined {
	const found = sentences.flatMap((sentence) =>
		sentence.mentions
			.filter((mention) => passes(mention, sentence))
			.map((mention) => ({ mention, sentence }))
	);
	return new Set(found.map(({ mention }) => mention.full)).size === 1 ? found[0] : undefined;
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
	const isKnown =
		isPersonWord(key) ||
		[GROUP_NOUNS, PLACE_NOUNS].some((list) => list.has(key)) ||
		isHeadWord(key);
	return isKnown && !tellsWhich(words[at + 2]) ? key : undefined;
}

/** "the 36-year-old": the only person of the sentence before. */
function byAge(sentences: readonly ReadSentence[], index: number, at: number): Named | undefined {
	const words = sentences[index]?.words ?? [];
	if (
		!/^the$/iu.test(words[at]?.text ?? '') ||
		!/^\d+-years?-old$/u.test(words[at + 1]?.text ?? '')
	)
		return undefined;
	if (/^(?:NOUN|ADJ|PROPN)$/u.test(words[at + 2]?.tag ?? '')) return undefined;
	return soleOf(sentences.slice(Math.max(0, index - 1), index), ({ sort }) => sort === 'person');
}

/** The name that "the mayor" or "the bank" at a word stands for. */
function nameAt(sentences: readonly ReadSentence[], index: number, at: number): Named | undefined {
	const sentence = sentences[index];
	const noun = sentence && bareNoun(sentence, at);
	if (!sentence || noun === undefined) return byAge(sentences, index, at);
	const back = (count: number) => sentences.slice(Math.max(0, index - count), index);
	const isSomebody = ({ sort, full }: Mention) =>
		((sort === 'person' || sort === 'organisation') && full.includes(' ')) || sort === 'place';
	const known =
		soleOf(back(FAR_BACK), (mention, own) => isSomebody(mention) && isCalled(own, mention, noun)) ??
		soleOf(back(FAR_BACK), (mention) => isKind(mention, noun) || isNamedSo(mention, noun));
	if (known) return known;
	const canBeOnly = opensStatement(sentence, at) || !BODIES.test(noun);
	return canBeOnly ? soleOf(back(SENTENCES_BACK), (mention) => isOfKind(mention, noun)) : undefined;
}

/** "the Zorbeck Bank", where the text has "the" before it, or only the short form of it. */
function withArticle({ mention, sentence }: Named): string {
	const { first, last, sort, full } = mention;
	if (sort === 'person' || /^The /u.test(full)) return full.replace(/^The /u, 'the ');
	const isShort = textOf(sentence, first, last) !== full && full.includes(' ');
	const hasArticle = /^the$/iu.test(sentence.words[first - 1]?.text ?? '');
	return hasArticle || (isShort && sort === 'organisation') ? `the ${full}` : full;
}

/** "The mayor" and "the bank" of a sentence whose names stand in those before it. */
export function readDefinites(sentences: readonly ReadSentence[], index: number): Reference[] {
	const words = sentences[index]?.words ?? [];
	return words.flatMap((_, at) => {
		const name = nameAt(sentences, index, at);
		if (!name) return [];
		const { sort } = name.mention;
		return [{ first: at, last: at + 1, full: withArticle(name), sort, isPossessive: false }];
	});
}
