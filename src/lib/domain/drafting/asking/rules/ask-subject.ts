import type { Clause } from '#lib/domain/drafting/clauses/types.ts';
import { answerRange, startsWithFigure } from '#lib/domain/drafting/asking/wording/answer-range.ts';
import { isWhole } from '#lib/domain/drafting/asking/wording/ask-part.ts';
import { fitLead, fitParts, questionOf } from '#lib/domain/drafting/asking/wording/fit-parts.ts';
import { isPlural } from '#lib/domain/drafting/asking/wording/plural.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import { subjectWord } from '#lib/domain/drafting/asking/wording/clause-words.ts';
import { forMany, type QuestionWord } from '#lib/domain/drafting/asking/wording/question-words.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { singularVerb, wholeVerb } from '#lib/domain/drafting/asking/wording/verb-forms.ts';

/** "56 % were Catholics": the figure is what is worth asking. */
function isCounted(reading: Reading, { verb, parts: [first], subject }: Clause): boolean {
	if (startsWithFigure(reading, subject)) return true;
	return verb.isCopula && first?.role === 'object' && startsWithFigure(reading, first);
}

/** Question word and verb: "Who has launched", "Which countries were". */
function openingOf(reading: Reading, clause: Clause, { words }: QuestionWord): string | undefined {
	const { subject, verb } = clause;
	const plural = forMany(reading, words, subject);
	if (plural !== words) return `${plural} ${wholeVerb(reading, verb)}`;
	const said = singularVerb(reading, verb, isPlural(reading.sentence, subject));
	return said && `${words} ${said}`;
}

/** "Who launched the attack?" */
export function askSubject(reading: Reading, clause: Clause): Proposal[] {
	const { subject, verb, parts } = clause;
	const answer = answerRange(reading, subject);
	const isAlone = parts.length === 0 && clause.lead.length === 0;
	if (!answer || isAlone || !isWhole(clause) || isCounted(reading, clause)) return [];
	const asked = subjectWord(reading, clause);
	const opening = asked && openingOf(reading, clause, asked);
	if (!opening) return [];
	const rest = fitParts(reading, parts, { taken: 3, answer });
	const lead = fitLead(reading, clause, rest.join(' ').split(' ').length + 3);
	const question = questionOf([opening, ...rest, lead]);
	const confidence = clause.confidence * asked.confidence;
	const used = [verb, ...parts.slice(0, rest.length)];
	return [{ kind: asked.kind, question, answer, rule: 'subject', confidence, used }];
}
