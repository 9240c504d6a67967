import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReceivedSubmission } from '#lib/domain/classroom/attempts.ts';
import { gradebook, gradebookColumn, scoresByKind } from '#lib/domain/classroom/gradebook.ts';
import { markAssignment, type Collected } from '#lib/domain/classroom/mark-assignment.ts';
import type { Assignment, AssignmentRules } from '#lib/domain/classroom/types.ts';
import {
	ALL_RIGHT,
	MINUTE,
	NOON,
	WAITS,
	anyRaws,
	anyRulings,
	assigned,
	chose,
	collected,
	drop,
	freeze,
	handedIn,
	items,
	quiz,
	stateOf,
	typed
} from './marking-support.ts';

const EVENING = NOON + 600 * MINUTE;

function column(given: Collected, now = EVENING) {
	return gradebookColumn(markAssignment(given), now);
}
function cell(no: number, given: Collected, now = EVENING) {
	return column(given, now).cells.find((each) => each.no === no);
}

const closed = assigned({ closesAt: NOON + 60 * MINUTE });
const second = (raws: ReceivedSubmission['answers'][number]['raw'][], no = 1) =>
	handedIn(no, raws, { id: `s${no}b`, attempt: 2, arrivedAt: NOON + 20 * MINUTE });

describe('an assignment’s column', () => {
	test('has a cell for each pupil, and the missing by number', () => {
		const given = collected([handedIn(3, ALL_RIGHT), handedIn(9, ALL_RIGHT)], {
			assignment: closed,
			rulings: [stateOf('a', 2, 'excused'), stateOf('b', 4, 'absent')]
		});
		const { cells, missing, outOf } = column(given);
		expect(cells.map(({ no, state, isFinal }) => [no, state, isFinal])).toEqual([
			[1, 'not-started', false],
			[2, 'excused', false],
			[3, 'handed-in', true],
			[4, 'absent', false]
		]);
		expect(missing).toEqual([1, 4]);
		expect(outOf).toBe(9);
		expect(cells[2]?.result).toEqual({
			submissionId: 's3',
			attempt: 1,
			reason: 'only',
			credit: 9,
			outOf: 9,
			undecided: 0,
			share: 1
		});
		expect(cells[0]).not.toHaveProperty('result');
	});

	test('counts by its rule and not what is beyond', () => {
		const submissions = [
			handedIn(1, [typed('350 people')]),
			second(ALL_RIGHT),
			handedIn(1, ALL_RIGHT, { id: 's1c', attempt: 3 })
		];
		const creditBy = (rules: Partial<AssignmentRules>) =>
			cell(1, collected(submissions, { assignment: assigned(rules) }))?.result?.credit;
		expect(creditBy({ counts: 'first' })).toBe(0);
		expect(creditBy({ counts: 'best' })).toBe(9);
		expect(creditBy({ counts: 'best', attempts: 1 })).toBe(0);
		expect(cell(1, collected(submissions))).toMatchObject({ attempts: 2, extra: 1 });
	});

	test('leaves out what an excused pupil handed in', () => {
		const given = collected([handedIn(1, ALL_RIGHT)], { rulings: [stateOf('a', 1, 'excused')] });
		expect(cell(1, given)).toMatchObject({ state: 'excused', waits: [], isFinal: false });
		expect(cell(1, given)).not.toHaveProperty('result');
	});

	test('has no share where everything was dropped', async () => {
		const short = await freeze({ items: items.slice(2, 3) });
		const given = collected([handedIn(1, [chose(1)], { quizHash: short.hash })], {
			assignment: assigned({}, { versions: [short] }),
			versions: new Map([[short.hash, short]]),
			rulings: [drop('d', 2)]
		});
		expect(column(given).outOf).toBe(0);
		expect(cell(1, given)?.result).not.toHaveProperty('share');
	});
});

