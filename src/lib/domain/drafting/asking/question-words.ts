import type { Kind } from '#lib/bank/types.ts';
import type { WordRange } from '#lib/domain/drafting/types.ts';
import type { Reading } from './reading.ts';
import type { Sort } from './sort-of.ts';

/** A question word, the kind of question it makes, and how sure it is. */
export interface QuestionWord {
	kind: Kind;
	words: string;
	confidence: number;
}

/** How the doer of a thing is asked for, by what it is. */
export const DOER_WORDS: Record<Sort, QuestionWord> = {
	person: { kind: 'who', words: 'Who', confidence: 1 },
	group: { kind: 'who', words: 'Who', confidence: 0.85 },
	country: { kind: 'where', words: 'Which country', confidence: 0.85 },
	city: { kind: 'where', words: 'Which city', confidence: 0.8 },
	place: { kind: 'what', words: 'What', confidence: 0.6 },
	thing: { kind: 'what', words: 'What', confidence: 0.9 },
	unsure: { kind: 'who', words: 'Who', confidence: 0.5 }
};

/** How what a thing is done to is asked for, by what it is. */
export const OBJECT_WORDS: Record<Sort, QuestionWord> = {
	...DOER_WORDS,
	group: { kind: 'what', words: 'What', confidence: 0.6 },
	unsure: { kind: 'what', words: 'What', confidence: 0.4 },
	thing: { kind: 'what', words: 'What', confidence: 1 }
};

const OF_MANY: Record<string, string> = {
	'Which country': 'Which countries',
	'Which city': 'Which cities'
};

/** "Which countries" where the answer is a list. */
export function forMany({ sentence }: Reading, words: string, { first, last }: WordRange): string {
	const isList = sentence.words.slice(first, last + 1).some(({ tag }) => tag === 'CCONJ');
	return (isList ? OF_MANY[words] : undefined) ?? words;
}
