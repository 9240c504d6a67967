import type { ReadSentence } from '#lib/domain/drafting/types.ts';

/** "it is said that", "it took": stands for nothing. */
export function isEmptyIt({ words }: ReadSentence, at: number): boolean {
	const rest = words
		.slice(at + 1, at + 8)
		.map(({ text }) => text.toLowerCase())
		.join(' ');
	return /^(?:is|was|would be|will be|seems|appears|appeared|seemed|took|takes|may be|has been|had been|remains|'s)\b.*\b(?:that|to|when|who|why|how)\b|^(?:is|was) (?:said|reported|believed|thought|not|unclear|unknown)\b|^(?:rained|snowed|seems|appears|turned out)\b/u.test(
		rest
	);
}

/** "her" before a noun is whose; else it is whom. */
export function isObject({ words }: ReadSentence, at: number): boolean {
	const isHer = /^her$/iu.test(words[at]?.text ?? '');
	return isHer && !/^(?:NOUN|ADJ|PROPN|NUM|ADV)$/u.test(words[at + 1]?.tag ?? '');
}

/** Whether a clause ends between two words of a sentence, so that a question on one leaves the other out. */
export function isFarFrom({ words, attribution }: ReadSentence, last: number, at: number): boolean {
	const { source, claim } = attribution ?? {};
	const isTold = source && claim && last <= source.last && at >= claim.first && at <= claim.last;
	if (isTold) return true;
	return words
		.slice(last + 1, at)
		.some(
			({ text }, n, all) =>
				text === ';' ||
				(text === ',' && /^(?:and|but|so|because|when|after|while)$/u.test(all[n + 1]?.text ?? ''))
		);
}
