import { editDistance } from '#lib/text/distance.ts';

/** The word of a list that a mistyped one most likely means, at most a third of its letters away. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
	let best: string | undefined;
	let limit = Math.max(1, Math.floor(word.length / 3));
	for (const other of words) {
		const distance = editDistance(word.toLowerCase(), other.toLowerCase(), limit);
		if (distance > limit || (best !== undefined && distance === limit)) continue;
		best = other;
		limit = distance;
	}
	return best;
}
