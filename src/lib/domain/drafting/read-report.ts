import type { Reading, Replacement } from './asking/reading.ts';
import { possessive } from './asking/wording/possessive.ts';
import { findAttribution } from './attribution/find-attribution.ts';
import { followQuotes } from './attribution/quotes.ts';
import { speakerWords } from './attribution/speaker-words.ts';
import { findSpeakers, type Speaker } from './attribution/speakers.ts';
import { rowOf } from './clauses/row-memo.ts';
import { readDay } from './dates/calendar.ts';
import { looseDate } from './dates/loose-dates.ts';
import { readDates, type RelativeDate } from './dates/read-dates.ts';
import { findMentions } from './names/find-mentions.ts';
import { placeQuantities } from './quantities/place-quantities.ts';
import { fullNames, type FullName } from './references/full-names.ts';
import { resolveReferences, type Reference } from './references/resolve-references.ts';
import type { DraftOptions, ReadSentence, Sentence } from './types.ts';
import { readSentences } from './words/read-sentences.ts';
import { labelled, withoutLabel } from './attribution/without-label.ts';

function ofReference({ first, last, full, isPossessive, near }: Reference): Replacement {
	const name = full.replace(/^The /, 'the ');
	const text = isPossessive ? possessive(name) : name;
	return { first, last, text, why: 'name', ...(near !== undefined && { near }) };
}

const ofFullName = ({ first, last, full }: FullName): Replacement => ({
	first,
	last,
	text: full,
	why: 'full-name'
});

/** A date by the calendar; where none is known, nothing for a time that the sentence is whole without. */
function ofDate(sentence: ReadSentence, date: RelativeDate): Replacement[] {
	const { first, last, absolute } = date;
	if (absolute !== undefined) return [{ first, last, text: absolute, why: 'date' }];
	const loose = looseDate(sentence, date);
	if (!loose) return [];
	// Word by word: a clause may have "earlier" and "today" as two parts.
	const count = loose.last - loose.first + 1;
	return Array.from({ length: count }, (_, at): Replacement => {
		const word = loose.first + at;
		return { first: word, last: word, text: '', why: 'date' };
	});
}

/** "I" and "my" in somebody's words are that person. */
function ofSpeaker(sentence: ReadSentence, first = '', label = ''): Replacement[] {
	if (first === '') return [];
	return speakerWords(sentence, first, label !== '').map((each) => ({ ...each, why: 'name' }));
}

/** A title of so few words may be a name. */
const MOST_TITLE = 5;

const NO_TITLE: Sentence = { paragraph: -1, start: 0, end: 0, words: [] };

/** A title that is a name, as an article's is; a headline tells no names. */
function titleOf(title = ''): Sentence | undefined {
	const [sentence] = readSentences(title);
	const words = sentence?.words ?? [];
	const isName = words.every(({ text }) => /^(?:\p{Lu}|of|the|and|for)/u.test(text));
	const isShort = words.length > 0 && words.length <= MOST_TITLE;
	return sentence && isName && isShort ? { ...sentence, paragraph: -1 } : undefined;
}

/** Runs the stages that look at names, figures and quotations over every sentence of a text. */
function readAll(text: string, title: Sentence | undefined) {
	const all = readSentences(text);
	const labels = labelled(all);
	const plain = all.map(withoutLabel);
	const [ofTitle = [], ...mentions] = findMentions([title ?? NO_TITLE, ...plain]);
	const quotes = followQuotes(plain);
	const read = plain.map((sentence, at): ReadSentence => {
		const attribution = findAttribution(sentence, quotes[at]?.startsOpen);
		const isQuoted = quotes[at]?.isSpoken === true || labels[at] !== undefined;
		const isSpoken = attribution === undefined && isQuoted;
		return {
			...sentence,
			mentions: mentions[at] ?? [],
			quantities: placeQuantities(text, sentence),
			...(attribution && { attribution }),
			...(isSpoken && { isSpoken })
		};
	});
	return { read, labels, about: ofTitle[0] };
}

/** What is said in these words is news. */
const TOLD = /^(?:say|tell|tweet|add)$/;

/** "in 2016"; a text that tells news without a date has only its own time. */
function timeOf(date: string | undefined, sentences: readonly ReadSentence[]): string {
	const year = readDay(date)?.getUTCFullYear();
	if (year !== undefined) return `in ${year}`;
	const isNews = sentences.some(
		(sentence) =>
			TOLD.test(sentence.attribution?.verb ?? '') || readDates(sentence, undefined).length > 0
	);
	return isNews ? 'at the time of the report' : '';
}

/** Runs every reading stage over a text: its sentences with all that was found in them. */
export function readReport(text: string, { date, title }: DraftOptions): Reading[] {
	const { read, labels, about } = readAll(text, titleOf(title));
	const speakers = findSpeakers(text, read).map((speaker, at): Speaker => {
		const label = labels[at];
		return label === undefined ? speaker : { speaker: label, first: label };
	});
	const sentences = read.map((sentence, at): ReadSentence => {
		const { speaker } = speakers[at] ?? {};
		return speaker === undefined ? sentence : { ...sentence, speaker };
	});
	const references = resolveReferences(sentences, about);
	const time = timeOf(date, sentences);
	return sentences.map((sentence, at) => {
		const { first } = speakers[at] ?? {};
		const dates = readDates(sentence, date);
		const replacements = [
			...(references[at] ?? []).map(ofReference),
			...fullNames(sentence).map(ofFullName),
			...dates.flatMap((each) => ofDate(sentence, each)),
			...ofSpeaker(sentence, first, labels[at])
		];
		const undated = dates.filter((each) => ofDate(sentence, each).length === 0);
		return {
			text,
			sentence,
			row: rowOf(sentence),
			replacements,
			undated,
			time
		};
	});
}
