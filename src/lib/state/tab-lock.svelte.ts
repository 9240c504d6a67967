/**
 * Whether this tab may write: `asking` for the lock, `held` here, `elsewhere` in another tab,
 * `lost` to a tab that took over, `free` before and after.
 */
export type LockState = 'free' | 'asking' | 'held' | 'elsewhere' | 'lost';

/** One tab at a time works on a thing; another can wait for it or take it over. */
export class TabLock {
	#name: string;
	#onHeld: () => void;
	#letGo: (() => void) | undefined;
	#waiting: AbortController | undefined;

	state = $state<LockState>('free');

	/** `onHeld` runs each time the lock is got: another tab may have changed things meanwhile. */
	constructor(name: string, onHeld: () => void = () => undefined) {
		this.#name = name;
		this.#onHeld = onHeld;
	}

	get isHeld(): boolean {
		return this.state === 'held';
	}

	/** Asks for the lock; held elsewhere, it waits until that tab lets go. */
	hold(): void {
		if (this.state === 'held' || this.state === 'asking') return;
		// Browsers give no locks on insecure origins: better one tab unguarded than none.
		if (!navigator.locks) return this.#got();
		this.state = 'asking';
		void this.#request({ ifAvailable: true });
	}

	/** Takes the lock away from the tab that has it. */
	takeOver(): void {
		if (this.state === 'held') return;
		this.#stopWaiting();
		if (!navigator.locks) return this.#got();
		this.state = 'asking';
		void this.#request({ steal: true });
	}

	/** Lets go, or stops waiting. */
	release(): void {
		this.#stopWaiting();
		this.state = 'free';
		this.#letGo?.();
		this.#letGo = undefined;
	}

	async #request(options: LockOptions): Promise<void> {
		try {
			await navigator.locks.request(this.#name, options, (lock) => {
				if (options.signal?.aborted || this.state === 'free') return undefined;
				if (!lock) return this.#wait();
				const held = new Promise<void>((resolve) => (this.#letGo = resolve));
				this.#got();
				return held;
			});
		} catch {
			if (this.state === 'held') this.state = 'lost';
			this.#letGo = undefined;
		}
	}

	#got(): void {
		this.#waiting = undefined;
		this.state = 'held';
		this.#onHeld();
	}

	#wait(): void {
		this.state = 'elsewhere';
		this.#waiting = new AbortController();
		void this.#request({ signal: this.#waiting.signal });
	}

	#stopWaiting(): void {
		this.#waiting?.abort();
		this.#waiting = undefined;
	}
}
