import type { Clause } from '#lib/domain/drafting/clauses/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { fitLead, fitParts, questionOf } from '#lib/domain/drafting/asking/wording/fit-parts.ts';
import { splitFigure } from '#lib/domain/drafting/asking/figures/figures.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';

/** "a population of 5,639": how many people live there. */
export function askPopulation(reading: Reading, clause: Clause): Proposal[] {
	const { sentence } = reading;
	const { words } = sentence;
	const { subject, verb, parts } = clause;
	const [part] = parts;
	const figure = sentence.quantities.find(({ last }) => last === part?.last);
	if (!part || !figure || wordAt(words, verb.main).lemma !== 'have') return [];
	const isPopulation =
		lowerAt(words, part.head) === 'population' && lowerAt(words, figure.first - 1) === 'of';
	const { number, countedFrom } = splitFigure(sentence, figure);
	const said = { has: 'live', have: 'live', had: 'lived' }[lowerAt(words, verb.first)];
	if (!isPopulation || part.role !== 'object' || countedFrom !== undefined || !said) return [];
	const rest = fitParts(reading, parts.slice(1), { taken: 8, answer: figure });
	const lead = fitLead(reading, clause, 8 + rest.length);
	const question = questionOf([
		'How many people',
		said,
		'in',
		render(reading, subject),
		...rest,
		lead
	]);
	const used = [subject, verb, ...parts.slice(1, 1 + rest.length)];
	const { confidence } = clause;
	return [{ kind: 'how-many', question, used, answer: number, rule: 'figure', confidence }];
}
