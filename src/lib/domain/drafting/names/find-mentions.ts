import type { Mention, Sentence } from '#lib/domain/drafting/types.ts';
import { readCase } from './document-case.ts';
import { sortAlike } from './listed-alike.ts';
import { clusterNames, type NameCluster } from './name-memory.ts';
import { partsOf, type NameParts } from './name-parts.ts';
import { kindOf } from './organisation-kind.ts';
import { findRuns } from './name-runs.ts';
import { sortName } from './sort-names.ts';

function mentionsOf(cluster: NameCluster): [NameParts, Mention][] {
	const { sort, margin } = sortName(cluster);
	const kind = sort === 'organisation' ? kindOf(cluster) : undefined;
	const shared = { sort, margin, full: cluster.full.text, ...(kind !== undefined && { kind }) };
	return cluster.members.map((parts) => [
		parts,
		{ first: parts.first, last: parts.range.last, ...shared }
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
	return sentences.map((sentence, at) => {
		const own = found[at]?.map((parts) => mentions.get(parts)) ?? [];
		return sortAlike(
			sentence,
			own.filter((mention) => mention !== undefined)
		);
	});
}
