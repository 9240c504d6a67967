import { dateOfStudyDay } from '#lib/domain/study/study-day.ts';
import type { StudyDay } from '#lib/domain/study/types.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

const DAY_MS = 86_400_000;

/** The person's own variant of the language the words are in: British dates for British readers. */
function locale(): string {
	const language = getLocale();
	return navigator.languages.find((one) => one.split('-')[0] === language) ?? language;
}

function format(day: StudyDay, options: Intl.DateTimeFormatOptions): string {
	return new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' }).format(day * DAY_MS);
}

/** A study day in a chart: "4 Dec". */
export function shortDay(day: StudyDay): string {
	return format(day, { day: 'numeric', month: 'short' });
}

/** A study day in a sentence or table: "Friday, 4 December". */
export function longDay(day: StudyDay): string {
	return format(day, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** The month of a study day: "Dec". */
export function shortMonth(day: StudyDay): string {
	return format(day, { month: 'short' });
}

/** The month of a study day in a sentence: "December 2026". */
export function longMonth(day: StudyDay): string {
	return format(day, { month: 'long', year: 'numeric' });
}

/** A date of the bank as precise as it is known: `2016`, `2016-09` or `2016-09-24`. */
export function bankDate(date: string): string {
	const [year = '', month, day] = date.split('-').map(Number);
	if (month === undefined) return date;
	const at = Date.UTC(Number(year), month - 1, day ?? 1) / DAY_MS;
	return day === undefined
		? longMonth(at)
		: format(at, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "9 days ago", "yesterday", "today". */
export function daysAgo(days: number): string {
	return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(-days, 'day');
}

/** A share, 0 to 1, as a whole percentage. */
export function percent(share: number): string {
	return new Intl.NumberFormat(locale(), { style: 'percent' }).format(share);
}

/** Days from Monday, 0 to 6, of the first day of a week where the person lives. */
export function weekStart(): number {
	const own = new Intl.Locale(locale()) as Intl.Locale & {
		weekInfo?: { firstDay: number };
		getWeekInfo?: () => { firstDay: number };
	};
	return ((own.getWeekInfo?.() ?? own.weekInfo)?.firstDay ?? 1) - 1;
}

/** The month of a study day, 0 to 11. */
export function monthOf(day: StudyDay): number {
	return Number(dateOfStudyDay(day).slice(5, 7)) - 1;
}
