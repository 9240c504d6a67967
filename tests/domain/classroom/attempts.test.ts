import { describe, expect, test } from 'vitest';
import { beyondAllowed, countedAttempt } from '#lib/domain/classroom/attempts.ts';
import type { MarkedSubmission } from '#lib/domain/classroom/ruling-types.ts';
import type { AttemptRule } from '#lib/domain/classroom/types.ts';
import { NOON, handedIn } from './marking-support.ts';

/** Number, id, credit, out of, undecided. */
type Row = [number, string, number, number, number];

function marked([attempt, id, credit, outOf, undecided]: Row): MarkedSubmission {
	return { submission: handedIn(1, [], { id, attempt }), marks: [], credit, outOf, undecided };
}

describe('the attempt that is counted', () => {
	const three: Row[] = [
		[2, 'b', 8, 10, 0],
		[1, 'a', 5, 10, 0],
		[3, 'c', 6, 10, 0]
	];
	const table: [string, Row[], AttemptRule, string, string, boolean][] = [
		['the only one', [[1, 'a', 5, 10, 0]], 'best', 'a', 'only', true],
		['the first', three, 'first', 'a', 'first', true],
		['the best', three, 'best', 'b', 'best', true],
		['the last', three, 'last', 'c', 'last', true],
		[
			'of equals the earliest',
			[
				[2, 'b', 8, 10, 0],
				[1, 'a', 8, 10, 0]
			],
			'best',
			'a',
			'best',
			true
		],
		[
			'of two first ones that by id',
			[
				[1, 'b', 9, 10, 0],
				[1, 'a', 5, 10, 0]
			],
			'first',
			'a',
			'first',
			true
		],
		[
			'by share where versions differ',
			[
				[1, 'a', 5, 10, 0],
				[2, 'b', 4, 5, 0]
			],
			'best',
			'b',
			'best',
			true
		],
		[
			'undecided is no credit yet',
			[
				[1, 'a', 5, 10, 0],
				[2, 'b', 4, 4, 6]
			],
			'best',
			'a',
			'best',
			false
		],
		['nor settled', [[1, 'a', 5, 8, 2]], 'last', 'a', 'only', false],
		[
			'settled where nothing undecided can win',
			[
				[1, 'a', 9, 10, 0],
				[2, 'b', 1, 4, 6]
			],
			'best',
			'a',
			'best',
			true
		],
		[
			'the undecided of others is no matter for the first',
			[
				[1, 'a', 5, 10, 0],
				[2, 'b', 1, 4, 6]
			],
			'first',
			'a',
			'first',
			true
		],
		[
			'all dropped',
			[
				[1, 'a', 0, 0, 0],
				[2, 'b', 0, 0, 0]
			],
			'best',
			'a',
			'best',
			true
		]
	];
	test.each(table)('%s', (...[, rows, rule, id, reason, isSettled]) => {
		const counted = countedAttempt(rows.map(marked), rule);
		expect(counted?.attempt.submission.id).toBe(id);
		expect(counted).toMatchObject({ reason, isSettled });
		expect(countedAttempt(rows.map(marked).reverse(), rule)).toEqual(counted);
	});

	test('none of none', () => {
		expect(countedAttempt([], 'best')).toBeUndefined();
	});
});

describe('beyond the attempts allowed', () => {
	const came = (id: string, attempt: number, minute: number) =>
		handedIn(1, [], { id, attempt, arrivedAt: NOON + minute });
	const table: [string, ReturnType<typeof came>[], number, string[]][] = [
		['within', [came('a', 1, 1), came('b', 2, 2)], 2, []],
		['a number too high', [came('a', 2, 1)], 1, ['a']],
		['what came later', [came('a', 1, 2), came('b', 1, 1)], 1, ['a']],
		['at once, the later id', [came('b', 1, 1), came('a', 1, 1)], 1, ['b']],
		[
			'a number too high takes no place',
			[came('a', 3, 1), came('b', 1, 2), came('c', 2, 3)],
			2,
			['a']
		]
	];
	test.each(table)('%s', (_, submissions, allowed, expected) => {
		expect([...beyondAllowed(submissions, allowed)]).toEqual(expected);
	});
});
