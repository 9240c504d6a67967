import { askSentence } from './asking/ask-sentence.ts';
import { tellsWhatOf } from './asking/figures/figure-anchor.ts';
import { withBareName } from './asking/bare-name.ts';
import { makeDraft } from './asking/make-draft.ts';
import type { Reading } from './asking/reading.ts';
import { faultsOf } from './checks/faults.ts';
import type { Ranked } from './ranking/facts.ts';
import { readReport } from './read-report.ts';
import type { DraftOptions } from './types.ts';

function draftsOf(reading: Reading): Ranked[] {
	return askSentence(reading).flatMap((proposal): Ranked[] => {
		const draft = makeDraft(reading, withBareName(reading, proposal));
		const answer = draft.answer.form === 'text' ? draft.answer.text : draft.answer.quantity;
		const isSound = faultsOf({ ...draft, answer }).length === 0 && tellsWhatOf(draft);
		return isSound ? [{ draft, confidence: proposal.confidence }] : [];
	});
}

/**
 * Every draft that the rules make of a text and no check refuses, not yet ranked; nothing where it has
 * no sentence. `onParagraph` is told how far it is.
 */
export function proposeDrafts(
	text: string,
	options: DraftOptions,
	onParagraph: (done: number, of: number) => void = () => undefined
): Ranked[] | undefined {
	const readings = readReport(text, options);
	const last = readings.at(-1);
	if (!last) return undefined;
	const paragraphCount = last.sentence.paragraph + 1;
	const drafts = readings.flatMap((reading, at) => {
		const isNew = readings[at - 1]?.sentence.paragraph !== reading.sentence.paragraph;
		if (isNew) onParagraph(reading.sentence.paragraph, paragraphCount);
		return draftsOf(reading);
	});
	onParagraph(paragraphCount, paragraphCount);
	return drafts;
}
