import { askSentence } from '#lib/domain/drafting/asking/ask-sentence.ts';
import { makeDraft } from '#lib/domain/drafting/asking/make-draft.ts';
import { readOne, textOf } from '../read-one.ts';

/** "question => answer" of every proposal on a figure of a text's first sentence. */
export function figureQuestionsOf(text: string): string[] {
	const reading = readOne(text);
	return askSentence(reading)
		.filter(({ rule }) => rule === 'figure')
		.map(
			(proposal) =>
				`${makeDraft(reading, proposal).question} => ${textOf(reading, proposal.answer)}`
		);
}
