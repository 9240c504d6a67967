import { PEOPLE_PLURALS } from '#lib/domain/drafting/names/data/person-nouns.ts';
import type { ReadSentence, WordRange } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';

type Figure = ReadSentence['quantities'][number];

/** A figure taken apart: the words of the number with its hedge, and what is counted. */
export interface SplitFigure {
	number: WordRange;
	/** Index of the first word of what is counted; absent where nothing is. */
	countedFrom?: number;
	type: 'count' | 'money' | 'share';
}

const MONEY = /^(?:[$€£¥]|us\$|dollars?|euros?|pounds?|yen|cents?)$/i;

function splitShare({ words }: ReadSentence, { first, last }: WordRange): SplitFigure {
	const of = words.findIndex((_, at) => at > first && at <= last && lowerAt(words, at) === 'of');
	if (of < 0) {
		const isOf = lowerAt(words, last + 1) === 'of';
		const isNoun = /^(?:NOUN|ADJ)$/.test(wordAt(words, last + 1).tag);
		const countedFrom = isOf ? last + 2 : last + 1;
		return { number: { first, last }, type: 'share', ...((isOf || isNoun) && { countedFrom }) };
	}
	return { number: { first, last: of - 1 }, type: 'share', countedFrom: of + 1 };
}

/** "$3 million [of damage]". */
function splitMoney({ words }: ReadSentence, { first, last }: WordRange): SplitFigure {
	const isOf = lowerAt(words, last + 1) === 'of' && wordAt(words, last + 2).tag === 'NOUN';
	return { number: { first, last }, type: 'money', ...(isOf && { countedFrom: last + 2 }) };
}

/** Takes a figure apart into its number and what it counts. */
export function splitFigure(sentence: ReadSentence, figure: Figure): SplitFigure {
	const { words } = sentence;
	const { first, last, quantity } = figure;
	if (quantity.unit === 'share') return splitShare(sentence, figure);
	if (MONEY.test(quantity.unit)) return splitMoney(sentence, figure);
	if (quantity.unit === '') {
		const isPartOf = lowerAt(words, last + 1) === 'of';
		if (isPartOf) return { number: { first, last }, type: 'count', countedFrom: last + 1 };
		const isNoun = /^(?:NOUN|PROPN|ADJ)$/.test(wordAt(words, last + 1).tag);
		return { number: { first, last }, type: 'count', ...(isNoun && { countedFrom: last + 1 }) };
	}
	const from = last - quantity.unit.split(/\s+/).length + 1;
	const end = lowerAt(words, from - 1) === 'of' ? from - 2 : from - 1;
	const isNoun = /^(?:NOUN|PROPN|ADJ)$/.test(wordAt(words, from).tag);
	const number = { first, last: Math.max(first, end) };
	return { number, type: 'count', ...(isNoun && { countedFrom: from }) };
}

/** Whether "how many" can stand before a noun: it needs a plural. */
export function isManyAt({ words }: ReadSentence, head: number): boolean {
	const { text, tag, lemma } = wordAt(words, head);
	const key = text.toLowerCase();
	if (PEOPLE_PLURALS.has(key)) return true;
	return (/s$/.test(key) && tag !== 'PROPN') || (tag === 'NOUN' && key !== lemma);
}

/** "several" and "a few" tell nothing that could be asked. */
export function isVague({ sentence }: { sentence: ReadSentence }, { last }: WordRange): boolean {
	return /^(?:several|few|some)$/.test(lowerAt(sentence.words, last));
}
