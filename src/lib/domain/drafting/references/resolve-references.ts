import type { Mention, NameSort, ReadSentence, WordRange } from '#lib/domain/drafting/types.ts';
import { genderOf } from '#lib/domain/drafting/names/gender.ts';
import { candidatesOf, type Candidate } from './candidates.ts';
import { readDefinites } from './definites.ts';
import { followSubject, isAboutOther, opensStatement } from './follow-subject.ts';
import { mainSubject, type MainSubject } from './main-subject.ts';
import { PRONOUNS, type Pronoun } from './pronouns.ts';
import { isEmptyIt, isFarFrom, isObject } from './pronoun-place.ts';

/** A pronoun or "the mayor", and the name it stands for. */
export type Reference = WordRange & {
	full: string;
	sort: NameSort;
	isPossessive: boolean;
	/** Index of the word of the same sentence that it points to. */
	near?: number;
};

/** A name of a doubtful sort has at least to do something. */
const canBePerson = ({ sort, isSubject }: Candidate) =>
	sort === 'person' || (sort === 'unsure' && isSubject);

const FITS: Record<Pronoun['stands'], (candidate: Candidate) => boolean> = {
	man: (one) => one.number === 'one' && one.gender !== 'female' && canBePerson(one),
	woman: (one) => one.number === 'one' && one.gender !== 'male' && canBePerson(one),
	thing: ({ sort, number }) => number === 'one' && /^(?:organisation|place|other)$/u.test(sort),
	several: ({ number }) => number === 'several'
};

function readPronoun(sentence: ReadSentence, at: number): Pronoun | undefined {
	const found = PRONOUNS.get(sentence.words[at]?.text.toLowerCase() ?? '');
	if (!found) return undefined;
	if (found.stands === 'thing' && !found.isPossessive && isEmptyIt(sentence, at)) return undefined;
	return isObject(sentence, at) ? { ...found, isPossessive: false } : found;
}

type Known = Candidate & { sentence: number };

const GENDERS = { man: 'male', woman: 'female' } as const;

/** "her brother Mihai": who she is stood before him already. */
function hasSomebodyBefore(
	{ sentences }: Place,
	{ sentence, first }: Known,
	stands: Pronoun['stands']
) {
	const OWN = stands === 'woman' ? /^(?:she|her)$/iu : /^(?:he|him|his)$/iu;
	const words = sentences[sentence]?.words ?? [];
	return words.slice(0, first).some(({ text }) => OWN.test(text));
}

interface Place {
	sentences: readonly ReadSentence[];
	/** Candidates a sentence, with those of resolved pronouns. */
	known: readonly Known[][];
	mains: readonly (MainSubject | undefined)[];
	/** Whom or what the text is about, by its title. */
	about?: Mention | undefined;
	index: number;
}

const SENTENCES_BACK = 2;

/** Whoever speaks is not "he" in their own words. */
function isSpeaker(
	{ sentences, index }: Place,
	at: number,
	{ full, first, last, sentence }: Known
) {
	const own = sentences[index];
	if (full !== '' && full === own?.speaker) return true;
	const attribution = own?.attribution;
	if (!attribution?.isQuoted || sentence !== index) return false;
	const isWithin = (range: WordRange, from: number, to: number) =>
		from >= range.first && to <= range.last;
	return isWithin(attribution.claim, at, at) && isWithin(attribution.source, first, last);
}

/** Candidates from `back` sentences before up to the word, of the right sort. */
function near(place: Place, at: number, back: number): Known[] {
	const { known, index } = place;
	return known
		.slice(Math.max(0, index - back), index + 1)
		.flat()
		.filter((each) => each.sentence < index || each.last < at)
		.filter((each) => !isSpeaker(place, at, each));
}

/** What "she" tells of whom it stands for. */
function genderOfPronoun({ words }: ReadSentence, at: number): Pick<Candidate, 'gender'> {
	const stands = PRONOUNS.get(words[at]?.text.toLowerCase() ?? '')?.stands;
	return stands === 'man' || stands === 'woman' ? { gender: GENDERS[stands] } : {};
}

/** A name of a doubtful sort is somebody only where nobody else is. */
function surest(candidates: readonly Known[]): Known[] {
	const persons = candidates.filter(({ sort }) => sort === 'person');
	return persons.some(({ full }) => full !== '') ? persons : [...candidates];
}

function only(candidates: readonly Known[]): Known | undefined {
	const names = new Set(candidates.map(({ full }) => full));
	const last = candidates.at(-1);
	return names.size === 1 && last?.full !== '' ? last : undefined;
}

