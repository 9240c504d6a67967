import { findClauses } from '#lib/domain/drafting/clauses/find-clauses.ts';
import type { Clause } from '#lib/domain/drafting/clauses/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { fitLead } from '#lib/domain/drafting/asking/wording/fit-parts.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';

const MOST_IN_ALL = 23;
const TELLS_EVENT = /^(?:when|after|as|while|before|since)$/;
/** Behind a comma the others set something against what was said. */
const TELLS_STILL = /^(?:when|after)$/;

/** Index of the last word of a clause. */
export function endOf({ subject, verb, parts }: Clause): number {
	return Math.max(subject.last, verb.last, ...parts.map(({ last }) => last));
}

/** "and 40 wounded": another figure between a clause and what happened. */
function isBetween({ sentence }: Reading, from: number, to: number): boolean {
	const { words } = sentence;
	const between = words.slice(from, to);
	if (between.every(({ text }) => text === ',')) return true;
	const hasFigure = sentence.quantities.some(({ first }) => first >= from && first < to);
	return (
		hasFigure &&
		wordAt(words, from).text === 'and' &&
		between.every(({ tag, text }) => !/^(?:SCONJ|PRON)$/.test(tag) && !/[,;:]/.test(text))
	);
}

function isUsable({ kind, parts }: Clause): boolean {
	return kind === 'subordinate' && !parts.some(({ isCut, isNested }) => isCut || isNested);
}

/** "from 1920 to 1930": both parts of a lead, or its one. */
function wholeLead(reading: Reading, clause: Clause): string {
	const [from, to, ...others] = clause.lead;
	if (!from || !to || others.length > 0) return fitLead(reading, clause, 0);
	const isSpan =
		[from, to].every(({ role }) => role === 'preposition') && to.first === from.last + 1;
	const opening = fitLead(reading, { ...clause, lead: [from] }, 0);
	return isSpan && opening !== '' ? `${opening} ${render(reading, to)}` : '';
}

/** A question with what stands before its clause, where there is room: "between 1991 and 2000". */
export function withLead(reading: Reading, clause: Clause, question: string): string {
	const lead = wholeLead(reading, clause);
	const isLong = `${question} ${lead}`.split(' ').length > MOST_IN_ALL;
	return lead === '' || isLong || question.includes(lead)
		? question
		: question.replace(/\?$/, ` ${lead}?`);
}

/** Index of the word before a clause: the one that joins it to another. */
function joinOf({ subject, lead }: Clause): number {
	return Math.min(subject.first, ...lead.map(({ first }) => first)) - 1;
}

/** The clause behind another that tells what happened: "when a bus crashed in Lyon". */
function eventOf(reading: Reading, clause: Clause): Clause | undefined {
	const { words } = reading.sentence;
	const end = endOf(clause);
	return findClauses(reading.row).find((other) => {
		const at = joinOf(other);
		const told = wordAt(words, at - 1).text === ',' ? TELLS_STILL : TELLS_EVENT;
		const isTold = isUsable(other) && at > end && told.test(lowerAt(words, at));
		return isTold && isBetween(reading, end + 1, at);
	});
}

/** How many words a question may still take in, with its source before it. */
function roomBehind({ sentence }: Reading, question: string): number {
	const { source } = sentence.attribution ?? {};
	const named = source ? source.last - source.first + 3 : 0;
	return MOST_IN_ALL - named - question.split(' ').length;
}

/** A question with the event it is about, told as far as there is room: without it the figure is of nothing. */
export function withEvent(reading: Reading, clause: Clause, question: string): string {
	const event = eventOf(reading, clause);
	if (!event) return question;
	const room = roomBehind(reading, question);
	const first = joinOf(event);
	const needed = event.parts.findLast(({ role }) => role !== 'preposition' && role !== 'adverb');
	const least = Math.max(event.verb.last, needed?.last ?? 0);
	for (const last of [...event.parts.map((part) => part.last), event.verb.last].sort(
		(a, b) => b - a
	)) {
		const text = last >= least ? render(reading, { first, last }) : '';
		if (text !== '' && text.split(' ').length <= room) return question.replace(/\?$/, ` ${text}?`);
	}
	return question;
}
