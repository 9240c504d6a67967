/** The numbers FSRS is fitted with, and the name under which reviews remember them. */
export interface Weights {
	version: string;
	/** FSRS-6: 21 numbers. */
	values: readonly number[];
}

/** How many numbers a set of FSRS-6 weights has. */
export const WEIGHT_COUNT = 21;

/**
 * The weights everybody starts with. They stand apart from what computes with them, which is fetched
 * only once something is computed.
 *
 * @see fsrs-rs 6.6.1, DEFAULT_PARAMETERS
 */
export const DEFAULT_WEIGHTS: Weights = {
	version: 'fsrs-6.default',
	values: [
		0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
		0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542
	]
};
