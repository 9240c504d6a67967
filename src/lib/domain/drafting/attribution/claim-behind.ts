import type { Sentence, Word, WordRange } from '#lib/domain/drafting/types.ts';
import { hasVerb, isClauseAt } from './claim-words.ts';
import { SAY_VERBS } from './say-verbs.ts';
import { sourceFrom } from './source-words.ts';

/** How far behind its verb a claim may begin: "said in a statement on Monday that". */
const FARTHEST = 12;
const AND_MORE =
	/^(?:add|say|tell|call|describe|warn|note|claim|accuse|urge|insist)(?:ed|s|ing)?$|^(?:said|told)$/iu;

const isVerbal = (word: Word | undefined) => word?.tag === 'VERB' || word?.tag === 'AUX';

/** Where what is said begins behind "that", a colon or a quotation mark; -1 where none of them comes. */
function markedStart({ words }: Sentence, verb: number): number {
	for (let at = verb + 1; at <= Math.min(verb + FARTHEST, words.length - 1); at += 1) {
		const text = words[at]?.text ?? '';
		if (/^that$/iu.test(text)) return isVerbal(words[at + 1]) ? -1 : at + 1;
		if (/^(?::|["“])$/u.test(text)) return at + 1;
		if (isVerbal(words[at])) return -1;
	}
	return -1;
}

/** "told the paper" has whom it was told to before what was told. */
function behindHearer(sentence: Sentence, verb: number, lemma: string): number {
	if (lemma !== 'tell') return verb + 1;
	const hearer = sourceFrom(sentence, verb + 1);
	return hearer ? hearer.last + 1 : verb + 1;
}

/** "told reporters the road was closed": the hearer ends where a second noun phrase begins. */
function hearerClause(sentence: Sentence, verb: number): number {
	const { words } = sentence;
	for (let at = verb + 2; at < Math.min(verb + 8, words.length); at += 1) {
		const isStart = words[at]?.tag === 'DET' || words[at]?.tag === 'PRON';
		if (isStart && words[at - 1]?.tag !== 'ADP' && isClauseAt(sentence, at)) return at;
	}
	return -1;
}

const OCCASION = /^(?:yesterday|today|tonight|earlier|later|on|last)$/iu;
const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/iu;

/** "said on Monday the road was closed" */
function behindDay({ words }: Sentence, from: number): number {
	if (!OCCASION.test(words[from]?.text ?? '')) return from;
	return DAY.test(words[from + 1]?.text ?? '') ? from + 2 : from + 1;
}

/** "said the only way to save it was to leave": a phrase, and a verb somewhere behind it. */
function beginsClause(sentence: Sentence, from: number): boolean {
	const isPhrase = /^(?:DET|NOUN|PROPN|PRON|NUM|ADJ)$/u.test(sentence.words[from]?.tag ?? '');
	return isPhrase && hasVerb(sentence, { first: from + 1, last: sentence.words.length - 1 });
}

function bareStart(sentence: Sentence, verb: number, lemma: string): number {
	if (!SAY_VERBS.get(lemma)?.takesClause) return -1;
	const second = lemma === 'tell' ? hearerClause(sentence, verb) : -1;
	if (second > 0) return second;
	const from = behindDay(sentence, behindHearer(sentence, verb, lemma));
	const isLoose = /^(?:say|tell)$/u.test(lemma) && beginsClause(sentence, from);
	return isLoose || isClauseAt(sentence, from) ? from : -1;
}

/** Where a further verb of saying of the same speaker begins: ", and added that". */
function cutSecond({ words }: Sentence, { first, last }: WordRange): WordRange {
	for (let at = first + 3; at < last; at += 1) {
		const isJoint = /^(?:and|,|but)$/u.test(words[at]?.text ?? '');
		const isVerb = words[at + 1]?.tag === 'VERB' && AND_MORE.test(words[at + 1]?.text ?? '');
		if (isJoint && isVerb) return { first, last: at - 1 };
	}
	return { first, last };
}

/** A clause, or a quotation right behind the verb: "said: “No comment”", but not "warned in “The Use of Money”". */
function isSaid(
	sentence: Sentence,
	{ verb, marked, claim }: { verb: number; marked: number; claim: WordRange }
): boolean {
	const isNear = marked > 0 && marked - verb <= 3 && claim.last > claim.first + 1;
	return isNear || hasVerb(sentence, claim);
}

/** What is said behind a verb of saying: "said that S", "told Y S", "said: S". */
export function claimBehind(
	sentence: Sentence,
	verb: number,
	lemma: string
): WordRange | undefined {
	const marked = markedStart(sentence, verb);
	const first = marked > 0 ? marked : bareStart(sentence, verb, lemma);
	if (first < 0) return undefined;
	const claim = cutSecond(sentence, { first, last: sentence.words.length - 1 });
	return isSaid(sentence, { verb, marked, claim }) ? claim : undefined;
}
