const SHORTEST_MS = 2000;
const LONGEST_MS = 5 * 60_000;

/**
 * How long to wait after so many failures in a row, in ms: from 2 s, doubled each time up to 5 minutes, of
 * which a random half is taken off, so that thirty devices do not come back at once.
 */
export function retryDelayMs(failures: number, random: number): number {
	const longest = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** Math.max(0, failures - 1));
	return Math.max(SHORTEST_MS, Math.round(longest * (1 - random / 2)));
}
