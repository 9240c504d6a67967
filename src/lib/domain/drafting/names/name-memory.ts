import { FIRST_NAMES } from './data/first-names.ts';
import { DEMONYMS } from './data/demonyms.ts';
import { isHeadWord, type NameParts } from './name-parts.ts';
import { isPlace, shortForms } from './short-forms.ts';

/** All places of a text where the same name stands, whole or shortened. */
export interface NameCluster {
	members: NameParts[];
	/** The fullest form. */
	full: NameParts;
}

const keyOf = ({ core, text }: NameParts) =>
	core.length > 0 ? core.join(' ') : text.toLowerCase();

/** "to Washington": a listed place behind a preposition is not short for George Washington. */
function standsAsPlace({ full, members }: NameCluster): boolean {
	if (!isPlace(full.core.join(' '))) return false;
	return members.some(({ sentence, first }) => {
		const before = sentence.words[first - 1];
		return before?.tag === 'ADP' && before.text !== 'by';
	});
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
function isBareHead({ full: { core }, members }: NameCluster, longer: NameParts): boolean {
	const isHead = core.length === 1 && isHeadWord(core[0] ?? '') && longer.core.length > 2;
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
	if (isPlaceInName(full.core.join(' '), one) || isBareHead(cluster, one.full)) return false;
	one.members.push(...cluster.members);
	return true;
}
