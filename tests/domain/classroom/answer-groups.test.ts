import { describe, expect, test } from 'vitest';
import { answerGroups } from '#lib/domain/classroom/answer-groups.ts';
import { markAssignment } from '#lib/domain/classroom/mark-assignment.ts';
import { markSubmission } from '#lib/domain/classroom/mark-submission.ts';
import type { Ruling } from '#lib/domain/classroom/ruling-types.ts';
import {
	WAITS,
	assigned,
	chose,
	collected,
	drop,
	handedIn,
	judge,
	override,
	quiz,
	ruledPart,
	stateOf,
	typed
} from './marking-support.ts';

const pupils = [1, 2, 3, 4, 5, 6, 7];
const submissions = [
	handedIn(7, [typed('a bridge')]),
	handedIn(1, [typed('A bridge')]),
	handedIn(2, [typed('the bridge!'), typed('350+')]),
	handedIn(3, [typed('a bridge'), typed('350')]),
	handedIn(4, [WAITS]),
	handedIn(5, [typed('a gate'), undefined, chose(2)]),
	handedIn(6, [])
];

function groups(rulings: Ruling[] = []) {
	const given = collected(submissions, { assignment: assigned({}, { pupils }), rulings });
	return answerGroups(markAssignment(given));
}
const place = (rulings: Ruling[] = []) => groups(rulings)[0];

describe('the answers to a part', () => {
	test('are grouped as the grader reads them, what waits first, then the most frequent', () => {
		expect(place()?.groups.map(({ text, count, credit }) => [text, count, credit])).toEqual([
			['somewhere near the old harbour', 1, 'undecided'],
			['a bridge', 4, 0],
			['a gate', 1, 0]
		]);
		expect(place()).toMatchObject({ undecided: 1, dropped: false, part: { itemNo: 0 } });
	});

	test('say who gave them, by number', () => {
		expect(place()?.groups[1]?.who).toEqual(
			[1, 2, 3, 7].map((no) => ({ no, submissionId: `s${no}` }))
		);
	});

	test('of a figure keep their signs', () => {
		expect(groups()[1]?.groups.map(({ text }) => text)).toEqual(['350', '350+']);
	});

	test('options are told by their text', () => {
		expect(groups()[2]?.groups.map(({ text, answer }) => [text, answer])).toEqual([
			['rice', { option: 2 }]
		]);
	});

	test('carry what counts now beside the grader’s word', () => {
		const rulings = [
			judge('a', { part: ruledPart(0), answer: { text: 'bridge' }, credit: 0.5 }),
			override('o', { submissionId: 's1', itemNo: 0, part: 0, credit: 1 })
		];
		expect(place(rulings)?.groups.find(({ text }) => text === 'a bridge')).toMatchObject({
			credit: 0.5,
			by: 'judged',
			rulings: ['a'],
			mark: { credit: 0 },
			overridden: 1,
			count: 4
		});
	});

	test('no longer wait once all have marks of their own, or the part was dropped', () => {
		const mine = override('o', { submissionId: 's4', itemNo: 0, part: 0, credit: 1 });
		expect(place([mine])?.undecided).toBe(0);
		expect(place([mine])?.groups[0]?.text).toBe('a bridge');
		expect(place([drop('d', 0)])).toMatchObject({ undecided: 0, dropped: true });
	});

	test('do not include the excused', () => {
		expect(place([stateOf('x', 4, 'excused')])?.undecided).toBe(0);
	});

	test('a ruling on a group’s answer reaches all of it and nobody else', () => {
		for (const { part, groups: found } of groups())
			for (const { answer, who } of found) {
				const ruling = judge('z', { part, answer, credit: 0.5 });
				const reached = submissions.filter((submission) => {
					const { marks } = markSubmission({ quiz, submission, rulings: [ruling] });
					return marks.some(({ by }) => by === 'judged');
				});
				expect(reached.map(({ no }) => no).sort()).toEqual(who.map(({ no }) => no));
			}
	});
});
