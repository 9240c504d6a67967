import type { Desk, Span } from '#lib/domain/desk/types.ts';

/** How a stretch of the text is set off. */
type MarkLook = 'sentence' | 'answer' | 'asked' | 'chosen';

/** A stretch of one paragraph that is set off. */
export interface Mark {
	start: number;
	end: number;
	look: MarkLook;
}

/** A piece of a paragraph between two ends of marks. */
export interface MarkedPiece {
	start: number;
	text: string;
	looks: MarkLook[];
}

type MarksByParagraph = Map<Span['paragraph'], Mark[]>;

function put(marks: MarksByParagraph, { paragraph, start, end }: Span, look: MarkLook): void {
	if (end <= start) return;
	const there = marks.get(paragraph);
	if (there) there.push({ start, end, look });
	else marks.set(paragraph, [{ start, end, look }]);
}

interface Looked {
	openId?: string;
	chosen?: Span;
	/** The draft that is looked at. */
	draft?: { sentence: Span; span: Span };
}

/** What is set off in each paragraph: every answer, the open question's or draft's sentence, the chosen words. */
export function deskMarks(desk: Desk, { openId, chosen, draft }: Looked): MarksByParagraph {
	const marks: MarksByParagraph = new Map();
	const open = openId === undefined ? undefined : desk.questions[openId];
	const sentence = open && desk.facts[open.factId]?.sentence;
	if (sentence) put(marks, sentence, 'sentence');
	for (const question of Object.values(desk.questions))
		if (question.span) put(marks, question.span, question === open ? 'answer' : 'asked');
	if (draft) {
		put(marks, draft.sentence, 'sentence');
		put(marks, draft.span, 'answer');
	}
	if (chosen) put(marks, chosen, 'chosen');
	return marks;
}

/** A paragraph cut where marks begin and end. */
export function markedPieces(text: string, marks: readonly Mark[]): MarkedPiece[] {
	const ends = marks.flatMap(({ start, end }) => [start, end]);
	const cuts = [...new Set([0, ...ends, text.length])].sort((a, b) => a - b);
	return cuts.slice(0, -1).map((start, at) => {
		const end = cuts[at + 1] ?? text.length;
		const looks = marks.filter((mark) => mark.start <= start && mark.end >= end);
		return { start, text: text.slice(start, end), looks: looks.map(({ look }) => look) };
	});
}

/** The question whose answer stands at a point of the text: of several the shortest. */
export function questionAt(desk: Desk, { paragraph, start }: Span): string | undefined {
	const there = Object.values(desk.questions).flatMap(({ id, span }) =>
		span?.paragraph === paragraph && span.start <= start && start < span.end
			? [{ id, length: span.end - span.start }]
			: []
	);
	return there.sort((a, b) => a.length - b.length)[0]?.id;
}
