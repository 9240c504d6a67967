import type { Sentence, Word, WordRange } from '#lib/domain/drafting/types.ts';

const ON = /^(?:on|in)$/iu;
/** A time behind one of these is more than when something was: "since Friday", "the first of last week". */
const HELD =
	/^(?:since|until|till|by|from|before|after|of|between|to|for|through|over|and|or|during|throughout|every|each|until|than|as|is|are|was|were|be|like|the|a|an|this|that|all|late|early)$/iu;
/** A time before one of these is its subject, or only half of it. */
const HOLDING = /^(?:['’]s?|until|was|is|were|are|has|had|will|through|when|that|where)$/iu;

/**
 * A time that a sentence is whole without, with the "on" before it: nobody who lacks the report's
 * date can use "on Thursday". Undefined where the sentence needs it.
 */
export function looseDate({ words }: Sentence, { first, last }: WordRange): WordRange | undefined {
	const hasOn = ON.test(words[first - 1]?.text ?? '');
	const from = hasOn ? first - 1 : first;
	const [before, after] = [words[from - 1], words[last + 1]];
	if (before && HELD.test(before.text)) return undefined;
	return after && holdsOn(words, last + 1, hasOn) ? undefined : { first: from, last };
}

const TIME =
	/^(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|yesterday|today|tonight|tomorrow|last|next|this)$/iu;

/** Whether the word behind a time goes with it: "Sunday was", "Monday to Friday", "Tuesday evening". */
function holdsOn(words: readonly Word[], at: number, hasOn: boolean): boolean {
	const [after, next] = [words[at], words[at + 1]];
	if (!after || HOLDING.test(after.text)) return after !== undefined;
	if (/^(?:to|and|or)$/iu.test(after.text)) return TIME.test(next?.text ?? '');
	return !hasOn && /^(?:NOUN|ADJ)$/u.test(after.tag);
}
