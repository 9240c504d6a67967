import { textOf } from '#lib/domain/drafting/names/name-parts.ts';
import type { Mention, ReadSentence, WordRange } from '#lib/domain/drafting/types.ts';
import { wordAt } from '#lib/domain/drafting/words/word-at.ts';

/** A short name in a sentence, and the fullest form that the text has of it. */
export type FullName = WordRange & { full: string };

/** A name of a doubtful sort is left as it stands. */
const LEAST_MARGIN = 0.4;
const MOST_WORDS = 4;

/** "the Obama family": the name tells of something else. */
function isWithinPhrase({ words }: ReadSentence, { first, last }: Mention): boolean {
	const isBefore = /^(?:NOUN|PROPN)$/u.test(wordAt(words, last + 1).tag);
	return isBefore || /^(?:the|an?)$/iu.test(wordAt(words, first - 1).text);
}

function isShortOf(sentence: ReadSentence, mention: Mention): boolean {
	const { first, last, sort, margin, full } = mention;
	if (margin < LEAST_MARGIN || full.split(' ').length > MOST_WORDS) return false;
	const written = textOf(sentence, first, last);
	if (first !== last || !full.endsWith(` ${written}`)) return false;
	return sort === 'person' && !isWithinPhrase(sentence, mention);
}

/** The surnames of a sentence whose bearers the text names in full elsewhere: "Windsor" is "Edith Windsor". */
export function fullNames(sentence: ReadSentence): FullName[] {
	return sentence.mentions
		.filter((mention) => isShortOf(sentence, mention))
		.map(({ first, last, full }) => ({ first, last, full }));
}
