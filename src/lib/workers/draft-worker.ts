import { draftQuestions } from '#lib/domain/drafting/draft-questions.ts';
import type { Drafted, DraftOptions } from '#lib/domain/drafting/types.ts';

/** A text to draft questions of, its paragraphs parted by line breaks. */
export interface DraftRequest {
	text: string;
	options: DraftOptions;
}

/** What the worker tells: that it is there, how far it is, and what came of it. */
export type DraftReply =
	| { type: 'here' }
	| { type: 'progress'; done: number; of: number }
	| { type: 'drafted'; drafted: Drafted };

const tell = (reply: DraftReply) => postMessage(reply);

addEventListener('message', ({ data }: MessageEvent<DraftRequest>) => {
	const { text, options } = data;
	const drafted = draftQuestions({ text }, options, (done, of) =>
		tell({ type: 'progress', done, of })
	);
	tell({ type: 'drafted', drafted });
});

tell({ type: 'here' });
