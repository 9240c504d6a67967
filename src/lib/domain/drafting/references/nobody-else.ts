import { isPersonWord } from '#lib/domain/drafting/names/person-words.ts';
import type { ReadSentence, Word } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';

/** "mayor Ann Miller", "Ann Miller, the mayor of": the noun tells of somebody named beside it. */
function tellsOfName({ words, mentions }: ReadSentence, at: number): boolean {
	return mentions.some(({ first, last, sort }) => {
		if (sort !== 'person' && sort !== 'unsure') return false;
		const between = words.slice(Math.min(at, last) + 1, Math.max(at, first));
		if (at < first) return first - at <= 2;
		return (
			at > last &&
			at - last <= 8 &&
			words[last + 1]?.text === ',' &&
			between.every(({ tag }) => tag !== 'VERB')
		);
	});
}

/** Within a noun phrase, or before the next of its list: "a doctor, a genie". */
function isListed(words: readonly Word[], at: number): boolean {
	const { tag, text } = wordAt(words, at);
	if (/^(?:ADJ|NOUN|DET|ADV|NUM|PROPN|PART|CCONJ)$/u.test(tag) || /^["“”]$/u.test(text))
		return true;
	return text === ',' && /^(?:DET|CCONJ|NOUN|ADJ)$/u.test(wordAt(words, at + 1).tag);
}

const IS = /^(?:be|become|remain|stay|as|appoint|elect|name|crown|call)$/u;

/** "became a member", "as chairman": what somebody is, and nobody else. */
function tellsWhatIs({ words }: ReadSentence, at: number): boolean {
	let first = at;
	while (isListed(words, first - 1)) first -= 1;
	const before = words[first - 1];
	return before !== undefined && (IS.test(before.lemma) || before.text === 'as');
}

/** "the director general of the bank, Ann Miller" */
function isBeforeName({ words, mentions }: ReadSentence, at: number): boolean {
	const comma = words.findIndex(
		({ text, tag }, n) => n > at && (text === ',' || tag === 'VERB' || tag === 'AUX')
	);
	if (words[comma]?.text !== ',') return false;
	return mentions.some(({ first, sort }) => first === comma + 1 && sort === 'person');
}

/** "her father, a clockmaker," */
function isAside({ words }: ReadSentence, at: number): boolean {
	let first = at;
	while (/^(?:ADJ|NOUN)$/u.test(wordAt(words, first - 1).tag)) first -= 1;
	const opening = `${lowerAt(words, first - 2)} ${lowerAt(words, first - 1)}`;
	return /^, (?:an?|the)$/u.test(opening) && isPersonWord(lowerAt(words, first - 3));
}

/** A noun that tells of somebody who is named, or named elsewhere in its sentence. */
export const isNobodyElse = (sentence: ReadSentence, at: number): boolean =>
	isAside(sentence, at) ||
	tellsOfName(sentence, at) ||
	tellsWhatIs(sentence, at) ||
	isBeforeName(sentence, at);
