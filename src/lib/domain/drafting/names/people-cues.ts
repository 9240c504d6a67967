import type { Cue } from './cue.ts';
import { DEMONYMS, PEOPLES } from './data/demonyms.ts';
import type { NameParts } from './name-parts.ts';

const last = ({ core }: NameParts) => core.at(-1) ?? '';
const isLong = ({ core }: NameParts) => core.length > 1;
const isPeople = (word: string) =>
	PEOPLES.has(word) || (/s$/u.test(word) && DEMONYMS.has(word.slice(0, -1)));
const ISLANDERS = /(?:land|york|london|dublin|zealand|berlin|quebec)ers?$/u;

/** Names of peoples: "Normans", "Sunni Arabs", "New Zealanders". */
export const PEOPLE_CUES: readonly Cue<NameParts>[] = [
	{
		name: 'a people',
		sort: 'person',
		weight: 2,
		applies: (parts) =>
			!isLong(parts) && (PEOPLES.has(last(parts)) || DEMONYMS.has(last(parts).replace(/s$/u, '')))
	},
	{
		name: 'a people told by more words: "Sunni Arabs"',
		sort: 'person',
		weight: 3,
		applies: (parts) => isLong(parts) && (isPeople(last(parts)) || ISLANDERS.test(last(parts)))
	},
	{
		name: 'the people of a country that ends in -ia: "Lakovians"',
		sort: 'person',
		weight: 2,
		applies: (parts) => !isLong(parts) && /[^ds]ians$/u.test(last(parts))
	}
];
