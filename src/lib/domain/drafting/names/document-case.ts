import type { Sentence } from '#lib/domain/drafting/types.ts';

/** How a document writes its words: what it writes large where it need not, and what it writes small. */
export interface DocumentCase {
	/** Words written large inside a sentence, in lower case. */
	large: Set<string>;
	/** Words written small anywhere. */
	small: Set<string>;
}

const OPENER = /^(?:["“„«‘'’(:–—•*-]|``|\.\.\.|…)$/u;

/** Whether a word would be written large here whatever it is: first of a sentence or of a quotation. */
export function isOpening({ words }: Sentence, at: number): boolean {
	const before = words[at - 1];
	if (!before) return true;
	if (!OPENER.test(before.text)) return /^[.!?]$/u.test(before.text);
	return !/^['’(–—-]$/u.test(before.text) || at === 1;
}

/** Reads how a document writes its words. */
export function readCase(sentences: readonly Sentence[]): DocumentCase {
	const large = new Set<string>();
	const small = new Set<string>();
	for (const sentence of sentences) {
		for (const [at, { text }] of sentence.words.entries()) {
			if (/^\p{Ll}/u.test(text)) small.add(text);
			else if (/^\p{Lu}/u.test(text) && !isOpening(sentence, at)) large.add(text.toLowerCase());
		}
	}
	return { large, small };
}
