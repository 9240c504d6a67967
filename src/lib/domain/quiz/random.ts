/** A source of numbers from 0 (included) to 1 (excluded). */
export type Random = () => number;

/** Four 32-bit words from a text (cyrb128). @see https://github.com/bryc/code/blob/master/jshash/PRNGs.md */
function wordsOf(seed: string): [number, number, number, number] {
	let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
	for (let i = 0; i < seed.length; i++) {
		const code = seed.charCodeAt(i);
		a = b ^ Math.imul(a ^ code, 597399067);
		b = c ^ Math.imul(b ^ code, 2869860233);
		c = d ^ Math.imul(c ^ code, 951274213);
		d = a ^ Math.imul(d ^ code, 2716044179);
	}
	a = Math.imul(c ^ (a >>> 18), 597399067);
	b = Math.imul(d ^ (b >>> 22), 2869860233);
	c = Math.imul(a ^ (c >>> 17), 951274213);
	d = Math.imul(b ^ (d >>> 19), 2716044179);
	return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a];
}

/**
 * The same numbers for the same seed on every device (sfc32).
 * @see Chris Doty-Humphrey, PractRand, sfc32
 */
export function seededRandom(seed: string): Random {
	let [a, b, c, counter] = wordsOf(seed);
	const next = (): number => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + sum) | 0;
		return (sum >>> 0) / 4294967296;
	};
	for (let warmUp = 0; warmUp < 12; warmUp++) next();
	return next;
}

/** A whole number from `low` to `high`, both included. */
export function randomBetween(random: Random, low: number, high: number): number {
	return low + Math.floor(random() * (high - low + 1));
}

/** A copy in random order, each order equally likely. */
export function shuffled<T>(random: Random, list: readonly T[]): T[] {
	return someShuffled(random, list, list.length);
}

/** At most so many of a list in random order, each choice and order equally likely (Fisher–Yates). */
export function someShuffled<T>(random: Random, list: readonly T[], most: number): T[] {
	const out = [...list];
	const count = Math.min(most, out.length);
	for (let i = 0; i < count; i++) {
		const j = randomBetween(random, i, out.length - 1);
		[out[i], out[j]] = [out[j] as T, out[i] as T];
	}
	return out.slice(0, count);
}
