import type { Name, NameId } from '#lib/bank/types.ts';
import type { Desk, DeskPatch, DeskStep } from './types.ts';

/** Names kept beside the desks, by id. */
export type NamesById = Record<NameId, Name>;

type Parts<T> = Record<string, T>;
type Change<T> = Record<string, T | null>;

/** The lists of parts that a patch of a desk changes; names are kept beside it. */
const LISTS = ['facts', 'questions', 'comparisons', 'drops'] as const;

function changed<T>(parts: Parts<T>, change: Change<T>): Parts<T> {
	const kept = new Map(Object.entries(parts));
	for (const [id, part] of Object.entries(change)) {
		if (part === null) kept.delete(id);
		else kept.set(id, part);
	}
	return Object.fromEntries(kept);
}

/** What stands under the ids of a change; `null` where nothing does. */
function current<T>(parts: Parts<T>, change: Change<T>): Change<T> {
	return Object.fromEntries(
		Object.keys(change).map((id) => [id, Object.hasOwn(parts, id) ? (parts[id] ?? null) : null])
	);
}

/** A desk with a patch put on; its names are put on by `applyToNames`. */
export function applyPatch(desk: Desk, patch: DeskPatch): Desk {
	const { comparisons, drops } = patch;
	return {
		...desk,
		head: patch.head ?? desk.head,
		facts: patch.facts ? changed(desk.facts, patch.facts) : desk.facts,
		questions: patch.questions ? changed(desk.questions, patch.questions) : desk.questions,
		...(comparisons && { comparisons: changed(desk.comparisons ?? {}, comparisons) }),
		...(drops && { drops: changed(desk.drops ?? {}, drops) })
	};
}

/** The names beside the desks with a patch put on. */
export function applyToNames(names: NamesById, patch: DeskPatch): NamesById {
	return patch.names ? changed(names, patch.names) : names;
}

/** The patch that brings back what another is about to change. */
export function inversePatch(desk: Desk, names: NamesById, patch: DeskPatch): DeskPatch {
	const { facts, questions, comparisons, drops } = patch;
	return {
		...(patch.head && { head: desk.head }),
		...(facts && { facts: current(desk.facts, facts) }),
		...(questions && { questions: current(desk.questions, questions) }),
		...(comparisons && { comparisons: current(desk.comparisons ?? {}, comparisons) }),
		...(drops && { drops: current(desk.drops ?? {}, drops) }),
		...(patch.names && { names: current(names, patch.names) })
	};
}

/** One patch that does what two do, the first before the second. */
export function bothPatches(first: DeskPatch, second: DeskPatch): DeskPatch {
	const both: DeskPatch = { ...first, ...second };
	for (const list of [...LISTS, 'names'] as const)
		if (first[list] && second[list])
			Object.assign(both, { [list]: { ...first[list], ...second[list] } });
	return both;
}

/** Two steps in a row as one, where they are of one target and do one thing: typing in a field. */
export function mergeSteps(earlier: DeskStep, later: DeskStep): DeskStep | undefined {
	if (earlier.target !== later.target || earlier.what !== later.what) return undefined;
	return {
		...earlier,
		back: bothPatches(later.back, earlier.back),
		forth: bothPatches(earlier.forth, later.forth)
	};
}
