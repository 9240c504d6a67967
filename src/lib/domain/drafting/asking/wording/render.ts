import type { WordRange } from '#lib/domain/drafting/types.ts';
import { innerText } from './capitals.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';

const count = (text: string, mark: string) => text.split(mark).length - 1;

/** Quotation marks of which only one is left say nothing. */
function withoutOddQuotes(text: string): string {
	const straight = count(text, '"') % 2 === 1 ? text.replaceAll('"', '') : text;
	const isUneven = count(straight, '“') !== count(straight, '”');
	return isUneven ? straight.replace(/[“”]/g, '') : straight;
}

function tidied(text: string): string {
	return withoutOddQuotes(text)
		.replace(/\s+/g, ' ')
		.replace(/\s+([,.;:?!%])/g, '$1')
		.replace(/[\s,;:–—-]+$/, '')
		.trim();
}

/** What stands for a word, and the index of the last word it stands for. */
function textAt({ sentence, replacements }: Reading, at: number, end: number) {
	const replaced = replacements.find(({ first, last }) => first === at && last <= end);
	return replaced ?? { text: innerText(sentence, at), last: at };
}

/** The words of a range as they stand in a question: names filled in, no brackets, no capital of the first word. */
export function render(reading: Reading, range: WordRange): string {
	const { sentence, text, row } = reading;
	let rendered = '';
	let before = -1;
	for (let at = range.first; at <= range.last; at += 1) {
		const word = sentence.words[at];
		if (!word || row.bracketed.has(at)) continue;
		const previous = sentence.words[before];
		const own = textAt(reading, at, range.last);
		if (previous) rendered += before === at - 1 ? text.slice(previous.end, word.start) : ' ';
		rendered += own.text;
		at = own.last;
		before = at;
	}
	return tidied(rendered);
}
