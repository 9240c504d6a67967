import { copyrightStart } from './intake-copyright.ts';

/** A credit at the end of a line, and whether it is a picture's. */
export interface Credit {
	start: number;
	isOfPicture: boolean;
}

const LONGEST = 160;
const SENTENCE_START = /(?:^|[.!?…]["'”’)\]]{0,3} +)(?=\S)/g;
const LABEL =
	/^[[(]?(?:[–—-] ?)?(?:(?:(?:photo(?:graph)?|picture|image|pic)s?(?: credit)?|credit) ?[:/|] ?|(?:photo(?:graph)?|picture|image)s? by )/i;
const AGENCY =
	/^(?:AFP|AP|Reuters|REUTERS|EPA|Getty|GETTY|PA|Shutterstock|Alamy|Xinhua|Anadolu|SANA|Bloomberg)$/;
const PICTURE_WORD = /Getty|GETTY|Photo|Shutterstock|Alamy|[/|]/;
const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}\p{N}.'’&-]*|(?:al|el)-\p{L}[\p{L}'’-]*)$/u;
const SMALL_WORD = /^(?:of|and|the|via|for|in|by|&|handout|supplied|file)$/i;

function isCreditText(text: string, isLabelled: boolean): boolean {
	const words = text.split(/[\s/|,()[\]–—]+|(?<=^|\s)-+(?=\s)/u).filter(Boolean);
	if (words.length === 0 || words.length > 14) return false;
	if (!words.every((word) => NAME_WORD.test(word) || SMALL_WORD.test(word))) return false;
	return isLabelled || words.some((word) => AGENCY.test(word.replace(/\.$/, '')));
}

function creditIn(rest: string): boolean {
	const label = LABEL.exec(rest)?.[0] ?? '';
	return isCreditText(rest.slice(label.length).replace(/[.)\]]{1,3}$/, ''), label !== '');
}

/** The credit that ends a line behind a sentence, or is all of it. */
export function creditAt(line: string): Credit | undefined {
	const copyright = copyrightStart(line);
	if (copyright !== undefined) return { start: copyright, isOfPicture: false };
	const from = Math.max(0, line.length - LONGEST);
	const tail = line.slice(from);
	for (const match of tail.matchAll(SENTENCE_START)) {
		const start = match.index + match[0].length;
		const rest = tail.slice(start);
		if ((from === 0 || match[0] !== '') && creditIn(rest.trimEnd()))
			return { start: from + start, isOfPicture: LABEL.test(rest) || PICTURE_WORD.test(rest) };
	}
	return undefined;
}
