/** A draft that a reader judged, by its traits. */
export interface Sample {
	/** How far each trait holds, from 0 to 1, in one order for all. */
	traits: readonly number[];
	isAcceptable: boolean;
	/** How much it counts beside the others. */
	weight: number;
}

/** A logistic function's parameters. */
export interface Fitted {
	base: number;
	/** A weight a trait. */
	weights: number[];
}

const ROUNDS = 12;
/** The base is hardly held back. */
const BASE_STRENGTH = 0.01;

/** How likely a draft with such traits is acceptable, from 0 to 1. */
export function likelihoodOf({ base, weights }: Fitted, traits: readonly number[]): number {
	const sum = traits.reduce((all, value, at) => all + value * (weights[at] ?? 0), base);
	return 1 / (1 + Math.exp(-sum));
}

type Row = Float64Array;

/** Puts the row with the largest value of a column where elimination goes on, and takes it off all below. */
function eliminate(rows: Row[], at: number): void {
	const below = rows.slice(at);
	const pivot = below.reduce((best, row) =>
		Math.abs(row[at] ?? 0) > Math.abs(best[at] ?? 0) ? row : best
	);
	rows.splice(at, below.length, pivot, ...below.filter((row) => row !== pivot));
	for (const row of rows.slice(at + 1)) {
		const factor = (row[at] ?? 0) / (pivot[at] ?? 1);
		for (let column = at; column < row.length; column += 1) {
			row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0);
		}
	}
}

/** Solves rows of equations, each with its right side behind it. */
function solve(rows: Row[]): number[] {
	for (const at of rows.keys()) eliminate(rows, at);
	const found = rows.map(() => 0);
	for (const [at, row] of [...rows.entries()].reverse()) {
		const known = found.reduce((sum, value, column) => sum + value * (row[column] ?? 0), 0);
		found[at] = ((row.at(-1) ?? 0) - known) / (row[at] ?? 1);
	}
	return found;
}

/** One step of Newton's: the curvature of the likelihood, with its slope behind each row. */
function equationsOf(samples: readonly Sample[], fitted: Fitted, strength: number): Row[] {
	const size = fitted.weights.length + 1;
	const rows = Array.from({ length: size }, (_, at) => {
		const row = new Float64Array(size + 1);
		const held = at === 0 ? BASE_STRENGTH : strength;
		row[at] = held;
		row[size] = -held * (at === 0 ? fitted.base : (fitted.weights[at - 1] ?? 0));
		return row;
	});
	for (const { traits, isAcceptable, weight } of samples) {
		const likely = likelihoodOf(fitted, traits);
		const off = weight * (Number(isAcceptable) - likely);
		const curve = weight * likely * (1 - likely);
		const values = [1, ...traits];
		for (const [at, value] of values.entries()) {
			const row = rows[at];
			if (!row || value === 0) continue;
			row[size] = (row[size] ?? 0) + off * value;
			for (const [other, factor] of values.entries()) {
				row[other] = (row[other] ?? 0) + curve * value * factor;
			}
		}
	}
	return rows;
}

/**
 * The logistic function that tells acceptable drafts from others best, large weights being held back
 * by `strength` (L2).
 * @see https://en.wikipedia.org/wiki/Logistic_regression
 */
export function fitWeights(samples: readonly Sample[], strength: number): Fitted {
	const traitCount = samples[0]?.traits.length ?? 0;
	let fitted: Fitted = { base: 0, weights: new Array<number>(traitCount).fill(0) };
	for (let round = 0; round < ROUNDS; round += 1) {
		const [base = 0, ...steps] = solve(equationsOf(samples, fitted, strength));
		fitted = {
			base: fitted.base + base,
			weights: fitted.weights.map((weight, at) => weight + (steps[at] ?? 0))
		};
	}
	return fitted;
}

/** How often a likelihood puts an acceptable draft before another, from 0 to 1; 0.5 is a coin's. */
export function areaUnderCurve(judged: readonly { likely: number; isGood: boolean }[]): number {
	const good = judged.filter(({ isGood }) => isGood);
	const bad = judged.filter(({ isGood }) => !isGood);
	let wins = 0;
	for (const { likely } of good) {
		for (const other of bad) {
			if (likely > other.likely) wins += 1;
			else if (likely === other.likely) wins += 0.5;
		}
	}
	return wins / (good.length * bad.length);
}
