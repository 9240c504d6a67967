import { describe, expect, test } from 'vitest';
import { notSat, pupilStates, type Signs } from '#lib/domain/classroom/pupil-states.ts';
import type { Ruling } from '#lib/domain/classroom/ruling-types.ts';
import type { PupilState } from '#lib/domain/classroom/types.ts';
import { ASSIGNMENT_ID, assigned, handedIn, stateOf, undo } from './marking-support.ts';

function signs(rulings: Ruling[], handed: number[] = [], working: number[] = []): Signs {
	return {
		assignment: assigned(),
		submissions: handed.map((no) => handedIn(no, [])),
		rulings,
		working: new Set(working)
	};
}

describe('where a pupil stands', () => {
	const table: [string, Signs, PupilState][] = [
		['nothing known', signs([]), 'not-started'],
		['at it', signs([], [], [1]), 'working'],
		['handed in', signs([], [1]), 'handed-in'],
		['handed in and at it again', signs([], [1], [1]), 'handed-in'],
		['absent', signs([stateOf('a', 1, 'absent')]), 'absent'],
		['said to be absent, and handed in', signs([stateOf('a', 1, 'absent')], [1]), 'handed-in'],
		['excused, and handed in', signs([stateOf('a', 1, 'excused')], [1]), 'excused'],
		[
			'the last word counts',
			signs([stateOf('b', 1, 'excused'), stateOf('a', 1, 'absent')]),
			'excused'
		],
		['none after all', signs([stateOf('a', 1, 'absent'), stateOf('b', 1, 'none')]), 'not-started'],
		['taken back', signs([stateOf('a', 1, 'absent'), undo('b', 'a')]), 'not-started'],
		['another pupil', signs([stateOf('a', 2, 'absent')]), 'not-started'],
		['another assignment', signs([stateOf('a', 1, 'absent', 'a2')]), 'not-started']
	];
	test.each(table)('%s', (_, given, expected) => {
		expect(pupilStates(given).get(1)).toBe(expected);
	});

	test('is told of all whom it is for, by number', () => {
		const given = signs([], [9]);
		const assignment = { ...given.assignment, pupils: [3, 1, 3] };
		expect([...pupilStates({ ...given, assignment }).keys()]).toEqual([1, 3]);
	});
});

describe('who has not sat it', () => {
	const given = signs([stateOf('a', 2, 'excused'), stateOf('b', 3, 'absent')], [1], [4]);

	test('the absent and those still at it', () => {
		expect(notSat(given)).toEqual([3, 4]);
	});

	test('but not who got a parallel paper', () => {
		const parallel = assigned({}, { id: 'p', parallelOf: ASSIGNMENT_ID, pupils: [3] });
		const unrelated = assigned({}, { id: 'u', pupils: [4] });
		expect(notSat(given, [parallel, unrelated])).toEqual([4]);
	});
});
