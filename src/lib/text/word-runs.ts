import { words, type Word } from './tokens.ts';

/** A stretch of a text that also stands in its source: UTF-16 offsets, end exclusive, and how many words. */
export interface SharedRun {
	start: number;
	end: number;
	words: number;
}

function wordRuns(list: Word[], length: number): string[] {
	return list.slice(0, Math.max(0, list.length - length + 1)).map((_, at) =>
		list
			.slice(at, at + length)
			.map((word) => word.text)
			.join(' ')
	);
}

/**
 * The stretches of `text` of at least `length` folded words that stand in `source` too, overlapping
 * ones joined to one.
 */
export function sharedRuns(text: string, source: string, length = 8): SharedRun[] {
	const known = new Set(wordRuns(words(source), length));
	const list = words(text);
	const runs: { first: number; last: number }[] = [];
	for (const [at, run] of wordRuns(list, length).entries()) {
		if (!known.has(run)) continue;
		const open = runs.at(-1);
		if (open && at <= open.last) open.last = at + length - 1;
		else runs.push({ first: at, last: at + length - 1 });
	}
	return runs.map(({ first, last }) => ({
		start: list[first]?.start ?? 0,
		end: list[last]?.end ?? 0,
		words: last - first + 1
	}));
}
