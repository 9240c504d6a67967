import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomBetween, seededRandom, shuffled } from '#lib/domain/quiz/random.ts';

test('a seed gives the same numbers, another seed others', () => {
	const draw = (seed: string) => Array.from({ length: 5 }, seededRandom(seed));
	expect(draw('one')).toEqual(draw('one'));
	expect(draw('one')).not.toEqual(draw('two'));
});

test('numbers are spread evenly from 0 to 1', () => {
	const random = seededRandom('spread');
	const drawn: number[] = [];
	for (let i = 0; i < 100_000; i++) drawn.push(Math.floor(random() * 10));
	for (let tenth = 0; tenth < 10; tenth++) {
		const count = drawn.filter((each) => each === tenth).length;
		expect(Math.abs(count - 10_000)).toBeLessThan(400);
	}
});

test('a shuffle keeps every element', () => {
	fc.assert(
		fc.property(fc.array(fc.integer()), fc.string(), (list, seed) => {
			const sorted = (numbers: number[]) => [...numbers].sort((a, b) => a - b);
			expect(sorted(shuffled(seededRandom(seed), list))).toEqual(sorted(list));
		})
	);
});

test('a number lies between its ends, both reached', () => {
	const random = seededRandom('ends');
	const drawn = new Set(Array.from({ length: 200 }, () => randomBetween(random, 3, 5)));
	expect([...drawn].sort()).toEqual([3, 4, 5]);
});
