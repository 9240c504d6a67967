import {
	endsOpen,
	endsTightlyOpen,
	isFragment,
	isTerminated,
	looksLikeHeading,
	startsClosing,
	startsInside
} from './intake-ends.ts';
import type { TextLine } from './intake-lines.ts';

/**
 * How a line follows the one before: as a new paragraph, in the same one after a space or none, or
 * there with the hyphen gone that only broke a word.
 */
export type Joint = 'new' | 'space' | 'glue' | 'hyphen';

/** The shape of a text: whether its lines were broken at a width, in characters. */
interface Shape {
	wrapWidth?: number;
}

const WIDEST_WRAP = 120;
const NARROWEST_WRAP = 30;
/** A line this close to the width was broken there; lines of uneven length have this much play. */
const NEARLY = 0.85;

const firstWord = (text: string) => /^\S+/.exec(text)?.[0].length ?? 0;

function isFull(line: TextLine, next: TextLine, width: number): boolean {
	return line.text.length + 1 + firstWord(next.text) > width * NEARLY;
}

/** Whether a line follows another without a gap, and stands there for no reason of its own. */
function isPair(line: TextLine | undefined, next: TextLine): line is TextLine {
	return line !== undefined && !next.isAfterGap && next.role === undefined;
}

/** Recognises lines broken at a width: none is longer, and most are as long as the next word lets them be. */
export function shapeOf(lines: readonly TextLine[]): Shape {
	const texts = lines.filter((line) => line.role !== 'caption' && line.role !== 'heading');
	const width = texts.reduce((widest, line) => Math.max(widest, line.text.length), 0);
	if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return {};
	const pairs = texts.flatMap((next, at) => {
		const line = texts[at - 1];
		return isPair(line, next) ? [{ line, next }] : [];
	});
	const broken = pairs.filter(
		({ line, next }) => !isTerminated(line.text) && isFull(line, next, width)
	);
	return pairs.length > 0 && broken.length / pairs.length >= 0.5 ? { wrapWidth: width } : {};
}

const COMPOUND_START =
	/(?:^|[^\p{L}])(?:\p{Lu}\p{L}*|\P{L}*\d+|rebel|government|opposition|regime|state|war|anti|non|self|well|long|short|high|low|cross|vice|half|hard|large|small|single|double|one|two|three|four|five|six|seven|eight|nine|ten|\p{L}+-\p{L}+)-$/u;
const COMPOUND_END =
	/^(?:backed|held|led|based|born|old|year|day|month|week|long|term|level|style|made|run|owned|controlled|linked|related|ranking|scale|wide|in|out|up|off|to|and|by|the|of|besieged|government|opposition|regime|rebel|elect|general|minister|president|called|known|aligned|allied|sponsored|brokered|torn|free|like)\b/;

/** A hyphen that ends a line broke the word, unless the two make a usual compound. */
function hyphenJoint(before: string, after: string): Joint {
	if (!/\p{Ll}[-‐]$/u.test(before) || !/^\p{Ll}/u.test(after)) return 'glue';
	return COMPOUND_START.test(before.slice(-40)) || COMPOUND_END.test(after) ? 'glue' : 'hyphen';
}

/** What stands between two lines of one paragraph. */
function seam(before: string, after: string, isWrapped: boolean): Joint {
	if (startsClosing(after) || /[(“‘[]$/.test(before)) return 'glue';
	if (!/[\p{L}\p{N}][-‐]$/u.test(before)) return 'space';
	return isWrapped ? hyphenJoint(before, after) : 'glue';
}

/** What stands around two lines. */
interface Around {
	/** How many lines the paragraph has so far. */
	pieces: number;
	next: TextLine | undefined;
}

/** Whether a line is a link cut out of a sentence that goes on behind it. */
function isCutOut(text: string, next: TextLine | undefined): boolean {
	return next !== undefined && isFragment(text) && startsInside(next.text);
}

/** Whether a line goes on across blank lines: only where the words leave no doubt. */
function goesOnAcrossGap(before: string, after: string, { pieces, next }: Around): boolean {
	if (startsClosing(after)) return true;
	if (isTerminated(before)) return false;
	if (endsTightlyOpen(before) || startsInside(after)) return true;
	return (pieces > 1 || endsOpen(before)) && isCutOut(after, next);
}

function goesOnWrapped(before: TextLine, line: TextLine, width: number): boolean {
	const isFree = !isFull(before, line, width);
	if (isTerminated(before.text)) return !isFree && line.indent <= before.indent;
	const isUneven = before.text.length < width * 0.6 && looksLikeHeading(before.text);
	return endsOpen(before.text) || startsInside(line.text) || !(isFree && isUneven);
}

function goesOnCut(before: string, after: string, { pieces, next }: Around): boolean {
	if (isTerminated(before))
		return startsInside(after) && /["'”’?!…]$|\. ?\. ?\.$/.test(before.slice(-8));
	if (endsOpen(before) || startsInside(after) || /^[–—(-] ?/.test(after)) return true;
	return (
		(pieces > 1 && isFragment(before)) || (next?.isAfterGap === false && isCutOut(after, next))
	);
}

/** How each text line follows the one before. */
export function jointsOf(lines: readonly TextLine[], { wrapWidth }: Shape): Joint[] {
	let pieces = 0;
	return lines.map((line, at) => {
		const before = lines[at - 1];
		const isOne =
			before !== undefined && isSameParagraph(before, line, { pieces, next: lines[at + 1] });
		pieces = isOne ? pieces + 1 : 1;
		return isOne ? seam(before.text, line.text, wrapWidth !== undefined) : 'new';
	});

	function isSameParagraph(before: TextLine, line: TextLine, around: Around): boolean {
		if (line.role || (before.role && before.role !== 'item')) return false;
		if (line.isAfterGap) return !before.role && goesOnAcrossGap(before.text, line.text, around);
		if (startsClosing(line.text)) return true;
		if (before.role && !startsInside(line.text)) return line.indent > before.indent;
		if (wrapWidth !== undefined) return goesOnWrapped(before, line, wrapWidth);
		return goesOnCut(before.text, line.text, around);
	}
}
