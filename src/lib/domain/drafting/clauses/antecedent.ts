import { isPersonWord } from '#lib/domain/drafting/names/person-words.ts';
import type { Word } from '#lib/domain/drafting/types.ts';
import { lowerAt } from '#lib/domain/drafting/words/word-at.ts';
import type { PhraseRow } from './phrase-row.ts';
import type { Part, VerbGroup } from './types.ts';

const isPluralNoun = ({ text, lemma }: Word) => /s$/i.test(text) || text.toLowerCase() !== lemma;

/** Whether a verb tells of several: "were", "have", "wander"; nothing where its form fits both. */
function isOfMany(row: PhraseRow, verb: VerbGroup): boolean | undefined {
	const { words } = row.sentence;
	const text = lowerAt(words, verb.auxiliary ?? verb.main);
	const lemma = words[verb.auxiliary ?? verb.main]?.lemma;
	if (/^(?:are|were|have|do)$/.test(text)) return true;
	if (/^(?:is|was|has|does)$/.test(text)) return false;
	if (verb.auxiliary !== undefined) return undefined;
	if (text === lemma) return true;
	return /s$/.test(text) ? false : undefined;
}

/** Whether a noun phrase names somebody: a person's name, or a word for persons. */
function isPerson(row: PhraseRow, at: number): boolean {
	const last = row.at(at)?.head ?? -1;
	const mention = row.sentence.mentions.find((each) => each.last === last);
	if (mention) return mention.sort === 'person';
	const { text, lemma } = row.head(at);
	return isPersonWord(lemma) || isPersonWord(text.toLowerCase());
}

/** "a woman and a child", but not "88 points and Anna Bell". */
function isPair(row: PhraseRow, at: number): boolean {
	if (!row.is(at - 1, 'and') || !row.is(at - 2, 'noun')) return false;
	return !(row.isFigure(at - 2) && row.isName(at));
}

/** The noun phrases that "who" may point to, the nearest last: "members" and "the club" of "members of the club". */
function candidates(row: PhraseRow, at: number): number[] {
	const found = [at];
	for (let each = at; row.is(each - 1, 'preposition') && row.is(each - 2, 'noun'); each -= 2) {
		found.unshift(each - 2);
	}
	return found;
}

function partOf(row: PhraseRow, from: number, to: number): Part {
	const { first = 0, head = 0 } = row.at(from) ?? {};
	const last = row.last(to);
	return { role: 'object', first, last, head, noun: { first, last } };
}

interface Pointing {
	relative: string;
	verb: VerbGroup;
}

/** The noun phrases of a chain that the pronoun and its verb fit. */
function fittingOf(row: PhraseRow, at: number, { relative, verb }: Pointing): number[] {
	const isMany = isOfMany(row, verb);
	// A name of several, "the Broncos", may take either.
	const fits = (each: number) =>
		isMany === undefined || row.isName(each) || isPluralNoun(row.head(each)) === isMany;
	return candidates(row, at).filter(
		(each) => isPerson(row, each) === (relative === 'who') && fits(each)
	);
}

/** "Anna Bell and Ben Ash at the school, who have": both, or nobody. */
function wholeOf(row: PhraseRow, only: number, { to, verb }: { to: number; verb: VerbGroup }) {
	const isNamed = isPerson(row, only) && row.isName(only);
	if (!isNamed || isOfMany(row, verb) !== true) return partOf(row, only, to);
	return isPair(row, only) ? partOf(row, only - 2, to) : undefined;
}

/** Whether nothing can point to a noun phrase: a torn one, a year, one of two. */
function isNoAntecedent(row: PhraseRow, at: number): boolean {
	const isEither = row.is(at - 1, 'and') && row.text(at - 1) === 'or';
	return row.isTorn(at) || isEither || row.head(at).tag === 'NUM';
}

/** What "who", "which" or "that" behind a noun phrase points to; nothing where it may be one of two. */
export function antecedentOf(row: PhraseRow, at: number, pointing: Pointing): Part | undefined {
	if (isNoAntecedent(row, at)) return undefined;
	if (isPair(row, at)) {
		const pair = partOf(row, at - 2, at);
		return { ...pair, head: row.at(at)?.head ?? pair.head };
	}
	const [only, ...others] = fittingOf(row, at, pointing);
	if (others.length > 0) return undefined;
	if (only !== undefined) return wholeOf(row, only, { to: at, verb: pointing.verb });
	const isAlone = candidates(row, at).length === 1;
	return isAlone && pointing.relative === 'who' ? partOf(row, at, at) : undefined;
}
