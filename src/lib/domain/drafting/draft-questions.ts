import { withDistractors } from './distractors/find-distractors.ts';
import { proposeDrafts } from './propose-drafts.ts';
import { rankDrafts } from './ranking/rank.ts';
import { textProblem } from './text-problem.ts';
import type { Drafted, DraftOptions } from './types.ts';

/**
 * Draft questions on a report whose paragraphs are parted by line breaks, the best first. Never
 * throws; the same text gives the same drafts. `onParagraph` is told how far it is.
 */
export function draftQuestions(
	{ text }: { text: string },
	options: DraftOptions = {},
	onParagraph: (done: number, of: number) => void = () => undefined
): Drafted {
	const code = textProblem(text);
	if (code) return { drafts: [], problems: [{ code }] };
	const proposed = proposeDrafts(text, options, onParagraph);
	if (!proposed) return { drafts: [], problems: [{ code: 'no-sentences' }] };
	return { drafts: withDistractors(rankDrafts(proposed, text)), problems: [] };
}
