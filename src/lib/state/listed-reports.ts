import type { LookUp } from '#lib/bank/look-up.ts';
import { isOwnReport } from '#lib/bank/own-reports.ts';
import type { Report } from '#lib/bank/types.ts';

/** All reports as lists offer them: a person's own first, those added last before the others. */
export function listedReports({ bank }: LookUp): Report[] {
	// Ids of own reports sort by the time they were minted.
	const own = bank.reports
		.filter(({ id }) => isOwnReport(id))
		.sort((a, b) => (a.id < b.id ? 1 : -1));
	return [...own, ...bank.reports.filter(({ id }) => !isOwnReport(id))];
}
