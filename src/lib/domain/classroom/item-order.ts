import type { FactId } from '#lib/bank/types.ts';
import { shuffled, type Random } from '#lib/domain/quiz/random.ts';

/** What decides where an item may stand. */
export interface Placing {
	/** Of deaths, children or injuries: never asked first. */
	isGrave: boolean;
	/** The facts its questions rest on. */
	factIds: readonly FactId[];
}

/** How many places are tried before the next best order will do; all there are of up to seven items. */
const MOST_TRIED = 20_000;

/** Items that are put in order. */
interface Search {
	placings: readonly Placing[];
	/** Whether something could open that is not grave. */
	hasLight: boolean;
	/** How many more places are tried. */
	left: number;
}

/**
 * A random order of items, by number, in which none of grave matter is first where another can be, and no
 * two on one fact stand side by side where any order keeps them apart.
 */
export function spreadOrder(placings: readonly Placing[], random: Random): number[] {
	const numbers = shuffled(
		random,
		placings.map((_, no) => no)
	);
	const hasLight = placings.some(({ isGrave }) => !isGrave);
	const search = { placings, hasLight, left: MOST_TRIED };
	return orderApart(search, [], numbers) ?? orderNearlyApart(search, numbers);
}

/** The first order of the rest behind `order` that keeps facts apart, in the sequence given. */
function orderApart(search: Search, order: number[], rest: number[]): number[] | undefined {
	if (rest.length === 0) return order;
	for (const no of openers(search, order, rest)) {
		if (search.left-- <= 0) return undefined;
		const others = rest.filter((each) => each !== no);
		if (meets(search, order.at(-1), no) || !hasRoom(search, no, others)) continue;
		const found = orderApart(search, [...order, no], others);
		if (found) return found;
	}
	return undefined;
}

/** Where facts cannot be kept apart: those with most to come go first. */
function orderNearlyApart(search: Search, numbers: readonly number[]): number[] {
	const order: number[] = [];
	let rest = [...numbers];
	while (rest.length > 0) {
		const open = openers(search, order, rest);
		const apart = open.filter((no) => !meets(search, order.at(-1), no));
		const counts = countsIn(search, rest);
		const crowd = (no: number) =>
			Math.max(0, ...factsOf(search, no).map((id) => counts.get(id) ?? 0));
		const choice = apart.length > 0 ? apart : open;
		const next = choice.reduce((one, other) => (crowd(other) > crowd(one) ? other : one));
		order.push(next);
		rest = rest.filter((no) => no !== next);
	}
	return order;
}

/** Which of the rest may come next, but for the facts. */
function openers({ placings, hasLight }: Search, order: number[], rest: number[]): number[] {
	return order.length === 0 && hasLight ? rest.filter((no) => !placings[no]?.isGrave) : rest;
}

function factsOf({ placings }: Search, no: number): readonly FactId[] {
	return placings[no]?.factIds ?? [];
}

function meets(search: Search, last: number | undefined, no: number): boolean {
	if (last === undefined) return false;
	const facts = factsOf(search, last);
	return factsOf(search, no).some((id) => facts.includes(id));
}

/** On how many of some items each fact is asked. */
function countsIn(search: Search, numbers: readonly number[]): Map<FactId, number> {
	const counts = new Map<FactId, number>();
	for (const no of numbers)
		for (const id of new Set(factsOf(search, no))) counts.set(id, (counts.get(id) ?? 0) + 1);
	return counts;
}

/** Whether every fact's items can still stand at every second place behind an item. */
function hasRoom(search: Search, no: number, rest: readonly number[]): boolean {
	const own = factsOf(search, no);
	const { floor, ceil } = Math;
	return [...countsIn(search, rest)].every(
		([id, count]) => count <= (own.includes(id) ? floor(rest.length / 2) : ceil(rest.length / 2))
	);
}
