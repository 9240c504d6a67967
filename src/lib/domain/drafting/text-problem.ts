import type { DraftProblem } from './types.ts';

/** Longer texts are no single report. */
const MOST_CHARACTERS = 400_000;
const LEAST_WORDS = 8;
const LEAST_LATIN = 0.7;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** Whether most letters are Latin ones: what the tagger knows. */
function isLatin(text: string): boolean {
	return count(text, /[A-Za-z]/g) >= LEAST_LATIN * count(text, /\p{L}/gu);
}

/** So many words written small, with so few of the words that every English text is full of, are no English. */
const LEAST_SMALL = 20;
const LEAST_ENGLISH = 0.06;
const ENGLISH =
	/(?<!\p{L})(?:the|of|and|to|is|was|were|are|that|for|with|by|from|his|her|its|has|have|had|said)(?!\p{L})/gu;

/** Whether the words are English, as far as its small words tell. */
function isEnglish(text: string): boolean {
	const small = count(text, /(?<!\p{L})\p{Ll}+/gu);
	return small < LEAST_SMALL || count(text, ENGLISH) >= LEAST_ENGLISH * small;
}

/** What keeps a text from giving drafts, as far as it can be told before reading it. */
export function textProblem(text: string): DraftProblem['code'] | undefined {
	if (text.trim() === '') return 'empty';
	if (text.length > MOST_CHARACTERS) return 'too-long';
	if (!isLatin(text) || !isEnglish(text)) return 'not-english';
	return count(text, /[\p{L}\p{N}]+/gu) < LEAST_WORDS ? 'too-short' : undefined;
}
