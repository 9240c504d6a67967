import { bankIndex } from '#lib/domain/quiz/bank-index.ts';
import { seededRandom, shuffled } from '#lib/domain/quiz/random.ts';
import type { Item, Option, RawAnswer, ShownOrder } from '#lib/domain/quiz/types.ts';
import { spreadOrder, type Placing } from './item-order.ts';
import type { FrozenQuiz } from './types.ts';

/** Items, and the bank that has their questions. */
export type OrderedQuiz = Pick<FrozenQuiz, 'bank' | 'items'>;

function numbers(count: number): number[] {
	return Array.from({ length: count }, (_, i) => i);
}

function optionCount(item: Item): number {
	return 'options' in item ? item.options.length : 0;
}

/** Everything as it was handed out. */
export function fixedOrder(items: readonly Item[]): ShownOrder {
	return {
		items: numbers(items.length),
		options: items.map((item) => numbers(optionCount(item)))
	};
}

/** What decides where the items of a quiz may stand. */
function placingsIn({ bank, items }: OrderedQuiz): Placing[] {
	const { questions } = bankIndex(bank);
	return items.map(({ parts }) => {
		const asked = parts.flatMap(({ questionId }) => questions.get(questionId) ?? []);
		return {
			isGrave: asked.some(({ grave }) => grave !== undefined),
			factIds: asked.flatMap(({ factIds }) => factIds)
		};
	});
}

/**
 * An order of items and options of one pupil's own; the same seed gives the same order. Grave matter is
 * never asked first, nor two items on one fact side by side, where it can be helped.
 */
export function pupilOrder(quiz: OrderedQuiz, seed: string): ShownOrder {
	const random = seededRandom(seed);
	const order = spreadOrder(placingsIn(quiz), random);
	return {
		items: order,
		options: order.map((no) => {
			const item = quiz.items[no];
			return item ? shuffled(random, numbers(optionCount(item))) : [];
		})
	};
}

function placeOf(order: readonly number[], no: number | undefined): number | undefined {
	const place = no === undefined ? -1 : order.indexOf(no);
	return place === -1 ? undefined : place;
}

function shownOptions(options: readonly Option[], order: readonly number[]): Option[] {
	return order.flatMap((no) => options[no] ?? []);
}

function shownItem(item: Item, order: readonly number[]): Item {
	if (item.form === 'choose') {
		const right = placeOf(order, item.right);
		const options = shownOptions(item.options, order);
		return { ...item, options, ...(right !== undefined && { right }) };
	}
	if (item.form !== 'match') return item;
	const right = item.right?.map((no) => placeOf(order, no) ?? -1);
	return { ...item, options: shownOptions(item.options, order), ...(right && { right }) };
}

/** The items as one pupil sees them. */
export function shownItems(items: readonly Item[], shown: ShownOrder): Item[] {
	return shown.items.flatMap((no, place) => {
		const item = items[no];
		return item ? [shownItem(item, shown.options[place] ?? [])] : [];
	});
}

/** An answer to the item shown at a place, in the numbers that were handed out. */
export function handedOutAnswer(raw: RawAnswer, shown: ShownOrder, place: number): RawAnswer {
	const order = shown.options[place] ?? [];
	if (raw.form === 'choose') return { ...raw, option: order[raw.option] ?? raw.option };
	if (raw.form !== 'match') return raw;
	return { ...raw, options: raw.options.map((at) => (at === null ? null : (order[at] ?? null))) };
}
