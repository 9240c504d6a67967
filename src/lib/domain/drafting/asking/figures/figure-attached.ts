import { isTime } from '#lib/domain/drafting/clauses/phrase-row.ts';
import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import {
	attachedTo,
	isAttached,
	type Attached
} from '#lib/domain/drafting/asking/wording/attached.ts';
import { isCausing, isChanging, isHarming } from './figure-verbs.ts';
import type { FigurePlace } from './figure-places.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';

const TERM = /^(?:year|month|week|day)$/;
const HELD = /^(?:prison|jail|custody|detention)$/;

/** "five years [in prison]", "five hours [of questioning]", "five paintings [worth £3 million]". */
function belongs({ sentence }: Reading, part: Part, next: Part): boolean {
	const { words } = sentence;
	if (next.first !== part.last + 1 || next.isCut) return false;
	const opening = lowerAt(words, next.first);
	const isTerm = TERM.test(wordAt(words, part.head).lemma);
	const isHeld = isTerm && HELD.test(wordAt(words, next.head).lemma);
	return isHeld || opening === 'worth' || (opening === 'of' && next.role === 'tail');
}

/** "carried 120 passengers from Bonn to Ulm": the way is the verb's. */
function goesFromTo({ sentence }: Reading, [from, to]: Part[]): boolean {
	const opening = (part: Part | undefined) => lowerAt(sentence.words, part?.first ?? -1);
	return opening(from) === 'from' && opening(to) === 'to';
}

/** What hangs on a figure's part of a clause. */
export function attachedToFigure(reading: Reading, clause: Clause, part: Part): Attached {
	const behind = clause.parts.slice(clause.parts.indexOf(part) + 1);
	const [next] = behind;
	const none = { last: part.last, count: 0 };
	if (!next) return none;
	if (belongs(reading, part, next)) return { last: next.last, count: 1 };
	const isTerm = TERM.test(wordAt(reading.sentence.words, part.head).lemma);
	return isTerm || goesFromTo(reading, behind) ? none : attachedTo(reading, clause, part);
}

/** Whether a part belongs to the noun before it; what something happened "by" is the verb's. */
function hangsElsewhere(
	reading: Reading,
	clause: Clause,
	{ part, head, figure }: FigurePlace
): boolean {
	const { sentence } = reading;
	const isTimed = part.role === 'preposition' && isTime(sentence, head);
	const isOwn = isTimed || figure.type === 'money' || lowerAt(sentence.words, part.first) === 'by';
	return !isOwn && isAttached(reading, clause, part);
}

/** What changes, and what an event did to many, is asked for in words of its own. */
function hasOwnRule({ sentence }: Reading, { verb, kind }: Clause, part: Part): boolean {
	const { words } = sentence;
	const { lemma } = wordAt(words, verb.main);
	if (isCausing(lemma) && /^(?:by|to|from)$/.test(lowerAt(words, part.first))) return true;
	if (kind === 'participle') return isHarming(lemma) || lemma === 'leave';
	return isChanging(lemma) && !verb.isPassive;
}

/** "is an island 35 kilometres off the coast", "won a record 12 medals": two things where one is said. */
function isOneOfTwo({ verb, parts }: Clause, part: Part): boolean {
	const objects = parts.filter(({ role }) => role === 'object');
	const isBehind = objects.some(({ last }) => last + 1 === part.first);
	return objects.length > 1 && objects.includes(part) && (verb.isCopula || isBehind);
}

/** Whether a clause can be asked for a figure where it stands. */
export function isAskable(reading: Reading, clause: Clause, place: FigurePlace): boolean {
	const { part, figure } = place;
	if (hangsElsewhere(reading, clause, place) || isOneOfTwo(clause, part)) return false;
	if (part !== clause.subject) return !hasOwnRule(reading, clause, part);
	// "One player led": which one is asked, not how many.
	return lowerAt(reading.sentence.words, figure.number.last) !== 'one';
}
