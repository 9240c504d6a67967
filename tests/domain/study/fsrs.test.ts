import { describe, expect, it } from 'vitest';
import { intervalFor, nextMemory, retrievability } from '#lib/domain/study/fsrs.ts';
import type { Memory, Rating } from '#lib/domain/study/types.ts';
import { DEFAULT_WEIGHTS, WEIGHT_COUNT, type Weights } from '#lib/domain/study/weights.ts';

/** Within a published decimal's rounding. */
const near = (actual: number, expected: number) =>
	expect(Math.abs(actual - expected) / expected).toBeLessThan(1e-4);

function remember(reviews: [Rating, number][], weights: Weights): Memory | undefined {
	let memory: Memory | undefined;
	for (const [rating, deltaDays] of reviews)
		memory = nextMemory(memory, { rating, deltaDays }, weights);
	return memory;
}

describe('DEFAULT_WEIGHTS', () => {
	it('are the 21 of FSRS-6', () => {
		expect(DEFAULT_WEIGHTS.values).toHaveLength(WEIGHT_COUNT);
		expect(DEFAULT_WEIGHTS.values[20]).toBe(0.1542);
	});
});

describe('nextMemory', () => {
	it('agrees with the published course of one card (fsrs-rs 6.6.1, test_memory_state)', () => {
		const course: [Rating, number][] = [
			[1, 0],
			[3, 0],
			[3, 1],
			[3, 3],
			[3, 8],
			[3, 21]
		];
		const memory = remember(course, DEFAULT_WEIGHTS);
		near(memory?.stability ?? 0, 53.62691);
		near(memory?.difficulty ?? 0, 6.3574867);
	});

	it('takes weights with w19 = 0 as they are (fsrs-rs 6.6.1, w17 = w18 = w19 = 0)', () => {
		const values = DEFAULT_WEIGHTS.values.map((w, i) => (i >= 17 && i <= 19 ? 0 : w));
		const course: [Rating, number][] = [
			[1, 0],
			[3, 0],
			[3, 1],
			[3, 3],
			[3, 8],
			[3, 21]
		];
		near(remember(course, { version: 'no-same-day', values })?.stability ?? 0, 53.335106);
	});

	it.each([
		[1, 1.596818],
		[2, 5],
		[3, 5],
		[4, 8.12961]
	] as [Rating, number][])(
		'same day, rating %i (fsrs-rs 6.6.1, test_next_stability)',
		(rating, stability) => {
			const memory = { stability: 5, difficulty: 5 };
			near(nextMemory(memory, { rating, deltaDays: 0 }, DEFAULT_WEIGHTS).stability, stability);
		}
	);
});

describe('retrievability', () => {
	it.each([
		[0, 1, 1],
		[1, 2, 0.9403443],
		[3, 4, 0.9185229],
		[5, 2, 0.8261359]
	])(
		'%i days after, stability %i (fsrs-rs, test_power_forgetting_curve)',
		(t, stability, share) => {
			near(retrievability({ stability }, t, DEFAULT_WEIGHTS), share);
		}
	);
});

describe('intervalFor', () => {
	it('is the stability at 90 %', () => {
		near(intervalFor(8, 0.9, DEFAULT_WEIGHTS), 8);
	});
	it.each([
		[0.5, 90],
		[0.7, 9],
		[0.8, 3]
	])('retention %f (fsrs-rs, test_next_interval)', (retention, days) => {
		expect(Math.round(intervalFor(1, retention, DEFAULT_WEIGHTS))).toBe(days);
	});
	it('is where the chance of recall has sunk to the retention', () => {
		const days = intervalFor(12, 0.83, DEFAULT_WEIGHTS);
		near(retrievability({ stability: 12 }, days, DEFAULT_WEIGHTS), 0.83);
	});
});
