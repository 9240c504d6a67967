import { isTime } from '#lib/domain/drafting/clauses/phrase-row.ts';
import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import type { Word, WordRange } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { nounTakes } from './noun-prepositions.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';

/** More words behind a noun are too many for an answer. */
const MOST_WORDS = 8;

/** Nouns that are nothing without what follows "to": "an attempt to win". */
const WITH_INFINITIVE =
	/^(?:attempt|plan|effort|decision|right|pledge|promise|offer|order|refusal|ability|failure|willingness|threat|bid|chance|opportunity|campaign|request|vow|policy|measure|law|proposal|project|programme|program|mission|desire|need)$/;
/** Prepositions that go with a noun rather than with the verb, where another preposition stands before it. */
const WITH_NOUN = /^(?:from|between|among|against|about|for|by|with|within)$/;
const TEARING = /^(?:in|at|on|near|inside|around|over|through|under|to|into|as|from|of|with|for)$/;
const PLACING = /^(?:in|at|on|near|inside|around)$/;

/** What follows a noun phrase and hangs on it. */
export interface Attached {
	/** Last word of the noun phrase with it. */
	last: number;
	/** How many parts it takes up. */
	count: number;
	/** Nothing in the question can stand for it: what follows tears noun phrase and question apart. */
	isTorn?: boolean;
}

/** "In 1996", "after the war": told of the whole. */
function isWhen({ sentence }: Pick<Reading, 'sentence'>, { first, head }: Part): boolean {
	const preposition = lowerAt(sentence.words, first);
	const isYear = /^\d{4}$/.test(wordAt(sentence.words, head).text);
	return (
		isYear || isTime(sentence, head) || /^(?:until|since|during|throughout)$/.test(preposition)
	);
}

const isMeasure = ({ tag, lemma }: Word) =>
	tag === 'NUM' || /^(?:score|margin|goal|point|run)$/.test(lemma);

function hangsOn({ sentence }: Reading, { verb }: Clause, [part, next]: [Part, Part]): boolean {
	const { words } = sentence;
	const preposition = lowerAt(words, next.first);
	const { lemma } = wordAt(words, part.head);
	// "Beat Mexico by a score of 3–2", "by three goals": how, not whose.
	if (preposition === 'by') return !verb.isPassive && !isMeasure(wordAt(words, next.head));
	if (nounTakes(lemma, preposition)) return true;
	return part.role === 'preposition' && WITH_NOUN.test(preposition);
}

function isName({ sentence }: Reading, { head }: WordRange & { head: number }): boolean {
	return sentence.mentions.some(({ last }) => last === head);
}

/** "fought on [two fronts] in the town": told where, so that "on" cannot be left standing before it. */
function tears(reading: Reading, part: Part, next: Part | undefined): boolean {
	const { words } = reading.sentence;
	if (part.role !== 'preposition' || next?.role !== 'preposition') return false;
	const preposition = lowerAt(words, next.first);
	const isTimed =
		isTime(reading.sentence, next.head) || /^\d{4}$/.test(wordAt(words, next.head).text);
	if (isTimed || (PLACING.test(preposition) && isName(reading, part))) return false;
	return TEARING.test(preposition);
}

/** "The flag displayed there" is answered by the flag, "a group calling itself …" only whole. */
function participleOn(words: readonly Word[], part: Part, tail: Part): Attached {
	const isOne = /^an?$/i.test(wordAt(words, (part.noun ?? part).first).text);
	const isWhole = isOne && /^(?:NOUN|PROPN|NUM|ADV)$/.test(wordAt(words, tail.last).tag);
	const last = isWhole ? lastOf(part, tail) : part.last;
	return { last, count: 1, isTorn: isOne && last === part.last };
}

/** "the first player ever to win": the first of whom only what follows tells. */
function isFirstTo({ sentence }: Reading, { parts }: Clause, part: Part): boolean {
	const { words } = sentence;
	const { first, last } = part.noun ?? part;
	const isRanked = words
		.slice(first, last + 1)
		.some(({ text }) => /^(?:first|last|only|next|youngest|oldest)$/i.test(text));
	const behind = parts.slice(parts.indexOf(part) + 1);
	return (
		isRanked && behind.some(({ role, first: at }) => role === 'tail' && lowerAt(words, at) === 'to')
	);
}

/** A participle is left out with its noun alone as the answer, "to win" belongs to "attempt". */
function tailOn({ sentence }: Reading, part: Part, tail: Part): Attached | undefined {
	const { words } = sentence;
	const { tag } = wordAt(words, tail.first);
	if (tag === 'VERB') return participleOn(words, part, tail);
	const isInfinitive = tag === 'PART' || lowerAt(words, tail.first) === 'not';
	const isWhole = isInfinitive && WITH_INFINITIVE.test(wordAt(words, part.head).lemma);
	const last = lastOf(part, tail);
	return isWhole ? { last, count: 1, isTorn: last < tail.last } : undefined;
}

/** The last word with what hangs on a noun, where that is short and whole. */
function lastOf(part: Part, { last, isCut }: Part): number {
	return last - part.head <= MOST_WORDS && !isCut ? last : part.last;
}

/** What hangs on the noun of a part: it is left out of the question and, where short, taken into the answer. */
export function attachedTo(reading: Reading, clause: Clause, part: Part): Attached {
	const at = clause.parts.indexOf(part);
	const next = at < 0 ? undefined : clause.parts[at + 1];
	const none = { last: part.last, count: 0, isTorn: isFirstTo(reading, clause, part) };
	if (next?.first !== part.last + 1) return none;
	if (next.role === 'tail') return tailOn(reading, part, next) ?? none;
	if (next.role !== 'preposition') return none;
	const isComplement = clause.verb.isCopula && part.role === 'object';
	return isComplement ? complementOn(reading, clause, at) : prepositionOn(reading, clause, at);
}

/** "The Ilvar is a river in Carpania, in the north": whatever tells where it lies is part of what it is. */
function complementOn(reading: Reading, clause: Clause, at: number): Attached {
	const [part, ...behind] = clause.parts.slice(at);
	const when = behind.findIndex((each) => each.role !== 'preposition' || isWhen(reading, each));
	const own = when < 0 ? behind : behind.slice(0, when);
	const last = own.at(-1);
	if (!part || !last) return { last: part?.last ?? -1, count: 0 };
	const isLong =
		last.last - part.head > MOST_WORDS || own.some(({ isCut, isOpenList }) => isCut || isOpenList);
	return { last: last.last, count: own.length, isTorn: isLong };
}

function prepositionOn(reading: Reading, clause: Clause, at: number): Attached {
	const [part, next, behind] = clause.parts.slice(at);
	if (!part || !next) return { last: -1, count: 0 };
	if (!hangsOn(reading, clause, [part, next])) {
		return { last: part.last, count: 0, isTorn: tears(reading, part, next) };
	}
	const isTail = behind?.role === 'tail' && behind.first === next.last + 1;
	const last = lastOf(part, next);
	const isCut = last < next.last || next.isOpenList === true;
	return { last, count: isTail ? 2 : 1, isTorn: isCut || tears(reading, part, behind) };
}

/** Whether a part hangs on the noun before it. */
export function isAttached(reading: Reading, clause: Clause, part: Part): boolean {
	const before = clause.parts[clause.parts.indexOf(part) - 1];
	return before?.noun !== undefined && attachedTo(reading, clause, before).count > 0;
}
