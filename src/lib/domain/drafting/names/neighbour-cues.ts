import type { Cue, NameContext } from './cue.ts';
import { CITIES } from './data/cities.ts';
import { COUNTRIES } from './data/countries.ts';
import { PLACE_HEADS } from './data/place-nouns.ts';
import { REGIONS } from './data/regions.ts';
import { TOLD_CUES } from './told-cues.ts';

const isPlaceName = (word: string) => COUNTRIES.has(word) || CITIES.has(word) || REGIONS.has(word);
const isJoint = (word: string) => /^(?:,|and|or)$/u.test(word);

const CALLED_PLACE =
	/^(?:capital|town|city|village|river|lake|island|crater|mountain|volcano|province|district|county|suburb|port|bay|valley|hamlet|settlement|canton|commune|municipality)$/u;
const OF_PLACE =
	/\b(?:parliament|government|population|president|premier|ambassador|embassy|army|borders?|shores?|banks|mouth|archbishop|bishop|streets|inhabitants|residents|economy|railway|airports?) of$/u;
const SERVICE =
	/^(?:service|agency|website|site|channel|station|outlet|label|house|giant|chain|platform|maker)$/u;
const OF_SERVICE =
	/^(?:news|television|tv|radio|record|recording|publishing|media|networking|supermarket|retail|software|fast-food|hotel|internet|technology|tech|computer|video|streaming|car|phone|drug|aircraft|energy|oil|mining|travel|shopping)$/u;
/** "record label", "software giant" */
const isService = (noun: string, kind: string) => SERVICE.test(noun) && OF_SERVICE.test(kind);

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
		name: '"Milltown Hospital, Zorbeck"',
		sort: 'place',
		weight: 2,
		applies: ({ before }) => before(1) === ',' && PLACE_HEADS.has(before(2))
	},
	{
		name: '"the capital, Milltown,", "the river Mill"',
		sort: 'place',
		weight: 2.5,
		applies: ({ before, isSmallBefore }) =>
			(before(1) === ',' && CALLED_PLACE.test(before(2))) ||
			(isSmallBefore && CALLED_PLACE.test(before(1)))
	},
	{
		name: '"the parliament of Milltown"',
		sort: 'place',
		weight: 2.5,
		applies: ({ lead }) => OF_PLACE.test(lead)
	},
	...TOLD_CUES,
	{
		name: '"the news service Mill"',
		sort: 'organisation',
		weight: 3,
		applies: ({ before, isSmallBefore }) => isSmallBefore && isService(before(1), before(2))
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
