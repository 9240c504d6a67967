import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spreadOrder, type Placing } from '#lib/domain/classroom/item-order.ts';
import { seededRandom } from '#lib/domain/quiz/random.ts';

const placing = (facts: string, isGrave = false): Placing => ({ isGrave, factIds: [...facts] });
const anyPlacings = (maxLength: number) =>
	fc.array(
		fc
			.tuple(fc.subarray(['a', 'b', 'c'], { maxLength: 2 }), fc.boolean())
			.map(([facts, isGrave]) => placing(facts.join(''), isGrave)),
		{ maxLength }
	);
const order = (placings: readonly Placing[], seed: string) =>
	spreadOrder(placings, seededRandom(seed));

function meeting(placings: readonly Placing[], numbers: readonly number[]): number {
	return numbers.filter((no, i) => {
		const before = i === 0 ? undefined : placings[numbers[i - 1] ?? -1];
		return placings[no]?.factIds.some((id) => before?.factIds.includes(id));
	}).length;
}

function allOrders(numbers: readonly number[]): number[][] {
	if (numbers.length === 0) return [[]];
	return numbers.flatMap((no) =>
		allOrders(numbers.filter((each) => each !== no)).map((rest) => [no, ...rest])
	);
}

describe('an order of items', () => {
	test('has each once, the same for the same seed', () => {
		fc.assert(
			fc.property(anyPlacings(40), fc.string(), (placings, seed) => {
				const numbers = order(placings, seed);
				expect([...numbers].sort((a, b) => a - b)).toEqual(placings.map((_, i) => i));
				expect(order(placings, seed)).toEqual(numbers);
			})
		);
	});

	test('never opens gravely where it need not', () => {
		fc.assert(
			fc.property(anyPlacings(20), fc.string(), (placings, seed) => {
				const [first = -1] = order(placings, seed);
				const mustBe = placings.every(({ isGrave }) => isGrave);
				if (!mustBe) expect(placings[first]?.isGrave).toBe(false);
			})
		);
	});

	test('keeps items on one fact apart whenever some order does', () => {
		fc.assert(
			fc.property(anyPlacings(6), fc.string(), (placings, seed) => {
				const hasLight = placings.some(({ isGrave }) => !isGrave);
				const some = allOrders(placings.map((_, i) => i)).some(
					([first = -1, ...rest]) =>
						!(hasLight && placings[first]?.isGrave) && meeting(placings, [first, ...rest]) === 0
				);
				if (some) expect(meeting(placings, order(placings, seed))).toBe(0);
			})
		);
	});

	test.each<[string, string[], number]>([
		['half on one fact', ['a', 'a', 'a', 'a', 'a', '', '', '', '', ''], 0],
		['more than half', ['a', 'a', 'a', 'a', 'b'], 2],
		['all on one', ['a', 'a', 'a'], 2],
		['a chain', ['ab', 'bc', 'cd', 'de', 'ef', 'fg'], 0]
	])('%s', (_, facts, least) => {
		const placings = facts.map((each) => placing(each));
		for (let seed = 0; seed < 20; seed++)
			expect(meeting(placings, order(placings, `${seed}`))).toBe(least);
	});

	test('of a hundred items, every second on one fact, is found', () => {
		const placings = Array.from({ length: 100 }, (_, i) => placing(i % 2 ? 'a' : `${i % 10}`));
		expect(meeting(placings, order(placings, 'x'))).toBe(0);
	});
});
