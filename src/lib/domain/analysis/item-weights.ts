import { figureUnless, firstProblem } from './figure.ts';
import type { MarkTable } from './mark-table.ts';
import { covariance, sum } from './moments.ts';
import type { ItemAnalysis } from './types.ts';

/** What an item was meant to weigh, and what it does. */
export type ItemWeights = Pick<
	ItemAnalysis,
	'intendedWeight' | 'effectiveWeight' | 'negativeCovariance'
>;

/**
 * Intended weight = the item's marks ÷ all; effective weight = √ of its covariance with the total
 * ÷ the sum of these roots, a negative covariance adding nothing. One paper for all is needed.
 * @see https://docs.moodle.org/dev/Quiz_statistics_calculations#Effective_question_weight
 */
export function itemWeights({ items, rows, sameItems }: MarkTable): ItemWeights[] {
	const totals = rows.map(({ counted }) => sum(counted));
	const covariances = items.map((_, i) =>
		sameItems && rows.length > 1
			? covariance(
					rows.map(({ counted }) => counted[i] ?? 0),
					totals
				)
			: 0
	);
	const roots = covariances.map((value) => Math.sqrt(Math.max(0, value)));
	const mosts = rows[0]?.mosts ?? [];
	return items.map((_, i) => {
		const against = firstProblem([
			[rows.every(({ marks }) => marks[i] === null), 'no-attempts'],
			[!sameItems, 'items-differ'],
			[sum(mosts) === 0, 'no-marks']
		]);
		const still =
			against ??
			firstProblem([
				[rows.length === 1, 'one-attempt'],
				[sum(roots) === 0, 'same-mark']
			]);
		return {
			intendedWeight: figureUnless(against, () => (mosts[i] ?? 0) / sum(mosts)),
			effectiveWeight: figureUnless(still, () => (roots[i] ?? 0) / sum(roots)),
			negativeCovariance: (covariances[i] ?? 0) < 0
		};
	});
}
