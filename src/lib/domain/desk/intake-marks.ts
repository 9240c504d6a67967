import type { Cut } from './intake-source.ts';

/** What a mark at its start says of a line. */
export type LineRole = 'heading' | 'item';

/** The marks of Markdown and of lists in a text, and the roles of its lines, by line. */
export interface Marks {
	cuts: Cut[];
	roles: Map<number, LineRole>;
}

const FRONT_MATTER = /^---\n(?:[^\n]*\n){0,60}?---(?=\n|$)/;
const SIGNS = [
	/^#{1,6} \S/m,
	/\]\((?:https?:|mailto:|[/#])/,
	/^(?:```|~~~)/m,
	/\*\*[\p{L}\p{N}“"]/u,
	/^ {0,3}(?:\*[^\s*][^*\n]*\*|_[^\s_][^_\n]*_) *$/m,
	/^ {0,3}[*_]{1,2}B[yY] \p{Lu}/mu,
	/^ {0,3}[*_]{1,2}[^*_\n]*\b\d{4}[*_]{1,2}(?=\s|$)/m
];
const RULE = /^ {0,3}(?:(?:-[ ]?){3,}|(?:\*[ ]?){3,}|(?:_[ ]?){3,}|={3,})$/;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})[^`\n]{0,40}$/;
const DEFINITION = /^ {0,3}\[[^\]\n]{1,80}\]: +\S+/;
const LINE_MARKS = /^ *(?:>[> ]*)?(#{1,6} +|[-*+•▪◦‣●] +|\d{1,3}[.)] +)?/;
const CLOSING_HASHES = / +#+ *$/;
const ITEM = /^ *(?:[-*+•▪◦‣●]|\d{1,3}[.)]) +\S/;
const STANDS_ALONE = /^[\p{Lu}\p{N}"'“‘*_[]/u;
const ENDS = /[.!?…]["'”’»)\]*_]*$/;
const ENDS_OPEN = /(?:[,;:–—-]|\b(?:and|or|of|the|a|an|by|with|from|its|his|her|their))$/;

const INLINE = [
	/!\[[^[\]\n]{0,300}\]\([^()\s]{0,2000}(?: "[^"\n]{0,300}")?\)/g,
	/\[\^[^\]\s]{1,20}\]/g
];
const ADDRESS = String.raw`\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?: "[^"\n]{0,300}")?\)`;
const LINK = new RegExp(String.raw`\[([^[\]\n]{1,500})\](?:${ADDRESS}|\[[^[\]\n]{0,80}\])`, 'g');
const STRONG = /(?<=\S)(?:\*{2,3}|~~)|(?:\*{2,3}|~~)(?=\S)/g;
const LIGHT = [
	/(?<=[^\s*])\*(?!\*)|(?<!\*)\*(?=[^\s*])/g,
	/(?<=[^\s_])_{1,3}(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_])_{1,3}(?=[^\s_])/gu,
	/`{1,3}/g
];

function found(line: string, pattern: RegExp, kind: Cut['kind']): Cut[] {
	return Array.from(line.matchAll(pattern), (match) => ({
		start: match.index,
		end: match.index + match[0].length,
		kind
	}));
}

function linkCuts(line: string): Cut[] {
	return Array.from(line.matchAll(LINK), (match) => {
		const close = match.index + 1 + (match[1] ?? '').length;
		const end = match.index + match[0].length;
		return [
			{ start: match.index, end: match.index + 1, kind: 'markup' as const },
			{ start: close, end, kind: 'link' as const }
		];
	}).flat();
}

/** Without overlaps, in order: of two that overlap, the earlier and longer one stays. */
function apart(cuts: Cut[]): Cut[] {
	let end = 0;
	return cuts
		.sort((a, b) => a.start - b.start || b.end - a.end)
		.filter((cut) => {
			const isFree = cut.start >= end;
			if (isFree) end = cut.end;
			return isFree;
		});
}

function inlineCuts(line: string): Cut[] {
	if (!/[*_`~[]/.test(line)) return [];
	const light = LIGHT.map((pattern) => found(line, pattern, 'markup'));
	return [
		...INLINE.flatMap((pattern) => found(line, pattern, 'markup')),
		...linkCuts(line),
		...found(line, STRONG, 'markup'),
		...light.filter((cuts) => cuts.length > 1).flat()
	];
}

/** A list mark goes only where the item then reads as a paragraph of its own. */
function isOwnParagraph(item: string, hasNeighbour: boolean): boolean {
	if (!STANDS_ALONE.test(item) || ENDS_OPEN.test(item)) return false;
	return ENDS.test(item) || hasNeighbour;
}

interface LineMarks {
	cuts: Cut[];
	role?: LineRole;
}

function headingMarks(line: string, mark: string): LineMarks {
	const tail = CLOSING_HASHES.exec(line);
	const cuts: Cut[] = [{ start: 0, end: mark.length, kind: 'markup' }];
	if (tail && tail.index >= mark.length)
		cuts.push({ start: tail.index, end: line.length, kind: 'markup' });
	return { cuts, role: 'heading' };
}

function wholeLineMarks(line: string): LineMarks | undefined {
	const isRule = RULE.test(line) || FENCE.test(line);
	if (isRule) return { cuts: [{ start: 0, end: line.length, kind: 'markup' }] };
	if (!DEFINITION.test(line)) return undefined;
	return { cuts: [{ start: 0, end: line.length, kind: 'link' }] };
}

/** Whether a list may begin behind a line: not where a dash goes on with a sentence broken at a width. */
function mayListFollow(before: string): boolean {
	if (before.trim() === '' || ITEM.test(before) || before.trim().split(' ').length <= 6)
		return true;
	return /[.!?…:]["'”’)]*$/.test(before.trimEnd());
}

function itemMarks(line: string, mark: string, around: string[]): LineMarks | undefined {
	const [before = '', after = ''] = around;
	const hasNeighbour = ITEM.test(before) || ITEM.test(after);
	const isOwn = isOwnParagraph(line.slice(mark.length).trim(), hasNeighbour);
	const isItem = mayListFollow(before) || (hasNeighbour && isOwn);
	if (!isItem || (/\d/.test(mark) && !hasNeighbour)) return undefined;
	return { cuts: isOwn ? [{ start: 0, end: mark.length, kind: 'markup' }] : [], role: 'item' };
}

function startMarks(line: string, around: string[]): LineMarks {
	const [mark = '', listed] = LINE_MARKS.exec(line) ?? [];
	const quote = /^ *>[> ]*/.exec(mark)?.[0].length ?? 0;
	const cuts: Cut[] = quote > 0 ? [{ start: 0, end: quote, kind: 'markup' }] : [];
	if (!listed || mark.length === line.length) return { cuts };
	if (listed.startsWith('#')) return headingMarks(line, mark);
	return itemMarks(line, mark, around) ?? { cuts };
}

/** The line before and the one after, blank lines between list items left out. */
function neighbours(lines: string[], at: number): string[] {
	const [far = '', before = ''] = [lines[at - 2], lines[at - 1]];
	const [after = '', further = ''] = lines.slice(at + 1, at + 3);
	const isListed = before.trim() === '' && ITEM.test(far);
	return [isListed ? far : before, after.trim() === '' ? further : after];
}

function marksOfLine(lines: string[], at: number, isMarkdown: boolean): LineMarks {
	const line = lines[at] ?? '';
	if (line === '') return { cuts: [] };
	const marks = wholeLineMarks(line) ?? startMarks(line, neighbours(lines, at));
	return { ...marks, cuts: apart([...marks.cuts, ...(isMarkdown ? inlineCuts(line) : [])]) };
}

/** Finds the marks of Markdown, and of lists in any text; line breaks are cut only with front matter. */
export function findMarks(text: string): Marks {
	const hasKeys = /^\w[\w-]*:/m.test(text.slice(0, 400));
	const front = (hasKeys ? FRONT_MATTER.exec(text)?.[0] : undefined) ?? '';
	const isMarkdown = front !== '' || SIGNS.some((sign) => sign.test(text));
	const lines = text.slice(front.length).split('\n');
	const roles = new Map<number, LineRole>();
	const cuts: Cut[] = front ? [{ start: 0, end: front.length, kind: 'markup' }] : [];
	let offset = front.length;
	for (const [at, line] of lines.entries()) {
		const marks = marksOfLine(lines, at, isMarkdown);
		if (marks.role) roles.set(at, marks.role);
		for (const { start, end, kind } of marks.cuts)
			cuts.push({ start: start + offset, end: end + offset, kind });
		offset += line.length + 1;
	}
	return { cuts, roles };
}
