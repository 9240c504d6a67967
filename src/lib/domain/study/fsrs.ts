import { FSRSAlgorithm } from 'ts-fsrs';
import type { Memory, Rating } from './types.ts';
import { WEIGHT_COUNT, type Weights } from './weights.ts';

const STABILITY_MIN_DAYS = 0.001;
const STABILITY_MAX_DAYS = 36_500;

const algorithms = new WeakMap<readonly number[], FSRSAlgorithm>();

function algorithmOf(weights: Weights): FSRSAlgorithm {
	const known = algorithms.get(weights.values);
	if (known) return known;
	const algorithm = new FSRSAlgorithm({ w: weights.values });
	// The constructor moves w19 = 0 (any FSRS-5 set) up to 0.01; the reference takes weights as they are.
	if (weights.values.length === WEIGHT_COUNT) Object.assign(algorithm.parameters.w, weights.values);
	algorithms.set(weights.values, algorithm);
	return algorithm;
}

/**
 * Memory after a graded recall `deltaDays` (0 = same study day) after the last one; `undefined`
 * where there was none.
 *
 * @see https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm FSRS-6
 */
export function nextMemory(
	memory: Memory | undefined,
	recall: { rating: Rating; deltaDays: number },
	weights: Weights
): Memory {
	const next = algorithmOf(weights).next_state(memory ?? null, recall.deltaDays, recall.rating);
	return {
		stability: Math.min(Math.max(next.stability, STABILITY_MIN_DAYS), STABILITY_MAX_DAYS),
		difficulty: next.difficulty
	};
}

/**
 * The chance, 0 to 1, of recalling now what was last recalled `deltaDays` ago.
 *
 * @see https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm forgetting curve of FSRS-6
 */
export function retrievability(
	memory: Pick<Memory, 'stability'>,
	deltaDays: number,
	weights: Weights
): number {
	return algorithmOf(weights).forgetting_curve(deltaDays, memory.stability);
}

/**
 * Days, neither rounded nor bounded, until the chance of recall has sunk to `desiredRetention`
 * (above 0, at most 1).
 */
export function intervalFor(stability: number, desiredRetention: number, weights: Weights): number {
	return stability * algorithmOf(weights).calculate_interval_modifier(desiredRetention);
}
