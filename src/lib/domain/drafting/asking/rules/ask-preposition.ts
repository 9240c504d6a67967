import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import { isTime } from '#lib/domain/drafting/clauses/phrase-row.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { answerRange, startsWithFigure } from '#lib/domain/drafting/asking/wording/answer-range.ts';
import { turned } from '#lib/domain/drafting/asking/wording/ask-part.ts';
import { attachedTo, isAttached } from '#lib/domain/drafting/asking/wording/attached.ts';
import {
	FREE,
	FREE_ONLY,
	GOAL_PREPOSITIONS,
	MOVING_VERBS,
	PLACE_PREPOSITIONS,
	STRANDED
} from '#lib/domain/drafting/asking/wording/prepositions.ts';
import { playerWord } from '#lib/domain/drafting/asking/wording/contests.ts';
import { nounTakes } from '#lib/domain/drafting/asking/wording/noun-prepositions.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import { forMany, objectWord } from '#lib/domain/drafting/asking/wording/question-words.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { sortAt, type Sort } from '#lib/domain/drafting/asking/wording/sort-of.ts';
import { takesPreposition } from '#lib/domain/drafting/asking/wording/verb-prepositions.ts';

function isPlace(sort: Sort): boolean {
	return /^(?:country|state|city|place)$/.test(sort);
}

/** "The third quarter" is a time. */
const STAGE = /^(?:first|second|third|fourth|fifth|final|last|next|previous|same|other)$/i;

const BESIDE = /^(?:near|outside|around|across|throughout)$/;

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
	// "An attack on Israel" is not in Israel.
	if (preposition === 'on' && sort !== 'place') return false;
	if (PLACE_PREPOSITIONS.has(preposition)) return true;
	return GOAL_PREPOSITIONS.has(preposition) && MOVING_VERBS.has(wordAt(words, verb.main).lemma);
}

/** "returned to the palace in Bonn": two places of one verb, of which "where" cannot leave one. */
function hasOtherPlace(reading: Reading, { parts }: Clause, part: Part): boolean {
	const { sentence } = reading;
	return parts.some((other) => {
		if (other === part || other.role !== 'preposition') return false;
		const preposition = lowerAt(sentence.words, other.first);
		const isPlacing = PLACE_PREPOSITIONS.has(preposition) || GOAL_PREPOSITIONS.has(preposition);
		const isNear = Math.abs(parts.indexOf(other) - parts.indexOf(part)) === 1;
		return isNear && isPlacing && isNamedPlace(reading, other);
	});
}

/** A place by its sort, or a name behind a preposition of place. */
function isNamedPlace({ sentence }: Reading, { head, first }: Part): boolean {
	const isName = sentence.mentions.some((mention) => mention.first <= head && head <= mention.last);
	const isGoal = GOAL_PREPOSITIONS.has(lowerAt(sentence.words, first));
	// "On US$ 1 million bond" is nowhere.
	if (sentence.quantities.some((each) => each.first > first && each.last <= head)) return false;
	return isPlace(sortAt(sentence, head)) || (isGoal && isName);
}

/** "The Ilvar is a river in Carpania": where the river is, not where it is one. */
function isOfComplement({ verb, parts }: Clause, part: Part): boolean {
	const before = parts.slice(0, parts.indexOf(part));
	return verb.isCopula && before.some(({ role }) => role === 'object');
}

/** How surely "where" is worth asking. */
function placeSureness(reading: Reading, { parts }: Clause, isNamed: boolean): number {
	// "Where is the army thought to number 15,000?": the figure is what is told.
	const isCounted = parts.some((part) => part.role === 'object' && startsWithFigure(reading, part));
	if (isCounted) return 0.5;
	return isNamed ? 0.9 : 0.75;
}

function askWhere(reading: Reading, clause: Clause, { part, answer }: Asked): Proposal | undefined {
	const { tag } = wordAt(reading.sentence.words, answer.first);
	// "In prison" tells no place.
	const isBare = answer.first === answer.last && tag === 'NOUN';
	if (isBare || isOfComplement(clause, part) || hasOtherPlace(reading, clause, part)) {
		return undefined;
	}
	// "Where did she come back to?"
	const isBack = lowerAt(reading.sentence.words, clause.verb.last) === 'back';
	const stranded = isBack && lowerAt(reading.sentence.words, part.first) === 'to' ? 'to' : '';
	const made = turned(reading, clause, { part, words: 'Where', stranded });
	const isNamed = reading.sentence.mentions.some(
		({ first, last }) => first <= part.head && part.head <= last
	);
	const sure = placeSureness(reading, clause, isNamed);
	const confidence = clause.confidence * sure;
	// "Around Bonn" is not in Bonn.
	const isBeside = BESIDE.test(lowerAt(reading.sentence.words, part.first));
	const said = isBeside ? { first: part.first, last: answer.last } : answer;
	return made && { kind: 'where', ...made, answer: said, rule: 'place', confidence };
}

