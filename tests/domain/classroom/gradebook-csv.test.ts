import { describe, expect, test } from 'vitest';
import { gradebook, gradebookColumn } from '#lib/domain/classroom/gradebook.ts';
import { canvasCsv, moodleCsv, type GradebookFile } from '#lib/domain/classroom/gradebook-csv.ts';
import { markAssignment } from '#lib/domain/classroom/mark-assignment.ts';
import type { Assignment, Pupil } from '#lib/domain/classroom/types.ts';
import {
	ALL_RIGHT,
	MINUTE,
	NOON,
	WAITS,
	assigned,
	collected,
	freeze,
	handedIn,
	items,
	quiz,
	says,
	stateOf
} from './marking-support.ts';
import { readCsv } from './csv-support.ts';

const pupils: Pupil[] = [
	{ no: 1, pseudonym: 'Quiet Heron', slip: 1 },
	{ no: 2, pseudonym: '=cmd|calc', slip: 1 },
	{ no: 3, pseudonym: '', slip: 1 },
	{ no: 4, pseudonym: 'Calm Otter', slip: 1 }
];
const names = { 1: 'Lovelace, Ada', 4: 'Grace Hopper' };

/** Pupil 1 has all right, 2 waits, 3 is excused, 4 is missing. */
function columnOf(changes: Partial<Assignment>) {
	const assignment = assigned({ closesAt: NOON + MINUTE }, changes);
	const given = collected([handedIn(1, ALL_RIGHT), handedIn(2, [WAITS])], {
		assignment,
		rulings: [stateOf('a', 3, 'excused', assignment.id)]
	});
	const own = given.submissions.map((each) => ({ ...each, assignmentId: assignment.id }));
	return gradebookColumn(markAssignment({ ...given, submissions: own }), NOON + 60 * MINUTE);
}
function fileOf(...columns: Partial<Assignment>[]): GradebookFile {
	return { book: gradebook(columns.map(columnOf)), pupils };
}
const file = fileOf({ title: 'Aleppo, part one' });

describe('for Moodle', () => {
	test('columns of its export, and only final points', () => {
		expect(readCsv(moodleCsv(file))).toEqual([
			[
				'First name',
				'Last name',
				'ID number',
				'Institution',
				'Department',
				'Email address',
				'Quiz: Aleppo, part one (Real)'
			],
			['Quiet Heron', '', '1', '', '', '', '9'],
			["'=cmd|calc", '', '2', '', '', '', '-'],
			['', '', '3', '', '', '', '-'],
			['Calm Otter', '', '4', '', '', '', '-']
		]);
	});

	test('names only where they are given', () => {
		expect(moodleCsv(file)).not.toContain('Lovelace');
		expect(readCsv(moodleCsv({ ...file, names })).map(([name]) => name)).toEqual([
			'First name',
			'Lovelace, Ada',
			"'=cmd|calc",
			'',
			'Grace Hopper'
		]);
	});

	test('two quizzes of one title are two columns', () => {
		const [header] = readCsv(moodleCsv(fileOf({ title: 'A' }, { title: 'A', id: 'a2' })));
		expect(header?.slice(-2)).toEqual(['Quiz: A (Real)', 'Quiz: A #2 (Real)']);
	});
});

describe('for Canvas', () => {
	test('columns of its export, points possible below, excused as EX', () => {
		expect(readCsv(canvasCsv(file))).toEqual([
			['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'Aleppo, part one'],
			['    Points Possible', '', '', '', '', '9'],
			['1 Quiet Heron', '', '', '', '', '9'],
			['2 =cmd|calc', '', '', '', '', ''],
			['3', '', '', '', '', 'EX'],
			['4 Calm Otter', '', '', '', '', '']
		]);
	});

	test('is known by name where names are given', () => {
		const rows = readCsv(canvasCsv({ ...file, names }));
		expect(rows.slice(2).map(([name]) => name)).toEqual([
			'Lovelace, Ada',
			'2 =cmd|calc',
			'3',
			'Grace Hopper'
		]);
		expect(canvasCsv(file)).not.toContain('Hopper');
	});

	test.each([
		['Aleppo (2016)', 'Aleppo [2016]'],
		['Part (2) of two', 'Part (2) of two'],
		['Final Score of September', 'Final-Score of September'],
		['=1+1', "'=1+1"]
	])('a title it would take for something else: %s', (title, expected) => {
		expect(readCsv(canvasCsv(fileOf({ title })))[0]?.at(-1)).toBe(expected);
	});
});

test('an attempt at an older version is worth its share', async () => {
	const later = await freeze({ items: items.slice(0, 4), version: 2 });
	const given = collected([handedIn(1, [undefined, undefined, undefined, says(false)])], {
		assignment: assigned({ closesAt: NOON }, { versions: [quiz, later] })
	});
	const book = gradebook([gradebookColumn(markAssignment(given), NOON + MINUTE)]);
	const rows = readCsv(canvasCsv({ book, pupils }));
	expect(rows[1]?.at(-1)).toBe('4');
	expect(rows[2]?.at(-1)).toBe('0.44');
});
