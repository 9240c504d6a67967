import type { Reading, Replacement } from './asking/reading.ts';
import { possessive } from './asking/possessive.ts';
import { findAttribution } from './attribution/find-attribution.ts';
import { followQuotes } from './attribution/quotes.ts';
import { findSpeakers } from './attribution/speakers.ts';
import { PhraseRow } from './clauses/phrase-row.ts';
import { readDay } from './dates/calendar.ts';
import { readDates, type RelativeDate } from './dates/read-dates.ts';
import { findMentions } from './names/find-mentions.ts';
import { placeQuantities } from './quantities/place-quantities.ts';
import { resolveReferences, type Reference } from './references/resolve-references.ts';
import type { DraftOptions, ReadSentence } from './types.ts';
import { readSentences } from './words/read-sentences.ts';

function ofReference({ first, last, full, isPossessive }: Reference): Replacement {
	const name = full.replace(/^The /, 'the ');
	return { first, last, text: isPossessive ? possessive(name) : name, why: 'name' };
}

function ofDate({ first, last, absolute }: RelativeDate): Replacement[] {
	return absolute === undefined ? [] : [{ first, last, text: absolute, why: 'date' }];
}

/** "I" and "my" in somebody's words are that person. */
function ofSpeaker({ words, attribution }: ReadSentence, speaker: string): Replacement[] {
	const { first, last } = attribution?.claim ?? { first: 0, last: words.length };
	return words.flatMap(({ text }, at): Replacement[] => {
		if (at < first || at > last || !/^(?:I|my|My)$/.test(text)) return [];
		const name = text === 'I' ? speaker : possessive(speaker);
		return [{ first: at, last: at, text: name, why: 'name' }];
	});
}

/** Runs the stages that look at names, figures and quotations over every sentence of a text. */
function readAll(text: string): ReadSentence[] {
	const plain = readSentences(text);
	const mentions = findMentions(plain);
	const quotes = followQuotes(plain);
	return plain.map((sentence, at): ReadSentence => {
		const attribution = findAttribution(sentence, quotes[at]?.startsOpen);
		const isSpoken = attribution === undefined && quotes[at]?.isSpoken === true;
		return {
			...sentence,
			mentions: mentions[at] ?? [],
			quantities: placeQuantities(text, sentence),
			...(attribution && { attribution }),
			...(isSpoken && { isSpoken })
		};
	});
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
export function readReport(text: string, { date }: DraftOptions): Reading[] {
	const sentences = readAll(text);
	const references = resolveReferences(sentences);
	const speakers = findSpeakers(text, sentences);
	const time = timeOf(date, sentences);
	return sentences.map((read, at) => {
		const { speaker, first } = speakers[at] ?? {};
		const sentence = speaker === undefined ? read : { ...read, speaker };
		const dates = readDates(sentence, date);
		const replacements = [
			...(references[at] ?? []).map(ofReference),
			...dates.flatMap(ofDate),
			...(first === undefined ? [] : ofSpeaker(sentence, first))
		];
		const undated = dates.filter(({ absolute }) => absolute === undefined);
		return { text, sentence, row: new PhraseRow(sentence), replacements, undated, time };
	});
}
