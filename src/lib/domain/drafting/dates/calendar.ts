/** Names of the months, January first. */
const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];

/** Names of the days in lower case, Sunday first as in `getUTCDay`. */
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const DAY_MS = 86_400_000;

/** A day as UTC midnight; undefined of anything but a whole date such as `2016-09-24`. */
export function readDay(date: string | undefined): Date | undefined {
	if (!/^\d{4}-\d{2}-\d{2}$/u.test(date ?? '')) return undefined;
	const day = new Date(`${date ?? ''}T00:00:00Z`);
	return Number.isNaN(day.getTime()) ? undefined : day;
}

/** The day some days later; earlier of a negative number. */
export function addDays(day: Date, days: number): Date {
	return new Date(day.getTime() + days * DAY_MS);
}

/** The first day of the month some months later. */
export function addMonths(day: Date, months: number): Date {
	return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1));
}

/** "22 September 2016" */
export function printDay(day: Date): string {
	return `${String(day.getUTCDate())} ${printMonth(day)}`;
}

/** "September 2016" */
export function printMonth(day: Date): string {
	return `${MONTHS[day.getUTCMonth()] ?? ''} ${String(day.getUTCFullYear())}`;
}

/** Number of a weekday's name from 0, Sunday; undefined of other words. */
export function weekdayOf(word: string): number | undefined {
	const at = DAYS.indexOf(word.toLowerCase());
	return at < 0 ? undefined : at;
}

/** The nearest such weekday: the day itself or before it, or behind it where `isAhead`. */
export function nearestWeekday(day: Date, weekday: number, isAhead: boolean): Date {
	const back = (day.getUTCDay() - weekday + 7) % 7;
	return addDays(day, isAhead ? (7 - back) % 7 || 7 : -back);
}
