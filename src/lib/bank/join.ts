import type { Bank, Name } from './types.ts';

const PRIME = 0x01000193;

/** Twelve hexadecimal digits that stand for a list of texts; to tell editions apart, no proof of anything. */
function stamp(texts: string[]): string {
	let [low, high] = [0x811c9dc5, 0x1b873593];
	for (const char of texts.join('|')) {
		const code = char.charCodeAt(0);
		low = Math.imul(low ^ code, PRIME);
		high = Math.imul(high ^ (code + 1), PRIME) ^ (low >>> 13);
	}
	const digits = (part: number) => (part >>> 0).toString(16).padStart(8, '0');
	return (digits(low) + digits(high)).slice(0, 12);
}

/** Everything of some lists; of things with the same id the first, so that nothing takes over a shipped one. */
function firsts<T extends { id: string }>(lists: readonly (readonly T[])[]): T[] {
	const byId = new Map<string, T>();
	for (const list of lists)
		for (const each of list) if (!byId.has(each.id)) byId.set(each.id, each);
	return [...byId.values()];
}

/**
 * The shipped bank and a person's own as one. Of what has the same id the first stands, of names the
 * shipped, then `names` (a device's own, newer than the copies its banks hold), then the banks'.
 */
export function joinBanks(shipped: Bank, own: readonly Bank[], names: readonly Name[] = []): Bank {
	if (own.length === 0 && names.length === 0) return shipped;
	const parts = [shipped, ...own];
	return {
		version: shipped.version,
		edition: stamp([...parts.map(({ edition }) => edition), JSON.stringify(names)]),
		reports: parts.flatMap(({ reports }) => reports),
		names: firsts([shipped.names, names, ...own.map((part) => part.names)]),
		facts: firsts(parts.map(({ facts }) => facts)),
		questions: firsts(parts.map(({ questions }) => questions)),
		comparisons: firsts(parts.map(({ comparisons }) => comparisons))
	};
}
