import { hasVerb } from '#lib/domain/drafting/attribution/claim-words.ts';
import type { Attribution, WordRange } from '#lib/domain/drafting/types.ts';
import { wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { pointsElsewhere } from '#lib/domain/drafting/asking/wording/answer-range.ts';
import { questionOf } from '#lib/domain/drafting/asking/wording/fit-parts.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import { doerWord, type QuestionWord } from '#lib/domain/drafting/asking/wording/question-words.ts';
import { isWithin, type Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';
import { sortAt } from '#lib/domain/drafting/asking/wording/sort-of.ts';
import { pastOf, thirdPerson } from '#lib/domain/drafting/asking/wording/tenses.ts';

const MOST_WORDS = 18;
const LEAST_WORDS = 4;
/** A whole clause stands before a comma that comes later than this. */
const LEAST_BEFORE_COMMA = 4;

/** A long claim up to its first comma, where a whole clause stands before it. */
function shortClaim({ sentence }: Reading, { claim, isQuoted }: Attribution): WordRange {
	const { words } = sentence;
	const { first, last } = claim;
	if (isQuoted || last - first < MOST_WORDS) return claim;
	const comma = words.findIndex(
		({ text }, at) => at > first + LEAST_BEFORE_COMMA && at <= last && text === ','
	);
	const isClause = words.slice(first, comma).some(({ tag }) => tag === 'VERB' || tag === 'AUX');
	return comma > 0 && isClause ? { first, last: comma - 1 } : claim;
}

/** The person whom the source names, also in ", Van Ngoc Thinh," behind it. */
function nameOf({ sentence }: Reading, source: WordRange): WordRange | undefined {
	const { words, mentions } = sentence;
	const isBehind = (first: number) =>
		first === source.last + 2 && wordAt(words, first - 1).text === ',';
	const name = mentions.find(
		({ sort, first }) =>
			sort === 'person' && ((first >= source.first && first <= source.last) || isBehind(first))
	);
	return name && { first: name.first, last: name.last };
}

/** The words that name who said it, where they are of persons. */
function speakerOf(reading: Reading, { source }: Attribution): WordRange | undefined {
	const name = nameOf(reading, source);
	if (name) return name;
	const { words } = reading.sentence;
	const hasComma = words.slice(source.first, source.last + 1).some(({ text }) => text === ',');
	const sort = sortAt(reading.sentence, hasComma ? source.first : source.last);
	if (pointsElsewhere(reading, source) || (sort !== 'person' && sort !== 'group')) return undefined;
	return { first: source.first, last: source.last };
}

/** Whether a claim begins as a clause does. */
function isWhole(
	{ sentence }: Reading,
	{ isQuoted }: Attribution,
	{ first, last }: WordRange
): boolean {
	if (last - first >= MOST_WORDS) return false;
	if (!hasVerb(sentence, { first, last })) return false;
	return isQuoted || !/^(?:AUX|VERB|PUNCT|CCONJ)$/.test(wordAt(sentence.words, first).tag);
}

/** How something was said, as a question asks for it: "denied that". */
function sayingOf({ sentence }: Reading, { verb }: Attribution, isPress: boolean): string {
	if (verb === 'according to') return isPress ? 'reported' : 'said';
	if (verb === 'tell' || verb === 'add' || verb === 'reply' || verb === 'continue') return 'said';
	const isPresent = sentence.words.some(({ text }) => text === verb || text === thirdPerson(verb));
	return isPresent ? thirdPerson(verb) : pastOf(verb);
}

/** Whether a pronoun of a quotation would have to be a name, so that it is no quotation any more. */
const isChanged = (reading: Reading, claim: WordRange) =>
	asSaid(reading, claim).replacements.some((each) => isWithin(each, claim));

/** A claim that names somebody goes on with "he". */
function asSaid(reading: Reading, { first }: WordRange): Reading {
	const replacements = reading.replacements.filter(({ near = -1 }) => near < first);
	return { ...reading, replacements };
}

/** The words of a range as the text has them. */
const verbatim = ({ text, sentence: { words } }: Reading, { first, last }: WordRange) =>
	text.slice(wordAt(words, first).start, wordAt(words, last).end);

/** "engineers [at the laboratory in Bonn, Hesse]": the word that counts stands before what hangs on it. */
function headOf({ sentence: { words, mentions } }: Reading, { first, last }: WordRange): number {
	const isInName = (at: number) => mentions.some((each) => each.first < at && at <= each.last);
	const hung = words.findIndex(
		({ tag, text }, at) =>
			at > first && at <= last && !isInName(at) && (tag === 'ADP' || text === ',')
	);
	return hung > first ? hung - 1 : last;
}

/** "Who", "Which newspaper" */
function whoOf(reading: Reading, { first, last }: WordRange): QuestionWord {
	const head = headOf(reading, { first, last });
	const found = doerWord(reading, { role: 'object', first, last, head });
	return found?.words.startsWith('Which ') ? found : { kind: 'who', words: 'Who', confidence: 1 };
}

/** A quotation that begins with what only the sentence before tells. */
const POINTS_BACK = /^["“]?(?:It|They|He|She|This|That|These|Those)\b/;
const MOST_THIN = 8;

/** A claim that tells little by itself: "It burned", "Nobody had a chance". */
function isThin(said: string, isQuote: boolean): boolean {
	const isNameless = !/\p{Lu}|\d/u.test(said.replace(/^["“]?\p{Lu}/u, '').replace(/\bI\b/gu, ''));
	return POINTS_BACK.test(said) || (isQuote && isNameless && said.split(' ').length <= MOST_THIN);
}

const PRESS = /^Which (?:news|broadcaster|network|magazine|website)/;

/** "Who said that the strikes broke the law?" */
export function askSpeaker(reading: Reading): Proposal[] {
	const { attribution } = reading.sentence;
	if (!attribution) return [];
	const claim = shortClaim(reading, attribution);
	const answer = speakerOf(reading, attribution);
	if (!answer || !isWhole(reading, attribution, claim)) return [];
	const said = render(asSaid(reading, claim), claim).replace(/^["“]|["”]$/g, '');
	if (said.split(' ').length < LEAST_WORDS) return [];
	const { kind, words } = whoOf(reading, answer);
	const isQuote = attribution.isQuoted && !isChanged(reading, claim);
	const question = isQuote
		? `${words} said “${verbatim(reading, claim).replace(/["“”.,;:]+$/, '')}”?`
		: questionOf([`${words} ${sayingOf(reading, attribution, PRESS.test(words))} that`, said]);
	const confidence = isThin(verbatim(reading, claim), isQuote) ? 0.45 : 0.8;
	return [{ kind, question, answer, rule: 'speaker', confidence, used: [claim] }];
}
