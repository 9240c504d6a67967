import type { Mention, Sentence } from '#lib/domain/drafting/types.ts';

/** How sure a sort is that a name has only from the name beside it. */
const BORROWED_MARGIN = 0.2;
const LEAST_MARGIN = 0.5;

function isJoined({ words }: Sentence, left: Mention, right: Mention): boolean {
	const between = words.slice(left.last + 1, right.first).map(({ text }) => text);
	return between.length === 1 && /^(?:and|or|&)$/u.test(between[0] ?? '');
}

/** "Bari and Zorbeck": a name of which nothing else tells what it names is of the sort of the one it is joined to. */
export function sortAlike(sentence: Sentence, mentions: readonly Mention[]): Mention[] {
	return mentions.map((mention, at) => {
		if (mention.sort !== 'unsure') return mention;
		const [before, behind] = [mentions[at - 1], mentions[at + 1]];
		const mate =
			before && isJoined(sentence, before, mention)
				? before
				: behind && isJoined(sentence, mention, behind)
					? behind
					: undefined;
		const isSure = mate !== undefined && mate.margin >= LEAST_MARGIN && mate.sort !== 'other';
		return isSure ? { ...mention, sort: mate.sort, margin: BORROWED_MARGIN } : mention;
	});
}
