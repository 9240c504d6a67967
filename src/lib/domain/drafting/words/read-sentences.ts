import { sentences } from '#lib/domain/desk/sentences.ts';
import type { Sentence } from '#lib/domain/drafting/types.ts';
import { mergeWords } from './merge-words.ts';
import { repairTags } from './repair-tags.ts';
import { tagWords } from './tagger.ts';

/** A longer stretch without a full stop is no sentence of a report: tables, digits, other scripts. */
const MOST_CHARACTERS = 1200;

/** The sentences of a text whose paragraphs are parted by line breaks, with their words tagged. */
export function readSentences(text: string): Sentence[] {
	const found: Sentence[] = [];
	let paragraph = 0;
	let offset = 0;
	for (const line of text.split('\n')) {
		if (line.trim() !== '') {
			for (const { start, end } of sentences(line)) {
				if (end - start > MOST_CHARACTERS) continue;
				const words = tagWords(line.slice(start, end), offset + start);
				const tagged = repairTags(mergeWords(words));
				found.push({ paragraph, start: offset + start, end: offset + end, words: tagged });
			}
			paragraph += 1;
		}
		offset += line.length + 1;
	}
	return found;
}
