import type { Cue, NameContext } from './cue.ts';
import { DEMONYMS } from './data/demonyms.ts';
import { PERSON_NOUNS } from './data/person-nouns.ts';

const SUFFERED =
	/^(?:was|were|is|had been|has been|been) (?:\p{L}+ly )?(?:assassinated|murdered|crowned|baptised|baptized|beheaded|buried|knighted|imprisoned|exiled|beatified|canonised|canonized|raised|survived by|renowned for his|renowned for her|known for his|known for her|named after his|a (?:prolific|lifelong))\b/u;
const NAMING =
	/^(?:named|appointed|nominated|married|wed|dismissed|sacked|pardoned|hugged|begged)$/u;
const OF_LIFE =
	/\b(?:reign|death|birth|life|lives|wife|widow|son|sons|daughter|daughters|children|descendants?|heirs?|murder|assassination|funeral|arrest|election|inauguration|disciples?|biography|portrait|testimony|coronation|teachings|writings|poems|paintings) of$/u;
const LIFE =
	/^['’]s? (?:\p{L}+ )?(?:descendants?|marriage|reign|heirs?|writings|doctrine|teachings|childhood|biography|sermons?|poems?|paintings?|widow|grave|tomb|birth|assassination|murder|arrest|grandson|granddaughter|grandfather|grandmother|nephew|niece|uncle|aunt|cousin|ex-wife|ex-husband|inventions?|patents?)\b/u;

const isSomebody = (word: string) => PERSON_NOUNS.has(word) || DEMONYMS.has(word);

/** What a life tells of a name: birth, kin, reign and death are of persons. */
export const LIFE_CUES: readonly Cue<NameContext>[] = [
	{
		name: '"Smith was crowned"',
		sort: 'person',
		weight: 1.5,
		applies: ({ tail, before }) => before(1) !== 'the' && SUFFERED.test(tail)
	},
	{
		name: '"Smith named John Miller as"',
		sort: 'person',
		weight: 1.5,
		applies: ({ after, before, isLargeAfter }) =>
			before(1) !== 'the' && NAMING.test(after(1)) && isLargeAfter(2)
	},
	{
		name: '"the reign of Smith"',
		sort: 'person',
		weight: 1.5,
		applies: ({ lead }) => OF_LIFE.test(lead)
	},
	{
		name: '"Smith\'s descendants"',
		sort: 'person',
		weight: 1.5,
		applies: ({ tail }) => LIFE.test(tail)
	},
	{
		name: '"a farmer named Smith"',
		sort: 'person',
		weight: 3,
		applies: ({ before }) => /^(?:named|called)$/u.test(before(1)) && isSomebody(before(2))
	}
];
