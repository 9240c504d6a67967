import type { Clause } from '#lib/domain/drafting/clauses/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { placeOf, type FigurePlace } from '#lib/domain/drafting/asking/figures/figure-places.ts';
import { figureQuestion } from '#lib/domain/drafting/asking/figures/figure-question.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';

/** What is only done to people. */
const TO_PEOPLE = /^(?:kill|injure|wound|displace|arrest|hospitalise|hospitalize)$/;
const LEFT = /^(?:dead|injured|wounded|missing|homeless|hurt|stranded|unemployed)$/;

/** "killed 2,400", "left 3,000 homeless": a figure alone, of people. */
function isOfPeople({ sentence }: Reading, { verb }: Clause, { figure, part }: FigurePlace) {
	const { words } = sentence;
	const { lemma } = wordAt(words, verb.main);
	const isBare = figure.type === 'count' && (figure.countedFrom ?? Infinity) > part.last;
	if (!isBare || part.role !== 'object' || part.last !== figure.number.last) return false;
	return TO_PEOPLE.test(lemma) || (lemma === 'leave' && LEFT.test(lowerAt(words, part.last + 1)));
}

/** "How many people has it killed?" of "it has killed more than 2,400". */
export function askPeople(reading: Reading, clause: Clause): Proposal[] {
	if (clause.kind === 'participle' || clause.verb.isPassive) return [];
	return reading.sentence.quantities.flatMap((figure): Proposal[] => {
		const place = placeOf(reading.sentence, clause, figure);
		if (!place || place.part === clause.subject || !isOfPeople(reading, clause, place)) return [];
		const { part } = place;
		const attached = { last: part.last, count: 0 };
		const words = 'How many people';
		const asked = { part, words, attached, rate: '', isTimed: false };
		const made = figureQuestion(reading, clause, asked);
		const { confidence } = clause;
		const answer = place.figure.number;
		return made ? [{ kind: 'how-many', ...made, answer, rule: 'figure', confidence }] : [];
	});
}
