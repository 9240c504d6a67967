import type { ReadSentence, Word } from '#lib/domain/drafting/types.ts';
import { wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { atomsOf, nounPhraseAt, type Atoms } from './noun-phrases.ts';
import { leftoverKind, smallKindAt } from './small-phrases.ts';
import type { Phrase } from './types.ts';
import { verbGroupAt } from './verb-groups.ts';

/** Longest quotation that is read as if it had no marks, in words. */
const MOST_QUOTED = 10;

function phraseAt(words: readonly Word[], atoms: Atoms, at: number): Phrase {
	const single = { first: at, last: at, head: at };
	if (!atoms.names.has(at) && !atoms.figures.has(at)) {
		const kind = smallKindAt(words, at);
		if (kind) return { kind, ...single };
		const verb = verbGroupAt(words, at);
		if (verb) return verb;
	}
	return nounPhraseAt(words, atoms, at) ?? { kind: leftoverKind(wordAt(words, at)), ...single };
}

/** Index behind a bracket that opens at a word, or the word itself. */
function pastBracket(words: readonly Word[], at: number): number {
	if (!/^[([]$/.test(wordAt(words, at).text)) return at;
	const close = words.findIndex(({ text }, index) => index > at && /^[)\]]$/.test(text));
	return close < 0 ? at : close + 1;
}

/** Whether the words between two marks are part of their sentence: "a violation of international law". */
function isTransparent(words: readonly Word[], open: number, close: number): boolean {
	const inside = words.slice(open + 1, close);
	if (open === 0 || inside.length > MOST_QUOTED) return false;
	if (/^[,:]$/.test(wordAt(words, open - 1).text)) return false;
	return !inside.some(({ tag }) => /^(?:AUX|PRON|PUNCT)$/.test(tag));
}

/** Quotation marks around a few words of somebody, by index. */
function transparentQuotes(words: readonly Word[]): Set<number> {
	const marks = new Set<number>();
	let open = -1;
	for (const [at, { text }] of words.entries()) {
		if (open < 0 && /^["“‘]$/.test(text)) open = at;
		else if (open >= 0 && /^["”’]$/.test(text)) {
			if (isTransparent(words, open, at)) marks.add(open).add(at);
			open = -1;
		}
	}
	return marks;
}

/** A sentence as a row of phrases; what stands in brackets is left out. */
export function phrasesOf(sentence: ReadSentence): Phrase[] {
	const { words } = sentence;
	const atoms = atomsOf(sentence);
	const quotes = transparentQuotes(words);
	const phrases: Phrase[] = [];
	for (let at = 0; at < words.length;) {
		const past = quotes.has(at) ? at + 1 : pastBracket(words, at);
		const phrase = past > at ? undefined : phraseAt(words, atoms, at);
		if (phrase) phrases.push(phrase);
		at = phrase ? phrase.last + 1 : past;
	}
	return phrases;
}
