import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import { seesDoing } from '#lib/domain/drafting/clauses/part-ends.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import {
	answerRange,
	namedPlace,
	startsWithFigure
} from '#lib/domain/drafting/asking/wording/answer-range.ts';
import { turned } from '#lib/domain/drafting/asking/wording/ask-part.ts';
import { attachedTo } from '#lib/domain/drafting/asking/wording/attached.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import { complementWord, doneToWord } from '#lib/domain/drafting/asking/wording/clause-words.ts';
import { forMany, type QuestionWord } from '#lib/domain/drafting/asking/wording/question-words.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { sortAt } from '#lib/domain/drafting/asking/wording/sort-of.ts';

function wordFor(reading: Reading, clause: Clause, part: Part): QuestionWord {
	return clause.verb.isCopula
		? complementWord(reading, clause, part)
		: doneToWord(reading, clause, part);
}

/** "Which city", as the text itself calls it. */
const placeWord = ({ sentence }: Reading, { head }: Part): QuestionWord => ({
	kind: 'where',
	words: `Which ${wordAt(sentence.words, head).text}`,
	confidence: 0.9
});

/** "pay tribute", "take part": a bare noun that is as good as the verb's own. */
function isIdiom({ sentence }: Reading, { first, last, head }: Part): boolean {
	const { text, tag, lemma } = wordAt(sentence.words, head);
	return first === last && tag === 'NOUN' && text.toLowerCase() === lemma;
}

/** Neither "is to become" nor "8,000 of them were". */
function isPlainCopula(reading: Reading, { verb, subject }: Clause): boolean {
	// Of a country much can be told.
	const isCountry = sortAt(reading.sentence, subject.head) === 'country';
	return verb.last === verb.main && !startsWithFigure(reading, subject) && !isCountry;
}

/** "Led the league in goals with 24": the figure is what is told, not the league. */
function countsIn(reading: Reading, { parts }: Clause, part: Part): boolean {
	return parts.slice(parts.indexOf(part) + 1).some(({ role, first, noun }) => {
		const isWith = lowerAt(reading.sentence.words, first) === 'with';
		return role === 'preposition' && isWith && noun && startsWithFigure(reading, noun);
	});
}

/** Whether the object is what its clause tells. */
function isAskable(reading: Reading, clause: Clause, part: Part): boolean {
	// "Showed miners digging tunnels": no miners, but what they did.
	if (seesDoing(reading.row, clause) || countsIn(reading, clause, part)) return false;
	return !clause.verb.isCopula || isPlainCopula(reading, clause);
}

/** The one object of a clause that can be asked for. */
function objectOf(reading: Reading, clause: Clause): Part | undefined {
	const [part, ...others] = clause.parts.filter(({ role }) => role === 'object');
	if (!part || others.length > 0 || isIdiom(reading, part)) return undefined;
	if (!isAskable(reading, clause, part)) return undefined;
	const isTorn = attachedTo(reading, clause, part).isTorn === true;
	return isTorn || startsWithFigure(reading, part.noun ?? part) ? undefined : part;
}

/** "What did the army launch?" */
export function askObject(reading: Reading, clause: Clause): Proposal[] {
	const part = objectOf(reading, clause);
	const whole = part && answerRange(reading, part);
	if (!part || !whole) return [];
	const place = namedPlace(reading, part);
	const asked = place ? placeWord(reading, part) : wordFor(reading, clause, part);
	const { last, count } = attachedTo(reading, clause, part);
	const words = place ? asked.words : forMany(reading, asked.words, whole);
	const made = turned(reading, clause, { part, words, skipped: count });
	if (!made) return [];
	const confidence = clause.confidence * asked.confidence;
	const rule = clause.verb.isCopula ? 'complement' : 'object';
	return [
		{
			kind: asked.kind,
			...made,
			answer: place ?? { ...whole, last: count > 0 ? last : whole.last },
			rule,
			confidence
		}
	];
}
