import { isProse, isTerminated, looksLikeHeading } from './intake-ends.ts';
import { furnitureKind, looseKind } from './intake-furniture.ts';
import type { Joint } from './intake-joins.ts';
import type { TextLine } from './intake-lines.ts';
import type { Cut } from './intake-source.ts';

/** The lines of one paragraph, in order. */
type Unit = [TextLine, ...TextLine[]];

const MOST_TITLE_LINES = 3;
const LONGEST_MARKED = 200;

function unitsOf(lines: readonly TextLine[], joints: readonly Joint[]): Unit[] {
	const units: Unit[] = [];
	for (const [at, line] of lines.entries()) {
		const open = units.at(-1);
		if (open && joints[at] !== 'new') open.push(line);
		else if (line.role !== 'caption') units.push([line]);
	}
	return units;
}

const last = (unit: Unit) => unit.at(-1)?.text ?? '';

function isPlainHeading(unit: Unit): boolean {
	const [line, ...more] = unit;
	return more.length === 0 && line.role === undefined && looksLikeHeading(line.text);
}

function isMarkedHeading([line]: Unit): boolean {
	return line.role === 'heading' && line.text.length <= LONGEST_MARKED && !/\.$/.test(line.text);
}

/** How many short lines stand before the first sentence: a title and what is above and below it. */
function titleLines(units: readonly Unit[]): number {
	const count = units.findIndex((unit) => !isPlainHeading(unit) && !isMarkedHeading(unit));
	const next = units[count];
	return next && count <= MOST_TITLE_LINES && isProse(last(next)) ? count : 0;
}

function standsBetweenSentences(units: readonly Unit[], at: number): boolean {
	const before = units[at - 1];
	const after = units[at + 1];
	const isAfterSentence = before === undefined || isMarkedHeading(before) || isProse(last(before));
	return isAfterSentence && after !== undefined && isProse(last(after));
}

/** A paragraph put together from pieces that turns out to be no text. */
function joinedKind(unit: Unit): Cut['kind'] | undefined {
	if (unit.length < 2 || unit.length > 4) return undefined;
	const text = unit.map((line) => line.text).join(' ');
	return isTerminated(text) ? undefined : (furnitureKind(text) ?? looseKind(text));
}

/** The headings among the paragraphs, and what only shows as no text once its lines are joined. */
export function headingCuts(lines: readonly TextLine[], joints: readonly Joint[]): Cut[] {
	const units = unitsOf(lines, joints);
	const titles = titleLines(units);
	const cuts: Cut[] = [];
	for (const [at, unit] of units.entries()) {
		const isPlain = isPlainHeading(unit) && (at < titles || standsBetweenSentences(units, at));
		const kind = isPlain || isMarkedHeading(unit) ? 'heading' : joinedKind(unit);
		if (kind) cuts.push(...unit.map(({ start, end }) => ({ start, end, kind })));
	}
	return cuts;
}
