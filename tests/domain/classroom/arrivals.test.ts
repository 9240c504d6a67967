import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrivalDoubts, judgeArrival } from '#lib/domain/classroom/arrivals.ts';
import { beyondAllowed, type ReceivedSubmission } from '#lib/domain/classroom/attempts.ts';
import type { AssignmentRules, Exception } from '#lib/domain/classroom/types.ts';
import { MINUTE, NOON, assigned, handedIn, quiz } from './marking-support.ts';

const at = (minutes: number) => NOON + minutes * MINUTE;
const RULES: Partial<AssignmentRules> = {
	opensAt: at(-5),
	closesAt: at(30),
	minutes: 15,
	attempts: 2
};

interface Case {
	changes?: Partial<ReceivedSubmission>;
	known?: ReceivedSubmission[];
	exceptions?: Exception[];
	rules?: Partial<AssignmentRules>;
	/** minutes past noon */
	now?: number;
}

function judged({ changes, known = [], exceptions = [], rules, now = 11 }: Case) {
	const { state, doubts } = judgeArrival({
		assignment: assigned({ ...RULES, ...rules }, { exceptions }),
		versions: new Map([[quiz.hash, quiz]]),
		submission: handedIn(1, [], changes),
		known,
		now: at(now)
	});
	return [state, ...doubts];
}

const other = (id: string, no = 1, attempt = 1) => handedIn(no, [], { id, attempt });

describe('what arrives', () => {
	const table: [string, Case, string[]][] = [
		['in time', {}, ['counted']],
		['the same again', { known: [handedIn(1, [])] }, ['duplicate']],
		[
			'the same again with another number',
			{ known: [handedIn(2, [], { id: 's1' })] },
			['duplicate']
		],
		['a number that is nobody’s here', { changes: { no: 9 } }, ['unknown-number']],
		['another quiz', { changes: { quizHash: 'x' } }, ['wrong-version']],
		['a second attempt', { known: [other('x')] }, ['counted']],
		['a third of two', { known: [other('x'), other('y', 1, 2)] }, ['extra']],
		['others’ attempts are theirs', { known: [other('x', 2), other('y', 3)] }, ['counted']],
		['an attempt number too high', { changes: { attempt: 3 } }, ['extra']],
		[
			'beyond and late',
			{ changes: { attempt: 3, finishedAt: at(31) }, now: 32 },
			['extra', 'took-too-long']
		],
		[
			'finished at the very end',
			{ changes: { startedAt: at(20), finishedAt: at(30) }, now: 30 },
			['counted']
		],
		[
			'finished too late',
			{ changes: { startedAt: at(20), finishedAt: at(31) }, now: 32 },
			['late']
		],
		['in time by its claim, come the next day', { now: 1440 }, ['counted', 'came-after-closing']],
		[
			'finished before it arrived, clock somewhat ahead',
			{ changes: { finishedAt: at(15) } },
			['counted']
		],
		[
			'clock far ahead, come in time',
			{ changes: { startedAt: at(30), finishedAt: at(40) } },
			['counted', 'clock-ahead']
		],
		[
			'clock far ahead, come late',
			{ changes: { startedAt: at(60), finishedAt: at(70) }, now: 31 },
			['late', 'clock-ahead']
		],
		[
			'finished before it was begun, come in time',
			{ changes: { finishedAt: at(-1) } },
			['counted', 'clock-back']
		],
		[
			'finished before it was begun, come late',
			{ changes: { finishedAt: at(-1) }, now: 31 },
			['late', 'clock-back', 'came-after-closing']
		],
		[
			'begun before it could be, come late',
			{ changes: { startedAt: at(-6), finishedAt: at(2) }, now: 31 },
			['late', 'before-opening', 'came-after-closing']
		],
		[
			'longer than allowed',
			{ changes: { finishedAt: at(17) }, now: 18 },
			['counted', 'took-too-long']
		],
		['a minute longer: handing in', { changes: { finishedAt: at(16) }, now: 18 }, ['counted']],
		[
			'with extra time',
			{ changes: { finishedAt: at(20) }, now: 20, exceptions: [{ no: 1, extraMinutes: 5 }] },
			['counted']
		],
		[
			'with another’s extra time',
			{ changes: { finishedAt: at(20) }, now: 20, exceptions: [{ no: 2, extraMinutes: 5 }] },
			['counted', 'took-too-long']
		],
		[
			'with a later end',
			{
				changes: { startedAt: at(50), finishedAt: at(55) },
				now: 56,
				exceptions: [{ no: 1, closesAt: at(60) }]
			},
			['counted']
		],
		[
			'without an end',
			{
				changes: { startedAt: at(9e4), finishedAt: at(9e4) },
				now: 9e4,
				rules: { closesAt: undefined }
			},
			['counted']
		],
		['the screen was left', { changes: { leftScreen: 3 } }, ['counted', 'left-screen']]
	];
	test.each(table)('%s', (_, given, expected) => {
		expect(judged(given)).toEqual(expected);
	});
});

test('without opening, end and limit only the clock can be doubted', () => {
	const submission = handedIn(1, [], { startedAt: 0, finishedAt: 9e14 });
	expect(arrivalDoubts({ assignment: assigned(), submission, arrivedAt: NOON })).toEqual([
		'clock-ahead'
	]);
});

test('what was extra as it arrived is what is beyond the attempts allowed', () => {
	const anyArrival = fc.record({
		no: fc.integer({ min: 1, max: 2 }),
		attempt: fc.integer({ min: 1, max: 4 })
	});
	fc.assert(
		fc.property(
			fc.array(anyArrival, { maxLength: 8 }),
			fc.integer({ min: 1, max: 3 }),
			(came, attempts) => {
				const all = came.map(({ no, attempt }, i) =>
					handedIn(no, [], { id: `s${i}`, attempt, arrivedAt: NOON + i })
				);
				const extra = all.filter(
					(submission, i) =>
						judgeArrival({
							assignment: assigned({ attempts }),
							versions: new Map([[quiz.hash, quiz]]),
							submission,
							known: all.slice(0, i),
							now: submission.arrivedAt
						}).state === 'extra'
				);
				const beyond = [1, 2].flatMap((no) => [
					...beyondAllowed(
						all.filter((each) => each.no === no),
						attempts
					)
				]);
				expect(extra.map(({ id }) => id).sort()).toEqual(beyond.sort());
			}
		)
	);
});
