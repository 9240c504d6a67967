import type { Mention, Sentence } from '#lib/domain/drafting/types.ts';
import { readCase } from './document-case.ts';
import { clusterNames, type NameCluster } from './name-memory.ts';
import { partsOf, type NameParts } from './name-parts.ts';
import { findRuns } from './name-runs.ts';
import { sortName } from './sort-names.ts';

function mentionsOf(cluster: NameCluster): [NameParts, Mention][] {
	const { sort, margin } = sortName(cluster);
	return cluster.members.map((parts) => [
		parts,
		{ first: parts.first, last: parts.range.last, sort, margin, full: cluster.full.text }
	]);
}

/** The names of a text, a list a sentence, each with its sort; the whole text decides on each name. */
export function findMentions(sentences: readonly Sentence[]): Mention[][] {
	const writing = readCase(sentences);
	const found = sentences.map((sentence, at) => {
		const next = sentences[at + 1];
		const isNear = next?.paragraph === sentence.paragraph;
		return findRuns(sentence, writing).map((run): NameParts => ({
			...partsOf(sentence, run),
			...(isNear && { next })
		}));
	});
	const mentions = new Map(clusterNames(found.flat()).flatMap(mentionsOf));
	return found.map((list) =>
		list.map((parts) => mentions.get(parts)).filter((mention) => mention !== undefined)
	);
}
