import { GROUP_NOUNS } from '#lib/domain/drafting/names/data/organisation-nouns.ts';
import { PLACE_NOUNS } from '#lib/domain/drafting/names/data/place-nouns.ts';
import { isHeadWord, textOf } from '#lib/domain/drafting/names/name-parts.ts';
import { isPersonWord } from '#lib/domain/drafting/names/person-words.ts';
import type { Mention, ReadSentence, Word } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { BODIES, hasOtherPlace, isCalled, isKind, isNamedSo, isOfKind } from './called.ts';
import { opensStatement } from './follow-subject.ts';
import type { Reference } from './resolve-references.ts';

const SENTENCES_BACK = 2;
/** What a body is called holds longer than who is at hand. */
const FAR_BACK = 6;
const NO_MORE = /^(?:of|for|in|at|who|that|which|whose|and|from|where|on)$/iu;

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
	const isAged = /^the \d+-years?-old$/u.test(`${lowerAt(words, at)} ${lowerAt(words, at + 1)}`);
	if (!isAged || /^(?:NOUN|ADJ|PROPN)$/u.test(wordAt(words, at + 2).tag)) return undefined;
	return soleOf(sentences.slice(Math.max(0, index - 1), index), ({ sort }) => sort === 'person');
}

/** "Hackers robbed Zorbeck Bank, the bank said": who says so may be named in what is said. */
function isInSource({ attribution }: ReadSentence, at: number): boolean {
	return (
		attribution !== undefined && at >= attribution.source.first && at <= attribution.source.last
	);
}

/** The one name that something calls by a noun. */
function knownAs(sentences: readonly ReadSentence[], noun: string): Named | undefined {
	const isSomebody = ({ sort, full }: Mention) =>
		sort === 'place'
			? PLACE_NOUNS.has(noun)
			: /^(?:person|organisation)$/u.test(sort) && full.includes(' ');
	return (
		soleOf(sentences, (mention, own) => isSomebody(mention) && isCalled(own, mention, noun)) ??
		soleOf(sentences, (mention) => isKind(mention, noun) || isNamedSo(mention, noun))
	);
}

/** The only name of a noun's kind near by, which nothing calls so. */
function onlyAtHand(
	sentences: readonly ReadSentence[],
	{ sentence, at, noun }: { sentence: ReadSentence; at: number; noun: string }
): Named | undefined {
	const isDoubtful = /^(?:country|nation)$/u.test(noun) && hasOtherPlace(sentences);
	const canBeOnly = !isDoubtful && (opensStatement(sentence, at) || !BODIES.test(noun));
	return canBeOnly ? soleOf(sentences, (mention) => isOfKind(mention, noun)) : undefined;
}

/** The name that "the mayor" or "the bank" at a word stands for. */
function nameAt(sentences: readonly ReadSentence[], index: number, at: number): Named | undefined {
	const sentence = sentences[index];
	const noun = sentence && bareNoun(sentence, at);
	if (!sentence || noun === undefined) return byAge(sentences, index, at);
	const to = isInSource(sentence, at) ? index + 1 : index;
	const back = (count: number) => sentences.slice(Math.max(0, index - count), to);
	return knownAs(back(FAR_BACK), noun) ?? onlyAtHand(back(SENTENCES_BACK), { sentence, at, noun });
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
