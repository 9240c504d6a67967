import { isCommon } from '#lib/domain/drafting/words/tagger.ts';
import { CITIES } from './data/cities.ts';
import { COUNTRIES } from './data/countries.ts';
import { DEMONYMS } from './data/demonyms.ts';
import { FIRST_NAMES } from './data/first-names.ts';
import { ORGANISATIONS } from './data/organisation-nouns.ts';
import { REGIONS } from './data/regions.ts';
import { isHeadWord, type NameParts } from './name-parts.ts';

const SMALL_WORD = /^(?:of|the|and|for|in|on|de|&)$/u;

/** Whether a name in lower case is a listed place's. */
export function isPlace(key: string): boolean {
	return COUNTRIES.has(key) || CITIES.has(key) || REGIONS.has(key);
}

function initialsOf({ core }: NameParts): string {
	return core
		.filter((word) => !SMALL_WORD.test(word))
		.map((word) => word[0] ?? '')
		.join('');
}

/** "Lumara Pharma" is "Lumara" for short. */
const FIRM =
	/^(?:pharma|pharmaceuticals|inc\.?|ltd\.?|corp\.?|plc|airlines|airways|motors|industries|holdings|technologies|systems|energy|foods|records|studios)$/u;

/** Whether a word of a name tells what is named, or whose it is. */
const isTelling = (word: string) =>
	isHeadWord(word) || SMALL_WORD.test(word) || DEMONYMS.has(word.replace(/s$/u, ''));
const isWord = (word: string) => isCommon(word) && !CITIES.has(word);
const isPlainName = (first: string, text: string) =>
	/^\p{Lu}\p{Ll}{2}/u.test(text) && !ORGANISATIONS.has(first);

/** "Genghis Khan", "Polonia Warsaw": neither word tells what is named, so the first may stand for both. */
function isPlain({ core, text }: NameParts): boolean {
	const [first = '', second = ''] = core;
	if (core.length !== 2 || isPlace(first)) return false;
	if (FIRM.test(second)) return !FIRST_NAMES.has(first) && !isHeadWord(first);
	return !core.some(isTelling) && !isWord(second) && isPlainName(first, text);
}

/** The forms by which a longer name may be called for short. */
export function shortForms(parts: NameParts): string[] {
	const { core } = parts;
	if (core.length < 2) return [];
	const ends = core.flatMap((_, at) =>
		at === 0 || SMALL_WORD.test(core[at - 1] ?? '') ? [] : [core.slice(at).join(' ')]
	);
	const given = FIRST_NAMES.has(core[0] ?? '') || isPlain(parts) ? [core[0] ?? ''] : [];
	const isPart = SMALL_WORD.test(core.at(-2) ?? '');
	const bare = isPart ? '' : (core.at(-1) ?? '').replace(/^(?:al|el)-/u, '');
	const initials = initialsOf(parts);
	const long = initials.length > 1 ? [initials] : [];
	return [...ends, bare, ...given, ...long].filter((form) => form !== '');
}
