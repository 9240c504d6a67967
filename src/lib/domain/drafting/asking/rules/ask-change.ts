import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import type { ReadSentence, WordRange } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { turned } from '#lib/domain/drafting/asking/wording/ask-part.ts';
import { withLead } from '#lib/domain/drafting/asking/figures/figure-event.ts';
import { shareWord } from '#lib/domain/drafting/asking/figures/figure-words.ts';
import { isCausing, isChanging } from '#lib/domain/drafting/asking/figures/figure-verbs.ts';
import { isManyAt, splitFigure } from '#lib/domain/drafting/asking/figures/figures.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';

type Figure = ReadSentence['quantities'][number];

interface Asked {
	words: string;
	/** Of two questions on one change, what came of it is asked first. */
	isBefore?: boolean;
	answer: WordRange;
}

/** A figure and the part of the clause that it opens. */
interface Stated {
	part: Part;
	figure: Figure;
}

/** "how many square kilometres", "how much", "what percentage", "how many". */
function amountWords(reading: Reading, figure: Figure): string | undefined {
	const { sentence } = reading;
	const { type, countedFrom, number } = splitFigure(sentence, figure);
	if (type === 'money') return 'how much';
	if (type === 'share') return shareWord(reading, number).toLowerCase();
	if (countedFrom === undefined) return 'how many';
	if (!isManyAt(sentence, figure.last)) return undefined;
	return `how many ${render(reading, { first: countedFrom, last: figure.last })}`;
}

/** "from 40 to 50 houses": what it was, and what it became. */
function ofRange(reading: Reading, figure: Figure): Asked[] {
	const { sentence } = reading;
	const { number, type } = splitFigure(sentence, figure);
	const to = sentence.words.findIndex(
		(_, at) => at > number.first && at < number.last && lowerAt(sentence.words, at) === 'to'
	);
	const amount = amountWords(reading, figure);
	if (to < 0 || !amount || lowerAt(sentence.words, number.first) !== 'from') return [];
	const after = { words: `To ${amount}`, answer: { first: to + 1, last: number.last } };
	const before = { first: number.first + 1, last: to - 1 };
	// "From 5 to 10 percent": five alone is no share.
	if (type === 'share') return [after];
	return [after, { words: `From ${amount}`, isBefore: true, answer: before }];
}

/** "by 12 percent", "12 percent". */
function ofDifference(reading: Reading, figure: Figure): Asked[] {
	const { number, type } = splitFigure(reading.sentence, figure);
	if (type !== 'count') return [{ words: 'By how much', answer: number }];
	const amount = amountWords(reading, figure);
	return amount?.startsWith('how many ') ? [{ words: `By ${amount}`, answer: number }] : [];
}

function askedOf(reading: Reading, { verb }: Clause, { part, figure }: Stated): Asked[] {
	const { words } = reading.sentence;
	if (lowerAt(words, figure.first) === 'from') return ofRange(reading, figure);
	if (part.role === 'object' || part.role === 'adverb') {
		// "Cut 300 jobs" tells what was cut.
		return isChanging(wordAt(words, verb.main).lemma) ? ofDifference(reading, figure) : [];
	}
	const preposition = lowerAt(words, part.first);
	if (preposition === 'by') return ofDifference(reading, figure);
	const amount = amountWords(reading, figure);
	const { number } = splitFigure(reading.sentence, figure);
	return preposition === 'to' && amount ? [{ words: `To ${amount}`, answer: number }] : [];
}

/** "By how much did exports fall?", "To how many did the toll rise?" */
export function askChange(reading: Reading, clause: Clause): Proposal[] {
	const { sentence } = reading;
	const { lemma } = wordAt(sentence.words, clause.verb.main);
	if (!isCausing(lemma) && (!isChanging(lemma) || clause.verb.isPassive)) return [];
	return sentence.quantities.flatMap((figure) => {
		const part = clause.parts.find((each) => (each.noun ?? each).first === figure.first);
		if (!part || part.isCut || part.last > figure.last) return [];
		return askedOf(reading, clause, { part, figure }).flatMap(
			({ words, answer, isBefore }): Proposal[] => {
				const made = turned(reading, clause, { part, words });
				const confidence = clause.confidence * (isBefore ? 0.8 : 0.95);
				if (!made) return [];
				const question = withLead(reading, clause, made.question);
				return [
					{ kind: 'how-many', question, used: made.used, answer, rule: 'figure', confidence }
				];
			}
		);
	});
}
