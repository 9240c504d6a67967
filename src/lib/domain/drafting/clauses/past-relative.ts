import type { PhraseRow } from './phrase-row.ts';
import { oncePerRow } from './row-memo.ts';
import { readParts } from './read-parts.ts';

/** Index of a finite verb, also behind what is listed before it: "the coast and parts of the north [joined]"; or −1. */
function verbFrom(row: PhraseRow, at: number): number {
	let verb = at;
	while (row.is(at, 'and') && row.is(verb, 'and', 'noun', 'preposition', 'adverb')) verb += 1;
	return row.isFinite(verb) ? verb : -1;
}

function verbPast(row: PhraseRow, relative: number): number {
	const verb = row.past('adverb', relative + 1);
	if (!row.is(relative, 'relative') || !row.isFinite(verb)) return -1;
	let { to } = readParts(row, verb + 1, true);
	// "who raided and later settled the coast".
	for (let next = secondVerb(row, to); next > 0; next = secondVerb(row, to)) {
		({ to } = readParts(row, next + 1, true));
	}
	return verbFrom(row, to);
}

/** Index of the verb behind "and" and its adverbs, or −1. */
function secondVerb(row: PhraseRow, and: number): number {
	const verb = row.past('adverb', and + 1);
	return row.is(and, 'and') && row.isFinite(verb) ? verb : -1;
}

/** Index of the clause's verb behind "who were in the city", or −1. */
export const pastRelative = oncePerRow(verbPast);
