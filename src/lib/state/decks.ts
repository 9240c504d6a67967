import type { LookUp } from '#lib/bank/look-up.ts';
import { KINDS } from '#lib/bank/types.ts';
import type { Deck } from '#lib/storage/rows.ts';
import { COMPARE } from './card-metas.ts';
import { listedReports } from './listed-reports.ts';

/** All decks there are, in the order they are offered. */
export function decksOf(look: LookUp): Deck[] {
	const compared = look.bank.comparisons.length > 0;
	return [
		{ of: 'all' },
		{ of: 'missed' },
		...KINDS.map((kind): Deck => ({ of: 'kind', kind })),
		...(compared ? [{ of: 'report', reportId: COMPARE } satisfies Deck] : []),
		...listedReports(look).map((report): Deck => ({ of: 'report', reportId: report.id }))
	];
}
