/** How much may come at once, and how much again each second. */
export interface BucketSize {
	atOnce: number;
	perSecond: number;
}

interface Bucket {
	left: number;
	/** epoch ms: when `left` was right */
	at: number;
	perSecond: number;
	atOnce: number;
}

function leftAt({ left, at, perSecond, atOnce }: Bucket, now: number): number {
	const passedS = Math.max(0, now - at) / 1000;
	return Math.min(atOnce, left + passedS * perSecond);
}

/** Token buckets by key, in this process's memory; at most so many, the one longest not asked for goes first. */
export class TokenBuckets {
	#buckets = new Map<string, Bucket>();
	#most: number;

	constructor(most: number) {
		this.#most = most;
	}

	/** Takes one from a bucket: 0 where there was one, else in how many seconds there will be. */
	take(key: string, size: BucketSize, now: number): number {
		const known = this.#buckets.get(key);
		const left = known ? leftAt(known, now) : size.atOnce;
		const isEmpty = left < 1;
		// Put in anew, so that the order of the map is the order of use.
		this.#buckets.delete(key);
		this.#buckets.set(key, { ...size, left: isEmpty ? left : left - 1, at: now });
		if (this.#buckets.size > this.#most) this.#dropOldest();
		return isEmpty ? Math.max(1, Math.ceil((1 - left) / size.perSecond)) : 0;
	}

	#dropOldest(): void {
		for (const [key] of this.#buckets) {
			this.#buckets.delete(key);
			return;
		}
	}
}
