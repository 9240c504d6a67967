import type { Desk, Paragraph, Span } from '#lib/domain/desk/types.ts';
import type { Draft } from '#lib/domain/drafting/types.ts';

/** A draft where it stands on a desk. */
export interface DeskDraft extends Omit<Draft, 'answerSpan' | 'sentence'> {
	/** Its key: the same text drafted again gives the same. */
	id: string;
	span: Span;
	sentence: Span;
}

interface Placed {
	number: Paragraph['number'];
	/** Where it begins in the joined text. */
	start: number;
	text: string;
}

/** The running text of a desk; a caption is no sentence of the report. */
function placed({ paragraphs }: Desk): Placed[] {
	let start = 0;
	return paragraphs
		.filter(({ number }) => number !== 'caption')
		.map(({ number, text }) => {
			const each = { number, start, text };
			start += text.length + 1;
			return each;
		});
}

/** The text that is drafted: a paragraph a line, so that places in it are places on the desk. */
export function draftedText(desk: Desk): string {
	return placed(desk)
		.map(({ text }) => text.replace(/[\n\r]/gu, ' '))
		.join('\n');
}

/** The drafts of a text where they stand on its desk, each key once. */
export function placeDrafts(desk: Desk, drafts: readonly Draft[]): DeskDraft[] {
	const paragraphs = placed(desk);
	const byId = new Map<string, DeskDraft>();
	for (const { answerSpan, sentence, ...draft } of drafts) {
		const home = paragraphs.findLast(({ start }) => start <= sentence.start);
		if (!home || sentence.end > home.start + home.text.length) continue;
		const span = spanIn(home, answerSpan);
		const id = `${draft.kind}-${span.paragraph}-${span.start}-${span.end}`;
		if (!byId.has(id)) byId.set(id, { ...draft, id, span, sentence: spanIn(home, sentence) });
	}
	return [...byId.values()];
}

function spanIn({ number, start }: Placed, within: { start: number; end: number }): Span {
	return { paragraph: number, start: within.start - start, end: within.end - start };
}
