import { readParts } from '#lib/domain/drafting/clauses/read-parts.ts';
import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import type { ReadSentence } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { endOf, withEvent } from '#lib/domain/drafting/asking/figures/figure-event.ts';
import { figureQuestion } from '#lib/domain/drafting/asking/figures/figure-question.ts';
import { isManyAt, splitFigure } from '#lib/domain/drafting/asking/figures/figures.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';

type Figure = ReadSentence['quantities'][number];

/** The part of a clause with a figure of which others are a part: the subject, else the object. */
function wholeOf({ sentence }: Reading, { subject, parts }: Clause): Part | undefined {
	const isFigure = ({ first }: Part) => sentence.quantities.some((each) => each.first === first);
	const objects = parts.filter(({ role }) => role === 'object');
	if (objects.length > 1) return undefined;
	return [...objects, subject].find(isFigure);
}

/** What goes on behind ", including three teachers,": "in Turin". */
function restBehind({ row, sentence }: Reading, figure: Figure): Part[] {
	const comma = figure.last + 1;
	const at = row.phrases.findIndex(({ first }) => first === comma + 1);
	if (wordAt(sentence.words, comma).text !== ',' || at < 0) return [];
	const { parts } = readParts(row, at);
	return parts.every(({ role, isCut }) => role === 'preposition' && !isCut) ? parts : [];
}

/** The figure behind ", including", next to the end of a clause. */
function includedBy({ sentence }: Reading, clause: Clause): Figure | undefined {
	const { words, quantities } = sentence;
	const comma = endOf(clause) + 1;
	const isIncluding =
		wordAt(words, comma).text === ',' && lowerAt(words, comma + 1) === 'including';
	return isIncluding ? quantities.find(({ first }) => first === comma + 2) : undefined;
}

/** A clause with what goes on behind the examples put into it: "arrested 12 men, including three teachers, in Turin". */
export function withRest(reading: Reading, clause: Clause): Clause {
	const figure = includedBy(reading, clause);
	const rest = figure ? restBehind(reading, figure) : [];
	return rest.length === 0 ? clause : { ...clause, parts: [...clause.parts, ...rest] };
}

/** "killed 12 people, including three children": how many children. */
export function askIncluded(reading: Reading, clause: Clause): Proposal[] {
	const figure = includedBy(reading, clause);
	const part = figure && wholeOf(reading, clause);
	if (!figure || !part || clause.kind === 'participle') return [];
	const { number, countedFrom, type } = splitFigure(reading.sentence, figure);
	const isMany = countedFrom !== undefined && isManyAt(reading.sentence, figure.last);
	if (!isMany || type !== 'count') return [];
	const made = figureQuestion(reading, withRest(reading, clause), {
		part,
		words: `How many ${render(reading, { first: countedFrom, last: figure.last })}`,
		attached: { last: part.last, count: 0 },
		rate: '',
		isTimed: false
	});
	if (!made) return [];
	const question = withEvent(reading, clause, made.question);
	const { confidence } = clause;
	const used = made.used;
	return [{ kind: 'how-many', question, used, answer: number, rule: 'figure', confidence }];
}
