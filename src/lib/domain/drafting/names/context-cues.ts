import type { Cue, NameContext } from './cue.ts';
import { CITIES } from './data/cities.ts';
import { COUNTRIES } from './data/countries.ts';
import { DEMONYMS } from './data/demonyms.ts';
import { GROUP_NOUNS } from './data/organisation-nouns.ts';
import { PERSON_NOUNS } from './data/person-nouns.ts';
import { REGIONS } from './data/regions.ts';
import { LIFE_CUES } from './life-cues.ts';
import { NEIGHBOUR_CUES } from './neighbour-cues.ts';

const SAYS =
	/^(?:said|says|say|told|tells|added|adds|tweeted|replied|argued|claimed|warned|explained|insisted|admitted|stated|wrote|remarked|commented|denied|acknowledged)$/u;
const PERSONAL =
	/^(?:born|died|married|resigned|retired|graduated|tweeted|wept|smiled|sang|wrote|studied|testified|pleaded)$/u;
const HUMAN_ACT =
	/^(?:went|believed|joined|moved|argued|spoke|attended|visited|met|received|served|agreed|refused|felt|thought|knew|asked|translated|rejected|accepted|became|grew|returned|traveled|travelled|taught|learned|composed|painted|invented|discovered|campaigned|apologised|apologized|plans|hopes|believes|thinks|wants|scored|replaces|replaced|succeeded|defeated|beat|claimed|suggested|proposed|described|called|appeared|decided|insists|lived|worked|played|finished|led)$/u;
