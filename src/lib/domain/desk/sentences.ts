/** A stretch of a text: UTF-16 offsets, end exclusive. */
export interface Stretch {
	start: number;
	end: number;
}

/** Always followed by a name or a number: no sentence ends here. */
const TITLE =
	/(?:^|[^\p{L}\p{N}])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Cpt|Maj|Brig|Adm|Cmdr|Sen|Rep|Gov|Pres|Rev|Hon|St|Mt|vs|No|Nos|pp?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/u;
/** May end a sentence or stand within it. */
const SHORTENED =
	/(?:^|[^\p{L}\p{N}])(?:(?:\p{L}\.){2,}|\p{Lu}\.|Inc\.|Ltd\.|Corp\.|Co\.|Jr\.|Sr\.|etc\.|approx\.|e\.g\.|i\.e\.)$/u;
const OPENER =
	/^["'“‘(]?(?:The|A|An|In|On|At|He|She|It|They|We|But|And|That|This|These|There|His|Her|Its|Their|Some|Many|As|If|When|While|After|Before|For|Since|Both|Most)\s/;
const ELLIPSIS = /(?:\.\s?\.\s?\.|…)$/;
const CLOSERS = /["'”’»)\]]+$/;

/** Whether a text breaks off after a title or another short form that a name or number follows. */
export function endsInTitle(text: string): boolean {
	return TITLE.test(text.slice(-12));
}

/** Whether a quotation is open at the end of a text, going by its double quotes. */
function isInQuote(text: string): boolean {
	const curly = text.lastIndexOf('“') > text.lastIndexOf('”');
	return curly || (text.split('"').length - 1) % 2 === 1;
}

function goesOn(sentence: string, next: string): boolean {
	const tail = sentence.slice(-24);
	if (/^[\p{Ll},;:)\]”»–—-]/u.test(next)) return true;
	if (endsInTitle(sentence)) return true;
	if (SHORTENED.test(tail)) return !OPENER.test(next);
	return ELLIPSIS.test(tail.replace(CLOSERS, '')) && isInQuote(sentence);
}

/**
 * The sentences of a paragraph in order, without the spaces between them. A quotation's sentences are
 * apart, each with its quotes; who said it stays with the sentence it follows.
 */
export function sentences(text: string): Stretch[] {
	const found: Stretch[] = [];
	for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(
		text
	)) {
		const words = segment.trim();
		if (words === '') continue;
		const start = index + segment.indexOf(words);
		const end = start + words.length;
		const last = found.at(-1);
		if (last && goesOn(text.slice(last.start, last.end), words)) last.end = end;
		else found.push({ start, end });
	}
	return found;
}

/** The sentence or sentences of a paragraph that a stretch of it touches; nothing where it touches none. */
export function sentenceAround(text: string, start: number, end: number): Stretch | undefined {
	const touched = sentences(text).filter(
		(sentence) => sentence.start < Math.max(end, start + 1) && sentence.end > start
	);
	const [first] = touched;
	const last = touched.at(-1);
	return first && last && { start: first.start, end: last.end };
}
