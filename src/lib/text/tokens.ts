import { fold } from './fold.ts';

/** A word of a text, folded, and where it stands: UTF-16 offsets, end exclusive. */
export interface Word {
	text: string;
	start: number;
	end: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a text in order, without punctuation; a hyphen parts words, an apostrophe does not. */
export function words(text: string): Word[] {
	return Array.from(text.matchAll(WORD), (match) => ({
		text: fold(match[0]),
		start: match.index,
		end: match.index + match[0].length
	}));
}
