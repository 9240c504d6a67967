import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	areaUnderCurve,
	fitWeights,
	likelihoodOf,
	type Sample
} from '#lib/domain/drafting/ranking/fit-weights.ts';

const sample = (traits: number[], isAcceptable: boolean, weight = 1): Sample => ({
	traits,
	isAcceptable,
	weight
});

const times = (count: number, each: Sample) => Array.from({ length: count }, () => each);

describe('fitWeights', () => {
	it('finds the share of a trait that holds or not', () => {
		const samples = [
			...times(30, sample([1], true)),
			...times(10, sample([1], false)),
			...times(10, sample([0], true)),
			...times(30, sample([0], false))
		];
		const fitted = fitWeights(samples, 0.001);
		expect(likelihoodOf(fitted, [1])).toBeCloseTo(0.75, 2);
		expect(likelihoodOf(fitted, [0])).toBeCloseTo(0.25, 2);
	});

	it('holds large weights back, and leaves a trait that tells nothing near none', () => {
		const samples = [
			...times(20, sample([1, 0], true)),
			...times(20, sample([0, 0], false)),
			...times(20, sample([1, 1], true)),
			...times(20, sample([0, 1], false))
		];
		const [loose = 0, nothing = 1] = fitWeights(samples, 0.1).weights;
		const [held = 0] = fitWeights(samples, 10).weights;
		expect(held).toBeGreaterThan(0);
		expect(held).toBeLessThan(loose);
		expect(nothing).toBeCloseTo(0, 1);
	});

	it('counts a sample as often as its weight says', () => {
		const twice = [sample([1], true, 2), sample([1], false), sample([0], false), sample([0], true)];
		const written = [
			sample([1], true),
			sample([1], true),
			sample([1], false),
			sample([0], false),
			sample([0], true)
		];
		expect(fitWeights(twice, 1).weights[0]).toBeCloseTo(
			fitWeights(written, 1).weights[0] ?? NaN,
			8
		);
	});

	it('gives likelihoods from 0 to 1 for any samples', () => {
		const traits = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
			minLength: 3,
			maxLength: 3
		});
		const samples = fc.array(fc.tuple(traits, fc.boolean()), { minLength: 1, maxLength: 30 });
		fc.assert(
			fc.property(samples, (list) => {
				const fitted = fitWeights(
					list.map(([values, isGood]) => sample(values, isGood)),
					1
				);
				for (const [values] of list) {
					const likely = likelihoodOf(fitted, values);
					expect(likely).toBeGreaterThanOrEqual(0);
					expect(likely).toBeLessThanOrEqual(1);
				}
			}),
			{ numRuns: 50 }
		);
	});
});

describe('areaUnderCurve', () => {
	it.each<[string, [number, boolean][], number]>([
		[
			'all in order',
			[
				[0.9, true],
				[0.8, true],
				[0.2, false]
			],
			1
		],
		[
			'all the wrong way',
			[
				[0.1, true],
				[0.8, false]
			],
			0
		],
		[
			'all alike',
			[
				[0.5, true],
				[0.5, false]
			],
			0.5
		],
		[
			'one of two pairs in order',
			[
				[0.5, true],
				[0.9, false],
				[0.1, false]
			],
			0.5
		]
	])('%s', (_, judged, area) => {
		const list = judged.map(([likely, isGood]) => ({ likely, isGood }));
		expect(areaUnderCurve(list)).toBe(area);
	});
});
