import { expect, test } from 'vitest';
import { adviseOn } from '#lib/domain/analysis/advise-on.ts';
import { reteach } from '#lib/domain/analysis/reteach.ts';
import type { Figure, ItemAnalysis } from '#lib/domain/analysis/types.ts';

const none: Figure = { ok: false, problem: 'no-attempts' };
const figure = (value: number | undefined): Figure =>
	value === undefined ? none : { ok: true, value };

/** Key, facility, discrimination index, attempts. */
type Row = [key: string, facility?: number, index?: number, seen?: number];

function choose(rows: Row[], most?: number) {
	const analysed = rows.map(([key, facility, index = 0.2, seen = 20]) => {
		const item: ItemAnalysis = {
			key,
			seen,
			facility: figure(facility),
			discriminationIndex: figure(index),
			sdMarks: none,
			discriminativeEfficiency: none,
			intendedWeight: none,
			effectiveWeight: none,
			negativeCovariance: false,
			upperLower: none
		};
		return { item, advice: adviseOn(item) };
	});
	return reteach(analysed, most);
}

test.each<[string, Row[], string[], string[]]>([
	['nothing', [], [], []],
	[
		'the lowest three',
		[
			['a', 0.9],
			['b', 0.4],
			['c', 0.1],
			['d', 0.5]
		],
		['c', 'b', 'd'],
		[]
	],
	[
		'fewer than three',
		[
			['a', 0.9],
			['b', 0.4]
		],
		['b', 'a'],
		[]
	],
	[
		'not what should have its key checked',
		[
			['a', 0.1, -0.3],
			['b', 0.4]
		],
		['b'],
		[]
	],
	[
		'not what hardly anybody missed',
		[
			['a', 1],
			['b', 0.96],
			['c', 0.95]
		],
		['c'],
		[]
	],
	[
		'not what nobody had',
		[
			['a', undefined],
			['b', 0.5]
		],
		['b'],
		[]
	],
	[
		'equal: what more had first',
		[
			['a', 0.5, 0.2, 10],
			['b', 0.5, 0.2, 20]
		],
		['b', 'a'],
		[]
	],
	[
		'equal: the gap in knowledge first',
		[
			['a', 0.5, 0.1],
			['b', 0.5, 0.6]
		],
		['b', 'a'],
		[]
	],
	[
		'equal in all: the order of the paper, and who was left out is told',
		[
			['a', 0.5],
			['b', 1 / 3],
			['c', 0.5],
			['d', 0.5],
			['e', 0.6]
		],
		['b', 'a', 'c'],
		['d']
	],
	[
		'equal but for rounding',
		[
			['a', 0.3],
			['b', 0.1 + 0.2, 0.5]
		],
		['b', 'a'],
		[]
	]
])('%s', (_, rows, keys, equals) => {
	expect(choose(rows)).toEqual({ keys, equals });
});

test('as many as asked for', () => {
	expect(
		choose(
			[
				['a', 0.5],
				['b', 0.4]
			],
			1
		)
	).toEqual({ keys: ['b'], equals: [] });
});
