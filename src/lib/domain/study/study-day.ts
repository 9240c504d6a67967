import type { Moment, StudyDay } from './types.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const FALLBACK_ZONE = 'UTC';

/** A wall clock's reading, as if its civil time were UTC, and its hour. */
interface CivilClock {
	asUtc: number;
	hour: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function makeFormat(timeZone: string): Intl.DateTimeFormat {
	return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric'
	});
}

/** Building a format costs a hundred times its use, hence the memo. */
function formatOf(zone: string): Intl.DateTimeFormat {
	const known = formats.get(zone);
	if (known) return known;
	let format: Intl.DateTimeFormat;
	try {
		format = makeFormat(zone);
	} catch {
		// An event of another device may name a zone this one does not know.
		format = makeFormat(FALLBACK_ZONE);
	}
	formats.set(zone, format);
	return format;
}

function civilClock(at: number, zone: string): CivilClock {
	const read: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
	for (const part of formatOf(zone).formatToParts(at)) read[part.type] = Number(part.value);
	const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = read;
	return { asUtc: Date.UTC(year, month - 1, day, hour, minute, second), hour };
}

/**
 * The study day a time falls on: the civil date in the zone, or the date before it until
 * `dayStartHour` (0 to 23). A zone the platform does not know reads as UTC.
 */
export function studyDayOf(at: number, zone: string, dayStartHour: number): StudyDay {
	const clock = civilClock(at, zone);
	return Math.floor(clock.asUtc / DAY_MS) - (clock.hour < dayStartHour ? 1 : 0);
}

/** Minutes the zone's clock is ahead of UTC at a time: 120 for Berlin in summer. */
export function offsetMinutesOf(at: number, zone: string): number {
	const wholeSecond = Math.floor(at / 1000) * 1000;
	return Math.round((civilClock(at, zone).asUtc - wholeSecond) / 60_000);
}

/** The first instant (epoch ms) after `at` that belongs to a later study day. */
export function nextRollover(at: number, zone: string, dayStartHour: number): number {
	const today = studyDayOf(at, zone, dayStartHour);
	let before = at;
	// No day of any zone since 1970 is longer than 25 hours; 50 is room enough.
	let after = at + 50 * HOUR_MS;
	while (after - before > 1) {
		const middle = Math.floor((before + after) / 2);
		if (studyDayOf(middle, zone, dayStartHour) > today) after = middle;
		else before = middle;
	}
	return after;
}

/** The civil date of a study day, as `2016-09-24`. */
export function dateOfStudyDay(day: StudyDay): string {
	return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** What the clock says and which study day that is. */
export function momentOf(now: number, zone: string, dayStartHour: number): Moment {
	return { now, zone, studyDay: studyDayOf(now, zone, dayStartHour) };
}