describe('what is not final says why', () => {
	const one = [handedIn(1, ALL_RIGHT)];
	const waiting = [handedIn(1, [WAITS])];
	const exception = [{ no: 1, closesAt: EVENING + 1 }];
	const table: [string, ReceivedSubmission[], Assignment, Partial<Collected>, string[]][] = [
		['closed and decided', one, closed, {}, []],
		['time and an attempt left', one, assigned(), {}, ['open']],
		['all attempts used', [...one, second(ALL_RIGHT)], assigned(), {}, []],
		['the first counts, and is there', one, assigned({ counts: 'first' }), {}, []],
		['released', one, assigned({}, { releasedAt: EVENING }), {}, []],
		['closes later for this pupil', one, { ...closed, exceptions: exception }, {}, ['open']],
		['undecided', waiting, closed, {}, ['undecided']],
		['undecided, but dropped', waiting, closed, { rulings: [drop('d', 0)] }, []],
		['at it again', one, closed, { working: new Set([1]) }, ['working']],
		[
			'everything at once',
			waiting,
			assigned(),
			{ working: new Set([1]) },
			['undecided', 'working', 'open']
		]
	];
	test.each(table)('%s', (...[, submissions, assignment, changes, waits]) => {
		const found = cell(1, collected(submissions, { assignment, ...changes }));
		expect(found?.waits).toEqual(waits);
		expect(found?.isFinal).toBe(waits.length === 0);
	});
});

test('columns side by side have everybody', () => {
	const columns = [
		column(collected([])),
		column(collected([], { assignment: assigned({}, { id: 'a2', pupils: [7, 2] }) }))
	];
	expect(gradebook(columns)).toEqual({ pupils: [1, 2, 3, 4, 7], columns });
});

test('an attempt keeps the version it was made on', async () => {
	const later = await freeze({ items: items.slice(0, 2), version: 2 });
	const given = collected(
		[handedIn(1, ALL_RIGHT), handedIn(2, ALL_RIGHT.slice(0, 2), { quizHash: later.hash })],
		{
			assignment: assigned({}, { versions: [quiz, later] }),
			versions: new Map([quiz, later].map((each) => [each.hash, each]))
		}
	);
	expect(column(given).outOf).toBe(2);
	expect(column(given).cells.map(({ result }) => result?.outOf)).toEqual([
		9,
		2,
		undefined,
		undefined
	]);
});

describe('marks by kind', () => {
	test('those asked, in their order', () => {
		const { pupils } = markAssignment(collected([handedIn(1, [WAITS, typed('350 people')])]));
		const marks = pupils.flatMap(({ attempts }) => attempts.flatMap((each) => each.marks));
		expect(Object.entries(scoresByKind(marks))).toEqual([
			['who', { credit: 0, outOf: 3, undecided: 0 }],
			['what', { credit: 0, outOf: 4, undecided: 0 }],
			['where', { credit: 0, outOf: 0, undecided: 1 }],
			['how-many', { credit: 1, outOf: 1, undecided: 0 }]
		]);
		expect(scoresByKind([])).toEqual({});
	});
});

describe('whatever came back', () => {
	test('the same submission twice changes nothing', () => {
		fc.assert(
			fc.property(anyRaws, anyRulings, (raws, rulings) => {
				const submission = handedIn(1, raws);
				const once = collected([submission], { rulings });
				const twice = collected([submission, structuredClone(submission)], { rulings });
				expect(markAssignment(twice)).toEqual(markAssignment(once));
			})
		);
	});

	test('the order in which it is stored counts for nothing', () => {
		fc.assert(
			fc.property(fc.array(anyRaws, { maxLength: 4 }), fc.boolean(), (all, isBest) => {
				const submissions = all.map((raws, i) =>
					handedIn(1, raws, { id: `s${i}`, attempt: (i % 3) + 1, arrivedAt: NOON + (i % 2) })
				);
				const assignment = assigned({ counts: isBest ? 'best' : 'last' });
				const found = cell(1, collected(submissions, { assignment }));
				expect(cell(1, collected(submissions.toReversed(), { assignment }))).toEqual(found);
			})
		);
	});
});
