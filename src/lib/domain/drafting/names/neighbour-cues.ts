import type { Cue, NameContext } from './cue.ts';
import { CITIES } from './data/cities.ts';
import { COUNTRIES } from './data/countries.ts';
import { REGIONS } from './data/regions.ts';

const isPlaceName = (word: string) => COUNTRIES.has(word) || CITIES.has(word) || REGIONS.has(word);
const isJoint = (word: string) => /^(?:,|and|or)$/u.test(word);

const BODY =
	/^['’]s? (?:home (?:venue|ground|stadium)|stadium|squad|shareholders?|ceo|subsidiary|headquarters|shares|employees|customers|fans|goalkeeper|striker|board|spokes\w+)\b/u;
const BODY_SUFFERED =
	/^(?:was|were|had been|has been) (?:\p{L}+ly )?(?:relegated|promoted to|incorporated|headquartered|nationalised|nationalized|privatised|privatized|rebranded|taken over|acquired by|fined|sued)\b/u;

/** What stands beside a name in a list, and what belongs only to bodies. */
export const NEIGHBOUR_CUES: readonly Cue<NameContext>[] = [
	{
		name: '"Paris, Milltown and Bonn"',
		sort: 'place',
		weight: 1.5,
		applies: ({ before, after }) =>
			isJoint(before(1)) && isPlaceName(before(2)) && isJoint(after(1)) && isPlaceName(after(2))
	},
	{
		name: '"near Milltown"',
		sort: 'place',
		weight: 0.5,
		applies: ({ before }) => /^(?:near|throughout|across|outside)$/u.test(before(1))
	},
	{
		name: '"Mill\'s shareholders"',
		sort: 'organisation',
		weight: 2,
		applies: ({ tail }) => BODY.test(tail)
	},
	{
		name: '"Mill was relegated"',
		sort: 'organisation',
		weight: 2,
		applies: ({ tail }) => BODY_SUFFERED.test(tail)
	}
];
