import { edgeGroups, groupMean } from './edge-groups.ts';
import { figureUnless, firstProblem } from './figure.ts';
import { restOf, type MarkTable, type TableRow } from './mark-table.ts';
import { covariance, mean, variance } from './moments.ts';
import type { ItemAnalysis, NoFigure } from './types.ts';

/** What an item says by itself and against the rest; its weights need the others. */
export type ItemFigures = Omit<
	ItemAnalysis,
	'intendedWeight' | 'effectiveWeight' | 'negativeCovariance'
>;

/**
 * Facility, spread and how well the item tells apart.
 * @see https://docs.moodle.org/dev/Quiz_statistics_calculations#Question_statistics
 */
export function itemFigures(table: MarkTable, itemNo: number): ItemFigures {
	const { key = '', maxMark = 0 } = table.items[itemNo] ?? {};
	const rows = table.rows.filter(({ marks }) => marks[itemNo] !== null);
	const marks = rows.map((row) => markOf(row, itemNo));
	const none = firstProblem([
		[rows.length === 0, 'no-attempts'],
		[maxMark === 0, 'no-marks']
	]);
	const few = none ?? firstProblem([[rows.length === 1, 'one-attempt']]);
	return {
		key,
		seen: rows.length,
		facility: figureUnless(none, () => mean(marks) / maxMark),
		sdMarks: figureUnless(few, () => Math.sqrt(variance(marks))),
		...againstRest(table, rows, { itemNo, problem: few }),
		upperLower: upperLower(rows, { itemNo, maxMark, problem: few })
	};
}

/**
 * Discrimination index = correlation of mark and rest; discriminative efficiency = their covariance
 * ÷ the covariance of the two columns each sorted, the most there can be with these marks.
 * @see https://docs.moodle.org/dev/Quiz_statistics_calculations#Discrimination_index
 */
function againstRest(
	table: MarkTable,
	rows: readonly TableRow[],
	{ itemNo, problem }: { itemNo: number; problem: NoFigure | undefined }
): Pick<ItemAnalysis, 'discriminationIndex' | 'discriminativeEfficiency'> {
	const pairs = rows.flatMap((row) => {
		const rest = restOf(table, row, itemNo);
		return rest === null ? [] : [{ mark: markOf(row, itemNo), rest }];
	});
	const marks = pairs.map(({ mark }) => mark);
	const rests = pairs.map(({ rest }) => rest);
	const against =
		problem ??
		firstProblem([
			[pairs.length === 0, 'one-item'],
			[pairs.length === 1, 'one-attempt'],
			[variance(marks) === 0, 'same-mark'],
			[variance(rests) === 0, 'same-rest']
		]);
	const together = covariance(marks, rests);
	return {
		discriminationIndex: figureUnless(
			against,
			() => together / Math.sqrt(variance(marks) * variance(rests))
		),
		discriminativeEfficiency: figureUnless(
			against,
			() => together / covariance(ascending(marks), ascending(rests))
		)
	};
}

/** @see edgeGroups */
function upperLower(
	rows: readonly TableRow[],
	{ itemNo, maxMark, problem }: { itemNo: number; maxMark: number; problem: NoFigure | undefined }
) {
	const ranked = rows.flatMap((row) =>
		row.total === null ? [] : [{ share: markOf(row, itemNo) / maxMark, total: row.total }]
	);
	const shares = ranked.map(({ share }) => share);
	const against =
		problem ??
		firstProblem([
			[ranked.length === 0, 'no-marks'],
			[ranked.length === 1, 'one-attempt']
		]);
	return figureUnless(against, () => {
		const { upper, lower } = edgeGroups(ranked.map(({ total }) => total));
		return groupMean(shares, upper) - groupMean(shares, lower);
	});
}

function markOf({ marks }: TableRow, itemNo: number): number {
	return marks[itemNo] ?? 0;
}

function ascending(values: readonly number[]): number[] {
	return [...values].sort((a, b) => a - b);
}
