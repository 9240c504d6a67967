import { readParts } from '#lib/domain/drafting/clauses/read-parts.ts';
import { isTime } from '#lib/domain/drafting/clauses/phrase-row.ts';
import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import { answerRange, startsWithFigure } from '#lib/domain/drafting/asking/wording/answer-range.ts';
import { turned } from '#lib/domain/drafting/asking/wording/ask-part.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import { objectWord } from '#lib/domain/drafting/asking/wording/question-words.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';

/** Index of the verb that a part leads to, or −1: "has fallen, resulting in …" tells what came of it. */
function verbOf({ row }: Reading, tail: Part): number {
	const start = row.phrases.findIndex(({ first }) => first >= tail.first);
	if (row.verb(start)) return row.verb(start)?.form === 'infinitive' ? start : -1;
	return row.verb(start + 1) ? start + 1 : -1;
}

/** The object of a verb within a part: "with making [pipe bombs]". */
function objectOf(reading: Reading, tail: Part): Part | undefined {
	const verb = verbOf(reading, tail);
	if (verb < 0) return undefined;
	const { parts, isCrowded } = readParts(reading.row, verb + 1);
	const [part] = parts;
	if (isCrowded || !part || part.last > tail.last) return undefined;
	return part.role === 'object' || part.role === 'preposition' ? part : undefined;
}

function askOne(reading: Reading, clause: Clause, tail: Part): Proposal | undefined {
	const at = clause.parts.indexOf(tail);
	const isClose = clause.parts
		.slice(0, at)
		.every(({ role }) => role === 'adverb' || role === 'predicate');
	const part = isClose ? objectOf(reading, tail) : undefined;
	const answer = part && answerRange(reading, part);
	if (!part || !answer || startsWithFigure(reading, answer)) return undefined;
	// "To begin on 4 November" tells when.
	if (isTime(reading.sentence, part.head)) return undefined;
	const stranded = render(reading, { first: tail.first, last: answer.first - 1 });
	const asked = objectWord(reading, part);
	if (asked.kind !== 'what' && asked.kind !== 'who') return undefined;
	const upTo: Clause = { ...clause, parts: clause.parts.slice(0, at + 1) };
	const made = turned(reading, upTo, { part: tail, words: asked.words, stranded });
	const confidence = clause.confidence * asked.confidence * 0.75;
	return made && { kind: asked.kind, ...made, answer, rule: 'tail', confidence };
}

/** "What was he charged with making?" */
export function askTail(reading: Reading, clause: Clause): Proposal[] {
	return clause.parts
		.filter(({ role }) => role === 'tail')
		.flatMap((tail) => askOne(reading, clause, tail) ?? []);
}
