import type { Form, Kind, Question } from '#lib/bank/types.ts';
import { KINDS } from '#lib/bank/types.ts';
import type { Surroundings } from './single-items.ts';
import type { Blueprint } from './types.ts';

/** A paper in the making: what it is to be, what there is to draw from, and what it has (`others`). */
export interface Making extends Surroundings {
	blueprint: Blueprint;
	forms: Form[];
	/** The questions in the order they are tried. */
	order: Question[];
}

/** How many more items of a kind are wanted, or in all; a bare length does not ask for kinds. */
export function stillWanted({ blueprint: { length }, others }: Making, kind?: Kind): number {
	if (typeof length === 'number') return (length || 0) - others.length;
	const kinds: readonly Kind[] = kind ? [kind] : KINDS;
	const asked = kinds.reduce((sum, each) => sum + (length[each] || 0), 0);
	return asked - others.filter((entry) => kinds.includes(entry.kind)).length;
}
