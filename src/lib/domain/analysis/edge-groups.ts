import { sum } from './moments.ts';

/** Kelley's share: the two groups are then as large and as far apart as they can be at once. */
const EDGE_SHARE = 0.27;

/** The best and the worst scorers: for each person how much of a seat they have in either group. */
export interface EdgeGroups {
	upper: number[];
	lower: number[];
}

/**
 * The upper and the lower 27 % by total: 0.27 n seats each, rounded (half up), at least one.
 * Ties: all who stand equal at the cut share the seats that are left equally, so that neither the
 * order of the attempts nor chance decides; where all stand equal the two groups are the same.
 * Nobody has a seat where there are fewer than two.
 * @see Kelley 1939, The selection of upper and lower groups for the validation of test items
 */
export function edgeGroups(totals: readonly number[]): EdgeGroups {
	// Twelve digits: equal totals may come from different sums.
	const ranks = totals.map((total) => Number(total.toPrecision(12)));
	const seats = totals.length < 2 ? 0 : Math.max(1, Math.round(EDGE_SHARE * totals.length));
	return { upper: share(ranks, seats), lower: share(negated(ranks), seats) };
}

/** Mean of the values of a group's members, each for its part of a seat; NaN for an empty group. */
export function groupMean(values: readonly number[], seats: readonly number[]): number {
	return sum(values.map((value, i) => value * (seats[i] ?? 0))) / sum(seats);
}

function share(ranks: readonly number[], seats: number): number[] {
	if (seats === 0) return ranks.map(() => 0);
	const cut = [...ranks].sort((a, b) => b - a)[seats - 1] ?? 0;
	const above = ranks.filter((rank) => rank > cut).length;
	const tied = ranks.filter((rank) => rank === cut).length;
	return ranks.map((rank) => (rank > cut ? 1 : rank === cut ? (seats - above) / tied : 0));
}

function negated(ranks: readonly number[]): number[] {
	return ranks.map((rank) => -rank);
}
