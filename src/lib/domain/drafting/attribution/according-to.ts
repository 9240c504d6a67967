import type { Sentence, WordRange } from '#lib/domain/drafting/types.ts';
import { hasVerb, isClauseAt } from './claim-words.ts';
import { sourceFrom } from './source-words.ts';

/** A source and its claim, as word ranges. */
export interface SourceAndClaim {
	source: WordRange;
	claim: WordRange;
	/** What the report tells itself of the source. */
	own?: WordRange;
}

const text = ({ words }: Sentence, at: number) => words[at]?.text.toLowerCase() ?? '';

const MOST_SOURCE = 12;

/** "according to", "in the words of"; how many words it has, 0 where it does not stand here. */
function leadLength(sentence: Sentence, at: number): number {
	if (text(sentence, at) === 'according' && text(sentence, at + 1) === 'to') return 2;
	const isWords = ['in', 'the', 'words', 'of'].every((word, n) => text(sentence, at + n) === word);
	return isWords ? 4 : 0;
}

function commaFrom(sentence: Sentence, at: number): number {
	const { words } = sentence;
	for (let to = at; to < words.length; to += 1) if (words[to]?.text === ',') return to;
	return words.length;
}

/** "the works of the historian": where a noun was taken for a verb, all up to the comma. */
function upToComma(sentence: Sentence, first: number): WordRange | undefined {
	const last = commaFrom(sentence, first) - 1;
	const isNamed = sentence.words[first]?.tag === 'DET';
	return isNamed && last > first && last - first < MOST_SOURCE && last < sentence.words.length - 1
		? { first, last }
		: undefined;
}

/** "According to the mayor, Ann Bell, S": the comma behind the name, where a clause follows that. */
function pastName(sentence: Sentence, comma: number): number {
	const next = commaFrom(sentence, comma + 1);
	const between = sentence.words.slice(comma + 1, next);
	const isName = between.length > 0 && between.every(({ tag }) => tag === 'PROPN');
	return isName && isClauseAt(sentence, next + 1) ? next : comma;
}

/** "According to the mayor, an engineer, S": the claim begins behind the comma that a clause follows. */
function behindComma(sentence: Sentence, at: number): WordRange | undefined {
	const last = sentence.words.length - 1;
	const comma = pastName(sentence, commaFrom(sentence, at));
	const claim = { first: comma + 1, last };
	return comma < last && hasVerb(sentence, claim) ? claim : undefined;
}

/** What a source in the middle of a sentence tells, and what the report tells itself before it. */
function claimBehindStop(sentence: Sentence, source: WordRange): SourceAndClaim | undefined {
	const claim = behindComma(sentence, source.last + 1);
	const stop = sentence.words.findLastIndex(
		({ text: mark }, at) => mark === ';' && at < source.first
	);
	return claim && { source, claim, own: { first: 0, last: stop - 1 } };
}

/** "The dam is, according to X, the highest": the claim goes on behind the source. */
function isInserted({ words }: Sentence, at: number, behind: number): boolean {
	const isParted = words[at - 1]?.text === ',' && words[behind]?.text === ',';
	return (
		isParted &&
		behind < words.length - 3 &&
		/^(?:AUX|VERB|ADP|DET)$/u.test(words[at - 2]?.tag ?? '')
	);
}

/** What the source at a word tells: behind it, before it, or around it. */
function claimAround(
	sentence: Sentence,
	at: number,
	source: WordRange
): SourceAndClaim | undefined {
	const before = { first: 0, last: at - 1 };
	// "The mine closed; according to the owner, it flooded": the source holds for what follows.
	if (text(sentence, at - 1) === ';') return claimBehindStop(sentence, source);
	if (at > 0 && isInserted(sentence, at, source.last + 1))
		return { source, claim: { first: 0, last: sentence.words.length - 1 } };
	if (at > 0 && hasVerb(sentence, before)) return { source, claim: before };
	const claim = behindComma(sentence, source.last + 1);
	return claim && { source, claim };
}

/** Reads "according to X, S", "S, according to X". */
export function readAccording(sentence: Sentence): SourceAndClaim | undefined {
	const at = sentence.words.findIndex((_, index) => leadLength(sentence, index) > 0);
	if (at < 0 || at >= sentence.words.length - 2) return undefined;
	const from = at + leadLength(sentence, at);
	const source = sourceFrom(sentence, from) ?? upToComma(sentence, from);
	return source && claimAround(sentence, at, source);
}
