import { describe, expect, test } from 'vitest';
import { markAssignment, type Collected } from '#lib/domain/classroom/mark-assignment.ts';
import { questionCounts } from '#lib/domain/classroom/question-counts.ts';
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
	typed
} from './marking-support.ts';

const counts = (given: Collected) => questionCounts(markAssignment(given));
const four = [
	handedIn(1, ALL_RIGHT),
	handedIn(2, [WAITS, undefined, chose(0)]),
	handedIn(3, [typed('a gate'), undefined, chose(2)]),
	handedIn(4, [])
];

describe('how each part went', () => {
	test('counts what was right, partly, wrong, open and undecided', () => {
		const rulings = [judge('a', { part: ruledPart(2), answer: { option: 2 }, credit: 0.5 })];
		const [place, , food] = counts(collected(four, { rulings }));
		expect(place).toEqual({
			...ruledPart(0),
			key: `r/city/where ${quiz.hashes[0]?.[0]}`,
			itemNo: 0,
			part: 0,
			kind: 'where',
			form: 'type',
			ask: 'Ask of city?',
			seen: 4,
			right: 1,
			partly: 0,
			wrong: 1,
			open: 1,
			undecided: 1,
			dropped: false,
			facility: 1 / 3
		});
		expect(food).toMatchObject({ right: 1, partly: 1, wrong: 1, open: 1, facility: 0.375 });
	});

	test('asks are the parts’ own where they have cues', () => {
		expect(counts(collected([])).map(({ ask }) => ask)).toEqual([
			'Ask of city?',
			'Ask of count?',
			'Ask of food?',
			'Ask of drink?',
			'Wrote notes',
			'Built a machine',
			'Found a moth',
			'Fact said.',
			'Fact claim.'
		]);
	});

	test('nobody: no facility', () => {
		expect(counts(collected([]))[0]).toMatchObject({ seen: 0, right: 0, open: 0 });
		expect(counts(collected([]))[0]).not.toHaveProperty('facility');
	});

	test('one attempt a pupil, the counted one', () => {
		const again = handedIn(4, ALL_RIGHT, { id: 's4b', attempt: 2 });
		expect(counts(collected([...four, again]))[2]).toMatchObject({ seen: 4, right: 2 });
	});

	test('dropped ones say so; what was open and got a mark is wrong at most', () => {
		const rulings = [
			drop('d', 0),
			override('o', { submissionId: 's4', itemNo: 2, part: 0, credit: 0 })
		];
		const [place, , food] = counts(collected(four, { rulings }));
		expect(place?.dropped).toBe(true);
		expect(food).toMatchObject({ wrong: 3, open: 0 });
	});

	test('the same part of two versions is one; a changed one is another', async () => {
		const shorter = items.slice(0, 3).toReversed();
		const [choose] = shorter;
		if (choose?.form !== 'choose') throw new Error('no choose item');
		const changed = { ...choose, options: choose.options.toReversed(), right: 2 };
		const later = await freeze({ items: [changed, ...shorter.slice(1)], version: 2 });
		const given = collected(
			[four[0] ?? handedIn(1, []), handedIn(2, [chose(2)], { quizHash: later.hash })],
			{
				assignment: assigned({}, { versions: [quiz, later] }),
				versions: new Map([quiz, later].map((each) => [each.hash, each]))
			}
		);
		const found = counts(given);
		expect(
			found.map(({ questionId, itemNo, seen }) => [questionId, itemNo, seen]).slice(0, 4)
		).toEqual([
			['r/food/what', 0, 1],
			['r/count/how-many', 1, 2],
			['r/city/where', 2, 2],
			['r/food/what', 2, 1]
		]);
		expect(found.length).toBe(10);
	});

	test('the same question twice in a quiz is two parts', async () => {
		const [place] = items;
		if (!place) throw new Error('no item');
		const twice = await freeze({ items: [place, place] });
		const given = collected([handedIn(1, [ALL_RIGHT[0], undefined], { quizHash: twice.hash })], {
			assignment: assigned({}, { versions: [twice] }),
			versions: new Map([[twice.hash, twice]])
		});
		expect(counts(given).map(({ right, open }) => [right, open])).toEqual([
			[1, 0],
			[0, 1]
		]);
	});
});