/** Whether verb or adjective before a preposition is known to take it. */
function isTaken({ sentence }: Reading, { verb }: Clause, { last, preposition }: Behind): boolean {
	const governor = last?.role === 'predicate' ? last.head : verb.main;
	return takesPreposition(wordAt(sentence.words, governor).lemma, preposition);
}

interface Behind {
	/** The part before the preposition's. */
	last: Part | undefined;
	preposition: string;
}

/** "Bonn was under siege": nothing but "be" takes the preposition. */
const isState = ({ verb }: Clause, last: Part | undefined) =>
	verb.isCopula && last?.role !== 'predicate';

/** "pay tribute to", "claim responsibility for": a bare noun and its preposition, as good as a verb. */
function isIdiom({ sentence }: Reading, { first, last }: Part, preposition: string): boolean {
	const { tag, lemma } = wordAt(sentence.words, last);
	return first === last && tag === 'NOUN' && nounTakes(lemma, preposition);
}

/** How surely a preposition belongs to its verb and not to the noun before it. */
function attachment(reading: Reading, clause: Clause, { part, preposition }: Asked): number {
	const before = clause.parts.slice(0, clause.parts.indexOf(part));
	const last = before.at(-1);
	if (isState(clause, last)) return preposition === 'under' ? 0.85 : 0;
	const isKnown = isTaken(reading, clause, { last, preposition });
	const isClose = before.every(({ role }) => /^(?:adverb|predicate)$/.test(role));
	if (isClose) return sureness(isKnown, { last, preposition });
	if (last?.role !== 'object' || before.length > 1) return 0;
	if (isIdiom(reading, last, preposition)) return 0.8;
	return isKnown && !FREE_ONLY.test(preposition) ? 0.6 : 0;
}

function sureness(isKnown: boolean, { last, preposition }: Behind): number {
	if (isKnown) return 0.85;
	// "Brown with yellow spots".
	const isLoose = last?.role === 'predicate' && preposition === 'with';
	return isLoose ? 0 : (FREE[preposition] ?? 0);
}

/** "What did they march to to meet the king?", "… stand in on the site": nobody says this. */
function isCrowded({ sentence }: Reading, part: Part, next: Part | undefined): boolean {
	if (!next) return false;
	const opening = lowerAt(sentence.words, next.first);
	if (opening === lowerAt(sentence.words, part.first)) return true;
	const isTimed =
		isTime(sentence, next.head) || /^\d{4}$/.test(wordAt(sentence.words, next.head).text);
	return next.role === 'preposition' && STRANDED.has(opening) && !isTimed;
}

function askStranded(reading: Reading, clause: Clause, each: Asked): Proposal | undefined {
	const { part, preposition, answer } = each;
	const isAskable = STRANDED.has(preposition) && preposition !== 'by';
	const sure = isAskable ? attachment(reading, clause, each) : 0;
	if (sure === 0) return undefined;
	const asked = playerWord(reading, clause, { part, asked: objectWord(reading, part) });
	const { last, count, isTorn } = attachedTo(reading, clause, part);
	const next = clause.parts[clause.parts.indexOf(part) + 1 + count];
	if (isTorn || isCrowded(reading, part, next)) return undefined;
	const words = forMany(reading, asked.words, answer);
	const made = turned(reading, clause, { part, words, stranded: preposition, skipped: count });
	const confidence = clause.confidence * asked.confidence * sure;
	const whole = count > 0 ? { ...answer, last } : answer;
	return made && { kind: asked.kind, ...made, answer: whole, rule: 'preposition', confidence };
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
	const preposition = lowerAt(sentence.words, part.first);
	const last = clause.parts[clause.parts.indexOf(part) - 1];
	const isFree = last?.role === 'object' && isIdiom(reading, last, preposition);
	if (!answer || (!isFree && isAttached(reading, clause, part))) return undefined;
	const asked = { part, preposition, sort: sortAt(sentence, part.head), answer };
	if (isWhere(reading, clause, asked)) return askWhere(reading, clause, asked);
	return clause.lead.includes(part) ? undefined : askStranded(reading, clause, asked);
}

/** "Where was he arrested?", "What was he charged with?" */
export function askPreposition(reading: Reading, clause: Clause): Proposal[] {
	return [...clause.parts, ...clause.lead]
		.filter(({ role }) => role === 'preposition')
		.flatMap((part) => askOne(reading, clause, part) ?? []);
}
