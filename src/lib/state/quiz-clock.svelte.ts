const TICK_MS = 250;
const MS_PER_SECOND = 1000;
const SECONDS_PER_MINUTE = 60;
const LAST_SECONDS = [30, 10];

/** The time a sitting still has. */
export class QuizClock {
	#deadlineAt: number;
	#now: () => number;

	leftSeconds = $state(0);
	/** The last round amount of seconds that was passed: what is said aloud. */
	saidSeconds = $state<number>();

	/** `deadlineAt` and what `now` gives are epoch ms. */
	constructor(deadlineAt: number, now: () => number) {
		this.#deadlineAt = deadlineAt;
		this.#now = now;
		this.leftSeconds = this.#read();
	}

	/** Runs until the returned function is called; `onOver` is called once, at the deadline. */
	start(onOver: () => void): () => void {
		let isOver = false;
		const tick = () => {
			if (isOver) return;
			this.#turn(this.#read());
			isOver = this.leftSeconds === 0;
			if (isOver) onOver();
		};
		const timer = setInterval(tick, TICK_MS);
		document.addEventListener('visibilitychange', tick);
		tick();
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', tick);
		};
	}

	#read(): number {
		return Math.max(0, Math.ceil((this.#deadlineAt - this.#now()) / MS_PER_SECOND));
	}

	#turn(left: number): void {
		if (left === this.leftSeconds) return;
		if (left % SECONDS_PER_MINUTE === 0 || LAST_SECONDS.includes(left)) this.saidSeconds = left;
		this.leftSeconds = left;
	}
}
