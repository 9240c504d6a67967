import { timeOfDay } from '#lib/components/review/time-words.ts';
import type { SettingProblem } from '#lib/domain/study/settings-check.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { BackupCounts } from '#lib/state/backup-restoring.svelte.ts';
import type { StudyForm } from '#lib/state/study-form.svelte.ts';

const DAY_MS = 86_400_000;

/** "84 kB", "1.2 MB". */
export function sayBytes(bytes: number): string {
	const [unit, value] =
		bytes < 1_000_000
			? (['kilobyte', Math.ceil(bytes / 1000)] as const)
			: bytes < 1_000_000_000
				? (['megabyte', bytes / 1_000_000] as const)
				: (['gigabyte', bytes / 1_000_000_000] as const);
	const digits = value < 10 ? 1 : 0;
	const style = { style: 'unit', unit, maximumFractionDigits: digits } as const;
	return new Intl.NumberFormat(getLocale(), style).format(value);
}

/** "today", "9 days ago". */
export function sayAgo(at: number, now: number): string {
	const days = Math.floor((now - at) / DAY_MS);
	const format = new Intl.RelativeTimeFormat(getLocale(), { numeric: 'auto' });
	return format.format(-Math.max(0, days), 'day');
}

/** A count and the words to tell it by. */
type CountWords = [number, (inputs: { count: number }) => string];

/** What of a backup is of classes, for {@link sayCounts}. */
export function classCounts(counts: BackupCounts): CountWords[] {
	const { classes, assignments, submissions, handouts } = counts;
	const rest = counts.quizzes + counts.arrivals + counts.rulings + counts.handins;
	return [
		[classes, m.backup_count_classes],
		[assignments, m.backup_count_assignments],
		[submissions, m.backup_count_results],
		[handouts, m.backup_count_handouts],
		[rest, m.backup_count_rest]
	];
}

/** "12 reviews, 3 quiz answers and 2 quizzes"; what there is none of is left out. */
export function sayCounts(parts: CountWords[]): string {
	const said = parts.filter(([count]) => count > 0).map(([count, word]) => word({ count }));
	if (said.length === 0) return m.settings_count_nothing();
	return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(said);
}

/** Every hour of the day, as a clock shows it. */
export function hourOptions(): { value: number; label: string }[] {
	const midnight = new Date(2016, 0, 1).getTime();
	return Array.from({ length: 24 }, (_, hour) => ({
		value: hour,
		label: timeOfDay(midnight + hour * 3_600_000)
	}));
}

/** What day it is for the cards, and when the next one starts. */
export function sayDay({ today, turnsAt, zone }: StudyForm['day']): string {
	const date = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
	const weekday = { weekday: 'long', timeZone: zone } as const;
	return m.settings_day_preview({
		day: new Intl.DateTimeFormat(getLocale(), date).format(today * DAY_MS),
		weekday: new Intl.DateTimeFormat(getLocale(), weekday).format(turnsAt),
		time: new Intl.DateTimeFormat(undefined, { timeStyle: 'short', timeZone: zone }).format(turnsAt)
	});
}

/** What is wrong with a typed number, and what to type. */
export function sayNumberProblem(problem: SettingProblem | undefined): string | undefined {
	if (problem?.code === 'out-of-range') return m.settings_out_of_range(problem);
	return problem && m.settings_not_whole();
}

/** What a retention costs or spares. */
export function sayRetention(percent: number): string {
	if (percent > 92) return m.settings_retention_more();
	return percent < 88 ? m.settings_retention_less() : m.settings_retention_usual();
}
