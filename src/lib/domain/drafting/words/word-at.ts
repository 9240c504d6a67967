import type { Word } from '#lib/domain/drafting/types.ts';

const NO_WORD: Word = { text: '', lemma: '', tag: 'X', start: 0, end: 0 };

/** The word at an index; outside the sentence one without letters, so that rules can look past its ends. */
export function wordAt(words: readonly Word[], at: number): Word {
	return words[at] ?? NO_WORD;
}

/** A word in lower case; empty outside the sentence. */
export function lowerAt(words: readonly Word[], at: number): string {
	return wordAt(words, at).text.toLowerCase();
}
