import { itemFigures } from './item-figures.ts';
import { itemWeights } from './item-weights.ts';
import { readMatrix } from './mark-table.ts';
import { testFigures } from './test-figures.ts';
import type { Analysis, MarkMatrix } from './types.ts';

/**
 * Analyses a quiz from its marks as Moodle defines it; shares where Moodle has percentages.
 * Which attempts of a pupil to give is the caller's choice; the first ones keep the figures honest.
 * Never throws: what cannot be reckoned says why.
 * @see https://docs.moodle.org/dev/Quiz_statistics_calculations
 */
export function analyseItems(matrix: MarkMatrix): Analysis {
	const table = readMatrix(matrix);
	const weights = itemWeights(table);
	const totals = new Map(table.rows.map(({ attemptNo, total }) => [attemptNo, total]));
	return {
		test: testFigures(table),
		items: table.items.flatMap((_, i) => {
			const weight = weights[i];
			return weight ? [{ ...itemFigures(table, i), ...weight }] : [];
		}),
		totals: matrix.attempts.map((_, i) => totals.get(i) ?? null)
	};
}
