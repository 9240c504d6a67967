import type { Clause } from '#lib/domain/drafting/clauses/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { turned } from '#lib/domain/drafting/asking/wording/ask-part.ts';
import { isManyAt, splitFigure } from '#lib/domain/drafting/asking/figures/figures.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';

/** "in goals [with 23]": the parts that tell of what and how many, by their index. */
function tallyAt({ sentence }: Reading, { parts }: Clause): number {
	const { words } = sentence;
	return parts.findIndex((part, at) => {
		const next = parts[at + 1];
		const noun = part.noun ?? part;
		const isIn = lowerAt(words, part.first) === 'in' && noun.first === part.first + 1;
		const isPlain =
			isIn && wordAt(words, noun.first).tag !== 'DET' && isManyAt(sentence, part.head);
		return isPlain && lowerAt(words, next?.first ?? -1) === 'with';
	});
}

/** "led the league in goals with 23": with how many goals. */
export function askTally(reading: Reading, clause: Clause): Proposal[] {
	const { sentence } = reading;
	const at = tallyAt(reading, clause);
	const [told, part] = at < 0 ? [] : clause.parts.slice(at, at + 2);
	const figure = sentence.quantities.find(({ first }) => first === part?.noun?.first);
	if (!told?.noun || !part || !figure || figure.last !== part.last) return [];
	const { number, countedFrom, type } = splitFigure(sentence, figure);
	if (countedFrom !== undefined || type !== 'count') return [];
	const words = `With how many ${render(reading, told.noun)}`;
	const parts = clause.parts.filter((each) => each !== told);
	const made = turned(reading, { ...clause, parts }, { part, words });
	const confidence = clause.confidence * 0.9;
	return made ? [{ kind: 'how-many', ...made, answer: number, rule: 'figure', confidence }] : [];
}
