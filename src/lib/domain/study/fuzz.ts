/** Days of fuzz a day of the interval adds, by the part of the interval it lies in. */
const PARTS = [
	{ from: 2.5, to: 7, share: 0.15 },
	{ from: 7, to: 20, share: 0.1 },
	{ from: 20, to: Infinity, share: 0.05 }
];

/** Smallest and largest interval allowed, in days; the largest wins. */
interface IntervalBounds {
	minimum: number;
	maximum: number;
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

function spread(intervalDays: number): number {
	if (intervalDays < 2.5) return 0;
	return PARTS.reduce(
		(days, part) => days + part.share * Math.max(0, Math.min(intervalDays, part.to) - part.from),
		1
	);
}

function fuzzRange(intervalDays: number, bounds: IntervalBounds): { low: number; high: number } {
	const { maximum } = bounds;
	const minimum = Math.min(bounds.minimum, maximum);
	const centre = clamp(intervalDays, minimum, maximum);
	const days = spread(centre);
	const low = clamp(Math.round(centre - days), minimum, maximum);
	const high = clamp(Math.round(centre + days), minimum, maximum);
	// One day of choice at least, so that cards learned together do not stay together.
	return { low, high: high === low && high > 2 && high < maximum ? low + 1 : high };
}

/**
 * A whole number of days near the interval and within the bounds; `share` (0 to below 1) picks
 * from the fuzz range, `undefined` rounds.
 *
 * @see Anki 26.08.1, rslib/src/scheduler/states/fuzz.rs (constants and published cases)
 */
export function fuzzInterval(
	intervalDays: number,
	bounds: IntervalBounds,
	share: number | undefined
): number {
	if (share === undefined)
		return Math.min(Math.max(Math.round(intervalDays), bounds.minimum), bounds.maximum);
	const { low, high } = fuzzRange(intervalDays, bounds);
	return Math.floor(low + share * (1 + high - low));
}

/**
 * The least interval fuzz may give after a recall, in days: an interval that grew stays above the
 * previous one, one that fuzz alone could shorten keeps it, and one that truly shrank is free (0).
 *
 * @see Anki 26.08.1, rslib/src/scheduler/states/fuzz.rs, published cases
 */
export function leastAfterRecall(
	intervalDays: number,
	previousDays: number,
	maximum: number
): number {
	if (Math.round(intervalDays) > previousDays) return previousDays + 1;
	return previousDays <= fuzzRange(intervalDays, { minimum: 1, maximum }).high ? previousDays : 0;
}
