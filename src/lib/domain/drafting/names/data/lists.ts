/** The entries of a list that is written with commas or line ends between them, in lower case. */
export function listed(text: string): Set<string> {
	return new Set(
		text
			.split(/[,\n]/u)
			.map((entry) => entry.trim().toLowerCase())
			.filter((entry) => entry !== '')
	);
}

/** The entries of a list of single words, in lower case. */
export function wordsOf(text: string): Set<string> {
	return new Set(text.trim().toLowerCase().split(/\s+/u));
}
