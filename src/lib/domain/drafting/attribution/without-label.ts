import type { Sentence } from '#lib/domain/drafting/types.ts';

const MOST_WORDS = 3;
/** "RK" tells who speaks; "Q" and "A" do not. */
const INITIALS = /^\p{Lu}{2,4}$/u;
/** A name does where it speaks again: "Breaking News: …" stands once. */
const NAME = /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,2}$/u;

/** Index of the colon behind a label; below 0 where there is none. */
function labelEnd({ words }: Sentence): number {
	const colon = words.findIndex(({ text }) => text === ':');
	if (colon < 1 || colon > MOST_WORDS || colon === words.length - 1) return -1;
	return words.slice(0, colon).every(({ text }) => /^\p{Lu}/u.test(text)) ? colon : -1;
}

/** "RK: It does.", "Ann Miller: We left.": who speaks in an interview is no part of what is said. */
export function withoutLabel(sentence: Sentence): Sentence {
	const colon = labelEnd(sentence);
	return colon < 0 ? sentence : { ...sentence, words: sentence.words.slice(colon + 1) };
}

function labelOf(sentence: Sentence): string | undefined {
	const colon = labelEnd(sentence);
	if (colon < 0) return undefined;
	return sentence.words
		.slice(0, colon)
		.map(({ text }) => text)
		.join(' ');
}

/** Who speaks in each sentence of an interview, to the end of the paragraph that a label opens. */
export function labelled(sentences: readonly Sentence[]): (string | undefined)[] {
	const labels = sentences.map(labelOf);
	const counts = new Map<string, number>();
	for (const label of labels) if (label) counts.set(label, (counts.get(label) ?? 0) + 1);
	let speaker: string | undefined;
	return sentences.map(({ paragraph }, at) => {
		if (sentences[at - 1]?.paragraph !== paragraph) speaker = undefined;
		const label = labels[at];
		if (label === undefined) return speaker;
		const speaks = INITIALS.test(label) || (NAME.test(label) && (counts.get(label) ?? 0) > 1);
		speaker = speaks ? label : undefined;
		return speaker;
	});
}
