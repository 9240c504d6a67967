import { possessive } from '#lib/domain/drafting/asking/wording/possessive.ts';
import type { ReadSentence, WordRange } from '#lib/domain/drafting/types.ts';

const OWNER = /^(?:my|our)$/i;
/** "We have" would be "Ann Miller have". */
const OF_MANY = /^(?:are|were|have|do|['’](?:re|ve))$/i;
const MODAL = /^(?:will|would|can|could|may|might|must)$/i;

/** "We found", but not "we have": what is said alike of one. */
function isSaidOfOne({ words }: ReadSentence, at: number): boolean {
	const verb = words.slice(at + 1, at + 4).find(({ tag }) => tag === 'VERB' || tag === 'AUX');
	if (!verb || OF_MANY.test(verb.text)) return false;
	return verb.text.toLowerCase() !== verb.lemma || MODAL.test(verb.text);
}

/**
 * "I" and "my" in somebody's words, with the name that they stand for. Of who answers in an interview
 * the whole sentence is, and "we" and "our" too.
 */
export function speakerWords(
	sentence: ReadSentence,
	speaker: string,
	isInterview: boolean
): (WordRange & { text: string })[] {
	const { words, attribution } = sentence;
	const whole = { first: 0, last: words.length };
	const { first, last } = (isInterview ? undefined : attribution?.claim) ?? whole;
	const isOwn = isInterview ? /^(?:I|[Ww]e|[Mm]y|[Oo]ur)$/ : /^(?:I|[Mm]y)$/;
	return words.flatMap(({ text }, at) => {
		if (at < first || at > last || !isOwn.test(text)) return [];
		if (/^we$/i.test(text) && !isSaidOfOne(sentence, at)) return [];
		return [{ first: at, last: at, text: OWNER.test(text) ? possessive(speaker) : speaker }];
	});
}
