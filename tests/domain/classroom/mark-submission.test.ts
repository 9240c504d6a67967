import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markSubmission } from '#lib/domain/classroom/mark-submission.ts';
import type { MarkedSubmission, Ruling } from '#lib/domain/classroom/ruling-types.ts';
import type { Submission } from '#lib/domain/classroom/types.ts';
import type { RawAnswer } from '#lib/domain/quiz/types.ts';
import {
	ALL_RIGHT,
	ASSIGNMENT_ID,
	WAITS,
	anyRaws,
	anyRulings,
	chose,
	drop,
	freeze,
	handedIn,
	items,
	judge,
	override,
	quiz,
	ruledPart,
	says,
	typed,
	undo
} from './marking-support.ts';

function mark(submission: Submission, rulings: Ruling[] = []): MarkedSubmission {
	return markSubmission({ quiz, submission, rulings });
}
const credits = ({ marks }: MarkedSubmission) => marks.map(({ credit }) => credit);

describe('a submission is marked', () => {
	const NOTHING = [undefined, undefined, undefined, undefined];
	const table: [
		string,
		(RawAnswer | undefined)[],
		MarkedSubmission['marks'][number]['credit'][]
	][] = [
		['all right', ALL_RIGHT, [1, 1, 1, 1, 1, 1, 1, 1, 1]],
		['all left open', [], [0, 0, 0, 0, 0, 0, 0, 0, 0]],
		['one open, one wrong', [undefined, typed('12 people'), chose(0)], [0, 0, 0, 0, 0, 0, 0, 0, 0]],
		[
			'part of a match open',
			[...NOTHING, { form: 'match', options: [0, null, 3] }],
			[0, 0, 0, 0, 1, 0, 0, 0, 0]
		],
		['one that waits', [WAITS], ['undecided', 0, 0, 0, 0, 0, 0, 0, 0]]
	];
	test.each(table)('%s', (_, raws, expected) => {
		expect(credits(mark(handedIn(1, raws)))).toEqual(expected);
	});

	test('with sums of what is decided', () => {
		const { credit, outOf, undecided } = mark(handedIn(1, [WAITS, typed('350 people')]));
		expect({ credit, outOf, undecided }).toEqual({ credit: 1, outOf: 8, undecided: 1 });
	});

	test('with its kinds, standings as what', () => {
		expect(mark(handedIn(1, [])).marks.map(({ kind }) => kind)).toEqual([
			'where',
			'how-many',
			'what',
			'what',
			'who',
			'who',
			'who',
			'what',
			'what'
		]);
	});

	const odd: [string, unknown][] = [
		['another form', says(true)],
		['skipped', { form: 'skipped' }],
		['no object', 'nonsense'],
		['null', null],
		['no form', {}],
		['no option', { form: 'choose' }],
		['an option it lacks', chose(9)],
		['a negative one', chose(-1)],
		['half an option', chose(0.5)],
		['an option as text', { form: 'choose', option: '1' }],
		['not a number', chose(Number.NaN)]
	];
	test.each(odd)('odd answers count as open: %s', (_, raw) => {
		const submission = handedIn(1, [undefined, undefined, raw as RawAnswer]);
		expect(mark(submission).marks[2]).toEqual({
			itemNo: 2,
			part: 0,
			questionId: 'r/food/what',
			kind: 'what',
			mark: { verdict: 'wrong', credit: 0, rule: 'empty' },
			credit: 0,
			by: 'grader',
			rulings: [],
			dropped: false
		});
	});

	test.each([
		['a text that is none', 0, { form: 'type', text: 7 }],
		['nothing typed', 0, typed(' … ')],
		['no list of options', 4, { form: 'match', options: 'all' }],
		['no list of standings', 5, { form: 'sort', standings: null }],
		['a standing there is none of', 5, { form: 'sort', standings: ['sure', 'sure'] }]
	])('odd answers count as open: %s', (_, itemNo, raw) => {
		const raws: RawAnswer[] = [];
		raws[itemNo] = raw as RawAnswer;
		expect(mark(handedIn(1, raws))).toMatchObject({ credit: 0, outOf: 9, undecided: 0 });
		expect(mark(handedIn(1, raws)).marks.every((each) => each.raw === undefined)).toBe(true);
	});

	test('the last of several answers to one item', () => {
		const submission = handedIn(1, ALL_RIGHT);
		submission.answers.push({ itemNo: 2, raw: chose(0), tookMs: 1 });
		submission.answers.push({ itemNo: 77, raw: chose(0), tookMs: 1 });
		expect(mark(submission).credit).toBe(8);
	});
});

