/** Values nearer than this, relative to the largest, differ by rounding only. */
const ROUNDING = 1e-9;

/** All values added up; 0 of nothing. */
export function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}

/** Arithmetic mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
	return values.length === 0 ? 0 : sum(values) / values.length;
}

/** The middle value, or the mean of the middle two; 0 of nothing. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const half = sorted.length / 2;
	return mean(sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1));
}

/** Each value less the mean; all 0 where the values differ by rounding only. */
export function deviations(values: readonly number[]): number[] {
	const lowest = values.reduce((least, value) => Math.min(least, value), Infinity);
	const highest = values.reduce((most, value) => Math.max(most, value), -Infinity);
	const constant = highest - lowest <= ROUNDING * Math.max(Math.abs(lowest), Math.abs(highest));
	const middle = mean(values);
	return values.map((value) => (constant ? 0 : value - middle));
}

/** Sample covariance (n − 1) of two columns; 0 where only rounding keeps it from 0. */
export function covariance(first: readonly number[], second: readonly number[]): number {
	const [a, b] = [deviations(first), deviations(second)];
	const products = sum(a.map((value, i) => value * (b[i] ?? 0)));
	const most = Math.sqrt(sum(a.map((value) => value ** 2)) * sum(b.map((value) => value ** 2)));
	return Math.abs(products) <= ROUNDING * 1e-3 * most ? 0 : products / (first.length - 1);
}

/** Sample variance (n − 1). */
export function variance(values: readonly number[]): number {
	return covariance(values, values);
}
