import { impersonalFrom } from '#lib/domain/drafting/attribution/impersonal.ts';
import type { Clause } from '#lib/domain/drafting/clauses/types.ts';
import type { Attribution, ReadSentence } from '#lib/domain/drafting/types.ts';
import { lowerAt } from '#lib/domain/drafting/words/word-at.ts';
import { isWithin, overlaps, type Reading } from './reading.ts';
import { sortAt } from '#lib/domain/drafting/asking/wording/sort-of.ts';

/** Their clause says nothing without what was said. */
const SAYING_VERBS = new Set(
	'say tell tweet remark add ask reply note comment acknowledge state write'.split(' ')
);

/** "Lucas Cranach that contained": who goes with persons, which and that with things. */
function fitsAntecedent(
	sentence: ReadSentence,
	{ subject, kind }: Pick<Clause, 'subject' | 'kind'>
): boolean {
	if (kind !== 'relative') return true;
	const pronoun = sentence.words
		.slice(subject.last + 1, subject.last + 3)
		.find(({ text }) => /^(?:who|which|that)$/i.test(text));
	const sort = sortAt(sentence, subject.head);
	if (/^who$/i.test(pronoun?.text ?? '')) return sort === 'person' || sort === 'group';
	return sort !== 'person';
}

/** "wrote 12 novels", "was written by Anna Bell", "asked for help": nothing is said. */
function isMade(said: string, { parts, verb }: Pick<Clause, 'parts' | 'verb'>): boolean {
	const [first] = parts;
	const isSaid = parts.some((part) => part.isNested);
	const hasThing = first?.role === 'object' || verb.isPassive;
	return (
		!isSaid &&
		((/^(?:write|add)$/.test(said) && hasThing) ||
			(said === 'ask' && first?.role === 'preposition'))
	);
}

/** Whether a clause tells what somebody else says, or what the sentence says itself beside it. */
function isToldBy(
	{ claim, source, own }: Attribution,
	{ verb, subject, kind }: Clause,
	said: string
): boolean {
	if (own && isWithin(verb, own) && !SAYING_VERBS.has(said)) return kind !== 'nested';
	return isWithin(verb, claim) && !overlaps(subject, source);
}

/** "As the last stronghold, Milltown would be a win": what it is and what it is taken for cannot both be asked. */
function isTakenAs({ words }: ReadSentence, { verb, parts, lead }: Clause): boolean {
	if (!verb.isCopula || parts[0]?.role !== 'object') return false;
	return [...lead, ...parts].some(
		({ role, first }) => role === 'preposition' && lowerAt(words, first) === 'as'
	);
}

/** Who said it is asked by a rule of its own; what was said only within its bounds. */
export function isAsked({ sentence }: Reading, clause: Clause): boolean {
	const { attribution } = sentence;
	const { verb } = clause;
	const said = sentence.words[verb.main]?.lemma ?? '';
	const isOnlySaid = SAYING_VERBS.has(said) && !isMade(said, clause);
	if (!fitsAntecedent(sentence, clause) || isTakenAs(sentence, clause)) return false;
	if (attribution) return isToldBy(attribution, clause, said);
	return !isOnlySaid && clause.kind !== 'nested' && verb.first < impersonalFrom(sentence);
}
