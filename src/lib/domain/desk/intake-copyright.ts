const MARKER = /(?:[–—-]\s*)?[([]?\s*(?:©|\(c\)\s*(?=[\p{Lu}\d])|copyright\b)/giu;
const OWNER_WORD =
	/^(?:©|\(c\)|[\p{Lu}\d][\p{L}\p{M}\p{N}.'’&/-]*|of|and|the|by|in|&|[-–—|]|all|rights|reserved|copyright)$/iu;
const LEGAL =
	/rights reserved|may not be (?:published|reproduced|copied|broadcast|redistributed)|reproduced with permission/i;
/** What may stand right before a line's own credit: the end of a sentence. */
const SENTENCE_END = /(?:^|[.!?…]["'”’)\]]*)\s*$/;

function isOwner(marker: string, rest: string): boolean {
	const words = rest
		.replace(/[)\],.;:\s]+/g, ' ')
		.trim()
		.split(' ');
	if (words.length > 16 || !words.every((word) => isOwnerWord(word))) return false;
	const isCertain = /[©([]/.test(marker) || LEGAL.test(rest);
	return isCertain || words.some((word) => /^(?:19|20)\d{2}$/.test(word));
}

function isOwnerWord(word: string): boolean {
	return (
		OWNER_WORD.test(word) &&
		/^(?:[^\p{Ll}]|of|and|the|by|in|all|rights|reserved|copyright)/u.test(word)
	);
}

/** Where the copyright line that ends a text begins, behind a sentence or at its start. */
export function copyrightStart(text: string): number | undefined {
	const from = Math.max(0, text.length - 240);
	for (const match of text.slice(from).matchAll(MARKER)) {
		const start = from + match.index;
		const isFree = SENTENCE_END.test(text.slice(Math.max(0, start - 8), start));
		if (isFree && isOwner(match[0], text.slice(start + match[0].length))) return start;
	}
	return undefined;
}

/** Whether a whole line says who owns the text and what may be done with it. */
export function isCopyright(line: string): boolean {
	if (line.length > 600) return false;
	const [marker = ''] = line.matchAll(MARKER).next().value ?? [];
	if (marker === '' || !line.startsWith(marker)) return false;
	return LEGAL.test(line) || copyrightStart(line) === 0;
}
