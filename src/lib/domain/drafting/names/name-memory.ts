import { isCommon } from '#lib/domain/drafting/words/tagger.ts';
import { CITIES } from './data/cities.ts';
import { COUNTRIES } from './data/countries.ts';
import { FIRST_NAMES } from './data/first-names.ts';
import { ORGANISATIONS } from './data/organisation-nouns.ts';
import { DEMONYMS } from './data/demonyms.ts';
import { REGIONS } from './data/regions.ts';
import { isHeadWord, type NameParts } from './name-parts.ts';

/** All places of a text where the same name stands, whole or shortened. */
export interface NameCluster {
	members: NameParts[];
	/** The fullest form. */
	full: NameParts;
}

const keyOf = ({ core, text }: NameParts) =>
	core.length > 0 ? core.join(' ') : text.toLowerCase();

const SMALL_WORD = /^(?:of|the|and|for|in|on|de|&)$/u;

function initialsOf({ core }: NameParts): string {
	return core
		.filter((word) => !SMALL_WORD.test(word))
		.map((word) => word[0] ?? '')
		.join('');
}

function isPlace(key: string): boolean {
	return COUNTRIES.has(key) || CITIES.has(key) || REGIONS.has(key);
}

/** "to Washington": a listed place behind a preposition is not short for George Washington. */
function standsAsPlace({ full, members }: NameCluster): boolean {
	if (!isPlace(full.core.join(' '))) return false;
	return members.some(({ sentence, first }) => {
		const before = sentence.words[first - 1];
		return before?.tag === 'ADP' && before.text !== 'by';
	});
}

/** "Genghis Khan", "Polonia Warsaw": neither word tells what is named, so the first may stand for both. */
function isPlain({ core, text }: NameParts): boolean {
	const [first = '', second = ''] = core;
	const isTold = (word: string) =>
		isHeadWord(word) || SMALL_WORD.test(word) || DEMONYMS.has(word.replace(/s$/u, ''));
	const isSaid = isCommon(second) && !CITIES.has(second);
	if (core.length !== 2 || core.some(isTold) || isPlace(first) || isSaid) return false;
	return /^\p{Lu}\p{Ll}{2}/u.test(text) && !ORGANISATIONS.has(first);
}

/** The forms by which a longer name may be called for short. */
function shortForms(parts: NameParts): string[] {
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

const shortKey = ({ core, text }: NameParts) =>
	/^\p{Lu}[\p{Lu}.]+$/u.test(text) ? core.join('').replaceAll('.', '') : core.join(' ');

/** Gathers the places where the same name stands: "John Kerry", "Mr Kerry", "Kerry". */
export function clusterNames(all: readonly NameParts[]): NameCluster[] {
	const byKey = new Map<string, NameCluster>();
	const clusters: NameCluster[] = [];
	const byShort = new Map<string, NameCluster[]>();
	for (const parts of all) {
		const key = keyOf(parts);
		const known = byKey.get(key);
		if (known) {
			known.members.push(parts);
			continue;
		}
		const cluster: NameCluster = { members: [parts], full: parts };
		byKey.set(key, cluster);
		clusters.push(cluster);
		for (const short of new Set(shortForms(parts))) {
			const same = byShort.get(short);
			if (same) same.push(cluster);
			else byShort.set(short, [cluster]);
		}
	}
	return clusters.filter((cluster) => !joinLonger(cluster, byShort));
}

/** "Italy" is not short for "Norman Italy"; "Washington" may be for "George Washington". */
function isPlaceInName(key: string, { full }: NameCluster): boolean {
	const first = full.core[0] ?? '';
	const isPerson = FIRST_NAMES.has(first) && !DEMONYMS.has(first);
	return isPlace(key) && !isPerson && first !== 'team' && full.titles.length === 0;
}

/** "Three's Company": a word that tells what is named is short for a name only behind "the". */
function isBareHead({ full: { core }, members }: NameCluster): boolean {
	const isHead = core.length === 1 && isHeadWord(core[0] ?? '');
	return (
		isHead &&
		!members.some(({ sentence, first }) => /^the$/iu.test(sentence.words[first - 1]?.text ?? ''))
	);
}

/** Puts a short name to the one longer name it can stand for; false where there is none or several. */
function joinLonger(cluster: NameCluster, byShort: Map<string, NameCluster[]>): boolean {
	const { full } = cluster;
	const key = shortKey(full);
	if (full.core.length === 0 || standsAsPlace(cluster)) return false;
	const longer = (byShort.get(key) ?? []).filter((each) => each !== cluster);
	const [one] = longer;
	if (!one || longer.length > 1 || one.full.core.length <= full.core.length) return false;
	if (isPlaceInName(full.core.join(' '), one) || isBareHead(cluster)) return false;
	one.members.push(...cluster.members);
	return true;
}
