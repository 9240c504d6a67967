import type { VerbGroup } from './types.ts';

/** The second verb of two, with the auxiliary of the first where it has none: "was arrested and charged". */
export function coordinated(first: VerbGroup, second: VerbGroup): VerbGroup | undefined {
	const auxiliary = first.shared ?? first.auxiliary;
	if (second.auxiliary === undefined && first.isPassive && auxiliary !== undefined) {
		if (second.form === 'ing') return undefined;
		return { ...second, form: 'finite', shared: auxiliary, isPassive: true };
	}
	const isWhole = !first.isPassive || second.auxiliary !== undefined;
	return second.form === 'finite' && isWhole ? second : undefined;
}

/** "70 people were killed and 40 buildings destroyed": a verb without auxiliary takes the one before. */
export function elided(first: VerbGroup | undefined, second: VerbGroup | undefined) {
	return first?.isPassive && second ? coordinated(first, second) : undefined;
}
