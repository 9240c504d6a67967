import { foldKey as fold } from '#lib/text/fold.ts';

const MOST_KEPT = 20_000;
const kept = new Map<string, string>();

/** A text's folded key. A bank compares the same few thousand texts again and again, so keys are kept. */
export function foldKey(text: string): string {
	const known = kept.get(text);
	if (known !== undefined) return known;
	if (kept.size >= MOST_KEPT) kept.clear();
	const key = fold(text);
	kept.set(text, key);
	return key;
}
