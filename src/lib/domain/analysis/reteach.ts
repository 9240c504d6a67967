import { FACILITY_TOO_EASY } from './facility-band.ts';
import type { Advice, ItemAnalysis } from './types.ts';

/** What to teach again. */
export interface Reteaching {
	/** Keys of the items chosen, most needed first. */
	keys: string[];
	/** Keys of items that went as badly as the last one chosen and were left out. */
	equals: string[];
}

interface Candidate {
	key: string;
	facility: number;
	seen: number;
	index: number;
}

/**
 * The items most worth teaching again: lowest facility first. Where facilities are equal, what more
 * attempts had comes first, then what those who know the rest knew better (a gap in knowledge
 * rather than a bad question), then the paper's order. Left out: what nobody had, what hardly anybody
 * missed, and what should have its key checked before anything is taught by it.
 */
export function reteach(
	analysed: readonly { item: ItemAnalysis; advice: Advice }[],
	most = 3
): Reteaching {
	const ranked = analysed.flatMap(candidate).sort(byNeed);
	const last = ranked[Math.min(most, ranked.length) - 1]?.facility;
	return {
		keys: ranked.slice(0, most).map(({ key }) => key),
		equals: ranked
			.slice(most)
			.filter(({ facility }) => facility === last)
			.map(({ key }) => key)
	};
}

function candidate({ item, advice }: { item: ItemAnalysis; advice: Advice }): Candidate[] {
	const { key, facility, seen, discriminationIndex: index } = item;
	if (!facility.ok || facility.value > FACILITY_TOO_EASY) return [];
	if (advice.findings.some(({ code }) => code === 'check-the-key')) return [];
	const share = Number(facility.value.toFixed(9));
	return [{ key, facility: share, seen, index: index.ok ? index.value : 0 }];
}

function byNeed(a: Candidate, b: Candidate): number {
	return a.facility - b.facility || b.seen - a.seen || b.index - a.index;
}
