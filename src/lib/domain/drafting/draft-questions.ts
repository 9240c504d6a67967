import { askSentence } from './asking/ask-sentence.ts';
import { makeDraft } from './asking/make-draft.ts';
import type { Reading } from './asking/reading.ts';
import { faultsOf } from './checks/faults.ts';
import { withDistractors } from './distractors/find-distractors.ts';
import { rankDrafts } from './ranking/rank.ts';
import type { Ranked } from './ranking/score.ts';
import { readReport } from './read-report.ts';
import type { Drafted, DraftOptions, DraftProblem } from './types.ts';

/** Longer texts are no single report. */
const MOST_CHARACTERS = 400_000;
const LEAST_WORDS = 8;
const LEAST_LATIN = 0.7;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** Whether most letters are Latin ones: what the tagger knows. */
function isLatin(text: string): boolean {
	return count(text, /[A-Za-z]/g) >= LEAST_LATIN * count(text, /\p{L}/gu);
}

/** What keeps a text from giving drafts, as far as it can be told before reading it. */
function problemOf(text: string): DraftProblem['code'] | undefined {
	if (text.trim() === '') return 'empty';
	if (text.length > MOST_CHARACTERS) return 'too-long';
	if (!isLatin(text)) return 'not-english';
	return count(text, /[\p{L}\p{N}]+/gu) < LEAST_WORDS ? 'too-short' : undefined;
}

function rankedOf(reading: Reading): Ranked[] {
	return askSentence(reading).flatMap((proposal) => {
		const draft = makeDraft(reading, proposal);
		const answer = draft.answer.form === 'text' ? draft.answer.text : draft.answer.quantity;
		const faults = faultsOf({ ...draft, answer });
		return faults.length > 0 ? [] : [{ draft, confidence: proposal.confidence }];
	});
}

/**
 * Draft questions on a report whose paragraphs are parted by line breaks, the best first. Never
 * throws; the same text gives the same drafts. `onParagraph` is told how far it is.
 */
export function draftQuestions(
	{ text }: { text: string },
	options: DraftOptions = {},
	onParagraph: (done: number, of: number) => void = () => undefined
): Drafted {
	const code = problemOf(text);
	if (code) return { drafts: [], problems: [{ code }] };
	const readings = readReport(text, options);
	const last = readings.at(-1);
	if (!last) return { drafts: [], problems: [{ code: 'no-sentences' }] };
	const paragraphCount = last.sentence.paragraph + 1;
	const ranked = readings.flatMap((reading, at) => {
		const isNew = readings[at - 1]?.sentence.paragraph !== reading.sentence.paragraph;
		if (isNew) onParagraph(reading.sentence.paragraph, paragraphCount);
		return rankedOf(reading);
	});
	onParagraph(paragraphCount, paragraphCount);
	return { drafts: withDistractors(rankDrafts(ranked)), problems: [] };
}
