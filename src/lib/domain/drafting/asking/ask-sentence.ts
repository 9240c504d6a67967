import { impersonalFrom } from '#lib/domain/drafting/attribution/impersonal.ts';
import { findClauses } from '#lib/domain/drafting/clauses/find-clauses.ts';
import type { Clause } from '#lib/domain/drafting/clauses/types.ts';
import type { ReadSentence } from '#lib/domain/drafting/types.ts';
import { comesBack } from '#lib/domain/drafting/round-trip/put-back.ts';
import { askApposition } from './ask-apposition.ts';
import { askFigure } from './ask-figure.ts';
import { askLocation } from './ask-location.ts';
import { askObject } from './ask-object.ts';
import { askPreposition } from './ask-preposition.ts';
import { askSpeaker } from './ask-speaker.ts';
import { askSubject } from './ask-subject.ts';
import { askTail } from './ask-tail.ts';
import { askTitle } from './ask-title.ts';
import type { Proposal } from './proposal.ts';
import { isWithin, overlaps, type Reading } from './reading.ts';
import { sortAt } from './sort-of.ts';

/** A clause that is less sure than this is not asked about. */
const LEAST_CONFIDENCE = 0.4;

const CLAUSE_RULES: readonly ((reading: Reading, clause: Clause) => Proposal[])[] = [
	askSubject,
	askObject,
	askPreposition,
	askFigure,
	askTail
];

const SENTENCE_RULES: readonly ((reading: Reading) => Proposal[])[] = [
	askApposition,
	askTitle,
	askLocation,
	askSpeaker
];

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

/** "wrote 12 novels", "added a goal": a thing is made, nothing is said. */
function isMade(said: string, [first, ...others]: Clause['parts']): boolean {
	const isSaid = [first, ...others].some((part) => part?.isNested);
	return /^(?:write|add)$/.test(said) && first?.role === 'object' && !isSaid;
}

/** Who said it is asked by a rule of its own; what was said only within its bounds. */
function isAsked({ sentence }: Reading, { verb, subject, kind, parts }: Clause): boolean {
	const { attribution } = sentence;
	const said = sentence.words[verb.main]?.lemma ?? '';
	if (SAYING_VERBS.has(said) && !attribution && !isMade(said, parts)) return false;
	if (!fitsAntecedent(sentence, { subject, kind })) return false;
	if (!attribution) return kind !== 'nested' && verb.first < impersonalFrom(sentence);
	const { claim, source } = attribution;
	return isWithin(verb, claim) && !overlaps(subject, source);
}

/** Every question that the rules make of a sentence, unchecked. */
export function askSentence(reading: Reading): Proposal[] {
	const { sentence } = reading;
	if (sentence.isSpoken && !sentence.speaker) return [];
	const clauses = findClauses(reading.row).filter(
		(clause) => clause.confidence >= LEAST_CONFIDENCE && isAsked(reading, clause)
	);
	const ofClauses = clauses.flatMap((clause) =>
		CLAUSE_RULES.flatMap((rule) => rule(reading, clause)).filter((proposal) =>
			comesBack(reading, clause, proposal)
		)
	);
	return [...ofClauses, ...SENTENCE_RULES.flatMap((rule) => rule(reading))];
}
