import { storeFailure } from './failure.ts';

/** Runs of one transaction, the first included. */
const MOST_RUNS = 10;
const FIRST_WAIT_MS = 5;
const LONGEST_WAIT_MS = 500;

/** What waiting needs. */
export interface Patience {
	/** 0 to 1, so that those who met do not meet again */
	random(): number;
	sleep(ms: number): Promise<void>;
}

const patience: Patience = {
	random: () => Math.random(),
	sleep: (ms) => new Promise((wake) => setTimeout(wake, ms))
};

/**
 * Runs a transaction, again while the database says that another came between (SQLSTATE 40001, 40P01), at
 * most ten times, with growing waits of random length. Other failures are thrown on.
 */
export async function retried<T>(run: () => Promise<T>, wait: Patience = patience): Promise<T> {
	for (let runs = 1; ; runs++) {
		try {
			return await run();
		} catch (error) {
			if (storeFailure(error) !== 'again' || runs === MOST_RUNS) throw error;
			const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** runs);
			await wait.sleep(most * wait.random());
		}
	}
}
