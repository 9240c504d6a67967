import { draftQuestions } from '#lib/domain/drafting/draft-questions.ts';
import { readPassages } from '../domain/drafting/read-passages.ts';
import { elapsed } from './pure.ts';
import { quantile, type Figure } from './table.ts';

const WORDS = 20_000;
const SHORT_WORDS = 1000;
const ROUNDS = 5;

const wordsOf = (text: string) => text.split(/\s+/u);

/** The practice passages over and over, up to so many words. */
function textOf(wordCount: number): string {
	const passages = readPassages().map(([, text]) => text);
	const parts: string[] = [];
	for (let at = 0, count = 0; count < wordCount; at += 1) {
		const part = passages[at % passages.length] ?? '';
		parts.push(part);
		count += wordsOf(part).length;
	}
	return parts.join('\n');
}

/** What no reading of a text goes below: each word found, made small and counted. */
function countWords(text: string): number {
	const counts = new Map<string, number>();
	for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
		const key = word.toLowerCase();
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return counts.size;
}

const median = (work: () => unknown) =>
	quantile(
		Array.from({ length: ROUNDS }, () => elapsed(work)),
		0.5
	);

/** Drafting of a report and of a book's chapter, by 1,000 words, beside counting their words. */
export function measureDrafting(): Figure[] {
	draftQuestions({ text: textOf(WORDS) });
	return [SHORT_WORDS, WORDS].map((size): Figure => {
		const text = textOf(size);
		const thousands = wordsOf(text).length / 1000;
		return {
			what: `drafts of ${size.toLocaleString('en')} words, per 1,000 words`,
			ours: median(() => draftQuestions({ text })) / thousands,
			floor: median(() => countWords(text)) / thousands,
			floorIs: 'the words counted',
			budget: '≤ 150 ms'
		};
	});
}
