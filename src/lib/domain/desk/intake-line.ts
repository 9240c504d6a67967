import { datelineEnd } from './intake-bylines.ts';
import { creditAt } from './intake-credits.ts';
import type { Cut } from './intake-source.ts';

/** A line and what is taken out of it; all offsets count from its start. */
interface ReadLine {
	/** The line with its links blanked. */
	text: string;
	/** What reads: from here … */
	from: number;
	/** … to here. */
	to: number;
	cuts: Cut[];
	/** Whether it is the caption of a picture, going by its credit or label. */
	isCaption: boolean;
}

const PLAIN_URL = String.raw`(?:https?://|www\.(?=\w)|pic\.twitter\.com/)[^\s<>()[\]"“”]*[^\s<>()[\]"“”.,;:!?'’]`;
const URL = new RegExp(
	[
		String.raw`<${PLAIN_URL}>`,
		String.raw`\(${PLAIN_URL}\)`,
		String.raw`\[${PLAIN_URL}\]`,
		PLAIN_URL
	].join('|'),
	'gi'
);
const CAPTION_LABEL = /^ *(?:image|media|photo|picture|video) caption[,:]? +(?=\S)/i;
const LONGEST_CAPTION = 400;

/** A link in the middle of a sentence is a word of it; in brackets or behind a sentence it is not. */
function isApart(line: string, start: number, end: number): boolean {
	if (/^[<([]/.test(line.slice(start, start + 1))) return true;
	const isBehind = /(?:^|[.!?…:]["'”’)\]]{0,3})\s*$/.test(
		line.slice(Math.max(0, start - 8), start)
	);
	return isBehind && /^\s*(?:$|["'“‘(]?\p{Lu})/u.test(line.slice(end, end + 8));
}

function linkCuts(line: string): Cut[] {
	if (!/:\/\/|www\.|pic\.tw/i.test(line)) return [];
	return Array.from(line.matchAll(URL))
		.map(({ index, 0: url }): Cut => ({ start: index, end: index + url.length, kind: 'link' }))
		.filter(({ start, end }) => isApart(line, start, end));
}

/** The same line with links as spaces, so that offsets stay. */
function blanked(line: string, links: Cut[]): string {
	const parts: string[] = [];
	let from = 0;
	for (const { start, end } of links) {
		parts.push(line.slice(from, start), ' '.repeat(end - start));
		from = end;
	}
	return parts.join('') + line.slice(from);
}

function takeCredits(line: ReadLine): void {
	for (;;) {
		const text = line.text.slice(0, line.to).trimEnd();
		line.to = text.length;
		const credit = text === '' ? undefined : creditAt(text);
		if (!credit) return;
		line.cuts.push({ start: credit.start, end: text.length, kind: 'credit' });
		const before = text.slice(0, credit.start).trim();
		line.isCaption ||= credit.isOfPicture && before !== '' && before.length <= LONGEST_CAPTION;
		line.to = credit.start;
	}
}

function takeLabel(line: ReadLine): void {
	const label = CAPTION_LABEL.exec(line.text)?.[0];
	if (!label) return;
	line.isCaption = true;
	line.from = label.length;
	line.cuts.push({ start: label.search(/\S/), end: label.trimEnd().length, kind: 'markup' });
}

function takeDateline(line: ReadLine): void {
	const end = datelineEnd(line.text.slice(0, line.to));
	if (end === 0) return;
	const said = line.text.slice(0, end);
	line.cuts.push({ start: said.search(/\S/), end: said.trimEnd().length, kind: 'credit' });
	line.from = end;
}

/**
 * Takes the links out of a line, the credits at its end, the label of a caption, and, where no sentence
 * runs into it, the place and day that lead it.
 */
export function readLine(source: string, isWithinSentence: boolean): ReadLine {
	const cuts = linkCuts(source);
	const text = blanked(source, cuts);
	const line: ReadLine = { text, from: 0, to: text.length, cuts, isCaption: false };
	takeCredits(line);
	takeLabel(line);
	if (!isWithinSentence && line.from === 0) takeDateline(line);
	line.from += text.slice(line.from, line.to).search(/\S|$/);
	return line;
}
