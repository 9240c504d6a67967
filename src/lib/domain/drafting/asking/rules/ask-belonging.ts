import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { answerRange, startsWithFigure } from '#lib/domain/drafting/asking/wording/answer-range.ts';
import { turned } from '#lib/domain/drafting/asking/wording/ask-part.ts';
import { attachedTo } from '#lib/domain/drafting/asking/wording/attached.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import { forMany, objectWord } from '#lib/domain/drafting/asking/wording/question-words.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';
import { sortAt } from '#lib/domain/drafting/asking/wording/sort-of.ts';

/** "a member [of the league]": index of "of" behind the word that counts, or −1. */
function ofBehind({ sentence }: Reading, { head, last }: Part): number {
	return head + 2 <= last && lowerAt(sentence.words, head + 1) === 'of' ? head + 1 : -1;
}

/** Whether a clause says what its subject is or becomes. */
function isBeing({ sentence }: Reading, { verb }: Clause): boolean {
	return verb.isCopula
		? verb.last === verb.main
		: wordAt(sentence.words, verb.main).lemma === 'become';
}

/** The complement that names somebody by what follows its "of", and where that begins. */
function roleIn(reading: Reading, clause: Clause) {
	const [part, ...others] = clause.parts.filter(({ role }) => role === 'object');
	if (!part || others.length > 0 || part.isCut || !isBeing(reading, clause)) return undefined;
	const of = ofBehind(reading, part);
	const { count, isTorn } = attachedTo(reading, clause, part);
	const isRole = of > 0 && sortAt(reading.sentence, part.head) === 'person';
	return isRole && count === 0 && !isTorn ? { part, of } : undefined;
}

/** "Of which party was Iqbal a critic?" */
export function askBelonging(reading: Reading, clause: Clause): Proposal[] {
	const { part, of } = roleIn(reading, clause) ?? {};
	if (!part || of === undefined) return [];
	const noun = { first: of + 1, last: part.last };
	const inner: Part = { ...part, ...noun, noun, head: headFrom(reading, of, part) };
	const answer = answerRange(reading, inner);
	if (!answer || startsWithFigure(reading, answer)) return [];
	const asked = objectWord(reading, inner);
	const stranded = render(reading, { first: part.first, last: of - 1 });
	const plain = forMany(reading, asked.words, answer);
	const words =
		plain === 'Who' ? 'Of whom' : `Of ${plain.charAt(0).toLowerCase()}${plain.slice(1)}`;
	const made = turned(reading, clause, { part, words, stranded });
	const confidence = clause.confidence * asked.confidence * 0.9;
	return made ? [{ kind: asked.kind, ...made, answer, rule: 'belonging', confidence }] : [];
}

/** The word that counts of what follows "of". */
function headFrom({ row }: Reading, of: number, part: Part): number {
	const phrase = row.phrases.find(({ first, kind }) => kind === 'noun' && first === of + 1);
	return phrase?.head ?? part.last;
}
