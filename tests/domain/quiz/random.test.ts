import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomBetween, seededRandom, shuffled, someShuffled } from '#lib/domain/quiz/random.ts';

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

test('some of a list: each element as often in each place', () => {
	const random = seededRandom('some');
	const counts = Array.from({ length: 3 }, () => Array.from({ length: 10 }, () => 0));
	for (let draw = 0; draw < 20_000; draw++) {
		const some = someShuffled(random, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3);
		expect(new Set(some).size).toBe(3);
		some.forEach((value, place) => {
			const row = counts[place];
			if (row) row[value] = (row[value] ?? 0) + 1;
		});
	}
	for (const count of counts.flat()) expect(Math.abs(count - 2000)).toBeLessThan(200);
	expect(someShuffled(random, [1, 2], 5).sort()).toEqual([1, 2]);
});

test('a number lies between its ends, both reached', () => {
	const random = seededRandom('ends');
	const drawn = new Set(Array.from({ length: 200 }, () => randomBetween(random, 3, 5)));
	expect([...drawn].sort()).toEqual([3, 4, 5]);
});
