import { findClauses } from '#lib/domain/drafting/clauses/find-clauses.ts';
import { rowOf } from '#lib/domain/drafting/clauses/row-memo.ts';
import type { Clause } from '#lib/domain/drafting/clauses/types.ts';
import { DEMONYMS } from '#lib/domain/drafting/names/data/demonyms.ts';
import { textOf } from '#lib/domain/drafting/names/name-parts.ts';
import type { ReadSentence, WordRange } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';

/** What a sentence tells about: the subject of its first statement. */
export interface MainSubject extends WordRange {
	head: number;
	isPlural: boolean;
	/** A further thing in the same statement that "it" might stand for as well. */
	hasObject: boolean;
	/** How it is called in another sentence; empty where that cannot be told: "the first exchange". */
	called: string;
}

const MOST_WORDS = 8;
const POINTING =
	/^(?:he|she|it|they|we|i|you|this|that|these|those|his|her|its|their|our|my|there|some|many|most|others?|several|few|all|both|each|one|such|another|any|no|more|nobody|everybody)$/u;

/** "the company's headquarters": the company may be meant further on. */
function hasVagueOwner({ words, mentions }: ReadSentence, { first, last }: WordRange): boolean {
	const mark = words.findIndex(({ tag }, at) => at > first && at < last && tag === 'PART');
	if (mark < 0) return false;
	const owner = mentions.find((mention) => mention.last === mark - 1);
	return owner?.sort !== 'person' && owner?.sort !== 'place';
}

/** "a new bridge" is "the new bridge" the second time; "ten men" or "some of them" have no second name. */
function calledAgain(
	sentence: ReadSentence,
	{ first, last }: WordRange,
	isPlural: boolean
): string {
	const { words } = sentence;
	if (last - first >= MOST_WORDS) return '';
	const isOther = words
		.slice(first, last + 1)
		.some(({ text, tag }) => POINTING.test(text.toLowerCase()) || tag === 'PUNCT' || tag === 'NUM');
	if (isOther || hasVagueOwner(sentence, { first, last })) return '';
	const text = textOf(sentence, first, last);
	const opening = lowerAt(words, first);
	if (/^an?$/u.test(opening)) return text.replace(/^\S+/u, 'the');
	if (opening === 'the') return text.replace(/^\S+/u, 'the');
	const isName = sentence.mentions.some(
		(mention) => mention.first <= first && first <= mention.last
	);
	if (isName || (isPlural && DEMONYMS.has(opening))) return text;
	return isPlural ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : '';
}

const isMain = ({ kind }: Clause) => kind === 'main' || kind === 'claim';

function isSeveral(
	{ words }: ReadSentence,
	{ first, last, head }: WordRange & { head: number }
): boolean {
	const { text, lemma, tag } = wordAt(words, head);
	const key = text.toLowerCase();
	const isJoined = words.slice(first, last + 1).some((word) => word.text === 'and');
	return (
		isJoined ||
		(tag === 'NOUN' && key !== lemma) ||
		/^(?:people|police|men|women|children)$/u.test(key)
	);
}

/** The subject of a sentence's first statement; undefined where none can be read for sure. */
export function mainSubject(sentence: ReadSentence): MainSubject | undefined {
	const clauses = findClauses(rowOf(sentence));
	// What is quoted goes on in the next sentence, not who said it.
	const isQuoted = sentence.attribution?.isQuoted === true;
	const clause = (isQuoted && clauses.find(({ kind }) => kind === 'claim')) || clauses.find(isMain);
	if (!clause) return undefined;
	const { first, last, head } = clause.subject;
	const isPlural = isSeveral(sentence, { first, last, head });
	const isSame =
		clause.verb.isCopula || wordAt(sentence.words, clause.verb.main).lemma === 'become';
	const hasObject = clause.parts.some(({ role }) => role === 'object') && !isSame;
	return {
		first,
		last,
		head,
		isPlural,
		hasObject,
		called: calledAgain(sentence, { first, last }, isPlural)
	};
}
