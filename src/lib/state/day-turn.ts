const LONGEST_TIMER_MS = 2 ** 31 - 1;
const AFTER_MS = 1000;

/** Looks whether the study day has turned: on time while the app is open, and when it was asleep. */
export class DayTurn {
	#look: () => number;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param look takes the day as it is now; gives the ms until the next begins */
	constructor(look: () => number) {
		this.#look = look;
	}

	follow(): void {
		const turn = () => this.turn();
		document.addEventListener('visibilitychange', turn);
		addEventListener('focus', turn);
		turn();
	}

	/** Looks now; the hour the day starts at may be another one. */
	turn(): void {
		clearTimeout(this.#timer);
		const waitMs = this.#look() + AFTER_MS;
		this.#timer = setTimeout(() => this.turn(), Math.min(waitMs, LONGEST_TIMER_MS));
	}
}
