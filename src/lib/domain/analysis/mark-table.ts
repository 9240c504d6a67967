import { sum } from './moments.ts';
import type { MarkMatrix, MatrixItem } from './types.ts';

/** Numbers outside cannot be marks; squares and fourth powers inside stay finite. */
const LARGEST = 1e9;
const SMALLEST = 1e-9;

/** An item with its weight known. */
interface TableItem {
	key: string;
	maxMark: number;
	weight: number;
}

/** One attempt that had any item. */
export interface TableRow {
	/** Which row of the matrix it is. */
	attemptNo: number;
	/** As marked; null where not given. */
	marks: (number | null)[];
	/** What each adds to the total; 0 where not given. */
	counted: number[];
	/** What each could add; 0 where not given. */
	mosts: number[];
	/** In the table's unit; null where nothing given counts. */
	total: number | null;
}

/** A matrix made safe to reckon with. */
export interface MarkTable {
	items: TableItem[];
	rows: TableRow[];
	sameItems: boolean;
	unit: 'marks' | 'share';
}

/** Reads a matrix: what is no possible mark counts as not given, what is no possible maximum as 0. */
export function readMatrix({ items: given, attempts }: MarkMatrix): MarkTable {
	const items = given.map(readItem);
	const read = attempts.map((row, attemptNo) => readRow(items, row, attemptNo));
	const rows = read.filter(({ marks }) => marks.some((mark) => mark !== null));
	const most = sum(rows[0]?.mosts ?? []);
	const unit = rows.every(({ mosts }) => isSame(sum(mosts), most)) ? 'marks' : 'share';
	return {
		items,
		rows: rows.map((row) => ({ ...row, total: inUnit(unit, sum(row.counted), sum(row.mosts)) })),
		sameItems: items.every((_, i) => new Set(rows.map(({ marks }) => marks[i] === null)).size < 2),
		unit
	};
}

/**
 * What an attempt got in the other items, in the table's unit; null where none of them counts.
 * Added up anew: a total less a mark would leave roundings where all got the same.
 */
export function restOf({ unit }: MarkTable, { counted, mosts }: TableRow, itemNo: number) {
	const others = (values: number[]) => sum(values.filter((_, i) => i !== itemNo));
	return inUnit(unit, others(counted), others(mosts));
}

function inUnit(unit: MarkTable['unit'], got: number, most: number): number | null {
	if (most === 0) return null;
	return unit === 'marks' ? got : got / most;
}

function readItem({ key, maxMark, weight }: MatrixItem): TableItem {
	const most = readSize(maxMark);
	return { key, maxMark: most, weight: most === 0 ? 0 : readSize(weight ?? most) };
}

function readRow(
	items: readonly TableItem[],
	row: readonly (number | null)[],
	attemptNo: number
): Omit<TableRow, 'total'> {
	const marks = items.map((_, i) => readMark(row[i]));
	return {
		attemptNo,
		marks,
		counted: items.map((item, i) => weigh(item, marks[i] ?? 0)),
		mosts: items.map(({ weight }, i) => (marks[i] === null ? 0 : weight))
	};
}

function weigh({ maxMark, weight }: TableItem, mark: number): number {
	if (maxMark === 0) return 0;
	return weight === maxMark ? mark : (mark / maxMark) * weight;
}

function readSize(size: number): number {
	return size >= SMALLEST && size <= LARGEST ? size : 0;
}

function readMark(mark: number | null | undefined): number | null {
	return typeof mark === 'number' && Math.abs(mark) <= LARGEST ? mark : null;
}

function isSame(first: number, second: number): boolean {
	return Math.abs(first - second) <= 1e-9 * Math.max(first, second);
}
