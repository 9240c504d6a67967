/** One measured thing beside what it cannot go below. */
export interface Figure {
	what: string;
	/** ms, or microseconds where `unit` says so */
	ours: number;
	/** In the same unit. */
	floor: number;
	/** What the floor is. */
	floorIs: string;
	unit?: 'ms' | 'µs';
	/** For information: nothing is asserted. */
	budget?: string;
}

/** The value below which a share (0 to 1) of the values lies, the nearest one there is. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

const HEAD = ['what', 'ours', 'floor', 'ratio', 'budget', 'floor is'];

function cells({ what, ours, floor, floorIs, unit = 'ms', budget = '' }: Figure): string[] {
	return [what, inUnit(ours, unit), inUnit(floor, unit), ratio(ours / floor), budget, floorIs];
}

function inUnit(value: number, unit: string): string {
	return `${value.toFixed(value < 10 ? 2 : 1)} ${unit}`;
}

function ratio(value: number): string {
	return `${value.toFixed(value < 10 ? 1 : 0)}×`;
}

/** The figures as lines of one width a column. */
export function table(title: string, figures: readonly Figure[]): string {
	const rows = [HEAD, ...figures.map(cells)];
	const widths = HEAD.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
	const isNumber = (i: number) => i > 0 && i < 4;
	const lines = rows.map((row) =>
		row
			.map((cell, i) => (isNumber(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
			.join('  ')
			.trimEnd()
	);
	return [`\n${title}`, ...lines].join('\n');
}
