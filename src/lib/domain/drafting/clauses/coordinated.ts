import type { Word } from '#lib/domain/drafting/types.ts';
import { wordAt } from '#lib/domain/drafting/words/word-at.ts';
import type { VerbGroup } from './types.ts';
import { CHAIN_VERBS, GIVING_VERBS, PAST_ONLY } from './word-lists.ts';

/** What follows a verb that may or may not share the auxiliary of the verb before it. */
interface Second {
	words: readonly Word[];
	verb: VerbGroup;
	/** A thing follows that it is done to. */
	hasObject: boolean;
}

/** "was founded in 1817 and [continued trading]", "… and gained new hits": it does this itself. */
function isActive({ words, verb, hasObject }: Second): boolean {
	const { text, lemma } = wordAt(words, verb.main);
	if (verb.form !== 'finite') return false;
	if (PAST_ONLY.has(text.toLowerCase())) return true;
	const takesVerb = CHAIN_VERBS.has(lemma) && verb.last > verb.main;
	return takesVerb || (hasObject && !GIVING_VERBS.has(lemma));
}

/** The second verb of two, with the auxiliary of the first where it has none: "was arrested and charged". */
export function coordinated(first: VerbGroup, second: Second): VerbGroup | undefined {
	const { verb } = second;
	const auxiliary = first.shared ?? first.auxiliary;
	const isFree = !first.isPassive || verb.auxiliary !== undefined || isActive(second);
	if (!isFree && auxiliary !== undefined) {
		if (verb.form === 'ing') return undefined;
		return { ...verb, form: 'finite', shared: auxiliary, isPassive: true };
	}
	return verb.form === 'finite' && isFree ? verb : undefined;
}

/** "70 people were killed and 40 buildings destroyed": a verb without auxiliary takes the one before. */
export function elided(first: VerbGroup | undefined, second: Second): VerbGroup | undefined {
	return first?.isPassive ? coordinated(first, second) : undefined;
}