/** The subject of the sentence before, where it goes on as the subject. */
function continued(place: Place, at: number, pronoun: Pronoun): Known | undefined {
	const { sentences, known, mains, index } = place;
	const [sentence, before] = [sentences[index], sentences[index - 1]];
	if (!sentence || !before || before.paragraph !== sentence.paragraph) return undefined;
	if (!opensStatement(sentence, at)) return undefined;
	const fits = FITS[pronoun.stands];
	const others = (known[index - 1] ?? []).filter((each) => !isSpeaker(place, at, each));
	const isPerson = /^(?:man|woman)$/u.test(pronoun.stands);
	const candidates = isPerson ? surest(others.filter(fits)) : others;
	const one = followSubject(
		{ sentence: before, main: mains[index - 1], candidates, fits },
		pronoun
	);
	return one && { ...one, sentence: index - 1 };
}

/** The only one, unless somebody of the same gender was spoken of before them in their sentence. */
function onlyKnown(place: Place, people: readonly Known[], stands: Pronoun['stands']) {
	const one = only(people);
	const first = people.find(({ full }) => full === one?.full);
	if (!one || !first || stands === 'several') return one;
	const between = place.sentences.slice(first.sentence, place.index);
	const isOther = between.some((sentence) => isAboutOther(sentence, stands));
	const isBehind = between.length > 0 && hasSomebodyBefore(place, first, stands);
	return isOther || isBehind ? undefined : one;
}

/** Nobody else is named: whom the text is about. */
function ofTitle({ about, index, known }: Place, { stands }: Pronoun): Known | undefined {
	const isAlone = !known[index]?.some(({ sort, number }) => sort === 'person' && number === 'one');
	if (about?.sort !== 'person' || !isAlone) return undefined;
	const gender = genderOf('', about.full);
	const isOther = gender !== undefined && (stands === 'woman') !== (gender === 'female');
	if (isOther || (stands !== 'man' && stands !== 'woman')) return undefined;
	const { full, sort } = about;
	return { full, sort, number: 'one', first: 0, last: 0, isSubject: true, sentence: index - 1 };
}

/** The one candidate that a pronoun can stand for; undefined where there are none or several. */
function oneCandidate(place: Place, at: number, pronoun: Pronoun): Known | undefined {
	const { stands } = pronoun;
	const fits = FITS[stands];
	if (stands === 'thing') return continued(place, at, pronoun);
	const people = surest(near(place, at, SENTENCES_BACK).filter(fits));
	const nearest = surest(near(place, at, 1).filter(fits));
	const sole = onlyKnown(place, nearest, stands);
	const found =
		onlyKnown(place, people, stands) ??
		(sole?.isSubject ? sole : undefined) ??
		continued(place, at, pronoun);
	return found ?? (people.length === 0 ? ofTitle(place, pronoun) : undefined);
}

function resolveAt(
	place: Place,
	at: number
): (Reference & { number: Candidate['number'] }) | undefined {
	const sentence = place.sentences[place.index];
	const pronoun = sentence && readPronoun(sentence, at);
	if (!pronoun) return undefined;
	const one = oneCandidate(place, at, pronoun);
	if (!one || (one.sentence === place.index && !isFarFrom(sentence, one.last, at)))
		return undefined;
	const { full, sort, number } = one;
	const near = one.sentence === place.index ? { near: one.last } : {};
	return { first: at, last: at, full, sort, number, isPossessive: pronoun.isPossessive, ...near };
}

/**
 * The pronouns and "the mayor" of a text whose name is certain: exactly one candidate of the right sort
 * in the same sentence and the two before it, or the subject that goes on. A list a sentence.
 * `about`: the name that is the title.
 */
export function resolveReferences(
	sentences: readonly ReadSentence[],
	about?: Mention
): Reference[][] {
	const known = sentences.map((sentence, index) =>
		candidatesOf(sentence).map((each): Known => ({ ...each, sentence: index }))
	);
	const mains = sentences.map(mainSubject);
	return sentences.map((sentence, index) => {
		const found: Reference[] = [];
		for (const at of sentence.words.keys()) {
			const one = resolveAt({ sentences, known, mains, index, about }, at);
			if (!one) continue;
			found.push(one);
			const gender = genderOfPronoun(sentence, at);
			known[index]?.push({ ...one, ...gender, sentence: index, isSubject: at < 2 });
		}
		return [...found, ...readDefinites(sentences, index)].sort((a, b) => a.first - b.first);
	});
}
