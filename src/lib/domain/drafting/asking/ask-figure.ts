import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import type { ReadSentence } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { attachedTo, isAttached, type Attached } from './attached.ts';
import { eventBehind, withEvent } from './figure-event.ts';
import { placeOf } from './figure-places.ts';
import { figureQuestion } from './figure-question.ts';
import { figureWords } from './figure-words.ts';
import type { Proposal } from './proposal.ts';
import type { Reading } from './reading.ts';

type Figure = ReadSentence['quantities'][number];

/** A figure's part of a clause, with what hangs on it: "[five years] in prison", "[five hours] of questioning". */
function attachedToFigure(reading: Reading, clause: Clause, part: Part): Attached {
	const { words } = reading.sentence;
	const next = clause.parts[clause.parts.indexOf(part) + 1];
	const isTerm = /^(?:year|month|week|day)$/.test(wordAt(words, part.head).lemma);
	const isHeld = /^(?:prison|jail|custody|detention)$/.test(wordAt(words, next?.head ?? -1).lemma);
	if (isTerm && isHeld && next?.first === part.last + 1) return { last: next.last, count: 1 };
	if (next?.role === 'tail' && lowerAt(words, next.first) === 'of' && !next.isCut) {
		return { last: next.last, count: 1 };
	}
	return attachedTo(reading, clause, part);
}

function askOne(reading: Reading, clause: Clause, figure: Figure): Proposal | undefined {
	const place = placeOf(reading.sentence, clause, figure);
	if (!place || isAttached(reading, clause, place.part)) return undefined;
	const { part } = place;
	const attached = attachedToFigure(reading, clause, part);
	const words = figureWords(reading, place, attached);
	const made = words && figureQuestion(reading, clause, { part, words, attached });
	if (!made) return undefined;
	const confidence = clause.confidence * (part.role === 'preposition' ? 0.85 : 1);
	return {
		kind: 'how-many',
		question: withEvent(made.question, eventBehind(reading, clause)),
		used: made.used,
		answer: place.figure.number,
		rule: 'figure',
		confidence
	};
}

/** "How many people were killed?" */
export function askFigure(reading: Reading, clause: Clause): Proposal[] {
	return reading.sentence.quantities.flatMap((figure) => askOne(reading, clause, figure) ?? []);
}
