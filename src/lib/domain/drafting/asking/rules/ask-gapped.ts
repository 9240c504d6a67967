import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import type { ReadSentence } from '#lib/domain/drafting/types.ts';
import { lowerAt } from '#lib/domain/drafting/words/word-at.ts';
import { endOf } from '#lib/domain/drafting/asking/figures/figure-event.ts';
import { placeOf } from '#lib/domain/drafting/asking/figures/figure-places.ts';
import { figureQuestion } from '#lib/domain/drafting/asking/figures/figure-question.ts';
import { figureWords } from '#lib/domain/drafting/asking/figures/figure-words.ts';
import { splitFigure } from '#lib/domain/drafting/asking/figures/figures.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';

type Figure = ReadSentence['quantities'][number];

/** The figure of "and 200 in Bonn" right behind a clause, and the part with it. */
function gapBehind({ sentence, row }: Reading, clause: Clause) {
	const { words, quantities } = sentence;
	const and = endOf(clause) + 1;
	const figure = quantities.find(({ first }) => first === and + 1);
	if (!figure || lowerAt(words, and) !== 'and') return undefined;
	const at = row.phrases.findIndex(({ first }) => first === figure.last + 1);
	const [preposition, noun] = row.phrases.slice(at, at + 2);
	const isPart = at >= 0 && preposition?.kind === 'preposition' && noun?.kind === 'noun';
	if (!isPart || row.is(at + 2, 'verb', 'and', 'relative')) return undefined;
	const { first, last, head } = noun;
	const part: Part = {
		role: 'preposition',
		first: preposition.first,
		last,
		head,
		noun: { first, last }
	};
	return { figure, part };
}

/** The figure that a clause ends with, but for one part: "300 people in Ulm", "two died in Ulm". */
function countedIn({ sentence }: Reading, { subject, parts }: Clause): Figure | undefined {
	const counted = parts.length === 1 ? subject : parts.at(-2);
	if (counted?.role !== 'object' || parts.at(-1)?.role !== 'preposition') return undefined;
	return sentence.quantities.find(({ first }) => first === counted.first);
}

/** "employs 300 people in Ulm and 200 in Bonn": how many in Bonn. */
export function askGapped(reading: Reading, clause: Clause): Proposal[] {
	const { sentence } = reading;
	const gap = gapBehind(reading, clause);
	const counted = gap && countedIn(reading, clause);
	const place = counted && placeOf(sentence, clause, counted);
	const before = clause.parts.at(-1);
	if (!gap || !place || !before) return [];
	const { number, countedFrom } = splitFigure(sentence, gap.figure);
	const isAlike = lowerAt(sentence.words, before.first) === lowerAt(sentence.words, gap.part.first);
	if (countedFrom !== undefined || !isAlike) return [];
	const none = { last: place.part.last, count: 0 };
	const words = figureWords(reading, place, none);
	if (!words) return [];
	const whole = { ...clause, parts: [...clause.parts.slice(0, -1), gap.part] };
	const asked = { part: place.part, words, attached: none, rate: '', isTimed: false };
	const made = figureQuestion(reading, whole, asked);
	const confidence = clause.confidence * 0.95;
	return made ? [{ kind: 'how-many', ...made, answer: number, rule: 'figure', confidence }] : [];
}
