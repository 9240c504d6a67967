import type { Cue } from './cue.ts';
import { CITIES } from './data/cities.ts';
import { COUNTRIES } from './data/countries.ts';
import { DEMONYMS } from './data/demonyms.ts';
import { FIRST_NAMES } from './data/first-names.ts';
import { GROUP_NOUNS, ORGANISATION_HEADS, ORGANISATIONS } from './data/organisation-nouns.ts';
import { OTHER_HEADS, OTHER_NAMES } from './data/other-nouns.ts';
import { SURNAMES } from './data/surnames.ts';
import { ADDRESSES, PERSON_NOUNS } from './data/person-nouns.ts';
import { PLACE_HEADS, PLACE_NOUNS } from './data/place-nouns.ts';
import { REGIONS } from './data/regions.ts';
import { PEOPLE_CUES } from './people-cues.ts';
import { isCommon } from '#lib/domain/drafting/words/tagger.ts';
import { wordsOf } from './data/lists.ts';
import type { NameParts } from './name-parts.ts';

const whole = ({ core }: NameParts) => core.join(' ');
const last = ({ core }: NameParts) => core.at(-1) ?? '';

/** The word that says what a longer name names: the last, or the one before "of". */
function headOf({ core }: NameParts): string {
	const of = core.findIndex((word, at) => at > 0 && /^(?:of|for|on)$/u.test(word));
	if (of > 0) return core[of - 1] ?? '';
	return core.findLast((word) => !/^(?:[ivx]+|\d+)$/u.test(word)) ?? '';
}

const isOneOf = (heads: ReadonlySet<string>, head: string) =>
	heads.has(head) || heads.has(head.replace(/s$/u, ''));

const isLong = ({ core }: NameParts) => core.length > 1;
const hasHead = (parts: NameParts) =>
	[ORGANISATION_HEADS, PLACE_HEADS, OTHER_HEADS].some((heads) => isOneOf(heads, headOf(parts)));
/** Words for places that are surnames as well: "Katie Hill". */
const SURNAME =
	/^(?:hill|field|fields|park|parks|ward|well|wells|woods|rivers|lane|lake|banks|bank|hall|ford|forest|beach|street|house|church|king|union|young|price|day|days|case|cave|barr|law|laws|wing|watch|gates|west|north|post|marsh|stone|towers|moon|castle|camp|march)$/u;
const isPersonLike = (parts: NameParts) =>
	parts.core.length === 2 && FIRST_NAMES.has(parts.core[0] ?? '') && SURNAME.test(last(parts));
const isListedPlace = (parts: NameParts) =>
	[COUNTRIES, CITIES, REGIONS].some((list) => list.has(whole(parts)));
const startsPlace =
	/^(?:mount|mt|lake|cape|fort|port|camp|gulf|isle|strait|river|north|south|east|west|northern|southern|eastern|western|central|upper|lower|greater|new|downtown|los|las|san|santa|são)$/u;
const isOrdinary = (word: string) =>
	[DEMONYMS, PERSON_NOUNS, GROUP_NOUNS, PLACE_NOUNS, ORGANISATION_HEADS, PLACE_HEADS].some((list) =>
		list.has(word)
	) || NUMERAL.test(word);
const NO_NAME =
	/^\p{L}+(?:ic|ous|al|ed|ive|ary|ent|ant|ible|able) |(?:[^siu]s|species|ing|tion|ment|ity|ism)$/u;
const NUMERAL =
	/^(?:one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[ivx]+|most|best|big|black|white|red|green|blue|old|high|great|grand|royal|national|international|north|south|east|west|northern|southern|eastern|western|central|new)$/u;
/** "Holy Communion": a word that is written small elsewhere, and no given name, opens no person's name. */
const opensCommonly = ({ core, titles }: NameParts) =>
	titles.length === 0 &&
	/^.{4}/u.test(core[0] ?? '') &&
	!FIRST_NAMES.has(core[0] ?? '') &&
	isCommon(core[0] ?? '');
/** Firms that are called by their founders' names. */
const FOUNDERS = wordsOf(
	'Tesla Ford Disney Chrysler Ferrari Porsche Boeing Honda Toyota Siemens Bayer Nobel Dell Philips Lego Amazon Apple Shell Total'
);
const CLUB = /^(?:united|city|town|county|fc|rovers|wanderers)$/u;

