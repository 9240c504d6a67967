import type { Sentence } from '#lib/domain/drafting/types.ts';

/** How a sentence stands to the quotations around it. */
interface QuoteState {
	/** A quotation of an earlier sentence is still open where it begins. */
	startsOpen: boolean;
	/** It begins with somebody's words, and most of it is. */
	isSpoken: boolean;
}

const OPENS = /^[“„«]$/u;
const CLOSES = /^[”»]$/u;
const EITHER = /^(?:"|``|'')$/u;

/** Which words of a sentence stand in quotation marks; the marks themselves do. */
export function quotedWords({ words }: Sentence, startsOpen: boolean): boolean[] {
	let isOpen = startsOpen;
	return words.map(({ text }) => {
		const wasOpen = isOpen;
		if (OPENS.test(text)) isOpen = true;
		else if (CLOSES.test(text)) isOpen = false;
		else if (EITHER.test(text)) isOpen = !isOpen;
		return isOpen || wasOpen;
	});
}

function endsOpen({ words }: Sentence, startsOpen: boolean): boolean {
	return words.reduce((isOpen, { text }) => {
		if (OPENS.test(text)) return true;
		if (CLOSES.test(text)) return false;
		return EITHER.test(text) ? !isOpen : isOpen;
	}, startsOpen);
}

/** Follows the quotations of a text through its sentences; a paragraph closes what is left open. */
export function followQuotes(sentences: readonly Sentence[]): QuoteState[] {
	let isOpen = false;
	return sentences.map((sentence, at) => {
		if (sentences[at - 1]?.paragraph !== sentence.paragraph) isOpen = false;
		const startsOpen = isOpen;
		const quoted = quotedWords(sentence, startsOpen);
		isOpen = endsOpen(sentence, startsOpen);
		const share = quoted.filter(Boolean).length / Math.max(1, quoted.length);
		return { startsOpen, isSpoken: quoted[0] === true && share > 0.5 };
	});
}
