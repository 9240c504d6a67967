import { readParts } from '#lib/domain/drafting/clauses/read-parts.ts';
import type { Clause } from '#lib/domain/drafting/clauses/types.ts';
import { lowerAt } from '#lib/domain/drafting/words/word-at.ts';
import { askFigure } from './ask-figure.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';

const FIRST = /^(?:first|only|youngest|oldest|second|third|last)$/;

/** "was the first to carry 400 passengers": whoever was the first to do it did it. */
function deedOf({ row, sentence }: Reading, clause: Clause): Clause | undefined {
	const { verb, parts, subject } = clause;
	const { words } = sentence;
	const [object] = parts;
	const tail = parts.find(({ role, first }) => role === 'tail' && lowerAt(words, first) === 'to');
	if (!tail || object?.role !== 'object') return undefined;
	if (!words.slice(object.first, object.last).some(({ text }) => FIRST.test(text)))
		return undefined;
	const at = row.phrases.findIndex(({ first }) => first === tail.first);
	const deed = row.verb(at);
	if (deed?.form !== 'infinitive' || deed.isPassive || deed.main !== tail.first + 1)
		return undefined;
	const read = readParts(row, at + 1);
	const governed = { ...deed, form: 'finite' as const, governor: verb };
	const confidence = clause.confidence * 0.9;
	return read.isCrowded
		? undefined
		: { subject, verb: governed, parts: read.parts, lead: [], kind: 'main', confidence };
}

/** "How many passengers did the ship carry?" of "the first ship to carry 400 passengers". */
export function askFirstTo(reading: Reading, clause: Clause): Proposal[] {
	const { verb } = clause;
	const isBecoming = verb.isCopula || /^bec[ao]m/.test(lowerAt(reading.sentence.words, verb.main));
	const deed = isBecoming ? deedOf(reading, clause) : undefined;
	return deed ? askFigure(reading, deed) : [];
}
