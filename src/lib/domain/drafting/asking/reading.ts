import type { PhraseRow } from '#lib/domain/drafting/clauses/phrase-row.ts';
import type { ReadSentence, WordRange } from '#lib/domain/drafting/types.ts';

/** Words that are said otherwise in a question: a name for a pronoun, a date for "yesterday". */
export interface Replacement extends WordRange {
	text: string;
	why: 'name' | 'date' | 'full-name';
	/** Index of the word of the same sentence whose name it takes. */
	near?: number;
}

/** A sentence and what is needed to ask about it. */
export interface Reading {
	text: string;
	sentence: ReadSentence;
	row: PhraseRow;
	replacements: Replacement[];
	/** Ranges that tell when, but not by the calendar: "yesterday" without a known date. */
	undated: WordRange[];
	/** When the report is of, for what changes: "in 2016"; empty where nothing tells. */
	time: string;
}

/** Whether two ranges share a word. */
export function overlaps(left: WordRange, right: WordRange): boolean {
	return left.first <= right.last && right.first <= left.last;
}

/** Whether the first range lies within the second. */
export function isWithin(inner: WordRange, outer: WordRange): boolean {
	return inner.first >= outer.first && inner.last <= outer.last;
}
