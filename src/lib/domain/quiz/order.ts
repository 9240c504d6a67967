import type { Kind } from '#lib/bank/types.ts';
import { shareFact, type Entry } from './entry.ts';
import { shuffled, type Random } from './random.ts';

/** How entries may be put in order. */
interface Arranging {
	random: Random;
	/** Nothing but grave matter was asked for by name: then it may open too. */
	graveMayOpen: boolean;
}

/** How much a place in the order is worth avoiding. */
const COST = { never: 1000, thirdOfKind: 100, corner: 50, sameReport: 1 };
const MOST_ATTEMPTS = 40;

/**
 * Entries in an order where none opens that is grave, none stands next to one of its own fact, at most
 * two of a kind follow each other where that can be, and reports are mixed. What no order can place is
 * left out.
 */
export function arrange(entries: Entry[], { random, graveMayOpen }: Arranging): Entry[] {
	let best: Entry[] = [];
	let bestCost = Infinity;
	for (let attempt = 0; attempt < MOST_ATTEMPTS && bestCost >= COST.corner; attempt++) {
		const { order, cost } = oneOrder(shuffled(random, entries), graveMayOpen);
		if (cost < bestCost) [best, bestCost] = [order, cost];
	}
	return placeable(best, graveMayOpen);
}

/** Takes the cheapest next entry each time; ties go by the given order. */
function oneOrder(entries: Entry[], graveMayOpen: boolean): { order: Entry[]; cost: number } {
	const rest = [...entries];
	const order: Entry[] = [];
	let total = 0;
	while (rest.length > 0) {
		const costs = rest.map(
			(entry) =>
				costOf(entry, order, rest) + (order.length > 0 || graveMayOpen ? 0 : opening(entry))
		);
		const least = Math.min(...costs);
		order.push(...rest.splice(costs.indexOf(least), 1));
		total += least;
	}
	return { order, cost: total };
}

function costOf(entry: Entry, order: Entry[], rest: Entry[]): number {
	const last = order.at(-1);
	const run = runOf(entry.kind, order) + 1;
	let cost = run > 2 ? COST.thirdOfKind : 0;
	if (leavesCorner(entry, run, rest)) cost += COST.corner;
	if (!last) return cost;
	if (shareFact(last, entry)) cost += COST.never;
	if (last.reportIds.some((id) => entry.reportIds.includes(id))) cost += COST.sameReport;
	return cost;
}

/** What it costs to open with an entry. */
function opening({ grave }: Entry): number {
	return grave ? COST.never : 0;
}

/** How many of a kind the order ends with. */
function runOf(kind: Kind, order: Entry[]): number {
	let run = 0;
	while (order.at(-1 - run)?.kind === kind) run++;
	return run;
}

/** Whether some kind would then be left with too few others to break it up by twos. */
function leavesCorner(entry: Entry, run: number, rest: Entry[]): boolean {
	const left = new Map<Kind, number>();
	for (const other of rest)
		if (other !== entry) left.set(other.kind, (left.get(other.kind) ?? 0) + 1);
	const total = rest.length - 1;
	return [...left].some(
		([kind, count]) => count > 2 * (total - count + 1) - (kind === entry.kind ? run : 0)
	);
}

/** Without entries that would still break a rule that has no exception. */
function placeable(order: Entry[], graveMayOpen: boolean): Entry[] {
	const kept: Entry[] = [];
	for (const entry of order) {
		const last = kept.at(-1);
		if (last ? !shareFact(last, entry) : graveMayOpen || !entry.grave) kept.push(entry);
	}
	return kept;
}
