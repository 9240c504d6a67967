import type { NameSort, ReadSentence, WordRange } from '#lib/domain/drafting/types.ts';
import { candidatesOf, type Candidate } from './candidates.ts';
import { readDefinites } from './definites.ts';
import { PRONOUNS, type Pronoun } from './pronouns.ts';

/** A pronoun or "the mayor", and the name it stands for. */
export type Reference = WordRange & { full: string; sort: NameSort; isPossessive: boolean };

const FITS: Record<Pronoun['stands'], (candidate: Candidate) => boolean> = {
	man: ({ sort, number, gender }) =>
		number === 'one' && gender !== 'female' && (sort === 'person' || sort === 'unsure'),
	woman: ({ sort, number, gender }) =>
		number === 'one' && gender !== 'male' && (sort === 'person' || sort === 'unsure'),
	thing: ({ sort, number }) => number === 'one' && /^(?:organisation|place|other)$/u.test(sort),
	several: ({ number }) => number === 'several'
};

/** "it is said that", "it took": stands for nothing. */
function isEmptyIt({ words }: ReadSentence, at: number): boolean {
	const rest = words
		.slice(at + 1, at + 8)
		.map(({ text }) => text.toLowerCase())
		.join(' ');
	return /^(?:is|was|would be|will be|seems|appears|appeared|seemed|took|takes|may be|has been|had been|remains|'s)\b.*\b(?:that|to|when|who|why|how)\b|^(?:is|was) (?:said|reported|believed|thought|not|unclear|unknown)\b|^(?:rained|snowed|seems|appears|turned out)\b/u.test(
		rest
	);
}

/** "her" before a noun is whose; else it is whom. */
function isObject({ words }: ReadSentence, at: number): boolean {
	const isHer = /^her$/iu.test(words[at]?.text ?? '');
	return isHer && !/^(?:NOUN|ADJ|PROPN|NUM|ADV)$/u.test(words[at + 1]?.tag ?? '');
}

function readPronoun(sentence: ReadSentence, at: number): Pronoun | undefined {
	const found = PRONOUNS.get(sentence.words[at]?.text.toLowerCase() ?? '');
	if (!found) return undefined;
	if (found.stands === 'thing' && !found.isPossessive && isEmptyIt(sentence, at)) return undefined;
	return isObject(sentence, at) ? { ...found, isPossessive: false } : found;
}

/** Whether a clause ends between two words of a sentence, so that a question on one leaves the other out. */
function isFarFrom({ words, attribution }: ReadSentence, last: number, at: number): boolean {
	const { source, claim } = attribution ?? {};
	const isTold = source && claim && last <= source.last && at >= claim.first && at <= claim.last;
	if (isTold) return true;
	return words
		.slice(last + 1, at)
		.some(
			({ text }, n, all) =>
				text === ';' ||
				(text === ',' && /^(?:and|but|so|because|when|after|while)$/u.test(all[n + 1]?.text ?? ''))
		);
}

type Known = Candidate & { sentence: number };

interface Place {
	sentences: readonly ReadSentence[];
	/** Candidates a sentence, with those of resolved pronouns. */
	known: readonly Known[][];
	index: number;
}

const SENTENCES_BACK = 2;

/** Candidates from `back` sentences before up to the word, of the right sort. */
function near({ known, index }: Place, at: number, back: number): Known[] {
	return known
		.slice(Math.max(0, index - back), index + 1)
		.flat()
		.filter((each) => each.sentence < index || each.last < at);
}

function only(candidates: readonly Known[]): Known | undefined {
	const names = new Set(candidates.map(({ full }) => full));
	const last = candidates.at(-1);
	return names.size === 1 && last?.full !== '' ? last : undefined;
}

/** "It then lost": the subject of the sentence before goes on as the subject. */
function sameSubject(
	place: Place,
	at: number,
	fits: (candidate: Candidate) => boolean
): Known | undefined {
	if (at > 0) return undefined;
	const before = near(place, at, 1).filter(({ isSubject }) => isSubject);
	const one = only(before.filter(fits));
	return one && before.length === 1 && one.sentence < place.index ? one : undefined;
}

/** The one candidate that a pronoun can stand for; undefined where there are none or several. */
function oneCandidate(place: Place, at: number, { stands }: Pronoun): Known | undefined {
	const fits = FITS[stands];
	if (stands === 'thing') return sameSubject(place, at, fits);
	const people = near(place, at, SENTENCES_BACK).filter(fits);
	const nearest = near(place, at, 1).filter(fits);
	const sole = only(nearest);
	return only(people) ?? (sole?.isSubject ? sole : undefined);
}

function resolveAt(place: Place, at: number): Reference | undefined {
	const sentence = place.sentences[place.index];
	const pronoun = sentence && readPronoun(sentence, at);
	if (!pronoun) return undefined;
	const one = oneCandidate(place, at, pronoun);
	if (!one || (one.sentence === place.index && !isFarFrom(sentence, one.last, at)))
		return undefined;
	return {
		first: at,
		last: at,
		full: one.full,
		sort: one.sort,
		isPossessive: pronoun.isPossessive
	};
}

/**
 * The pronouns and "the mayor" of a text whose name is certain: exactly one candidate of the right sort
 * in the same sentence and the two before it. A list a sentence.
 */
export function resolveReferences(sentences: readonly ReadSentence[]): Reference[][] {
	const known = sentences.map((sentence, index) =>
		candidatesOf(sentence).map((each): Known => ({ ...each, sentence: index }))
	);
	return sentences.map((sentence, index) => {
		const found: Reference[] = [];
		for (const at of sentence.words.keys()) {
			const one = resolveAt({ sentences, known, index }, at);
			if (!one) continue;
			found.push(one);
			const isSubject = at < 2;
			known[index]?.push({ ...one, number: 'one', sentence: index, isSubject });
		}
		return [...found, ...readDefinites(sentences, index)].sort((a, b) => a.first - b.first);
	});
}
