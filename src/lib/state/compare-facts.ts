import type { LookUp } from '#lib/bank/look-up.ts';
import type { Fact } from '#lib/bank/types.ts';

/** A fact in words: its own, or what is asked of one that has none here. */
export function factWords(look: LookUp, { id, text }: Fact): string {
	return text || (look.questionsOf(id)[0]?.ask ?? '');
}
