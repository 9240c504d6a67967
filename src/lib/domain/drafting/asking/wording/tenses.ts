import type { Word } from '#lib/domain/drafting/types.ts';
import { IRREGULAR_PASTS } from './irregular-verbs.ts';

const SAME_IN_PAST = new Set(
	'cut put set hit let cost hurt spread shut split burst cast quit bid beat upset broadcast'.split(
		' '
	)
);

/** How a full verb without auxiliary stands: "attacked", "attacks", "attack". */
export type Tense = 'past' | 'singular' | 'plain';

/** The tense of a full verb without auxiliary, seen from its form; unchanged pasts by their subject. */
export function tenseOf({ text, lemma }: Word, isPlural: boolean): Tense | undefined {
	const form = text.toLowerCase();
	if (form !== lemma) return /s$/.test(form) && form !== 'was' ? 'singular' : 'past';
	// Reports tell what happened: "the players beat the champion".
	if (SAME_IN_PAST.has(lemma)) return 'past';
	return isPlural ? 'plain' : undefined;
}

/** "attacks" of "attack". */
export function thirdPerson(base: string): string {
	if (base === 'have') return 'has';
	if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`;
	return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

/** "attacked" of "attack". */
export function pastOf(base: string): string {
	const irregular = SAME_IN_PAST.has(base) ? base : IRREGULAR_PASTS.get(base);
	if (irregular) return irregular;
	if (/e$/.test(base)) return `${base}d`;
	if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
	return /^[^aeiou]*[aeiou][bdgmnprt]$/.test(base) ? `${base}${base.at(-1)}ed` : `${base}ed`;
}
