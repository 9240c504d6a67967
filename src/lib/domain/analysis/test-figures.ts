import { figureUnless, firstProblem } from './figure.ts';
import type { MarkTable } from './mark-table.ts';
import { deviations, mean, median, sum, variance } from './moments.ts';
import type { Figure, NoFigure, TestAnalysis } from './types.ts';

/**
 * Where the totals lie, how they spread and how far they can be relied on.
 * @see https://docs.moodle.org/dev/Quiz_statistics_calculations#Test_statistics
 */
export function testFigures(table: MarkTable): TestAnalysis {
	const { items, rows, sameItems, unit } = table;
	const totals = rows.flatMap(({ total }) => total ?? []);
	const none = firstProblem([
		[rows.length === 0, 'no-attempts'],
		[totals.length === 0, 'no-marks']
	]);
	const one = none ?? firstProblem([[totals.length === 1, 'one-attempt']]);
	return {
		attempts: rows.length,
		items: items.filter((_, i) => rows.some(({ mosts }) => (mosts[i] ?? 0) > 0)).length,
		sameItems,
		unit,
		most: figureUnless(none, () => (unit === 'share' ? 1 : sum(rows[0]?.mosts ?? []))),
		mean: figureUnless(none, () => mean(totals)),
		median: figureUnless(none, () => median(totals)),
		sd: figureUnless(one, () => Math.sqrt(variance(totals))),
		...shape(totals, one),
		...reliability(table, totals, one)
	};
}

/**
 * Skewness k₃ ÷ k₂^1.5 and kurtosis k₄ ÷ k₂² of Fisher's k-statistics.
 * @see https://docs.moodle.org/dev/Quiz_statistics_calculations#Skewness_and_Kurtosis
 */
function shape(
	totals: readonly number[],
	problem: NoFigure | undefined
): Pick<TestAnalysis, 'skewness' | 'kurtosis'> {
	const n = totals.length;
	const apart = deviations(totals);
	const moment = (power: number) => mean(apart.map((value) => value ** power));
	const k2 = (n * moment(2)) / (n - 1);
	const against = (least: number) =>
		problem ??
		firstProblem([
			[n < least, 'few-attempts'],
			[variance(totals) === 0, 'same-mark']
		]);
	return {
		skewness: figureUnless(against(3), () => (n * n * moment(3)) / ((n - 1) * (n - 2)) / k2 ** 1.5),
		kurtosis: figureUnless(against(4), () => {
			const spread = (n + 1) * moment(4) - 3 * (n - 1) * moment(2) ** 2;
			return (n * n * spread) / ((n - 1) * (n - 2) * (n - 3)) / k2 ** 2;
		})
	};
}

/**
 * Alpha = k ÷ (k − 1) · (1 − Σ item variances ÷ variance of the totals), n − 1 in both; error ratio
 * = √(1 − alpha); standard error = error ratio · standard deviation. From three attempts on, and
 * only where all had the same items; items that count for nothing are not in k.
 * @see Cronbach 1951, Coefficient alpha and the internal structure of tests
 * @see https://docs.moodle.org/dev/Quiz_statistics_calculations#Coefficient_of_internal_consistency
 */
function reliability(
	{ items, rows, sameItems }: MarkTable,
	totals: readonly number[],
	problem: NoFigure | undefined
): Pick<TestAnalysis, 'consistency' | 'errorRatio' | 'standardError'> {
	const counting = items.flatMap((_, i) => ((rows[0]?.mosts[i] ?? 0) > 0 ? [i] : []));
	const k = counting.length;
	const spread = variance(totals);
	const against =
		problem ??
		firstProblem([
			[!sameItems, 'items-differ'],
			[k < 2, 'one-item'],
			[totals.length < 3, 'few-attempts'],
			[spread === 0, 'same-mark']
		]);
	const consistency = figureUnless(against, () => {
		const ofItems = counting.map((i) => variance(rows.map(({ counted }) => counted[i] ?? 0)));
		return (k / (k - 1)) * (1 - sum(ofItems) / spread);
	});
	// At most 1 by Cauchy and Schwarz; rounding may put it a hair above.
	const errorRatio = after(consistency, (alpha) => Math.sqrt(Math.max(0, 1 - alpha)));
	return {
		consistency,
		errorRatio,
		standardError: after(errorRatio, (ratio) => ratio * Math.sqrt(spread))
	};
}

function after(first: Figure, reckon: (value: number) => number): Figure {
	return first.ok ? figureUnless(undefined, () => reckon(first.value)) : first;
}
