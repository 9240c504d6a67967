import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makePseudonyms } from '#lib/domain/classroom/pseudonyms.ts';

describe('pseudonyms', () => {
	test('are the same for the same seed, and others for another', () => {
		expect(makePseudonyms(30, 'a')).toEqual(makePseudonyms(30, 'a'));
		expect(makePseudonyms(30, 'a')).not.toEqual(makePseudonyms(30, 'b'));
	});

	test('are one of a kind, two words each, as many as a register has numbers', () => {
		fc.assert(
			fc.property(fc.string(), (seed) => {
				const made = makePseudonyms(999, seed);
				expect(new Set(made).size).toBe(999);
				expect(made.every((one) => /^[A-Z][a-z]+ [A-Z][a-z]+$/.test(one))).toBe(true);
			}),
			{ numRuns: 20 }
		);
	});

	test('share no word for the thing in a class of forty', () => {
		const things = makePseudonyms(40, 'seed').map((one) => one.split(' ')[1]);
		expect(new Set(things).size).toBe(40);
	});

	test('are none of those taken, whatever their case', () => {
		const taken = makePseudonyms(20, 'seed').map((one) => one.toUpperCase());
		const made = makePseudonyms(20, 'seed', taken).map((one) => one.toUpperCase());
		expect(made.filter((one) => taken.includes(one))).toEqual([]);
	});
});
