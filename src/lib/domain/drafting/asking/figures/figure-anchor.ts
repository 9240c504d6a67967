import { contentWords } from '#lib/domain/drafting/checks/content-words.ts';
import { specificityOf } from '#lib/domain/drafting/ranking/specificity.ts';
import type { Draft } from '#lib/domain/drafting/types.ts';

/** Without a name a question needs so many words of its own to tell what it is about. */
const LEAST_WORDS = 4;

/**
 * Whether a figure's question tells what it is about. "How many people were killed?" and "How many
 * soldiers were inside the fort?" do not; "According to Anna Bell, how many people drowned after
 * heavy rain?" does.
 */
export function tellsWhatOf({ kind, question, source = '' }: Draft): boolean {
	if (kind !== 'how-many') return true;
	const { anchors, bareCount, isPast } = specificityOf(question);
	if (anchors >= 1) return true;
	const own = question.replace(`According to ${source}, `, '');
	const isNamed = /\p{Lu}|\d/u.test(source);
	return bareCount === 0 && contentWords(own).length >= LEAST_WORDS && (isNamed || !isPast);
}
