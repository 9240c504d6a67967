import { headingCuts } from './intake-headings.ts';
import { jointsOf, shapeOf, type Joint } from './intake-joins.ts';
import { readLines, type TextLine } from './intake-lines.ts';
import { findMarks } from './intake-marks.ts';
import {
	inSource,
	toSource,
	unseenCuts,
	whole,
	without,
	type Cut,
	type Layer
} from './intake-source.ts';
import { renderParagraphs, type PlannedLine } from './intake-render.ts';
import type { Paragraph, TakenOut } from './types.ts';

/** The longest text the intake reads, in UTF-16 code units; a long report has some 50,000. */
export const LONGEST_PASTED = 2_000_000;

/** Why a pasted text was not read. */
export interface IntakeProblem {
	code: 'too-long';
	length: number;
	limit: number;
}

/** What became of a pasted text; without paragraphs where there is a problem. */
export interface Intake {
	paragraphs: Paragraph[];
	taken: TakenOut[];
	problem?: IntakeProblem;
}

interface Plan {
	source: string;
	lines: PlannedLine[];
	/** In order; those of marks may stand within that of a whole line. */
	cuts: Cut[];
	caption?: Cut;
}

interface JoinedLines {
	lines: readonly TextLine[];
	joints: readonly Joint[];
}

/** Whether a line of the layer broke off at a soft hyphen, which is taken out by now. */
function isSoftBroken(source: string, layer: Layer, line: TextLine | undefined): boolean {
	return line !== undefined && source[(layer.at[line.end - 1] ?? 0) + 1] === '\u00AD';
}

/** All lines of the source; one that was taken out would join, if put back, where it interrupts a paragraph. */
function plannedLines(source: string, layer: Layer, read: JoinedLines): PlannedLine[] {
	const { lines, joints } = read;
	const all = source.split('\n');
	// Front matter is the only thing taken out with its line breaks, and it stands first.
	const shift = all.length - layer.text.split('\n').length;
	const planned: PlannedLine[] = all.map((text) => ({ text, joint: 'new' }));
	let from = 0;
	for (const [at, { no, role }] of lines.entries()) {
		const isBroken = isSoftBroken(source, layer, lines[at - 1]);
		const own = joints[at] ?? 'new';
		const joint = isBroken && own !== 'new' ? 'glue' : own;
		const between = joint === 'new' ? 'new' : 'space';
		for (const line of planned.slice(from, no + shift)) line.joint = between;
		const line = planned[no + shift];
		if (line) Object.assign(line, { joint }, role === 'caption' && { isCaption: true });
		from = no + shift + 1;
	}
	return planned;
}

function plan(pasted: string): Plan {
	const source = toSource(pasted);
	const unseen = unseenCuts(source);
	const clean = without(whole(source), unseen);
	const marks = findMarks(clean.text);
	const bare = without(clean, marks.cuts);
	const { lines, cuts, caption } = readLines(bare.text, marks.roles);
	const joints = jointsOf(lines, shapeOf(lines));
	const fromBare = [...cuts, ...headingCuts(lines, joints)].map((cut) => inSource(bare, cut));
	const fromClean = marks.cuts.map((cut) => inSource(clean, cut));
	return {
		source,
		lines: plannedLines(source, bare, { lines, joints }),
		cuts: [...unseen, ...fromClean, ...fromBare].sort((a, b) => a.start - b.start || b.end - a.end),
		...(caption && { caption: inSource(bare, caption) })
	};
}

const idOf = ({ start, end }: Cut) => `${String(start)}-${String(end)}`;

/**
 * Reads a pasted text into numbered paragraphs and what was taken out of them. Everything pasted is in
 * one or the other, apart from spaces, line ends and hyphens that broke a word at a line's end; the
 * caption of the report's picture is in both. `kept` are the ids of what the person put back: it is
 * running text again. Problem: `too-long`.
 */
export function readPasted(pasted: string, kept: ReadonlySet<string> = new Set()): Intake {
	if (pasted.length > LONGEST_PASTED) {
		const problem: IntakeProblem = {
			code: 'too-long',
			length: pasted.length,
			limit: LONGEST_PASTED
		};
		return { paragraphs: [], taken: [], problem };
	}
	const { source, lines, cuts, caption } = plan(pasted);
	const captionId = caption && idOf(caption);
	const gone = cuts.filter((cut) => !kept.has(idOf(cut)) && idOf(cut) !== captionId);
	const hasCaption = captionId !== undefined && !kept.has(captionId);
	return {
		paragraphs: renderParagraphs(lines, gone, hasCaption),
		taken: cuts.map((cut) => {
			const id = idOf(cut);
			return { id, kind: cut.kind, text: source.slice(cut.start, cut.end), isKept: kept.has(id) };
		})
	};
}
