const SMALL = new Set(
	'a an the of in on at to for by with from as is are was were be been being am do does did has have had having will would can could may might shall should must what who whom whose which where when why how many much that this these those it its he she they them his her their and or not there than then so about into over after before during up out no any some said say says'.split(
		' '
	)
);

/** The words of a text in lower case, without marks. */
export function plainWords(text: string): string[] {
	return text
		.toLowerCase()
		.replace(/[’‘]/g, "'")
		.replace(/[-‐-―]/g, ' ')
		.replace(/(\d),(?=\d{3}\b)/g, '$1')
		.replace(/[^\p{L}\p{N}\s.']/gu, '')
		.split(/\s+/)
		.map((word) => word.replace(/^[.']+|[.']+$/g, '').replace(/'s$/, ''))
		.filter(Boolean);
}

/** The words that carry meaning, each once. */
export function contentWords(text: string): string[] {
	return [...new Set(plainWords(text).filter((word) => !SMALL.has(word)))];
}
