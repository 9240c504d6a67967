import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import type { ReadSentence, WordRange } from '#lib/domain/drafting/types.ts';
import { lowerAt } from '#lib/domain/drafting/words/word-at.ts';
import { fitLead, fitParts, questionOf } from '#lib/domain/drafting/asking/wording/fit-parts.ts';
import { splitFigure } from '#lib/domain/drafting/asking/figures/figures.ts';
import { isPlural } from '#lib/domain/drafting/asking/wording/plural.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';
import { splitVerb } from '#lib/domain/drafting/asking/wording/verb-forms.ts';

/** Where or when there is something; what merely goes on behind it says neither. */
const BOUND = /^(?:of|in|on|at|near|from|for|during|by|as|when|after|between|under|with|across)$/;
const STATE = /^(?:killed|injured|wounded|hurt|arrested|displaced|rescued|detained)$/;

/** What there is, and how many. */
interface There {
	part: Part;
	number: WordRange;
	counted: string;
}

/** "there were three women and a child [injured]". */
function stateOf({ words }: ReadSentence, { last }: Part): string | undefined {
	const behind = words.slice(last + 1, last + 6);
	const at = behind.findIndex(({ tag }) => !/^(?:NOUN|DET|NUM|CCONJ)$/.test(tag));
	const text = behind[at]?.text ?? '';
	return STATE.test(text) ? text : undefined;
}

/** What a clause with "there" counts. */
function thereOf(reading: Reading, { subject, parts }: Clause): There | undefined {
	const { sentence } = reading;
	const [part] = parts;
	const isThere =
		lowerAt(sentence.words, subject.first) === 'there' && subject.first === subject.last;
	const figure = sentence.quantities.find(({ first }) => first === part?.first);
	if (!isThere || !figure || part?.role !== 'object' || part.isCut) return undefined;
	const { number, countedFrom, type } = splitFigure(sentence, figure);
	if (countedFrom === undefined || type !== 'count') return undefined;
	return { part, number, counted: render(reading, { first: countedFrom, last: part.last }) };
}

/** "How many schools are there in Delft?", where a place or a time is told. */
function existing(reading: Reading, clause: Clause, { part, counted }: There) {
	const { verb, parts } = clause;
	const { sentence } = reading;
	const split = splitVerb(reading, verb, isPlural(sentence, part));
	const [, ...others] = parts;
	const rest = fitParts(reading, others, { taken: 8, answer: part });
	const lead = fitLead(reading, clause, 8 + rest.length);
	const isBound = lead !== '' || BOUND.test(lowerAt(sentence.words, others[0]?.first ?? -1));
	if (!split || !isBound || / and |,/.test(counted)) return undefined;
	const asked = [`How many ${counted}`, split.auxiliary, 'there', split.rest, ...rest, lead];
	return { question: questionOf(asked), used: [part, verb, ...others.slice(0, rest.length)] };
}

/** "How many women were injured?", where a list breaks off the clause. */
function suffering(reading: Reading, clause: Clause, { part, counted }: There) {
	const state = stateOf(reading.sentence, part);
	if (!state) return undefined;
	const lead = fitLead(reading, clause, 8);
	return { question: questionOf([`How many ${counted}`, 'were', state, lead]), used: [part] };
}

/** "There are 24 schools in Delft": how many are there. */
export function askThere(reading: Reading, clause: Clause): Proposal[] {
	const there = thereOf(reading, clause);
	const made = there && (suffering(reading, clause, there) ?? existing(reading, clause, there));
	if (!made) return [];
	const { number: answer } = there;
	const { confidence } = clause;
	return [{ kind: 'how-many', ...made, answer, rule: 'figure', confidence }];
}
