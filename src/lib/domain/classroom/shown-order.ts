import { randomBetween, seededRandom, shuffled, type Random } from '#lib/domain/quiz/random.ts';
import type { Item, Option, RawAnswer, ShownOrder } from '#lib/domain/quiz/types.ts';

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

/** Shuffles, but keeps a grave item from standing first where any other can. */
function itemOrder(
	items: readonly Item[],
	{ random, isGrave }: { random: Random; isGrave: (item: Item) => boolean }
): number[] {
	const order = shuffled(random, numbers(items.length));
	const light = order.filter((no) => items[no] && !isGrave(items[no]));
	const [first] = order;
	if (first === undefined || light.includes(first) || light.length === 0) return order;
	const opener = light[randomBetween(random, 0, light.length - 1)] ?? first;
	const at = order.indexOf(opener);
	return order.map((no, place) => (place === 0 ? opener : place === at ? first : no));
}

/**
 * An order of items and options of one pupil's own; the same seed gives the same order.
 * @param isGrave whether an item is of grave matter, which is never asked first
 */
export function pupilOrder(
	items: readonly Item[],
	seed: string,
	isGrave: (item: Item) => boolean
): ShownOrder {
	const random = seededRandom(seed);
	const order = itemOrder(items, { random, isGrave });
	return {
		items: order,
		options: order.map((no) => {
			const item = items[no];
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
