import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import type { WordRange } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { isWhole, turned } from '#lib/domain/drafting/asking/wording/ask-part.ts';
import {
	isContest,
	isScore,
	isSide,
	scoreOf
} from '#lib/domain/drafting/asking/wording/contests.ts';
import { fitParts, questionOf } from '#lib/domain/drafting/asking/wording/fit-parts.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';
import { wholeVerb } from '#lib/domain/drafting/asking/wording/verb-forms.ts';

/** "6–4, 7–5 and 6–2": a score with those of the further games behind it. */
function allGames({ sentence: { words } }: Reading, { first, last }: WordRange): WordRange {
	let to = last;
	for (;;) {
		const from = /^(?:,|and)$/.test(lowerAt(words, to + 1)) ? to + 2 : to + 1;
		const next = lowerAt(words, from) === 'and' ? from + 1 : from;
		if (next === to + 1 || !isScore(wordAt(words, next).text)) return { first, last: to };
		to = next;
	}
}

/** "Ulm drew with Bonn": nobody draws "by" a score. */
function askDrawn(reading: Reading, clause: Clause, score: Part) {
	const { subject, verb, parts } = clause;
	if (!isWhole(clause)) return undefined;
	const others = parts.filter((part) => part !== score);
	const opening = `What was the score when ${render(reading, subject)} ${wholeVerb(reading, verb)}`;
	const fitted = fitParts(reading, others, { taken: opening.split(' ').length, answer: score });
	const used = [subject, verb, ...others.slice(0, fitted.length)];
	return { question: questionOf([opening, ...fitted]), used };
}

/** "By what score did Ulm Athletic beat Bonn Rovers in the final?" */
export function askScore(reading: Reading, clause: Clause): Proposal[] {
	const found = scoreOf(reading, clause);
	const isFit = found && isSide(reading, clause.subject) && isContest(reading, clause);
	if (!isFit) return [];
	const { part, score } = found;
	const isDrawn = /^(?:draw|tie)$/.test(wordAt(reading.sentence.words, clause.verb.main).lemma);
	const made = isDrawn
		? askDrawn(reading, clause, part)
		: turned(reading, clause, { part, words: 'By what score' });
	const confidence = clause.confidence * 0.95;
	const answer = allGames(reading, score);
	return made ? [{ kind: 'what', ...made, answer, rule: 'score', confidence }] : [];
}
