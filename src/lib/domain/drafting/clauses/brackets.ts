import type { Word } from '#lib/domain/drafting/types.ts';

/** The indexes of the words in brackets, with the brackets. */
export function bracketed(words: readonly Word[]): Set<number> {
	const inside = new Set<number>();
	let open = -1;
	for (const [at, { text }] of words.entries()) {
		if (/^[([]$/.test(text)) open = at;
		if (open < 0 || !/^[)\]]$/.test(text)) continue;
		for (let each = open; each <= at; each += 1) inside.add(each);
		open = -1;
	}
	return inside;
}
