import { describe, expect, test } from 'vitest';
import { analyseItems } from '#lib/domain/analysis/analyse-items.ts';
import { analyseOptions } from '#lib/domain/analysis/analyse-options.ts';
import { analysisInput, partOptions } from '#lib/domain/classroom/analysis-input.ts';
import { markAssignment } from '#lib/domain/classroom/mark-assignment.ts';
import type { Ruling } from '#lib/domain/classroom/ruling-types.ts';
import {
	ALL_RIGHT,
	WAITS,
	assigned,
	chose,
	collected,
	drop,
	freeze,
	handedIn,
	items,
	judge,
	override,
	quiz,
	ruledPart,
	says,
	stateOf,
	typed
} from './marking-support.ts';

const three = [
	handedIn(1, ALL_RIGHT),
	handedIn(2, [WAITS, typed('350 people'), chose(2), says(true)]),
	handedIn(3, [typed('The gate'), undefined, chose(1)])
];

function input(rulings: Ruling[] = [], submissions = three) {
	return analysisInput(markAssignment(collected(submissions, { rulings })), 'first');
}
function options(at: number, rulings: Ruling[] = [], totals: (number | null)[] = [9, 1, 1]) {
	const given = input(rulings);
	return partOptions(given, given.parts[at]?.key ?? '', totals);
}

describe('the matrix', () => {
	test('has a row a pupil: 0 where left open, null where undecided', () => {
		const { matrix, parts, attempts } = input();
		expect(attempts.map(({ submission }) => submission.no)).toEqual([1, 2, 3]);
		expect(matrix.attempts).toEqual([
			[1, 1, 1, 1, 1, 1, 1, 1, 1],
			[null, 1, 0, 0, 0, 0, 0, 0, 0],
			[0, 0, 1, 0, 0, 0, 0, 0, 0]
		]);
		expect(matrix.items).toEqual(parts.map(({ key }) => ({ key, maxMark: 1 })));
	});

	test('leaves out dropped parts and excused pupils', () => {
		const { matrix } = input([drop('d', 0), stateOf('e', 1, 'excused')]);
		expect(matrix.attempts).toEqual([
			[1, 0, 0, 0, 0, 0, 0, 0],
			[0, 1, 0, 0, 0, 0, 0, 0]
		]);
	});

	test('takes the attempts of the rule given, not of the assignment', () => {
		const again = handedIn(3, ALL_RIGHT, { id: 's3b', attempt: 2 });
		expect(input([], [...three, again]).matrix.attempts[2]).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0]);
	});

	test('has null where a version lacks the part', async () => {
		const later = await freeze({ items: items.slice(0, 2), version: 2 });
		const submissions = [
			handedIn(1, ALL_RIGHT),
			handedIn(2, ALL_RIGHT.slice(0, 2), { quizHash: later.hash })
		];
		const given = collected(submissions, {
			assignment: assigned({}, { versions: [quiz, later] }),
			versions: new Map([quiz, later].map((each) => [each.hash, each]))
		});
		expect(analysisInput(markAssignment(given), 'best').matrix.attempts[1]).toEqual([
			1,
			1,
			...Array.from({ length: 7 }, () => null)
		]);
	});

	test('of nothing is nothing', () => {
		expect(input([], []).matrix).toEqual({ items: [], attempts: [] });
	});

	test('is what the analysis takes', () => {
		const { matrix } = input();
		const { test: whole, items: analysed } = analyseItems(matrix);
		expect(whole).toMatchObject({ attempts: 3, items: 9 });
		expect(analysed[2]?.facility).toEqual({ ok: true, value: 2 / 3 });
	});
});

describe('the answers to a part', () => {
	test('typed: which are known right, and what each attempt has', () => {
		expect(options(0)).toEqual({
			form: 'typed',
			options: [{ option: 'the old harbour', right: true }],
			answers: [
				{ option: 'the old harbour', total: 9 },
				{ option: 'somewhere near the old harbour', total: 1 },
				{ option: 'The gate', total: 1 }
			]
		});
	});

	test('typed: what was judged right is right, one pupil’s own mark is not', () => {
		const rulings = [
			judge('a', { part: ruledPart(0), answer: { text: 'gate' }, credit: 1 }),
			override('o', { submissionId: 's2', itemNo: 0, part: 0, credit: 1 })
		];
		expect(options(0, rulings)?.options).toEqual([
			{ option: 'the old harbour', right: true },
			{ option: 'The gate', right: true }
		]);
	});

	test('chosen: all that were offered, in their order', () => {
		expect(options(2)).toEqual({
			form: 'offered',
			options: [
				{ option: 'salt', right: false },
				{ option: 'bread', right: true },
				{ option: 'rice', right: false },
				{ option: 'soap', right: false }
			],
			answers: [
				{ option: 'bread', total: 9 },
				{ option: 'rice', total: 1 },
				{ option: 'bread', total: 1 }
			]
		});
	});

	test('chosen: by what counts now', () => {
		const rulings = [
			judge('a', { part: ruledPart(2), answer: { option: 2 }, credit: 1 }),
			judge('b', { part: ruledPart(2), answer: { option: 1 }, credit: 0 })
		];
		expect(options(2, rulings)?.options.filter(({ right }) => right)).toEqual([
			{ option: 'rice', right: true }
		]);
	});

	test('true or false, matched and sorted', () => {
		expect(options(3)).toMatchObject({
			options: [
				{ option: 'true', right: false },
				{ option: 'false', right: true }
			],
			answers: [{ option: 'false' }, { option: 'true' }, { option: null }]
		});
		expect(options(5)?.options.find(({ right }) => right)?.option).toBe('Alan Turing');
		expect(options(8)?.options).toEqual([
			{ option: 'stated', right: false },
			{ option: 'claimed', right: true },
			{ option: 'forecast', right: false },
			{ option: 'opinion', right: false }
		]);
	});

	test('none of a part that is not analysed', () => {
		expect(partOptions(input(), 'x', [])).toBeUndefined();
	});

	test('are what the analysis takes', () => {
		const { matrix } = input();
		const found = options(2, [], analyseItems(matrix).totals);
		if (!found) throw new Error('no options');
		expect(analyseOptions(found).options.map(({ chosen }) => chosen)).toEqual([0, 2, 1, 0]);
	});
});