const KIN =
	/^['’]s? (?:late |former |young |own )?(?:wife|husband|mother|father|son|daughter|brother|sister|parents|family|death|body|lawyer|life|friend|career|boss|successor|predecessor|girlfriend|boyfriend|widow)\b/u;
const CIVIC =
	/^['’]s? (?:capital|largest|biggest|population|government|parliament|border|borders|president|army|military|economy|prime|foreign|coast|streets|airport|mayor|old|eastern|western|northern|southern|north|south|east|west|leader|people|constitution)\b/u;
const AREA =
	/\b(?:city|town|village|district|province|capital|island|region|state|mayor|suburb|port|north|south|east|west|outskirts|governor|county|coast|people|citizens|parts|king|queen|republic|kingdom|streets|centre|center) of$/u;
const WORKS =
	/^(?:film|book|novel|song|album|game|series|magazine|movie|operation|hurricane|typhoon|storm|ship|treaty|show|play|documentary|single|virus|disease|asteroid|comet|probe|spacecraft|satellite|rocket|software|site|species)$/u;
const OFFICES =
	/\b(?:spokesman|spokeswoman|spokesperson|chairman|head|director|member|members|founder|ceo|executive|employees|employee|officials|boss|leader|president) (?:of|for|at|from)(?: the)?$/u;

const singular = (word: string) => word.replace(/ies$/u, 'y').replace(/s$/u, '');
const isPersonNoun = (word: string) => PERSON_NOUNS.has(word) || PERSON_NOUNS.has(singular(word));

/** "John Smith, a local farmer," */
function hasRoleBehind({ tail }: NameContext): boolean {
	const role = /^, (?:an?|the|then|now|former|one) ((?:[\p{L}'’-]+ ?){1,5})/u.exec(tail)?.[1];
	return role !== undefined && role.trim().split(' ').some(isPersonNoun);
}

function isPlaceName(word: string): boolean {
	return COUNTRIES.has(word) || CITIES.has(word) || REGIONS.has(word);
}

/** "interest in Smith" is no place. */
const ABOUT = /^(?:interest|belief|faith|trust|confidence|believe|believes|believed|trusted)$/u;

/** What the words around a name tell of its sort. */
export const CONTEXT_CUES: readonly Cue<NameContext>[] = [
	...LIFE_CUES,
	...NEIGHBOUR_CUES,
	{
		name: '"analyst John Smith"',
		sort: 'person',
		weight: 2.5,
		applies: ({ before }) =>
			isPersonNoun(before(1)) && !/s$|^(?:neighbou?r|rival|ally|partner)$/u.test(before(1))
	},
	{
		name: '"the president, John Smith"',
		sort: 'person',
		weight: 1.5,
		applies: ({ before }) => before(1) === ',' && isPersonNoun(before(2))
	},
	{
		name: '"said John Smith", "John Smith said"',
		sort: 'person',
		weight: 1.25,
		applies: ({ before, after, lead }) =>
			(SAYS.test(before(1)) && /["”’',] \S+$/u.test(lead)) ||
			(SAYS.test(after(1)) && !/^(?:in|at|of|from|near|for)$/u.test(before(1)))
	},
	{
		name: '"John Smith, 61,"',
		sort: 'person',
		weight: 3,
		applies: ({ tail }) => /^(?:, (?:aged )?\d{1,2}(?: ,|$| \.)|\( ?(?:born|aged) )/u.test(tail)
	},
	{
		name: '"John Smith, who", "Smith himself"',
		sort: 'person',
		weight: 2,
		applies: ({ tail }) => /^(?:,? who(?:se)? |himself|herself)/u.test(tail)
	},
	{
		name: '"John Smith, a farmer"',
		sort: 'person',
		weight: 2.5,
		applies: hasRoleBehind
	},
	{
		name: 'what only people do',
		sort: 'person',
		weight: 1.5,
		applies: ({ after, tail }) =>
			PERSONAL.test(after(1)) ||
			/^(?:was|were|is|has|had) (?:also |later )?(?:born|married|educated|sentenced|arrested|jailed|convicted|hired|fired|elected|appointed)/u.test(
				tail
			)
	},
	{
		name: 'what mostly people do',
		sort: 'person',
		weight: 1,
		applies: ({ after, before }) => before(1) !== 'the' && HUMAN_ACT.test(after(1))
	},
	{
		name: '"Smith and his"',
		sort: 'person',
		weight: 1,
		applies: ({ rest, before }) =>
			before(1) !== 'the' &&
			/^(?:[\p{L}\d'’-]+ ){0,12}?(?:he|she|his|him|her|himself|herself)\b/u.test(rest)
	},
	{
		name: '"Smith left. She"',
		sort: 'person',
		weight: 2,
		applies: ({ isSubject, opener, before }) =>
			isSubject && before(1) !== 'the' && /^(?:he|she|his|her)$/u.test(opener)
	},
	{
		name: '"the Mills", as teams and bands are called',
		sort: 'organisation',
		weight: 1.5,
		applies: ({ before, parts }) =>
			before(1) === 'the' &&
			parts.core.length === 1 &&
			/[^siu]s$/u.test(parts.text) &&
			!DEMONYMS.has(parts.core[0]?.slice(0, -1) ?? '')
	},
	{
		name: '"Smith\'s wife"',
		sort: 'person',
		weight: 2,
		applies: ({ tail }) => KIN.test(tail)
	},
	{
		name: '"in Milltown"',
		sort: 'place',
		weight: 2,
		applies: ({ before }) => before(1) === 'in' && !ABOUT.test(before(2))
	},
	{
		name: '"the Rhine": a river or region behind its article',
		sort: 'place',
		weight: 2,
		applies: ({ before, parts }) => before(1) === 'the' && REGIONS.has(parts.core.join(' '))
	},
	{
		name: '"near Milltown", "to Milltown"',
		sort: 'place',
		weight: 1,
		applies: ({ before }) =>
			/^(?:near|around|across|throughout|inside|outside|towards?|into|at|to)$/u.test(before(1))
	},
	{
		name: '"the town of Milltown"',
		sort: 'place',
		weight: 2.5,
		applies: ({ lead }) => AREA.test(lead)
	},
	{
		name: '"eastern Milltown", "southwest of Milltown"',
		sort: 'place',
		weight: 2.5,
		applies: ({ before, lead }) =>
			/^(?:north|south|east|west|central|downtown|(?:north|south)?(?:eastern|western)|northern|southern|mainland|nearby|neighbouring|neighboring)$/u.test(
				before(1)
			) || /\b(?:miles|kilometres|kilometers|km) (?:\S+ of|from)$/u.test(lead)
	},
	{
		name: '"Milltown, France"',
		sort: 'place',
		weight: 2,
		applies: ({ after, isLargeAfter, before }) =>
			after(1) === ',' && isLargeAfter(2) && isPlaceName(after(2)) && before(1) !== ','
	},
	{
		name: '"Milltown\'s mayor"',
		sort: 'place',
		weight: 1.5,
		applies: ({ tail }) => CIVIC.test(tail)
	},
	{
		name: '"a spokesman for the Mill"',
		sort: 'organisation',
		weight: 2,
		applies: ({ lead }) => OFFICES.test(lead)
	},
	{
		name: '"the broadcaster Mill", "the Mill newspaper"',
		sort: 'organisation',
		weight: 2.5,
		applies: ({ before, after, parts, isSmallBefore }) =>
			(isSmallBefore && GROUP_NOUNS.has(before(1))) ||
			(GROUP_NOUNS.has(after(1)) && parts.titles.length === 0)
	},
	{
		name: '"the Mill rebel group"',
		sort: 'organisation',
		weight: 2.5,
		applies: ({ before, tail, parts }) =>
			/^(?:the|an?|moderate|militant|armed)$/u.test(before(1)) &&
			parts.titles.length === 0 &&
			GROUP_NOUNS.has(tail.split(' ')[1] ?? '') &&
			/^[\p{L}-]+ /u.test(tail)
	},
	{
		name: '"a group known as the Mills"',
		sort: 'organisation',
		weight: 3,
		applies: ({ lead }) =>
			/\b(?:group|organisation|organization|company|gang|party|militia) (?:known as|called|named)(?: the)?$/u.test(
				lead
			)
	},
	{
		name: '"the Mills said"',
		sort: 'organisation',
		weight: 1.25,
		applies: ({ before, after, parts }) =>
			before(1) === 'the' && SAYS.test(after(1)) && parts.titles.length === 0
	},
	{
		name: '"the film Mill"',
		sort: 'other',
		weight: 3,
		applies: ({ before }) => WORKS.test(before(1))
	},
	{
		name: '"a Mill", "this Mill"',
		sort: 'other',
		weight: 1.5,
		applies: ({ before, parts }) =>
			/^(?:an?|this|every|each|these|another)$/u.test(before(1)) && parts.core.length === 1
	},
	{
		name: 'a name in quotation marks',
		sort: 'other',
		weight: 1.5,
		applies: ({ before, after }) => /^["“‘]$/u.test(before(1)) && /^["”’]$/u.test(after(1))
	}
];
