import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markSubmission } from '#lib/domain/classroom/mark-submission.ts';
import { previewRegrade } from '#lib/domain/classroom/regrade.ts';
import type { Ruling } from '#lib/domain/classroom/ruling-types.ts';
import {
	ALL_RIGHT,
	anyRaws,
	anyRulings,
	chose,
	collected,
	drop,
	handedIn,
	judge,
	override,
	quiz,
	ruledPart,
	typed,
	undo
} from './marking-support.ts';

const acceptRice = judge('a', { part: ruledPart(2), answer: { option: 2 }, credit: 1 });
const rice = [typed('the old harbour'), undefined, chose(2)];

function preview(next: Ruling[], rulings: Ruling[] = []) {
	const submissions = [
		handedIn(3, rice, { id: 's3b', attempt: 2 }),
		handedIn(3, rice),
		handedIn(1, ALL_RIGHT),
		handedIn(2, rice),
		handedIn(4, ALL_RIGHT, { quizHash: 'unknown' })
	];
	return previewRegrade({ ...collected(submissions), rulings, next });
}

describe('what rulings would change', () => {
	test('is told by number and attempt, from what to what', () => {
		const { changes, unchanged } = preview([acceptRice]);
		expect(changes.map(({ no, attempt, submissionId }) => [no, attempt, submissionId])).toEqual([
			[2, 1, 's2'],
			[3, 1, 's3'],
			[3, 2, 's3b']
		]);
		expect(unchanged).toBe(1);
		expect(changes[0]).toEqual({
			no: 2,
			submissionId: 's2',
			attempt: 1,
			before: { credit: 1, outOf: 9, undecided: 0 },
			after: { credit: 2, outOf: 9, undecided: 0 },
			parts: [
				{
					itemNo: 2,
					part: 0,
					before: { credit: 0, by: 'grader', dropped: false },
					after: { credit: 1, by: 'judged', dropped: false }
				}
			]
		});
	});

	const table: [string, Ruling[], Ruling[], number][] = [
		['nothing', [], [], 0],
		['a drop, for all', [], [drop('d', 2)], 4],
		['what counts already', [acceptRice], [{ ...acceptRice, id: 'b' }], 0],
		['an undo', [acceptRice], [undo('b', 'a')], 3],
		[
			'an override, for one',
			[],
			[override('o', { submissionId: 's2', itemNo: 2, part: 0, credit: 1 })],
			1
		],
		[
			'a judgement of what was overridden',
			[override('o', { submissionId: 's2', itemNo: 2, part: 0, credit: 0 })],
			[{ ...acceptRice, id: 'p' }],
			2
		]
	];
	test.each(table)('%s', (_, rulings, next, expected) => {
		expect(preview(next, rulings).changes.length).toBe(expected);
	});

	test('is what marking gives once they are stored', () => {
		fc.assert(
			fc.property(anyRaws, anyRulings, anyRulings, (raws, rulings, more) => {
				const next = more.map((each) => ({ ...each, id: `v${each.id}` }));
				const submission = handedIn(1, raws);
				const { changes } = previewRegrade({ ...collected([submission]), rulings, next });
				const after = markSubmission({ quiz, submission, rulings: [...rulings, ...next] });
				const before = markSubmission({ quiz, submission, rulings });
				const [change] = changes;
				const { credit, outOf, undecided } = change ? change.after : before;
				expect(after).toMatchObject({ credit, outOf, undecided });
			})
		);
	});
});
