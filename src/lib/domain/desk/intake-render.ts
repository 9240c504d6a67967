import { startsClosing } from './intake-ends.ts';
import type { Joint } from './intake-joins.ts';
import type { Paragraph } from './types.ts';

/** A line of the source and how it follows what stands before it. */
export interface PlannedLine {
	text: string;
	joint: Joint;
	isCaption?: boolean;
}

interface Range {
	start: number;
	end: number;
}

/** Overlapping ranges as one; they come in order of their starts. */
function merged(ranges: readonly Range[]): Range[] {
	const list: Range[] = [];
	for (const { start, end } of ranges) {
		const open = list.at(-1);
		if (open && start <= open.end) open.end = Math.max(open.end, end);
		else list.push({ start, end });
	}
	return list;
}

/** Adds what stands behind something taken out: no space is left before a comma. */
function addPart(parts: string[], part: string): void {
	if (part === '') return;
	const before = parts.at(-1);
	const words = part.trimStart();
	const isClosing = before?.endsWith(' ') === true && startsClosing(words);
	if (isClosing) parts[parts.length - 1] = before.trimEnd();
	parts.push(isClosing ? words : part);
}

/** The lines without the ranges, which count from the start of the first line. */
function remaining(lines: readonly PlannedLine[], gone: readonly Range[]): string[] {
	const ranges = merged(gone);
	let at = 0;
	let base = 0;
	return lines.map(({ text }) => {
		const limit = base + text.length;
		const parts: string[] = [];
		let from = base;
		for (let range = ranges[at]; range && range.start < limit; range = ranges[at]) {
			addPart(parts, text.slice(from - base, Math.max(from, range.start) - base));
			from = Math.min(range.end, limit);
			if (range.end > limit) break;
			at += 1;
		}
		addPart(parts, text.slice(from - base));
		base = limit + 1;
		return parts.join('').replace(/ {2,}/g, ' ').trim();
	});
}

/** Adds a line to those of its paragraph, with what stands between. */
function addLine(parts: string[], text: string, joint: Joint): void {
	const before = parts.at(-1) ?? '';
	if (joint === 'hyphen') parts[parts.length - 1] = before.replace(/[-‐]$/, '');
	parts.push(joint === 'space' ? ` ${text}` : text);
}

/** Puts the lines together to paragraphs, without what is gone, and numbers them. */
export function renderParagraphs(
	lines: readonly PlannedLine[],
	gone: readonly Range[],
	hasCaption: boolean
): Paragraph[] {
	const texts = remaining(lines, gone);
	const paragraphs: { isCaption: boolean; parts: string[] }[] = [];
	for (const [at, { joint, isCaption }] of lines.entries()) {
		const text = texts[at] ?? '';
		const open = paragraphs.at(-1);
		if (text === '') continue;
		if (open && joint !== 'new') addLine(open.parts, text, joint);
		else paragraphs.push({ isCaption: isCaption === true && hasCaption, parts: [text] });
	}
	let count = 0;
	return paragraphs.map(({ isCaption, parts }) => ({
		number: isCaption ? 'caption' : (count += 1),
		text: parts.join('')
	}));
}
