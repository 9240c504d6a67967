import { wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { opensClause } from './noun-groups.ts';
import type { PhraseRow } from './phrase-row.ts';
import type { Part, Phrase } from './types.ts';

/** Whether a list goes on at "and": a thing follows that opens no clause. */
export function listGoesOn(row: PhraseRow, and: number, last: Part): boolean {
	// "killed 7 in Bonn and 9 in Ulm": no list of places.
	if (row.isFigure(and + 1) && last.role === 'preposition') return false;
	return row.verb(and + 1) === undefined && !opensClause(row, and + 1);
}

/** "an airman, a doctor, …": items of a list begin alike. */
function isAlike(row: PhraseRow, { first, noun }: Part, next: Phrase): boolean {
	const { words } = row.sentence;
	const left = wordAt(words, noun?.first ?? first);
	const right = wordAt(words, next.first);
	const isOne = (text: string) => /^an?$/i.test(text);
	if (left.tag !== right.tag) return false;
	return left.tag !== 'DET' || isOne(left.text) === isOne(right.text);
}

/** Whether a list goes on at a comma. */
export function isItem(row: PhraseRow, comma: number, last: Part): boolean {
	const next = row.at(comma + 1);
	if (!row.is(comma, 'comma') || next?.kind !== 'noun') return false;
	const inside = row.sentence.words.slice(last.first, last.last + 1);
	// "with Anna Bell and her guide, Ben Ash, after the race".
	if (inside.some(({ tag }) => tag === 'CCONJ')) return false;
	return row.is(comma + 2, 'comma', 'and') && isAlike(row, last, next);
}
