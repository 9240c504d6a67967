import type { ReadSentence } from '#lib/domain/drafting/types.ts';
import { PhraseRow } from './phrase-row.ts';

const rows = new WeakMap<ReadSentence, PhraseRow>();

/** The phrases of a sentence, read once. */
export function rowOf(sentence: ReadSentence): PhraseRow {
	const row = rows.get(sentence) ?? new PhraseRow(sentence);
	rows.set(sentence, row);
	return row;
}

/** A question about a row's index that is answered once: clauses within clauses ask it again and again. */
export function oncePerRow(find: (row: PhraseRow, at: number) => number): typeof find {
	const known = new WeakMap<PhraseRow, Map<number, number>>();
	return (row, at) => {
		const answers = known.get(row) ?? new Map<number, number>();
		known.set(row, answers);
		const answer = answers.get(at) ?? find(row, at);
		answers.set(at, answer);
		return answer;
	};
}
