import type { LookUp } from '#lib/bank/look-up.ts';
import type { Kind, ReportId } from '#lib/bank/types.ts';
import type { Progress } from '#lib/domain/study/statistics.ts';
import type { StudyDay } from '#lib/domain/study/types.ts';
import type { Counts } from '#lib/storage/counts.ts';
import { reportOf } from './card-metas.ts';

/** Progress of a group of questions; suspended ones are in none of its three. */
export interface GroupProgress extends Progress {
	/** All questions of the group. */
	total: number;
	/** Known ones that come back after 21 days or more. */
	firm: number;
	suspended: number;
}

/** A group of questions: a report's (`compare` for comparisons), a kind's, both, or all. */
export interface Group {
	reportId?: ReportId;
	kind?: Kind;
}

/** How many questions a bank holds by `report/kind`. */
export function cellTotals(look: LookUp): Map<string, number> {
	const totals = new Map<string, number>();
	for (const question of look.bank.questions) {
		const cell = `${reportOf(look, question)}/${question.kind}`;
		totals.set(cell, (totals.get(cell) ?? 0) + 1);
	}
	return totals;
}

/** Progress of a group from counters alone; what has no card yet is fresh. */
export function groupProgress(
	totals: ReadonlyMap<string, number>,
	cells: Counts['cells'] | undefined,
	group: Group
): GroupProgress {
	const sum = { total: 0, known: 0, firm: 0, learning: 0, fresh: 0, suspended: 0 };
	for (const [cell, total] of totals) {
		if (!isIn(group, cell)) continue;
		const counts = cells?.[cell];
		sum.total += total;
		if (!counts) continue;
		sum.known += counts.young + counts.mature;
		sum.firm += counts.mature;
		sum.learning += counts.learning;
		sum.suspended += counts.suspended;
	}
	sum.fresh = Math.max(0, sum.total - sum.known - sum.learning - sum.suspended);
	return sum;
}

/** How many reviews fall due on each coming day; the first is today, with all that is overdue. */
export function forecastOf(
	due: Counts['due'],
	span: { today: StudyDay; days: number },
	group: Group
): number[] {
	const forecast = Array.from({ length: span.days }, () => 0);
	for (const { day, cells } of due) {
		const at = Math.max(0, day - span.today);
		if (at >= span.days) continue;
		for (const [cell, count] of Object.entries(cells)) {
			if (isIn(group, cell)) forecast[at] = (forecast[at] ?? 0) + count;
		}
	}
	return forecast;
}

function isIn(group: Group, cell: string): boolean {
	const slash = cell.lastIndexOf('/');
	return (
		(group.reportId ?? cell.slice(0, slash)) === cell.slice(0, slash) &&
		(group.kind ?? cell.slice(slash + 1)) === cell.slice(slash + 1)
	);
}
