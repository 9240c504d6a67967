import type { ReadSentence, WordRange } from '#lib/domain/drafting/types.ts';
import { lowerAt } from '#lib/domain/drafting/words/word-at.ts';

/** Who speaks in a sentence. */
export interface Speaker {
	/** Present where the sentence itself does not tell. */
	speaker?: string;
	/** The person that "I" is. */
	first?: string;
}

interface Source {
	text: string;
	isPerson: boolean;
}

/** Whom an attribution names; nothing where it only says "he". */
function sourceOf(
	text: string,
	{ words, mentions }: ReadSentence,
	source: WordRange
): Source | undefined {
	const name = mentions.find(
		({ sort, first, last }) => sort === 'person' && first >= source.first && last <= source.last
	);
	if (name) return { text: name.full, isPerson: true };
	if (/^(?:he|she|they|it|we|i)$/.test(lowerAt(words, source.first))) return undefined;
	const whole = text.slice(words[source.first]?.start, words[source.last]?.end);
	return { text: whole, isPerson: false };
}

/**
 * Who speaks, sentence by sentence: a quotation that goes on is of the last source of its paragraph.
 */
export function findSpeakers(text: string, sentences: readonly ReadSentence[]): Speaker[] {
	let source: Source | undefined;
	let paragraph = -1;
	return sentences.map((sentence) => {
		const { attribution, isSpoken } = sentence;
		if (sentence.paragraph !== paragraph && !isSpoken) source = undefined;
		paragraph = sentence.paragraph;
		if (attribution) source = sourceOf(text, sentence, attribution.source);
		const isOwn = attribution ? attribution.isQuoted : isSpoken === true;
		const first = isOwn && source?.isPerson ? { first: source.text } : {};
		return isSpoken && source ? { speaker: source.text, ...first } : first;
	});
}
