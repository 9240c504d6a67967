/** How many words a text has, as a person counts them: parts between spaces that hold a letter or digit. */
export function countWords(text: string): number {
	return text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}
