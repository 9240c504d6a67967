import { CONTEXT_CUES } from './context-cues.ts';
import { contextOf, type SureSort } from './cue.ts';
import { DEMONYMS } from './data/demonyms.ts';
import { wordsOf } from './data/lists.ts';
import { FORM_CUES } from './form-cues.ts';
import type { NameCluster } from './name-memory.ts';
import type { NameSort } from '#lib/domain/drafting/types.ts';

/** A sort and how far it is ahead of the next, from 0 to 1. */
interface SortedName {
	sort: NameSort;
	margin: number;
}

type Scores = Record<SureSort, number>;

/** What all surroundings of a name together may weigh for one sort. */
const MOST_CONTEXT = 4.5;
/** Below this weight, or this near to the next sort, a name stays unsure. */
const LEAST_WEIGHT = 1.5;
const LEAST_LEAD = 1;
const FULL_LEAD = 4;
/** A name that stands often is judged by its first places. */
const MOST_MEMBERS = 12;

/** What it weighs for a person that the last of two words stands alone elsewhere. */
const SURNAME = 1.5;

/** "Ann Miller … Miller": mostly persons are called by the last word of their names. */
function isShortened({ full, members }: NameCluster): boolean {
	const [first, last] = full.core;
	if (full.core.length !== 2 || COMPASS.has(first ?? '')) return false;
	if (DEMONYMS.has(first ?? '')) return false;
	return members.some(
		({ core, titles, sentence, first: at }) =>
			core.length === 1 &&
			core[0] === last &&
			titles.length === 0 &&
			!/^the$/iu.test(sentence.words[at - 1]?.text ?? '')
	);
}

const COMPASS = wordsOf(
	'north south east west northern southern eastern western new old great upper lower central'
);

const noScores = (): Scores => ({ person: 0, place: 0, organisation: 0, other: 0 });

function formScores(cluster: NameCluster): Scores {
	const scores = noScores();
	for (const { sort, weight, applies } of FORM_CUES) {
		const isSeen =
			applies(cluster.full) ||
			(sort === 'person' && cluster.members.slice(0, MOST_MEMBERS).some(applies));
		if (isSeen) scores[sort] += weight;
	}
	return scores;
}

function contextScores(cluster: NameCluster): Scores {
	const scores = noScores();
	for (const member of cluster.members.slice(0, MOST_MEMBERS)) {
		const context = contextOf(member);
		for (const { sort, weight, applies } of CONTEXT_CUES)
			if (applies(context)) scores[sort] = Math.min(MOST_CONTEXT, scores[sort] + weight);
	}
	if (isShortened(cluster)) scores.person += SURNAME;
	return scores;
}

/** Decides what a name names by everything its words and its places in the text tell. */
export function sortName(cluster: NameCluster): SortedName {
	const [form, context] = [formScores(cluster), contextScores(cluster)];
	const ranked = (Object.keys(form) as SureSort[])
		.map((sort) => ({ sort, weight: form[sort] + context[sort] }))
		.sort((a, b) => b.weight - a.weight);
	const [best, next] = ranked;
	const lead = (best?.weight ?? 0) - (next?.weight ?? 0);
	const margin = Math.min(1, lead / FULL_LEAD);
	const isSure = best !== undefined && best.weight >= LEAST_WEIGHT && lead >= LEAST_LEAD;
	return { sort: isSure ? best.sort : 'unsure', margin };
}
