import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase45, toBase45 } from '#lib/domain/classroom/base45.ts';
import { fromUtf8, utf8 } from '#lib/domain/classroom/bytes.ts';
import {
	checkSymbols,
	fromLetters,
	fromSymbols,
	inGroups,
	toLetters,
	toSymbols
} from '#lib/domain/classroom/crockford.ts';
import { anyBytes } from './samples.ts';

describe('base45', () => {
	test.each([
		['AB', 'BB8'],
		['Hello!!', '%69 VD92EX0'],
		['base-45', 'UJCLQE7W581'],
		['ietf!', 'QED8WEX0'],
		['', '']
	])('%j of RFC 9285', (text, letters) => {
		expect(toBase45(utf8(text))).toBe(letters);
		expect(fromUtf8(fromBase45(letters) ?? utf8('none'))).toBe(text);
	});

	test.each(['A', 'AAAA', 'GGW', ':::', '::', 'aa', 'A\n'])('%j is none', (text) => {
		expect(fromBase45(text)).toBeUndefined();
	});

	test('bytes come back', () => {
		fc.assert(
			fc.property(anyBytes, (bytes) => {
				expect(fromBase45(toBase45(bytes))).toEqual(bytes);
			})
		);
	});
});

describe('letters by Crockford', () => {
	test.each([
		['K7QM-2RT9', [19, 7, 23, 20, 2, 24, 26, 9]],
		['k7qm 2rt9', [19, 7, 23, 20, 2, 24, 26, 9]],
		['oO0', [0, 0, 0]],
		['iIlL1', [1, 1, 1, 1, 1]],
		['Ｋ７', [19, 7]],
		['', []]
	])('%j', (typed, symbols) => {
		expect(fromLetters(typed)).toEqual(symbols);
	});

	test.each(['u', 'é', '٣', 'Ж'])('%j is none', (typed) => {
		expect(fromLetters(typed)).toBeUndefined();
	});

	test('bytes come back', () => {
		fc.assert(
			fc.property(anyBytes, (bytes) => {
				const letters = inGroups(toLetters(toSymbols(bytes)), 5);
				expect(fromSymbols(fromLetters(letters) ?? [])).toEqual(bytes);
			})
		);
	});

	test.each([[[1]], [[0, 1]], [[31, 31, 31]]])('%j is not written so', (symbols) => {
		expect(fromSymbols(symbols)).toBeUndefined();
	});

	test('one or two wrong letters are always told', () => {
		const symbol = fc.nat({ max: 31 });
		const change = fc.record({ at: fc.nat({ max: 27 }), by: fc.integer({ min: 1, max: 31 }) });
		const changes = fc.uniqueArray(change, {
			selector: ({ at }) => at,
			minLength: 1,
			maxLength: 2
		});
		const text = fc.array(symbol, { minLength: 26, maxLength: 26 });
		fc.assert(
			fc.property(text, changes, (symbols, wrong) => {
				const all = [...symbols, ...checkSymbols(symbols)];
				for (const { at, by } of wrong) all[at] = (all[at] ?? 0) ^ by;
				expect(checkSymbols(all.slice(0, 26))).not.toEqual(all.slice(26));
			}),
			{ numRuns: 2000 }
		);
	});
});
