import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freezeQuiz } from '#lib/domain/classroom/freeze.ts';
import { hasTwins, paperId, paperVersions } from '#lib/domain/classroom/paper-versions.ts';
import { markItem } from '#lib/domain/quiz/marking.ts';
import type { Item, RawAnswer } from '#lib/domain/quiz/types.ts';
import { crypto, frozen, shipped } from './classroom-support.ts';

const quiz = await frozen({ length: 25 });
const anySeed = fc.string();
const anyCount = fc.integer({ min: 1, max: 4 });
const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

/** The right answer of an item as somebody would give it who has the key. */
function rightAnswer(item: Item): RawAnswer {
	switch (item.form) {
		case 'choose':
			return { form: 'choose', option: item.right ?? -1 };
		case 'true-false':
			return { form: 'true-false', says: item.right ?? false };
		case 'match':
			return { form: 'match', options: item.right ?? [] };
		case 'sort':
			return { form: 'sort', standings: item.right ?? [] };
		case 'type':
			return { form: 'skipped' };
	}
}

describe('versions of a paper', () => {
	test.each([
		[1, 'A'],
		[2, 'AB'],
		[3, 'ABC'],
		[4, 'ABCD'],
		[0, 'A'],
		[9, 'ABCD']
	])('%i wanted: %s', (count, letters) => {
		const versions = paperVersions(quiz, { seed: 's', count });
		expect(versions.map(({ letter }) => letter).join('')).toBe(letters);
	});

	test('the first is as the quiz was made, and all differ', () => {
		const [first, ...others] = paperVersions(quiz, { seed: 's', count: 4 });
		expect(first?.items).toEqual(quiz.items);
		expect(new Set([first, ...others].map((each) => JSON.stringify(each?.shown))).size).toBe(4);
	});

	test('are the same for the same seed, however many there are', () => {
		fc.assert(
			fc.property(anySeed, anyCount, (seed, count) => {
				const all = paperVersions(quiz, { seed, count: 4 });
				expect(paperVersions(quiz, { seed, count })).toEqual(all.slice(0, count));
			})
		);
	});

	test('have every item once, and lead back to its number', () => {
		fc.assert(
			fc.property(anySeed, (seed) => {
				for (const { shown, items } of paperVersions(quiz, { seed, count: 4 })) {
					expect(sorted(shown.items)).toEqual(upTo(quiz.items.length));
					items.forEach((item, place) => {
						const own = quiz.items[shown.items[place] ?? -1];
						expect(item.parts).toEqual(own?.parts);
						if (own && 'options' in own && 'options' in item) {
							const order = shown.options[place] ?? [];
							expect(item.options).toEqual(order.map((no) => own.options[no]));
						}
					});
				}
			}),
			{ numRuns: 20 }
		);
	});

	test('have a key that marks every item right', () => {
		for (const { items } of paperVersions(quiz, { seed: 'key', count: 4 }))
			for (const item of items.filter(({ form }) => form !== 'type'))
				expect(markItem(quiz.bank, item, rightAnswer(item)).map(({ credit }) => credit)).toEqual(
					item.parts.map(() => 1)
				);
	});

	test.each<[string, number, number]>([
		['one typed item', 1, 1],
		['two typed items', 2, 2]
	])('%s: as many as there are orders', (_, items, orders) => {
		const typed = quiz.bank.questions
			.filter(({ grave }) => !grave)
			.slice(0, items)
			.map(({ id }): Item => ({ form: 'type', parts: [{ questionId: id }] }));
		const versions = paperVersions({ bank: quiz.bank, items: typed }, { seed: 's', count: 4 });
		expect(new Set(versions.map(({ shown }) => JSON.stringify(shown))).size).toBe(orders);
		expect([hasTwins(versions), hasTwins(versions.slice(0, orders))]).toEqual([true, false]);
	});

	test('of nothing are empty', () => {
		const [empty] = paperVersions({ bank: quiz.bank, items: [] }, { seed: 's', count: 1 });
		expect(empty).toEqual({ letter: 'A', shown: { items: [], options: [] }, items: [] });
	});
});

describe('a paper’s id', () => {
	test('can be read out', () => {
		expect(paperId(quiz)).toMatch(/^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}$/);
	});

	test('is the same for a quiz and for what was frozen of it', async () => {
		const { items } = quiz;
		const terms = { version: 2, isPublic: () => false };
		const again = await freezeQuiz(crypto, {
			bank: shipped,
			quiz: { title: 'Other', items },
			...terms
		});
		expect(paperId({ bank: shipped, items })).toBe(paperId(quiz));
		expect(paperId(again)).toBe(paperId(quiz));
	});

	test.each<[string, (items: Item[]) => Item[]]>([
		['an item less', (items) => items.slice(1)],
		['another order', (items) => [...items].reverse()],
		[
			'another option',
			(items) =>
				items.map((item) =>
					item.form === 'choose' ? { ...item, options: [{ text: 'New' }, ...item.options] } : item
				)
		],
		[
			'another form',
			([first, ...rest]) =>
				first ? [{ form: 'type', parts: [{ ...first.parts[0] }] }, ...rest] : []
		]
	])('is another with %s', (_, change) => {
		const items = change([...quiz.items]);
		expect(items).not.toEqual(quiz.items);
		expect(paperId({ bank: quiz.bank, items })).not.toBe(paperId(quiz));
	});
});