describe('judgements', () => {
	const place = ruledPart(0);
	const figure = ruledPart(1);
	const one = (itemNo: number, raw: RawAnswer): RawAnswer[] => {
		const raws: RawAnswer[] = [];
		raws[itemNo] = raw;
		return raws;
	};
	const table: [string, RawAnswer[], Ruling, number, unknown][] = [
		[
			'of a text',
			one(0, typed('The Bridge!')),
			judge('a', { part: place, answer: { text: 'bridge' }, credit: 1 }),
			0,
			1
		],
		[
			'of another text',
			one(0, typed('a gate')),
			judge('a', { part: place, answer: { text: 'bridge' }, credit: 1 }),
			0,
			0
		],
		[
			'half',
			one(0, typed('bridge')),
			judge('a', { part: place, answer: { text: 'bridge' }, credit: 0.5 }),
			0,
			0.5
		],
		[
			'that what the key has is wrong',
			ALL_RIGHT,
			judge('a', { part: place, answer: { text: 'old harbour' }, credit: 0 }),
			0,
			0
		],
		[
			'of a figure, sign and all',
			one(1, typed('350+')),
			judge('a', { part: figure, answer: { text: '350+' }, credit: 0.5 }),
			1,
			0.5
		],
		[
			'of a figure without its sign',
			ALL_RIGHT,
			judge('a', { part: figure, answer: { text: '350+' }, credit: 0.5 }),
			1,
			1
		],
		[
			'of an option',
			one(2, chose(2)),
			judge('a', { part: ruledPart(2), answer: { option: 2 }, credit: 1 }),
			2,
			1
		],
		[
			'of a yes',
			one(3, says(true)),
			judge('a', { part: ruledPart(3), answer: { says: true }, credit: 1 }),
			3,
			1
		],
		[
			'of a matched option',
			one(4, { form: 'match', options: [null, 3] }),
			judge('a', { part: ruledPart(4, 1), answer: { option: 3 }, credit: 1 }),
			5,
			1
		],
		[
			'of a standing',
			one(5, { form: 'sort', standings: ['opinion'] }),
			judge('a', { part: ruledPart(5), answer: { standing: 'opinion' }, credit: 0.5 }),
			7,
			0.5
		],
		[
			'of this assignment',
			one(2, chose(2)),
			judge('a', {
				assignmentId: ASSIGNMENT_ID,
				part: ruledPart(2),
				answer: { option: 2 },
				credit: 1
			}),
			2,
			1
		],
		[
			'of another assignment',
			one(2, chose(2)),
			judge('a', { assignmentId: 'a2', part: ruledPart(2), answer: { option: 2 }, credit: 1 }),
			2,
			0
		],
		[
			'of a part asked otherwise',
			one(2, chose(2)),
			judge('a', { part: { ...ruledPart(2), hash: 'x' }, answer: { option: 2 }, credit: 1 }),
			2,
			0
		],
		[
			'never of what was left open',
			[],
			judge('a', { part: place, answer: { text: '' }, credit: 1 }),
			0,
			0
		]
	];
	test.each(table)('%s', (...[, raws, ruling, at, expected]) => {
		expect(credits(mark(handedIn(1, raws), [ruling]))[at]).toBe(expected);
	});

	test('the last one counts, and says that it does', () => {
		const answer = { text: 'bridge' };
		const rulings = [
			judge('b', { part: place, answer, credit: 0.5 }),
			judge('a', { assignmentId: ASSIGNMENT_ID, part: place, answer, credit: 1 })
		];
		expect(mark(handedIn(1, [typed('bridge')]), rulings).marks[0]).toMatchObject({
			credit: 0.5,
			by: 'judged',
			rulings: ['b'],
			mark: { credit: 0 }
		});
	});

	test('are remembered for a later quiz that asks the same', async () => {
		const later = await freeze({ items: items.slice(0, 1) });
		const submission = handedIn(1, [typed('bridge')], { assignmentId: 'a9', quizHash: later.hash });
		const rulings = [judge('a', { part: place, answer: { text: 'bridge' }, credit: 1 })];
		expect(markSubmission({ quiz: later, submission, rulings }).credit).toBe(1);
	});
});

