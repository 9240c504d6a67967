import { isTime } from '#lib/domain/drafting/clauses/phrase-row.ts';
import type { Clause } from '#lib/domain/drafting/clauses/types.ts';
import type { ReadSentence } from '#lib/domain/drafting/types.ts';
import { lowerAt } from '#lib/domain/drafting/words/word-at.ts';
import { withRest } from './ask-included.ts';
import { askMeasure } from './ask-measure.ts';
import {
	attachedToFigure,
	isAskable
} from '#lib/domain/drafting/asking/figures/figure-attached.ts';
import { withEvent, withLead } from '#lib/domain/drafting/asking/figures/figure-event.ts';
import { placeOf, type FigurePlace } from '#lib/domain/drafting/asking/figures/figure-places.ts';
import { figureQuestion } from '#lib/domain/drafting/asking/figures/figure-question.ts';
import { figureWords } from '#lib/domain/drafting/asking/figures/figure-words.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';

type Figure = ReadSentence['quantities'][number];

/** "6 million [a year]": the words behind a figure in its part. */
function rateBehind(reading: Reading, { part, item }: FigurePlace): string {
	const rest = { first: item.last + 1, last: part.last };
	const isRate = /^(?:an?|each|every|per)$/.test(lowerAt(reading.sentence.words, rest.first));
	return rest.first < rest.last && isRate ? render(reading, rest) : '';
}

/** The question for a figure where it stands, with what tells when and what of. */
function questionFor(reading: Reading, clause: Clause, place: FigurePlace) {
	const { part, head } = place;
	const attached = attachedToFigure(reading, clause, part);
	const words = figureWords(reading, place, attached);
	if (!words) return undefined;
	const rate = rateBehind(reading, place);
	const isTimed = isTime(reading.sentence, head);
	const made = figureQuestion(reading, clause, { part, words, attached, rate, isTimed });
	if (!made || / (?:him|her|them)\?$/.test(made.question)) return undefined;
	const isLead = clause.lead.includes(part);
	const framed = isLead ? made.question : withLead(reading, clause, made.question);
	return { ...made, question: withEvent(reading, clause, framed) };
}

function askCounted(reading: Reading, clause: Clause, figure: Figure): Proposal | undefined {
	const place = placeOf(reading.sentence, clause, figure);
	if (!place || !isAskable(reading, clause, place)) return undefined;
	const made = questionFor(reading, clause, place);
	const confidence = clause.confidence * (place.part.role === 'preposition' ? 0.85 : 1);
	const answer = place.figure.number;
	return made && { kind: 'how-many', ...made, answer, rule: 'figure', confidence };
}

/** "How many people were killed?" */
export function askFigure(reading: Reading, clause: Clause): Proposal[] {
	const whole = withRest(reading, clause);
	return reading.sentence.quantities.flatMap(
		(figure) => askMeasure(reading, whole, figure) ?? askCounted(reading, whole, figure) ?? []
	);
}
