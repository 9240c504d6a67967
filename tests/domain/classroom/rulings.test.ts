import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inForce } from '#lib/domain/classroom/rulings.ts';
import type { Ruling } from '#lib/domain/classroom/ruling-types.ts';
import { anyRulings, drop, undo } from './marking-support.ts';

const ids = (rulings: Ruling[]) => inForce(rulings).map(({ id }) => id);

describe('the rulings in force', () => {
	const a = drop('a', 0);
	const b = drop('b', 1);
	const table: [string, Ruling[], string[]][] = [
		['none', [], []],
		['by id, whatever the order of the log', [b, a], ['a', 'b']],
		['the same one twice counts once', [a, a], ['a']],
		['one taken back', [a, b, undo('c', 'a')], ['b']],
		['the taking back taken back', [a, undo('c', 'a'), undo('d', 'c')], ['a']],
		['and once more', [a, undo('c', 'a'), undo('d', 'c'), undo('e', 'd')], []],
		[
			'taken back twice, once of it taken back',
			[a, undo('c', 'a'), undo('d', 'a'), undo('e', 'c')],
			[]
		],
		['an undo made by a clock that was set back', [undo('0', 'a'), a], []],
		['an undo of nothing known', [a, undo('c', 'x')], ['a']]
	];
	test.each(table)('%s', (_, rulings, expected) => {
		expect(ids(rulings)).toEqual(expected);
	});

	test('undos in a ring come to an end', () => {
		expect(ids([a, undo('c', 'd'), undo('d', 'c')])).toEqual(['a']);
	});

	test('do not hang on the order of the log', () => {
		fc.assert(
			fc.property(anyRulings, fc.infiniteStream(fc.nat()), (rulings, keys) => {
				const mixed = rulings
					.map((ruling) => ({ ruling, key: keys.next().value ?? 0 }))
					.sort((x, y) => x.key - y.key)
					.map(({ ruling }) => ruling);
				expect(inForce(mixed)).toEqual(inForce(rulings));
			})
		);
	});
});