describe('drops and overrides', () => {
	const mine = { submissionId: 's1', itemNo: 2, part: 0 };

	test('a dropped part is in no sum', () => {
		const marked = mark(handedIn(1, ALL_RIGHT), [drop('d', 2)]);
		expect(marked).toMatchObject({ credit: 8, outOf: 8, undecided: 0 });
		expect(marked.marks[2]).toMatchObject({ dropped: true, credit: 1, rulings: ['d'] });
	});

	test('not even where it waits', () => {
		expect(mark(handedIn(1, [WAITS]), [drop('d', 0)])).toMatchObject({ outOf: 8, undecided: 0 });
	});

	test('of another assignment they change nothing', () => {
		const other: Ruling[] = [drop('d', 2), override('o', { ...mine, credit: 0 })].map((ruling) => ({
			...ruling,
			assignmentId: 'a2'
		}));
		expect(mark(handedIn(1, ALL_RIGHT), other)).toEqual(mark(handedIn(1, ALL_RIGHT)));
	});

	test('an override is for one pupil, also of what was left open', () => {
		const rulings = [override('o', { ...mine, credit: 0.5 })];
		expect(mark(handedIn(1, []), rulings).marks[2]).toMatchObject({
			credit: 0.5,
			by: 'overridden',
			rulings: ['o']
		});
		expect(mark(handedIn(2, []), rulings).credit).toBe(0);
	});

	test('a dropped part stays dropped for the pupil with an override', () => {
		const rulings = [override('o', { ...mine, credit: 1 }), drop('d', 2)];
		const marked = mark(handedIn(1, []), rulings);
		expect(marked).toMatchObject({ credit: 0, outOf: 8 });
		expect(marked.marks[2]).toMatchObject({ credit: 1, dropped: true, rulings: ['o', 'd'] });
	});
});

describe('whatever was answered and decided', () => {
	test('the credit is from 0 to what it is out of, and every part is there once', () => {
		fc.assert(
			fc.property(anyRaws, anyRulings, (raws, rulings) => {
				const { credit, outOf, undecided, marks } = mark(handedIn(1, raws), rulings);
				expect(credit).toBeGreaterThanOrEqual(0);
				expect(credit).toBeLessThanOrEqual(outOf);
				expect(marks.length).toBe(9);
				expect(outOf + undecided + marks.filter(({ dropped }) => dropped).length).toBe(9);
			})
		);
	});

	test('an override wins', () => {
		fc.assert(
			fc.property(anyRaws, anyRulings, (raws, rulings) => {
				const last = override('z', { submissionId: 's1', itemNo: 0, part: 0, credit: 0.5 });
				const marked = mark(handedIn(1, raws), [last, ...rulings]);
				expect(marked.marks[0]).toMatchObject({ credit: 0.5, by: 'overridden' });
			})
		);
	});

	test('the order of the log counts for nothing', () => {
		fc.assert(
			fc.property(anyRaws, anyRulings, (raws, rulings) => {
				const submission = handedIn(1, raws);
				expect(mark(submission, rulings.toReversed())).toEqual(mark(submission, rulings));
			})
		);
	});

	test('an undo brings back just what was', () => {
		const anyNext = anyRulings.map((rulings) =>
			rulings.map((each) => ({ ...each, id: `z${each.id}` }))
		);
		fc.assert(
			fc.property(anyRaws, anyRulings, anyNext, (raws, rulings, [next]) => {
				fc.pre(next !== undefined);
				const submission = handedIn(1, raws);
				const before = mark(submission, rulings);
				const undone = [...rulings, next, undo('zz', next.id)];
				expect(mark(submission, undone)).toEqual(before);
				expect(mark(submission, [...undone, undo('zzz', 'zz')])).toEqual(
					mark(submission, [...rulings, next])
				);
			})
		);
	});
});
