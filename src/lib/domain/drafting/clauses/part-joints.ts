import type { ReadSentence, WordRange } from '#lib/domain/drafting/types.ts';
import { wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { nounGroupAt } from './noun-groups.ts';
import { hasOwnObject } from './part-ends.ts';
import { pastRelative } from './past-relative.ts';
import { isTime, type PhraseRow } from './phrase-row.ts';
import type { Part } from './types.ts';
import { THINKING_VERBS } from './word-lists.ts';

/** Index behind the apposition of "told Anna Bell[, the mayor,] to leave"; the comma's own where there is none. */
export function pastApposition(row: PhraseRow, comma: number): number {
	const isNamed = row.is(comma, 'comma') && row.isName(comma - 1);
	if (!isNamed || !row.is(comma + 1, 'noun')) return comma;
	const { to, isList } = nounGroupAt(row, comma + 1);
	const goesOn = row.is(to, 'comma') && row.verb(to + 1)?.form === 'infinitive';
	return goesOn && !isList ? to + 1 : comma;
}

/** "suggest a measure that would … has been rejected", "estimates only a few, at most ten, survive": no thing, but a clause. */
export function isClaimed(row: PhraseRow, verb: number, to: number): boolean {
	if (pastRelative(row, to) > 0) return true;
	if (!THINKING_VERBS.has(row.head(verb).lemma)) return false;
	const mark = row.phrases.findIndex(({ kind }, at) => at > to && kind === 'mark');
	const verbCount = row.phrases.filter((_, at) => at > to && at < mark && row.isFinite(at)).length;
	return (row.is(to, 'comma') && verbCount > 0) || (row.is(to, 'relative') && verbCount > 1);
}

/** "after a paper published letters", "until it dived": a clause stands behind the preposition. */
export function opensStatement(
	row: PhraseRow,
	preposition: number,
	{ at, verb }: { at: number; verb: number }
): boolean {
	if (!row.isBare(row.verb(verb))) return true;
	const isTimed = /^(?:after|before|until|since|as)$/.test(row.text(preposition));
	const isSubject = row.isPronoun(at) && /^(?:it|he|she|they|we|i|you)$/.test(row.text(at));
	return isTimed && (isSubject || hasOwnObject(row, verb));
}

/** A name of somebody, of a place or of a body, or a time. */
function isKnown(sentence: ReadSentence, at: number): boolean {
	const mention = sentence.mentions.find(({ first, last }) => first <= at && at <= last);
	if (/^(?:person|place|organisation)$/.test(mention?.sort ?? '')) return true;
	return isTime(sentence, at);
}

/** "Too Close for Comfort": a preposition inside a name, `at` its word. */
export function joinsName(
	{ sentence }: PhraseRow,
	before: Part | undefined,
	{ at, first, last }: WordRange & { at: number }
): boolean {
	const { words } = sentence;
	const isInside = before?.noun?.last === at - 1 && first === last;
	if (!isInside || !/^(?:for|on|with)$/.test(wordAt(words, at).text)) return false;
	const [left, right] = [wordAt(words, at - 1), wordAt(words, first)];
	const isLarge = left.tag === 'PROPN' && /^\p{Lu}/u.test(left.text) && /^\p{Lu}/u.test(right.text);
	return isLarge && !isKnown(sentence, first);
}
