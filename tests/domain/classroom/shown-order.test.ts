import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	fixedOrder,
	handedOutAnswer,
	pupilOrder,
	shownItems
} from '#lib/domain/classroom/shown-order.ts';
import { markItem } from '#lib/domain/quiz/marking.ts';
import type { Item, RawAnswer } from '#lib/domain/quiz/types.ts';
import { frozen } from './classroom-support.ts';

const { bank, items } = await frozen();
const byId = new Map(bank.questions.map((question) => [question.id, question]));
const isGrave = (item: Item) =>
	item.parts.some(({ questionId }) => byId.get(questionId)?.grave !== undefined);
const orderOf = (seed: string) => pupilOrder({ bank, items }, seed);

function rawTo(item: Item, pick: number): RawAnswer {
	switch (item.form) {
		case 'type':
			return { form: 'type', text: 'Aleppo' };
		case 'choose':
			return { form: 'choose', option: pick % item.options.length };
		case 'true-false':
			return { form: 'true-false', says: pick % 2 === 0 };
		case 'match':
			return {
				form: 'match',
				options: item.parts.map((_, i) => (i === 2 ? null : (pick + i) % item.options.length))
			};
		case 'sort':
			return { form: 'sort', standings: item.parts.map(() => 'claimed') };
	}
}

describe('an order of a pupil’s own', () => {
	test('is the same for the same seed and as good as never for another', () => {
		expect(orderOf('7')).toEqual(orderOf('7'));
		const orders = new Set(Array.from({ length: 30 }, (_, no) => JSON.stringify(orderOf(`${no}`))));
		expect(orders.size).toBe(30);
	});

	test('shows every item and option once', () => {
		fc.assert(
			fc.property(fc.string(), (seed) => {
				const { items: order, options } = orderOf(seed);
				expect([...order].sort((a, b) => a - b)).toEqual(items.map((_, i) => i));
				order.forEach((no, place) => {
					const item = items[no];
					const count = item && 'options' in item ? item.options.length : 0;
					expect([...(options[place] ?? [])].sort()).toEqual(
						Array.from({ length: count }, (_, i) => i)
					);
				});
			})
		);
	});

	test('an answer is worth the same where it was shown and as it was handed out', () => {
		fc.assert(
			fc.property(fc.string(), fc.nat(20), (seed, pick) => {
				const shown = orderOf(seed);
				shownItems(items, shown).forEach((item, place) => {
					const raw = rawTo(item, pick);
					const own = items[shown.items[place] ?? -1];
					if (!own) throw new Error('an item was lost');
					expect(markItem(bank, own, handedOutAnswer(raw, shown, place))).toEqual(
						markItem(bank, item, raw)
					);
				});
			})
		);
	});

	test('a grave item never stands first where another can', () => {
		expect(items.some(isGrave)).toBe(true);
		for (let seed = 0; seed < 200; seed++) {
			const [first] = shownItems(items, orderOf(`${seed}`));
			expect(first && isGrave(first)).toBe(false);
		}
	});

	test('two items on one fact never stand side by side where others can come between', () => {
		const factsOf = (item: Item | undefined) =>
			item?.parts.flatMap(({ questionId }) => byId.get(questionId)?.factIds ?? []) ?? [];
		const [item] = items;
		if (!item) throw new Error('there is no item');
		const twice = [
			item,
			{ form: 'type', parts: [{ ...item.parts[0] }] } as Item,
			...items.slice(1)
		];
		for (let seed = 0; seed < 100; seed++) {
			const shown = shownItems(twice, pupilOrder({ bank, items: twice }, `${seed}`));
			shown.slice(1).forEach((each, i) => {
				const before = factsOf(shown[i]);
				expect(factsOf(each).filter((id) => before.includes(id))).toEqual([]);
			});
		}
	});
});

test('the fixed order shows everything as handed out', () => {
	expect(shownItems(items, fixedOrder(items))).toEqual(items);
});

test('no items, no order', () => {
	expect(pupilOrder({ bank, items: [] }, 'x')).toEqual({ items: [], options: [] });
});
