import type { NamePiece } from './schema.ts';

/** The names that relations are looked up in. */
export interface Relations {
	names: ReadonlyMap<string, NamePiece>;
}

function wholes(id: string, { names }: Relations): Set<string> {
	const found = new Set<string>();
	const open = [id];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		const name = names.get(next);
		for (const whole of [name?.partOf, name?.actsFor]) {
			if (whole === undefined || found.has(whole)) continue;
			found.add(whole);
			open.push(whole);
		}
	}
	return found;
}

/**
 * The name itself, every whole it is part of or acts for, and every name that is part of it or acts
 * for it: none of them is surely wrong where it is the answer.
 */
export function relatives(id: string, relations: Relations): Set<string> {
	const parts = [...relations.names.keys()].filter((other) => wholes(other, relations).has(id));
	return new Set([id, ...wholes(id, relations), ...parts]);
}
