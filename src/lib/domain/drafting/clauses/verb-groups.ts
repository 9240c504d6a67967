import type { Word } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import type { Phrase, VerbGroup } from './types.ts';
import { CHAIN_VERBS, PARTICLES } from './word-lists.ts';

const BE = /^(?:be|is|are|was|were|am|been|being|'s|’s|'re|’re|'m|’m)$/i;
const PARTICIPLE = /(?:[^aeiou]en|wn|born|done|gone|been|seen)$/;

const tagAt = (words: readonly Word[], at: number) => wordAt(words, at).tag;
const isVerbal = (words: readonly Word[], at: number) => /^(?:VERB|AUX)$/.test(tagAt(words, at));
const isTo = (words: readonly Word[], at: number) =>
	tagAt(words, at) === 'PART' && lowerAt(words, at) === 'to';

/** Whether a verb's own form can stand without an auxiliary: not "taken" and "using". */
function formOf({ text, lemma }: Word): VerbGroup['form'] {
	const form = text.toLowerCase();
	if (form === lemma) return 'finite';
	if (/ing$/.test(form)) return 'ing';
	return PARTICIPLE.test(form) ? 'participle' : 'finite';
}

/** Index behind ", however," where it stands between auxiliary and verb; else the word itself. */
function pastInserted(words: readonly Word[], at: number): number {
	const isBetween = wordAt(words, at).text === ',' && wordAt(words, at + 2).text === ',';
	const isAdverb = isBetween && tagAt(words, at + 1) === 'ADV' && tagAt(words, at - 1) === 'AUX';
	return isAdverb && tagAt(words, at + 3) === 'VERB' ? at + 3 : at;
}

/** Index behind adverbs and "not" from a word on, where a verb follows; else the word itself. */
function pastAdverbs(words: readonly Word[], at: number): number {
	let to = pastInserted(words, at);
	while (tagAt(words, to) === 'ADV' || /^(?:not|n['’]t)$/.test(lowerAt(words, to))) to += 1;
	return isVerbal(words, to) ? to : at;
}

/** Index of the last word of "to start" at a word, or −1. */
function infinitiveEnd(words: readonly Word[], at: number): number {
	let last = pastAdverbs(words, at + 1);
	if (!isTo(words, at) || !isVerbal(words, last)) return -1;
	while (tagAt(words, last) === 'AUX' && isVerbal(words, last + 1)) last += 1;
	return last;
}

/** Whether a verb takes the next word as its own: "began issuing", "helped save". */
function takesNext(words: readonly Word[], last: number): boolean {
	const { lemma } = wordAt(words, last);
	const next = wordAt(words, last + 1);
	if (next.tag !== 'VERB') return false;
	if (lemma === 'help' && next.text.toLowerCase() === next.lemma) return true;
	return CHAIN_VERBS.has(lemma) && formOf(next) === 'ing';
}

/** Index of the last word of what a verb takes with it: "decided [to start]". */
function chainEnd(words: readonly Word[], main: number): number {
	let last = main;
	for (;;) {
		const infinitive = infinitiveEnd(words, last + 1);
		if (infinitive > 0) last = infinitive;
		else if (takesNext(words, last)) last += 1;
		else return last;
	}
}

/** "Is up to 90 metres deep": the words belong to the figure. */
function isUpTo(words: readonly Word[], at: number): boolean {
	const isUp = lowerAt(words, at) === 'up' && lowerAt(words, at + 1) === 'to';
	return isUp && tagAt(words, at + 2) === 'NUM';
}

/** Index of the last word with a particle: "broke [down]", "take [place]". */
function withParticle(words: readonly Word[], last: number): number {
	const text = lowerAt(words, last + 1);
	const tag = tagAt(words, last + 1);
	if (wordAt(words, last).lemma === 'take' && text === 'place') return last + 1;
	if (!/^(?:ADP|ADV|PART)$/.test(tag) || isUpTo(words, last + 1)) return last;
	if (PARTICLES.has(text)) return last + 1;
	const isBare = tag === 'ADP' && /^(?:ADP|SCONJ|CCONJ|PUNCT|X)$/.test(tagAt(words, last + 2));
	return isBare && !/^(?:as|of|than)$/.test(text) ? last + 1 : last;
}

/** Index of the full verb behind auxiliaries, or of the last auxiliary. */
function mainOf(words: readonly Word[], at: number): number {
	let main = at;
	while (tagAt(words, main) === 'AUX') {
		const next = pastAdverbs(words, main + 1);
		if (!isVerbal(words, next)) break;
		main = next;
	}
	return main;
}

function isPassive(words: readonly Word[], at: number, main: number): boolean {
	const before = words.slice(at, main).findLast(({ tag }) => tag === 'AUX');
	if (!before || tagAt(words, main) !== 'VERB') return false;
	return BE.test(before.text) && formOf(wordAt(words, main)) !== 'ing';
}

function groupFrom(words: readonly Word[], at: number): VerbGroup | undefined {
	if (!isVerbal(words, at)) return undefined;
	const main = mainOf(words, at);
	const word = wordAt(words, main);
	const isAided = tagAt(words, at) === 'AUX';
	const isCopula = word.tag === 'AUX' && BE.test(word.text);
	// "have/had/has" with nothing behind but its object is a full verb.
	const isOwn = main === at && !isCopula && /^(?:have|do)$/.test(word.lemma);
	return {
		first: at,
		last: withParticle(words, chainEnd(words, main)),
		main,
		form: isAided ? 'finite' : formOf(word),
		isPassive: isPassive(words, at, main),
		isCopula,
		...(isAided && !isOwn && { auxiliary: at })
	};
}

/** The verb group that begins at a word, or nothing; adverbs before the verb belong to it. */
export function verbGroupAt(words: readonly Word[], at: number): Phrase | undefined {
	const isInfinitive = isTo(words, at);
	const group = groupFrom(words, pastAdverbs(words, isInfinitive ? at + 1 : at));
	if (!group) return undefined;
	const verb: VerbGroup = isInfinitive ? { ...group, form: 'infinitive' } : { ...group, first: at };
	return { kind: 'verb', first: at, last: verb.last, head: verb.main, verb };
}
