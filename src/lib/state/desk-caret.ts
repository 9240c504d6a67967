import { sentences, type Stretch } from '#lib/domain/desk/sentences.ts';
import type { Paragraph, Span } from '#lib/domain/desk/types.ts';
import { words } from '#lib/text/tokens.ts';

/** Where the keyboard stands in a text: words are counted within the paragraph, from 0. */
export interface Caret {
	/** Place in the list of paragraphs. */
	paragraph: number;
	/** The word that the selection began with. */
	anchor: number;
	/** The word it was led to. */
	head: number;
}

/** A step of the keyboard through a text. */
export interface CaretStep {
	by: 'word' | 'sentence' | 'paragraph';
	forward: boolean;
	/** Leads the selection on instead of beginning a new one. */
	extend: boolean;
}

interface Place {
	paragraph: number;
	word: number;
}

const LAST = Number.MAX_SAFE_INTEGER;

/** The caret one step on; at the ends of the text, or of the paragraph while extending, it stays. */
export function moveCaret(paragraphs: Paragraph[], caret: Caret, step: CaretStep): Caret {
	const list = words(paragraphs[caret.paragraph]?.text ?? '');
	const within = wordWithin(paragraphs[caret.paragraph]?.text ?? '', list, { caret, step });
	if (within !== undefined) {
		const anchor = step.extend ? caret.anchor : within;
		return { ...caret, anchor, head: within };
	}
	if (step.extend) return { ...caret, head: step.forward ? list.length - 1 : 0 };
	const next = neighbour(paragraphs, caret, step);
	return next ? { paragraph: next.paragraph, anchor: next.word, head: next.word } : caret;
}

/** The words a caret covers. */
export function caretSpan(paragraphs: Paragraph[], caret: Caret): Span | undefined {
	const paragraph = paragraphs[caret.paragraph];
	const list = words(paragraph?.text ?? '');
	const first = list[Math.min(caret.anchor, caret.head)];
	const last = list[Math.max(caret.anchor, caret.head)];
	return paragraph && first && last
		? { paragraph: paragraph.number, start: first.start, end: last.end }
		: undefined;
}

/** The word of the same paragraph a step leads to, if it stays there. */
function wordWithin(
	text: string,
	list: Stretch[],
	{ caret: { head }, step }: { caret: Caret; step: CaretStep }
): number | undefined {
	if (step.by === 'paragraph') return undefined;
	const starts = sentences(text).map(({ start }) => list.findIndex((word) => word.start >= start));
	const firsts = starts.filter((word, at) => word >= 0 && word !== starts[at + 1]);
	const lasts = firsts.map((_, at) => (firsts[at + 1] ?? list.length) - 1);
	const to = step.forward ? head + 1 : head - 1;
	if (step.by === 'word') return to >= 0 && to < list.length ? to : undefined;
	if (!step.forward) return firsts.findLast((word) => word < head);
	const ends = step.extend ? lasts : firsts;
	return ends.find((word) => word > head);
}

function neighbour(
	paragraphs: Paragraph[],
	{ paragraph }: Caret,
	{ by, forward }: CaretStep
): Place | undefined {
	const next = paragraphs[forward ? paragraph + 1 : paragraph - 1];
	if (!next) return undefined;
	const list = words(next.text);
	const lastSentence = sentences(next.text).at(-1)?.start ?? 0;
	const starts = { word: LAST, sentence: list.findIndex(({ start }) => start >= lastSentence) };
	const word = forward || by === 'paragraph' ? 0 : Math.min(starts[by], list.length - 1);
	return { paragraph: paragraph + (forward ? 1 : -1), word };
}
