import { addDays, addMonths, nearestWeekday, printDay, printMonth, weekdayOf } from './calendar.ts';

/** How a phrase of time is told by the calendar: the words, and what stands before them where they tell when. */
export interface AbsoluteTime {
	text: string;
	preposition: 'on' | 'in' | '';
}

/** A phrase that tells a time from the report's day on. */
export interface TimePhrase {
	/** Matches the words of a sentence, joined by spaces in lower case, from the phrase's first word on. */
	pattern: RegExp;
	/** Undefined where the calendar cannot tell. */
	tell: (match: RegExpExecArray, day: Date, isAhead: boolean) => AbsoluteTime | undefined;
}

const on = (day: Date): AbsoluteTime => ({ text: printDay(day), preposition: 'on' });
const onPart = (part: string | undefined, day: Date): AbsoluteTime =>
	part === undefined ? on(day) : { text: `the ${part} of ${printDay(day)}`, preposition: 'on' };
const inMonth = (day: Date): AbsoluteTime => ({ text: printMonth(day), preposition: 'in' });
const inYear = (year: number): AbsoluteTime => ({ text: String(year), preposition: 'in' });

const DAY = '(sunday|monday|tuesday|wednesday|thursday|friday|saturday)';
const PART = '(?: (morning|afternoon|evening|night))?';
const END = '(?= |$)';
const phrase = (pattern: string) => new RegExp(`^(?:${pattern})${END}`, 'u');

const SMALL = [
	'zero',
	'one',
	'two',
	'three',
	'four',
	'five',
	'six',
	'seven',
	'eight',
	'nine',
	'ten'
];

function countOf(word: string | undefined): number {
	if (word === 'a' || word === 'an') return 1;
	const at = SMALL.indexOf(word ?? '');
	return at < 0 ? Number(word) : at;
}

function weekdayTold(
	name: string | undefined,
	day: Date,
	which: 'last' | 'next' | 'near'
): Date | undefined {
	const weekday = weekdayOf(name ?? '');
	if (weekday === undefined) return undefined;
	if (which === 'last') return nearestWeekday(addDays(day, -1), weekday, false);
	return nearestWeekday(day, weekday, which === 'next');
}

function ago(count: number, unit: string | undefined, day: Date): AbsoluteTime | undefined {
	if (!Number.isInteger(count)) return undefined;
	if (unit === 'day') return on(addDays(day, -count));
	if (unit === 'month') return inMonth(addMonths(day, -count));
	return unit === 'year' ? inYear(day.getUTCFullYear() - count) : undefined;
}

/** Phrases of time, the longer before the shorter. */
export const TIME_PHRASES: readonly TimePhrase[] = [
	{
		pattern: phrase('(?:(?:earlier|later) )?this (morning|afternoon|evening)'),
		tell: ([, part], day) => onPart(part, day)
	},
	{
		pattern: phrase('yesterday (morning|afternoon|evening|night)'),
		tell: ([, part], day) => onPart(part, addDays(day, -1))
	},
	{ pattern: phrase('last night'), tell: (_, day) => onPart('night', addDays(day, -1)) },
	{ pattern: phrase('tonight'), tell: (_, day) => onPart('night', day) },
	{ pattern: phrase('yesterday'), tell: (_, day) => on(addDays(day, -1)) },
	{ pattern: phrase('(?:(?:earlier|later) )?today'), tell: (_, day) => on(day) },
	{ pattern: phrase('tomorrow'), tell: (_, day) => on(addDays(day, 1)) },
	{
		pattern: phrase(`(last|next|this) ${DAY}${PART}`),
		tell: ([, which, name, part], day, isAhead) => {
			const side = which === 'this' ? (isAhead ? 'next' : 'near') : (which as 'last' | 'next');
			const found = weekdayTold(name, day, side);
			return found && onPart(part, found);
		}
	},
	{
		pattern: phrase(`${DAY}${PART}`),
		tell: ([, name, part], day, isAhead) => {
			const found = weekdayTold(name, day, isAhead ? 'next' : 'near');
			return found && onPart(part, found);
		}
	},
	{
		pattern: phrase('(?:(?:earlier|later) )?(last|this|next) month'),
		tell: ([, which], day) =>
			inMonth(addMonths(day, which === 'last' ? -1 : which === 'next' ? 1 : 0))
	},
	{
		pattern: phrase('(?:(?:earlier|later) )?(last|this|next) year'),
		tell: ([, which], day) =>
			inYear(day.getUTCFullYear() + (which === 'last' ? -1 : which === 'next' ? 1 : 0))
	},
	{
		pattern: phrase(
			'(?:(?:earlier|later) )?(?:last|this|next|the past|the previous) (?:week|weekend|season|summer|winter|spring|autumn|fall|decade|century)'
		),
		tell: () => undefined
	},
	{
		pattern: phrase(
			'(an?|one|two|three|four|five|six|seven|eight|nine|ten|\\d+) (day|week|month|year|hour|minute)s? ago'
		),
		tell: ([, count, unit], day) => ago(countOf(count), unit, day)
	},
	{
		pattern: phrase(
			'(?:(?:the|these) )?(?:past|last|next|coming) (?:few|couple|two|three|four|five|six|seven|eight|nine|ten|twelve|\\d+) (?:hours|days|weeks|months|years|decades)'
		),
		tell: () => undefined
	},
	{
		pattern: phrase('(?:many |some |several |a few )(?:days|weeks|months|years|hours) ago'),
		tell: () => undefined
	}
];
