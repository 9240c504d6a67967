import { readParts } from '#lib/domain/drafting/clauses/read-parts.ts';
import { isTime, type PhraseRow } from '#lib/domain/drafting/clauses/phrase-row.ts';
import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import type { WordRange } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { turned } from '#lib/domain/drafting/asking/wording/ask-part.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';

/** These lead to what somebody does: "decided to leave". */
const LEADING = new Set(
	'decide agree plan hope want promise refuse vow intend choose pledge threaten offer seek aim prepare decline swear propose resolve wish need'.split(
		' '
	)
);
/** These lead somebody to do something: "hired the firm to design a logo". */
const LED = new Set(
	'hire instruct order ask tell urge force allow enable require invite persuade encourage advise warn teach forbid permit direct convince compel'.split(
		' '
	)
);

const MOST_WORDS = 9;

/** When and how long: told of the whole, not of the deed alone. */
function isWhen({ sentence }: Reading, { role, first, head }: Part): boolean {
	if (role !== 'preposition') return role === 'adverb' && isTime(sentence, head);
	const preposition = lowerAt(sentence.words, first);
	// "Was taught to play by her father."
	if (preposition === 'by') return true;
	const isYear = /^\d{4}$/.test(wordAt(sentence.words, head).text);
	return (
		isYear || isTime(sentence, head) || /^(?:before|after|during|until|since)$/.test(preposition)
	);
}

/** Last word of the deed, and the parts behind it that tell when; nothing where it is torn or long. */
function deedOf(reading: Reading, first: number, parts: readonly Part[]) {
	const to = parts.findIndex((part) => isWhen(reading, part));
	const own = to < 0 ? parts : parts.slice(0, to);
	const behind = to < 0 ? [] : parts.slice(to);
	const last = own.at(-1)?.last ?? -1;
	const isOpen = own.some(({ isCut, isOpenList, isNested }) => isCut || isOpenList || isNested);
	const isTold = own.some(({ role }) => role !== 'adverb');
	const words = reading.sentence.words.slice(first, last + 1);
	const isPlain = !words.some(({ text }) =>
		/^[“”":;()]$|^(?:it|them|him|this|that|these|so|same)$/.test(text)
	);
	if (isOpen || !isTold || !isPlain || last - first >= MOST_WORDS) return undefined;
	return { answer: { first, last }, behind };
}

/** Index of the verb behind "to" in a verb group: "agreed to [stay]"; or −1. */
function infinitiveIn({ sentence }: Reading, { main, last }: WordRange & { main: number }): number {
	const { words } = sentence;
	const to = words.findIndex(({ text }, at) => at > main && at < last && /^to$/i.test(text));
	return to < 0 ? -1 : to + 1;
}

/** "What did Anna Bell agree to do?" */
function askChain(reading: Reading, clause: Clause): Proposal[] {
	const { verb } = clause;
	const at = infinitiveIn(reading, verb);
	const { words } = reading.sentence;
	const { lemma } = wordAt(words, verb.main);
	const isLed = LEADING.has(lemma) || (verb.isPassive && LED.has(lemma));
	const found = at < 0 || !isLed ? undefined : deedOf(reading, at, clause.parts);
	const isPlain = at >= 0 && wordAt(words, at).tag === 'VERB' && at - verb.main <= 2;
	if (!found || !isPlain) return [];
	const group = { ...verb, last: verb.main };
	const part = { role: 'tail' as const, first: at, last: found.answer.last, head: at };
	return ask(reading, { ...clause, verb: group, parts: [part, ...found.behind] }, found.answer);
}

/** Object and infinitive of "hired the firm to design a logo", where nothing else follows. */
function ledIn({ sentence }: Reading, { parts, verb }: Clause) {
	const [object, tail, ...others] = parts;
	const isLed = LED.has(wordAt(sentence.words, verb.main).lemma);
	if (!isLed || others.length > 0 || tail?.role !== 'tail' || tail.isOpenList) return undefined;
	return object?.role === 'object' ? { object, tail } : undefined;
}

/** What stands behind "to design", or behind both verbs of "to design and print". */
function partsBehind(row: PhraseRow, verb: number): Part[] {
	const isPair = row.is(verb + 1, 'and') && row.verb(verb + 2) !== undefined;
	return readParts(row, verb + (isPair ? 3 : 1)).parts;
}

/** "What did the bank hire Anna Bell to do?" */
function askLed(reading: Reading, clause: Clause): Proposal[] {
	const { object, tail } = ledIn(reading, clause) ?? {};
	if (!object || !tail) return [];
	const { row } = reading;
	const phrase = row.phrases.findIndex(({ first }) => first === tail.first);
	const verb = row.verb(phrase);
	if (verb?.form !== 'infinitive') return [];
	const found = deedOf(reading, verb.main, partsBehind(row, phrase));
	if (!found || (found.behind.at(-1) ?? found.answer).last !== tail.last) return [];
	const part = { ...tail, last: found.answer.last };
	return ask(reading, { ...clause, parts: [object, part, ...found.behind] }, found.answer);
}

function ask(reading: Reading, clause: Clause, answer: WordRange): Proposal[] {
	const part = clause.parts.find(({ role }) => role === 'tail');
	const made = part && turned(reading, clause, { part, words: 'What', stranded: 'to do' });
	if (!made) return [];
	return [{ kind: 'what', ...made, answer, rule: 'deed', confidence: clause.confidence * 0.9 }];
}

/** What somebody agreed, decided or was told to do. */
export function askDeed(reading: Reading, clause: Clause): Proposal[] {
	return [...askChain(reading, clause), ...askLed(reading, clause)];
}
