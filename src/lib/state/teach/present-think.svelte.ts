const TICK_MS = 250;
const MS_PER_SECOND = 1000;

/** How long a class has been thinking. Nothing happens when the time is over but that it is told. */
export class ThinkTime {
	#now: () => number;
	#since = 0;
	#passedMs = $state(0);

	/** `now` gives epoch ms. */
	constructor(now: () => number) {
		this.#now = now;
	}

	/** Begins anew, for another item. */
	restart(): void {
		this.#since = this.#now();
		this.#passedMs = 0;
	}

	/** How much of so many seconds has passed, 0 to 1. */
	share(seconds: number): number {
		return Math.min(1, this.#passedMs / (seconds * MS_PER_SECOND));
	}

	/** Runs until the returned function is called. */
	run(): () => void {
		const timer = setInterval(() => (this.#passedMs = this.#now() - this.#since), TICK_MS);
		return () => clearInterval(timer);
	}
}
