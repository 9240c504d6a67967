import type { Sentence, WordRange } from '#lib/domain/drafting/types.ts';
import { readDay } from './calendar.ts';
import { TIME_PHRASES, type AbsoluteTime, type TimePhrase } from './time-phrases.ts';

/** A time told from the report's day: "on Thursday". */
export type RelativeDate = WordRange & {
	/** The same by the calendar, "on 22 September 2016"; absent where the report's day is not known. */
	absolute?: string;
};

const LONGEST = 5;
const AHEAD = /^(?:will|due|scheduled|expected|plans|plan|shall|going|set)$/iu;

interface FoundPhrase {
	phrase: TimePhrase;
	match: RegExpExecArray;
	length: number;
}

function phraseAt({ words }: Sentence, at: number): FoundPhrase | undefined {
	const rest = words
		.slice(at, at + LONGEST)
		.map(({ text }) => text.toLowerCase())
		.join(' ');
	for (const phrase of TIME_PHRASES) {
		const match = phrase.pattern.exec(rest);
		if (match) return { phrase, match, length: match[0].split(' ').length };
	}
	return undefined;
}

/** "Today, the exchange is": these days, and not the day of the report. */
function isNowadays({ words }: Sentence, at: number): boolean {
	if (!/^today$/iu.test(words[at]?.text ?? '')) return false;
	return words.some(({ text }) => /^(?:is|are|has|have|remains|remain)$/iu.test(text)) && at < 2;
}

const WHEN = /^(?:since|until|till|by|from|before|after|of|between|to|for|through|over|and)$/iu;
const ON = /^(?:on|in)$/iu;

/** Whether the words around it need a bare date: "since Friday", "the Sunday match", "yesterday's match". */
function standsInPhrase({ words }: Sentence, first: number, last: number): boolean {
	const [before, after] = [words[first - 1], words[last + 1]];
	if (!before) return false;
	if (WHEN.test(before.text)) return true;
	if (!after) return false;
	return (
		/^['’]s?$/u.test(after.text) || (before.tag === 'DET' && /^(?:NOUN|PROPN)$/u.test(after.tag))
	);
}

function told(sentence: Sentence, range: WordRange, time: AbsoluteTime): RelativeDate {
	const hasOn = ON.test(sentence.words[range.first - 1]?.text ?? '');
	const first = hasOn ? range.first - 1 : range.first;
	const isBare = !hasOn && standsInPhrase(sentence, range.first, range.last);
	const absolute =
		isBare || time.preposition === '' ? time.text : `${time.preposition} ${time.text}`;
	const isOpening = first === 0 && absolute !== '';
	const text = isOpening ? `${absolute.slice(0, 1).toUpperCase()}${absolute.slice(1)}` : absolute;
	return { first, last: range.last, absolute: text };
}

/**
 * The times of a sentence that count from the report's day: "yesterday", "on Thursday", "last month".
 * `date` is that day, `2016-09-24`.
 */
export function readDates(sentence: Sentence, date: string | undefined): RelativeDate[] {
	const day = readDay(date);
	const isAhead = sentence.words.some(({ text }) => AHEAD.test(text));
	const found: RelativeDate[] = [];
	for (let at = 0; at < sentence.words.length; at += 1) {
		const here = isNowadays(sentence, at) ? undefined : phraseAt(sentence, at);
		if (!here) continue;
		const range = { first: at, last: at + here.length - 1 };
		const time = day && here.phrase.tell(here.match, day, isAhead);
		found.push(time ? told(sentence, range, time) : range);
		at = range.last;
	}
	return found;
}
