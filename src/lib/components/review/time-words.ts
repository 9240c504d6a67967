import type { Outcome, StudyDay } from '#lib/domain/study/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

type Unit = 'minute' | 'hour' | 'day' | 'month' | 'year';
/** How long, in the unit a person would use. */
export interface Wait {
	count: number;
	unit: Unit;
}

const DAY_MS = 86_400_000;
const DAYS_A_MONTH = 30.44;
const DAYS_A_YEAR = 365.25;

const SHORT: Record<Unit, (inputs: { count: number }) => string> = {
	minute: m.wait_minutes,
	hour: m.wait_hours,
	day: m.wait_days,
	month: m.wait_months,
	year: m.wait_years
};

const tenths = (value: number) => (value < 10 ? Math.round(value * 10) / 10 : Math.round(value));

/** How long until an outcome's time, seen from `now` (epoch ms) and `today`. */
export function waitUntil(outcome: Outcome, now: number, today: StudyDay): Wait {
	if (outcome.dueAt !== undefined) {
		const minutes = Math.max(1, Math.round((outcome.dueAt - now) / 60_000));
		return minutes < 60
			? { count: minutes, unit: 'minute' }
			: { count: tenths(minutes / 60), unit: 'hour' };
	}
	return daysWait(Math.max(0, (outcome.dueDay ?? today) - today));
}

function daysWait(days: number): Wait {
	if (days < 60) return { count: days, unit: 'day' };
	if (days < DAYS_A_YEAR) return { count: tenths(days / DAYS_A_MONTH), unit: 'month' };
	return { count: tenths(days / DAYS_A_YEAR), unit: 'year' };
}

/** "10 min", "5 d": for a button. */
export function shortWait({ count, unit }: Wait): string {
	return SHORT[unit]({ count });
}

/** "10 minutes", "5 days": to be read aloud. */
export function longWait({ count, unit }: Wait): string {
	const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
	return new Intl.NumberFormat(getLocale(), style).format(count);
}

/** "14:10", as the person's region writes it. */
export function timeOfDay(at: number): string {
	return new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(at);
}

/** "Friday", from a week on "Friday, 4 December", with the year where it is another. */
export function dayName(day: StudyDay, today: StudyDay): string {
	const date = new Date(day * DAY_MS);
	const near = day - today < 7 && day >= today;
	const sameYear = date.getUTCFullYear() === new Date(today * DAY_MS).getUTCFullYear();
	return new Intl.DateTimeFormat(getLocale(), {
		timeZone: 'UTC',
		weekday: 'long',
		...(!near && { day: 'numeric', month: 'long' }),
		...(!sameYear && { year: 'numeric' })
	}).format(date);
}

/** "24 Sept 2026, 14:10" */
export function moment(at: number): string {
	const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
	return new Intl.DateTimeFormat(getLocale(), style).format(at);
}
