import { retryDelayMs } from './sync-pace.ts';

/** What came of a try, as far as the next one is concerned. */
export interface Try {
	isDone: boolean;
	/** When the server wants to be asked again, in seconds. */
	retryAfterS?: number;
}

/** Says when to try: at the earliest wish, but not before a failure's wait is over, nor before the server wants it. */
export class SyncTimer {
	#work: () => void;
	#random: () => number;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#dueAt = Infinity;
	#failures = 0;
	/** ms of a clock that nobody sets: until then nobody is asked, or only who cannot wait. */
	#closedUntil = 0;
	#slowUntil = 0;

	constructor(work: () => void, random: () => number = Math.random) {
		this.#work = work;
		this.#random = random;
	}

	/** Asks for a try in so many ms; `isUrgent`: a failure before does not put it off. */
	wish(inMs: number, isUrgent = false): void {
		const now = performance.now();
		const from = isUrgent ? this.#closedUntil : Math.max(this.#closedUntil, this.#slowUntil);
		const at = Math.max(now + inMs, from);
		if (at >= this.#dueAt) return;
		clearTimeout(this.#timer);
		this.#dueAt = at;
		this.#timer = setTimeout(() => {
			this.#dueAt = Infinity;
			this.#work();
		}, at - now);
	}

	/** Notes what came of a try; after a failure the next one is set. */
	note({ isDone, retryAfterS = 0 }: Try): void {
		this.#failures = isDone ? 0 : this.#failures + 1;
		if (isDone) {
			this.#slowUntil = 0;
			return;
		}
		const now = performance.now();
		this.#closedUntil = now + retryAfterS * 1000;
		this.#slowUntil = now + retryDelayMs(this.#failures, this.#random());
		this.wish(0);
	}

	/** The network is back: what failed before says nothing any more. */
	reset(): void {
		this.#failures = 0;
		this.#slowUntil = 0;
	}

	stop(): void {
		clearTimeout(this.#timer);
		this.#dueAt = Infinity;
	}
}
