import { readReport } from '#lib/domain/drafting/read-report.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import type { WordRange } from '#lib/domain/drafting/types.ts';

/** The first sentence of a text, read by every stage. */
export function readOne(text: string): Reading {
	const [reading] = readReport(text, {});
	if (!reading) throw new Error(`No sentence in: ${text}`);
	return reading;
}

/** The words of a range as they stand in the text. */
export function textOf({ text, sentence }: Reading, { first, last }: WordRange): string {
	return text.slice(sentence.words[first]?.start, sentence.words[last]?.end);
}
