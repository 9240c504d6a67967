import { isTime } from '#lib/domain/drafting/clauses/phrase-row.ts';
import type { WordRange } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import { overlaps, type Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from './render.ts';

const MOST_OPENING = 7;
/** A question with more words than this takes nothing more in. */
const MOST_WORDS = 19;
const OPENS = /^(?:in|at|on|near|outside|inside|during|across|throughout)$/;
/** Behind one of these the opening need not hold any more: "who now runs a school". */
const LEADS_AWAY =
	/^(?:who|whom|which|whose|where|when|while|after|before|since|because|as|but|;)$/;
const YEAR = /^(?:1\d|20)\d\ds?$/;

/** "In Aleppo," at the head of a sentence, where it tells a named place or a year. */
function openingOf({ sentence }: Reading): WordRange | undefined {
	const { words, mentions } = sentence;
	const comma = words.findIndex(({ text }) => text === ',');
	if (comma < 2 || comma > MOST_OPENING || !OPENS.test(lowerAt(words, 0))) return undefined;
	const last = comma - 1;
	const isPlace = mentions.some((mention) => mention.last === last && mention.sort === 'place');
	const isYear = YEAR.test(wordAt(words, last).text) && (last === 1 || isTime(sentence, last));
	const isPlain = words.slice(0, comma).every(({ tag }) => tag !== 'VERB' && tag !== 'AUX');
	return (isPlace || isYear) && isPlain ? { first: 0, last } : undefined;
}

const FRAMED = new Set(['subject', 'object', 'place', 'preposition', 'figure', 'tail']);

/** Whether what a question was made of still lies under the sentence's opening. */
function holdsFor({ sentence }: Reading, { used, answer, rule }: Proposal, opening: WordRange) {
	if (!FRAMED.has(rule) || [...used, answer].some((range) => overlaps(range, opening)))
		return false;
	const to = Math.max(...used.map(({ first }) => first));
	// Who says so stands between, whatever its words.
	const from = Math.max(opening.last + 1, sentence.attribution?.claim.first ?? 0);
	return !sentence.words.slice(from, to).some(({ text }) => LEADS_AWAY.test(text.toLowerCase()));
}

/** A question with the place or year that opens its sentence, where it lacks them: "…destroyed in Aleppo?" */
export function withOpening(reading: Reading, proposal: Proposal): string {
	const { question, kind } = proposal;
	const opening = openingOf(reading);
	if (!opening || !holdsFor(reading, proposal, opening)) return question;
	const told = render(reading, opening);
	const named = told.replace(/^\S+ (?:the )?/, '');
	const isLong = `${question} ${told}`.split(' ').length > MOST_WORDS;
	const isPlaceTwice = kind === 'where' && !YEAR.test(named);
	if (question.includes(named) || isLong || isPlaceTwice) return question;
	return question.replace(/\?$/, ` ${told.charAt(0).toLowerCase()}${told.slice(1)}?`);
}
