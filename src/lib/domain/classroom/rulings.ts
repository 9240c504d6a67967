import { groupBy } from '#lib/bank/group-by.ts';
import type { Ruling } from './ruling-types.ts';

/** A ruling that decides something, rather than taking another back. */
export type RulingInForce = Exclude<Ruling, { type: 'undo' }>;

function byId(a: Ruling, b: Ruling): number {
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * The rulings that hold, oldest first by id, each once: without those that were taken back, and with
 * those whose taking back was taken back. An undo works whatever its time is, for clocks are set back.
 */
export function inForce(rulings: readonly Ruling[]): RulingInForce[] {
	const all = [...new Map(rulings.map((ruling) => [ruling.id, ruling])).values()].sort(byId);
	const undos = groupBy(
		all.filter((ruling) => ruling.type === 'undo'),
		({ of }) => of
	);
	const known = new Map<string, boolean>();
	const isUndone = (id: string): boolean => {
		const told = known.get(id);
		if (told !== undefined) return told;
		// Two that take back each other both hold: none may be asked for ever.
		known.set(id, false);
		const undone = (undos.get(id) ?? []).some((undo) => !isUndone(undo.id));
		known.set(id, undone);
		return undone;
	};
	return all.filter((ruling) => ruling.type !== 'undo').filter(({ id }) => !isUndone(id));
}
