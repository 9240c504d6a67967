import type { TakenKind } from './types.ts';

/** A stretch that is left out: offsets, end exclusive. */
export interface Cut {
	start: number;
	end: number;
	kind: TakenKind;
}

/** A text with stretches left out, and where its characters stood: `at[i]` is the place of character i. */
export interface Layer {
	text: string;
	at: Uint32Array;
}

const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
const SPACE = /[\t\p{Zs}]/gu;

const HIDDEN =
	'[\\p{Cs}\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFC]|(?!\\n)\\p{Cc}';
const JOINER = '[\\u200C\\u200D]';
/** Joiners carry meaning in Persian, Indic scripts and emoji: only those behind Latin text are noise. */
const UNSEEN = new RegExp(
	`(?:${HIDDEN}|(?<=^|[\\p{Script=Latin}\\p{N}\\p{P}\\p{Zs}\\n])${JOINER})(?:${HIDDEN}|${JOINER})*`,
	'gu'
);

/** The pasted text with one kind of line end and of space: what every offset of the intake counts in. */
export function toSource(pasted: string): string {
	return pasted.replace(LINE_END, '\n').replace(SPACE, ' ');
}

/** Soft hyphens, zero-width and control characters, marks of direction and broken halves of characters. */
export function unseenCuts(source: string): Cut[] {
	return Array.from(source.matchAll(UNSEEN), (match) => ({
		start: match.index,
		end: match.index + match[0].length,
		kind: 'rest'
	}));
}

/** A text without some stretches, which are in order and apart; places are those of the layer below. */
export function without(below: Layer, cuts: readonly Cut[]): Layer {
	if (cuts.length === 0) return below;
	const parts: string[] = [];
	const at = new Uint32Array(below.text.length);
	let from = 0;
	let length = 0;
	for (const { start, end } of [...cuts, { start: below.text.length, end: 0 }]) {
		parts.push(below.text.slice(from, start));
		at.set(below.at.subarray(from, start), length);
		length += start - from;
		from = end;
	}
	return { text: parts.join(''), at: at.subarray(0, length) };
}

/** A text with nothing left out yet. */
export function whole(text: string): Layer {
	return { text, at: new Uint32Array(text.length).map((_, at) => at) };
}

/** A stretch of a layer, at least one character long, as a stretch of the source. */
export function inSource({ at }: Layer, { start, end, kind }: Cut): Cut {
	return { start: at[start] ?? 0, end: (at[end - 1] ?? 0) + 1, kind };
}
