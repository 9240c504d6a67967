import type { Cue, NameContext, SureSort } from './cue.ts';
import { GROUP_NOUNS } from './data/organisation-nouns.ts';
import { PLACE_NOUNS } from './data/place-nouns.ts';
import { isPersonWord } from './person-words.ts';

/** "is a river", "was the largest town", ", a charity": the words that tell what something is. */
const TOLD =
	/^(?:, (?:an?|the)|(?:is|was|became|remains) (?:an?|the)) ((?:(?!of |in |on |at |for |from |that |which |who |and |with |by |near |to )[\p{L}'’-]+ ?){1,5})/u;

/** The last noun of what is told: "uninhabited volcanic island". */
function toldNoun({ tail, before }: NameContext): string {
	// "The shooting in Zorbeck is an attack" tells of the shooting.
	if (!tail.startsWith(',') && /^(?:in|at|of|on|from|near|for|to|with|by)$/u.test(before(1)))
		return '';
	return TOLD.exec(tail)?.[1]?.trim().split(' ').at(-1) ?? '';
}

const SORTS: readonly (readonly [SureSort, (noun: string) => boolean])[] = [
	['person', isPersonWord],
	['place', (noun) => PLACE_NOUNS.has(noun)],
	['organisation', (noun) => GROUP_NOUNS.has(noun)]
];

/** What a text says a name is: "Zorbeck is a river in", "Zorbeck, a market town,". */
export const TOLD_CUES: readonly Cue<NameContext>[] = SORTS.map(([sort, isSo]) => ({
	name: `what it is said to be: ${sort}`,
	sort,
	weight: 2.5,
	applies: (context: NameContext) => isSo(toldNoun(context))
}));
