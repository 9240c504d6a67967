import type { Attribution, Sentence, Word, WordRange } from '#lib/domain/drafting/types.ts';
import { readAccording, type SourceAndClaim } from './according-to.ts';
import { claimBehind } from './claim-behind.ts';
import { hasVerb, isWhollyQuoted, trimMarks } from './claim-words.ts';
import { readQuotedBehind } from './quoted-behind.ts';
import { quotedWords } from './quotes.ts';
import { SAY_VERBS, sayLemma, standingOf } from './say-verbs.ts';
import { sourceBefore, sourceFrom } from './source-words.ts';

const PASSIVE =
	/^(?:be|been|being|is|are|was|were|am|to|not|n't|n’t|never|did|do|does|cannot|as)$/iu;
const ALWAYS_VERBS = /^(?:said|says|told|added|tweeted|insisted)$/iu;

/** "The bank estimates that prices": tagged a noun, but a clause follows and a noun stands before. */
function isBeforeThat({ words }: Sentence, at: number): boolean {
	const isNamed = /^(?:NOUN|PROPN|PRON)$/u.test(words[at - 1]?.tag ?? '');
	const isClause = /^(?:DET|NOUN|PROPN|PRON|NUM|ADJ)$/u.test(words[at + 2]?.tag ?? '');
	return isNamed && isClause && words[at + 1]?.text === 'that';
}

/** Whether a word is used as a verb of saying: by its tag, or because nothing else fits. */
function isSaying(sentence: Sentence, at: number): boolean {
	const word = sentence.words[at];
	if (!word) return false;
	return word.tag === 'VERB' || ALWAYS_VERBS.test(word.text) || isBeforeThat(sentence, at);
}

/** The verb of saying at a word, if it is one that somebody is the subject of. */
function verbAt(sentence: Sentence, at: number): string | undefined {
	const before = sentence.words[at - 1];
	if (!isSaying(sentence, at) || before?.tag === 'DET') return undefined;
	return PASSIVE.test(before?.text ?? '') ? undefined : sayLemma(sentence.words[at]?.text ?? '');
}

const CLOSES = /^(?:[,?!"”]|…)$/u;

/** "…", said Ann Miller: the speaker stands behind the verb. */
function readTurned(sentence: Sentence, verb: number): SourceAndClaim | undefined {
	if (!CLOSES.test(sentence.words[verb - 1]?.text ?? '')) return undefined;
	const source = sourceFrom(sentence, verb + 1);
	const claim = { first: 0, last: verb - 1 };
	const isClaim = hasVerb(sentence, claim) || /^["”]$/u.test(sentence.words[verb - 1]?.text ?? '');
	return source && isClaim ? { source, claim } : undefined;
}

/** "…, Ann Miller said": speaker and verb behind what is said. */
function readTrailing(sentence: Sentence, source: WordRange): SourceAndClaim | undefined {
	const before = sentence.words[source.first - 1];
	if (!before || !CLOSES.test(before.text)) return undefined;
	const claim = { first: 0, last: source.first - 1 };
	const isQuote = /^["”]$/u.test(before.text);
	return isQuote || hasVerb(sentence, claim) ? { source, claim } : undefined;
}

const isQuoteMark = (word: Word | undefined) => /^["”]$/u.test(word?.text ?? '');

/** What a speaker before the verb says: in the quotation before them, behind the verb, or before them. */
function readFrom(
	sentence: Sentence,
	source: WordRange,
	{ verb, lemma }: { verb: number; lemma: string }
): SourceAndClaim | undefined {
	const takesQuote = SAY_VERBS.get(lemma)?.takesQuote === true;
	const trailing = takesQuote ? readTrailing(sentence, source) : undefined;
	if (trailing && isQuoteMark(sentence.words[source.first - 1])) return trailing;
	const claim = claimBehind(sentence, verb, lemma);
	return claim ? { source, claim } : trailing;
}

/** The shapes a verb of saying can stand in, the surest first: around a quotation, before a claim, behind one. */
function readVerb(sentence: Sentence, verb: number, lemma: string): SourceAndClaim | undefined {
	const takesQuote = SAY_VERBS.get(lemma)?.takesQuote === true;
	const turned = takesQuote ? readTurned(sentence, verb) : undefined;
	if (turned && isQuoteMark(sentence.words[verb - 1])) return turned;
	const source = sourceBefore(sentence, verb);
	return (source && readFrom(sentence, source, { verb, lemma })) ?? turned;
}

/** "X was quoted as saying that S" */
function readQuotedAs(sentence: Sentence): SourceAndClaim | undefined {
	const { words } = sentence;
	const at = words.findIndex(
		({ text }, n) => /^saying$/iu.test(text) && /^as$/iu.test(words[n - 1]?.text ?? '')
	);
	if (at < 3 || !/^(?:quoted|reported|cited)$/iu.test(words[at - 2]?.text ?? '')) return undefined;
	const source = sourceBefore(sentence, at - 3);
	const claim = claimBehind(sentence, at, 'say');
	return source && claim && { source, claim };
}

function finish(sentence: Sentence, found: SourceAndClaim, verb: string, quoted: boolean[]) {
	const claim = trimMarks(sentence, found.claim);
	if (!claim) return undefined;
	return {
		source: found.source,
		claim,
		verb,
		standing: standingOf(verb, sentence.words.slice(claim.first, claim.last + 1)),
		isQuoted: isWhollyQuoted(sentence, claim, quoted),
		...(found.own && { own: found.own })
	};
}

/**
 * Who says what a sentence tells, and which of its words are the claim: "S, said X", "X said that S",
 * "according to X", "X told Y that S". Undefined where the report speaks in its own voice.
 * `startsOpen`: a quotation of an earlier sentence is open where this one begins.
 */
export function findAttribution(sentence: Sentence, startsOpen = false): Attribution | undefined {
	const quoted = quotedWords(sentence, startsOpen);
	const according = readAccording(sentence);
	if (according) return finish(sentence, according, 'according to', quoted);
	for (let at = 0; at < sentence.words.length; at += 1) {
		const lemma = quoted[at] ? undefined : verbAt(sentence, at);
		const found = lemma === undefined ? undefined : readVerb(sentence, at, lemma);
		if (found && lemma !== undefined) return finish(sentence, found, lemma, quoted);
	}
	const cited = readQuotedAs(sentence) ?? readQuotedBehind(sentence, quoted);
	return cited && finish(sentence, cited, 'say', quoted);
}
