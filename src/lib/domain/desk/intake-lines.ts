import { isNames } from './intake-bylines.ts';
import { endsOpen, startsInside } from './intake-ends.ts';
import { furnitureKind, looseKind } from './intake-furniture.ts';
import { readLine } from './intake-line.ts';
import type { LineRole } from './intake-marks.ts';
import type { Cut } from './intake-source.ts';
import type { TakenKind } from './types.ts';

/** A line that belongs to the text, as it reads without what was taken out of it. */
export interface TextLine {
	/** 0-based, among all lines. */
	no: number;
	/** Offsets of what reads, in the layer the lines were cut from. */
	start: number;
	end: number;
	text: string;
	/** Spaces before it. */
	indent: number;
	/** Whether blank lines or lines taken out stand before it. */
	isAfterGap: boolean;
	role?: LineRole | 'caption';
}

/** What the lines of a text are. */
interface LineReading {
	/** Offsets of all lines, blank ones too. */
	bounds: { start: number; end: number }[];
	lines: TextLine[];
	cuts: Cut[];
	/** The caption of the report's picture; its words stay, in a paragraph of their own. */
	caption?: Cut;
}

const CAPTION_ALONE = /^(?:image|media|photo|picture|video) caption:?$/i;

const squeeze = (text: string) => text.replace(/ {2,}/g, ' ').trim();

const isCutName = (line: string, next: string) =>
	isNames(line) && line.split(' ').length <= 5 && !/^(?:['’][st]|[;:!?)])/.test(next);

/** The last of the lines that are a byline cut at its links: "By", a name, "and", a name; -1 where none is. */
function bylineEnd(source: string[], no: number): number {
	if (!/^\s*B[yY]\s*$/.test(source[no] ?? '')) return -1;
	const lines = source.slice(no + 1, no + 10).map(squeeze);
	const isPart = lines.map((line, at) => isCutName(line, lines[at + 1] ?? ''));
	const end = lines.findIndex((line, at) => !isPart[at] && !/^(?:and|,|&|in|for)$/.test(line));
	const last = isPart.lastIndexOf(true, end < 0 ? undefined : end);
	return last < 0 ? -1 : no + 1 + last;
}

class Reader {
	readonly reading: LineReading = { bounds: [], lines: [], cuts: [] };
	readonly #source: string[];
	readonly #roles: ReadonlyMap<number, LineRole>;
	#isAfterGap = true;
	#isCaptionNext = false;
	#bylineEnd = -1;

	constructor(text: string, roles: ReadonlyMap<number, LineRole>) {
		this.#source = text.split('\n');
		this.#roles = roles;
		let start = 0;
		for (const line of this.#source) {
			this.reading.bounds.push({ start, end: start + line.length });
			start += line.length + 1;
		}
	}

	read(): LineReading {
		for (const [no, line] of this.#source.entries()) {
			const isText = line.trim() !== '' && !this.#takeWhole(no, line) && this.#readText(no, line);
			this.#isAfterGap = !isText || this.reading.lines.at(-1)?.role === 'caption';
		}
		return this.reading;
	}

	#baseOf(no: number): number {
		return this.reading.bounds[no]?.start ?? 0;
	}

	#cut(no: number, line: string, kind: TakenKind): true {
		const start = this.#baseOf(no) + line.search(/\S/);
		this.reading.cuts.push({ start, end: start + line.trim().length, kind });
		return true;
	}

	/** Whether a sentence may run into a line or out of it. */
	#isWithinSentence(no: number): boolean {
		return this.#isBehindOpen() || startsInside((this.#source[no + 1] ?? '').trim());
	}

	/** Whether the line before breaks off within a sentence. */
	#isBehindOpen(): boolean {
		const before = this.#isAfterGap ? undefined : this.reading.lines.at(-1)?.text;
		return before !== undefined && endsOpen(before);
	}

	#kindOf(no: number, words: string): TakenKind | undefined {
		const kind = furnitureKind(words) ?? looseKind(words);
		const isLoose = kind !== undefined && furnitureKind(words) === undefined;
		return isLoose && this.#isWithinSentence(no) ? undefined : kind;
	}

	#takeWhole(no: number, line: string): boolean {
		const words = squeeze(line);
		if (!this.#isWithinSentence(no))
			this.#bylineEnd = Math.max(this.#bylineEnd, bylineEnd(this.#source, no));
		if (no <= this.#bylineEnd) return this.#cut(no, line, 'credit');
		if (CAPTION_ALONE.test(words)) {
			this.#isCaptionNext = true;
			return this.#cut(no, line, 'markup');
		}
		const kind = this.#kindOf(no, words);
		return kind !== undefined && this.#cut(no, line, kind);
	}

	/** Reads what is left of a line without its links and credits; whether any text is. */
	#readText(no: number, line: string): boolean {
		const base = this.#baseOf(no);
		const { text, from, to, cuts, isCaption } = readLine(line, this.#isBehindOpen());
		for (const cut of cuts)
			this.reading.cuts.push({ ...cut, start: base + cut.start, end: base + cut.end });
		const words = squeeze(text.slice(from, to));
		const left = { start: base + from, end: base + text.slice(0, to).trimEnd().length };
		if (words === '') return false;
		const kind = cuts.length > 0 ? this.#kindOf(no, words) : undefined;
		if (kind) this.reading.cuts.push({ ...left, kind });
		else if (isCaption || this.#isCaptionNext) return this.#addCaption(no, words, left);
		else this.#add(no, words, left);
		return kind === undefined;
	}

	#add(no: number, text: string, { start, end }: { start: number; end: number }): void {
		const role = this.#roles.get(no);
		const indent = start - this.#baseOf(no);
		const line: TextLine = { no, start, end, text, indent, isAfterGap: this.#isAfterGap };
		this.reading.lines.push(role ? { ...line, role } : line);
	}

	#addCaption(no: number, text: string, { start, end }: { start: number; end: number }): boolean {
		this.#isCaptionNext = false;
		const cut: Cut = { start, end, kind: 'caption' };
		this.reading.cuts.push(cut);
		if (this.reading.caption) return false;
		this.reading.caption = cut;
		this.reading.lines.push({ no, start, end, text, indent: 0, isAfterGap: true, role: 'caption' });
		return true;
	}
}

/** Reads a text line by line: what is text, and what is taken out. */
export function readLines(text: string, roles: ReadonlyMap<number, LineRole>): LineReading {
	return new Reader(text, roles).read();
}
