import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import { isTime } from '#lib/domain/drafting/clauses/phrase-row.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { answerRange, startsWithFigure } from './answer-range.ts';
import { turned } from './ask-part.ts';
import {
	CLOSE_ONLY,
	GOAL_PREPOSITIONS,
	MOVING_VERBS,
	PLACE_PREPOSITIONS,
	STRANDED
} from './prepositions.ts';
import type { Proposal } from './proposal.ts';
import { DOER_WORDS, OBJECT_WORDS } from './question-words.ts';
import type { Reading } from './reading.ts';
import { sortAt, type Sort } from './sort-of.ts';

function isPlace(sort: Sort): boolean {
	return sort === 'country' || sort === 'city' || sort === 'place';
}

/** "The third quarter" is a time. */
const STAGE = /^(?:first|second|third|fourth|fifth|final|last|next|previous|same|other)$/i;

interface Asked {
	part: Part;
	preposition: string;
	sort: Sort;
	answer: Proposal['answer'];
}

/** Whether "where" stands for a preposition with what follows it. */
function isWhere(
	{ sentence }: Reading,
	{ verb }: Clause,
	{ preposition, sort, answer }: Asked
): boolean {
	const { words } = sentence;
	const isStage = words.slice(answer.first, answer.last + 1).some(({ text }) => STAGE.test(text));
	if (!isPlace(sort) || isStage) return false;
	if (PLACE_PREPOSITIONS.has(preposition)) return true;
	return GOAL_PREPOSITIONS.has(preposition) && MOVING_VERBS.has(wordAt(words, verb.main).lemma);
}

function askWhere(reading: Reading, clause: Clause, { part, answer }: Asked): Proposal | undefined {
	const made = turned(reading, clause, { part, words: 'Where' });
	const isNamed = reading.sentence.mentions.some(
		({ first, last }) => first <= part.head && part.head <= last
	);
	const confidence = clause.confidence * (isNamed ? 0.9 : 0.75);
	return made && { kind: 'where', ...made, answer, rule: 'place', confidence };
}

/** How surely a preposition belongs to its verb and not to the noun before it. */
function attachment({ parts, verb }: Clause, { part, preposition }: Asked): number {
	const before = parts.slice(0, parts.indexOf(part));
	if (preposition === 'by' && !verb.isPassive) return 0;
	if (verb.isCopula && preposition !== 'under' && before.at(-1)?.role !== 'predicate') return 0;
	const isClose = before.every(({ role }) => role === 'adverb' || role === 'predicate');
	if (isClose || !CLOSE_ONLY.has(preposition)) return 0.85;
	return preposition === 'of' ? 0 : 0.45;
}

function askStranded(reading: Reading, clause: Clause, each: Asked): Proposal | undefined {
	const { part, preposition, sort, answer } = each;
	const sure = STRANDED.has(preposition) ? attachment(clause, each) : 0;
	if (sure === 0) return undefined;
	const asked = isPlace(sort) ? DOER_WORDS[sort] : OBJECT_WORDS[sort];
	const made = turned(reading, clause, { part, words: asked.words, stranded: preposition });
	const confidence = clause.confidence * asked.confidence * sure;
	return made && { kind: asked.kind, ...made, answer, rule: 'preposition', confidence };
}

/** The words behind a preposition, where they answer "where" or "what" and not "when" or "how many". */
function answerOf(reading: Reading, part: Part): Proposal['answer'] | undefined {
	const { sentence } = reading;
	const answer = answerRange(reading, part);
	const isNumber = wordAt(sentence.words, part.head).tag === 'NUM' || isTime(sentence, part.head);
	if (!answer || isNumber || answer.first > part.first + 1) return undefined;
	return startsWithFigure(reading, answer) ? undefined : answer;
}

function askOne(reading: Reading, clause: Clause, part: Part): Proposal | undefined {
	const { sentence } = reading;
	const answer = answerOf(reading, part);
	if (!answer) return undefined;
	const preposition = lowerAt(sentence.words, part.first);
	const asked = { part, preposition, sort: sortAt(sentence, part.head), answer };
	if (isWhere(reading, clause, asked)) {
		const where = askWhere(reading, clause, asked);
		if (where) return where;
	}
	return clause.lead.includes(part) ? undefined : askStranded(reading, clause, asked);
}

/** "Where was he arrested?", "What was he charged with?" */
export function askPreposition(reading: Reading, clause: Clause): Proposal[] {
	return [...clause.parts, ...clause.lead]
		.filter(({ role }) => role === 'preposition')
		.flatMap((part) => askOne(reading, clause, part) ?? []);
}
