import type { Sentence } from '#lib/domain/drafting/types.ts';

const MOST_WORDS = 3;

/** "RK: It does.", "Ann Miller: We left.": who speaks in an interview is no part of what is said. */
export function withoutLabel(sentence: Sentence): Sentence {
	const { words } = sentence;
	const colon = words.findIndex(({ text }) => text === ':');
	if (colon < 1 || colon > MOST_WORDS || colon === words.length - 1) return sentence;
	const isLabel = words.slice(0, colon).every(({ text }) => /^\p{Lu}/u.test(text));
	return isLabel ? { ...sentence, words: words.slice(colon + 1) } : sentence;
}
