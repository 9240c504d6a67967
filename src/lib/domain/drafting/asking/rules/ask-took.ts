import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import type { Word } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { fitLead, questionOf } from '#lib/domain/drafting/asking/wording/fit-parts.ts';
import { splitFigure } from '#lib/domain/drafting/asking/figures/figures.ts';
import { pointsElsewhere } from '#lib/domain/drafting/asking/wording/answer-range.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';

const opensInfinitive = (words: readonly Word[], at: number) =>
	lowerAt(words, at) === 'to' && wordAt(words, at + 1).tag === 'VERB';

const rolesOf = (parts: readonly Part[]) => parts.map(({ role }) => role).join(' ');

/** Whom it took how long to do what. */
function takenBy({ sentence }: Reading, { subject, verb, parts }: Clause) {
	const { words, quantities } = sentence;
	const [who, long, tail] = parts;
	const isIt = lowerAt(words, subject.first) === 'it' && lowerAt(words, verb.first) === 'took';
	if (!isIt || !who || !long || !tail || rolesOf(parts) !== 'object adverb tail') return undefined;
	const figure = quantities.find(({ first, last }) => first === long.first && last === long.last);
	return figure && opensInfinitive(words, tail.first) ? { who, tail, figure } : undefined;
}

/** "It took Anna Bell four years to write the book": how many years she took. */
export function askTook(reading: Reading, clause: Clause): Proposal[] {
	const taken = takenBy(reading, clause);
	if (!taken || pointsElsewhere(reading, taken.who)) return [];
	const { who, tail, figure } = taken;
	const { number, countedFrom } = splitFigure(reading.sentence, figure);
	if (countedFrom === undefined) return [];
	const unit = render(reading, { first: countedFrom, last: figure.last });
	const asked = [`How many ${unit} did`, render(reading, who), 'take', render(reading, tail)];
	const question = questionOf([...asked, fitLead(reading, clause, 8)]);
	const { confidence } = clause;
	const used = [who, clause.verb, tail];
	return [{ kind: 'how-many', question, used, answer: number, rule: 'figure', confidence }];
}