/** What the words of a name themselves tell of its sort. */
export const FORM_CUES: readonly Cue<NameParts>[] = [
	{
		name: 'a given name before another word',
		sort: 'person',
		weight: 4,
		applies: (parts) =>
			isLong(parts) &&
			FIRST_NAMES.has(parts.core[0] ?? '') &&
			(parts.titles.length > 0 || !hasHead(parts) || isPersonLike(parts))
	},
	{
		name: 'a given name alone',
		sort: 'person',
		weight: 1.5,
		applies: (parts) => !isLong(parts) && FIRST_NAMES.has(whole(parts))
	},
	{
		name: 'a surname that everybody knows',
		sort: 'person',
		weight: 2.5,
		applies: (parts) => !isLong(parts) && SURNAMES.has(whole(parts))
	},
	{
		name: 'a title or form of address',
		sort: 'person',
		weight: 4,
		applies: ({ titles }) => titles.some((title) => ADDRESSES.has(title))
	},
	{
		name: 'only a title: "the Prime Minister"',
		sort: 'person',
		weight: 3,
		applies: ({ core, titles }) => core.length === 0 && titles.some((title) => ADDRESSES.has(title))
	},
	{
		name: 'an initial inside the name',
		sort: 'person',
		weight: 3,
		applies: ({ core, text }) =>
			core.slice(0, -1).some((word) => /^\p{L}\.$/u.test(word)) && /\p{Ll}{2}/u.test(text)
	},
	{
		name: 'a particle of surnames',
		sort: 'person',
		weight: 1.5,
		applies: (parts) =>
			isLong(parts) &&
			parts.core.slice(1).some((w) => /^(?:al-.+|bin|ibn|van|von|der|de|abu)$/u.test(w))
	},
	{
		name: 'the shape of a surname',
		sort: 'person',
		weight: 1,
		applies: ({ text }) => /(?:^|\s)(?:Mc|Mac|O['’]|Fitz)\p{Lu}\p{Ll}+$/u.test(text)
	},
	{
		name: 'two or three plain words',
		sort: 'person',
		weight: 1.5,
		applies: (parts) =>
			isLong(parts) &&
			parts.core.length < 4 &&
			!opensCommonly(parts) &&
			!hasHead(parts) &&
			!parts.core.some(isOrdinary) &&
			!parts.core.some((word) => CITIES.has(word) || COUNTRIES.has(word)) &&
			!NO_NAME.test(whole(parts)) &&
			/^(?:\p{Lu}[\p{Ll}'’-]+\s?)+$/u.test(parts.text)
	},
	...PEOPLE_CUES,
	{
		name: 'a listed country',
		sort: 'place',
		weight: 5,
		applies: (parts) => COUNTRIES.has(whole(parts))
	},
	{
		name: 'a listed city or region',
		sort: 'place',
		weight: 4,
		applies: (parts) => CITIES.has(whole(parts)) || REGIONS.has(whole(parts))
	},
	{
		name: 'a word for a place as its head',
		sort: 'place',
		weight: 4,
		applies: (parts) =>
			isLong(parts) &&
			isOneOf(PLACE_HEADS, headOf(parts)) &&
			!isPersonLike(parts) &&
			!ORGANISATIONS.has(whole(parts))
	},
	{
		name: 'a word that begins names of places',
		sort: 'place',
		weight: 2,
		applies: (parts) => isLong(parts) && startsPlace.test(parts.core[0] ?? '') && !hasHead(parts)
	},
	{
		name: 'a direction or a people before a listed place',
		sort: 'place',
		weight: 4,
		applies: ({ core }) =>
			(startsPlace.test(core[0] ?? '') || DEMONYMS.has(core[0] ?? '')) &&
			[COUNTRIES, CITIES, REGIONS].some((list) => list.has(core.slice(1).join(' ')))
	},
	{
		name: 'a listed body',
		sort: 'organisation',
		weight: 5,
		applies: (parts) => ORGANISATIONS.has(whole(parts)) && !FOUNDERS.has(whole(parts))
	},
	{
		name: 'a listed firm that is called like a person or a thing',
		sort: 'organisation',
		weight: 2,
		applies: (parts) => FOUNDERS.has(whole(parts))
	},
	{
		name: 'a listed body at its head: "Islamic State of Iraq"',
		sort: 'organisation',
		weight: 5,
		applies: ({ core }) => core.length > 2 && ORGANISATIONS.has(core.slice(0, 2).join(' '))
	},
	{
		name: 'a word for a body as its head',
		sort: 'organisation',
		weight: 4,
		applies: (parts) =>
			isLong(parts) && isOneOf(ORGANISATION_HEADS, headOf(parts)) && !isListedPlace(parts)
	},
	{
		name: 'a word for a body elsewhere in it',
		sort: 'organisation',
		weight: 1.5,
		applies: (parts) =>
			isLong(parts) && !hasHead(parts) && parts.core.some((word) => ORGANISATION_HEADS.has(word))
	},
	{
		name: 'a word before it that begins names of bodies',
		sort: 'organisation',
		weight: 4,
		applies: (parts) =>
			isLong(parts) && /^(?:team|fc|ac|radio|banco|banca|bank)$/u.test(parts.core[0] ?? '')
	},
	{
		name: 'a club of a town',
		sort: 'organisation',
		weight: 1,
		applies: (parts) => isLong(parts) && CLUB.test(last(parts)) && !isListedPlace(parts)
	},
	{
		name: 'large letters only',
		sort: 'organisation',
		weight: 2,
		applies: (parts) =>
			!isLong(parts) &&
			/^(?![IVX]+$|EUR$|USD$|GBP$)\p{Lu}[\p{Lu}&.]{1,6}$/u.test(parts.text) &&
			!isListedPlace(parts)
	},
	{
		name: '"&" inside',
		sort: 'organisation',
		weight: 2,
		applies: ({ core }) => core.includes('&')
	},
	{
		name: 'a day, month, language or faith',
		sort: 'other',
		weight: 6,
		applies: (parts) => OTHER_NAMES.has(whole(parts))
	},
	{
		name: 'a word for a work, an event or a prize as its head',
		sort: 'other',
		weight: 4,
		applies: (parts) =>
			isLong(parts) && isOneOf(OTHER_HEADS, headOf(parts)) && !isListedPlace(parts)
	},
	{
		name: 'a number inside',
		sort: 'other',
		weight: 1.5,
		applies: ({ text }) => /\d/u.test(text)
	}
];
