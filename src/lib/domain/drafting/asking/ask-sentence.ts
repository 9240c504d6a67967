import { findClauses } from '#lib/domain/drafting/clauses/find-clauses.ts';
import type { Clause } from '#lib/domain/drafting/clauses/types.ts';
import { comesBack } from '#lib/domain/drafting/round-trip/put-back.ts';
import { askAgent } from '#lib/domain/drafting/asking/rules/ask-agent.ts';
import { askApposition } from '#lib/domain/drafting/asking/rules/ask-apposition.ts';
import { askBelonging } from '#lib/domain/drafting/asking/rules/ask-belonging.ts';
import { askChange } from '#lib/domain/drafting/asking/rules/ask-change.ts';
import { askDeed } from '#lib/domain/drafting/asking/rules/ask-deed.ts';
import { askFigure } from '#lib/domain/drafting/asking/rules/ask-figure.ts';
import { askFirstTo } from '#lib/domain/drafting/asking/rules/ask-first-to.ts';
import { askGapped } from '#lib/domain/drafting/asking/rules/ask-gapped.ts';
import { askIncluded } from '#lib/domain/drafting/asking/rules/ask-included.ts';
import { askInterval } from '#lib/domain/drafting/asking/rules/ask-interval.ts';
import { askLocation } from '#lib/domain/drafting/asking/rules/ask-location.ts';
import { askObject } from '#lib/domain/drafting/asking/rules/ask-object.ts';
import { askOwner } from '#lib/domain/drafting/asking/rules/ask-owner.ts';
import { askPartOf } from '#lib/domain/drafting/asking/rules/ask-part-of.ts';
import { askPeople } from '#lib/domain/drafting/asking/rules/ask-people.ts';
import { askPopulation } from '#lib/domain/drafting/asking/rules/ask-population.ts';
import { askPreposition } from '#lib/domain/drafting/asking/rules/ask-preposition.ts';
import { askScore } from '#lib/domain/drafting/asking/rules/ask-score.ts';
import { askSpeaker } from '#lib/domain/drafting/asking/rules/ask-speaker.ts';
import { askSubject } from '#lib/domain/drafting/asking/rules/ask-subject.ts';
import { askTail } from '#lib/domain/drafting/asking/rules/ask-tail.ts';
import { askTally } from '#lib/domain/drafting/asking/rules/ask-tally.ts';
import { askThere } from '#lib/domain/drafting/asking/rules/ask-there.ts';
import { askTitle } from '#lib/domain/drafting/asking/rules/ask-title.ts';
import { askToll } from '#lib/domain/drafting/asking/rules/ask-toll.ts';
import { askTook } from '#lib/domain/drafting/asking/rules/ask-took.ts';
import { isAsked } from './is-asked.ts';
import type { Proposal } from './proposal.ts';
import type { Reading } from './reading.ts';

/** A clause that is less sure than this is not asked about. */
const LEAST_CONFIDENCE = 0.4;

const CLAUSE_RULES: readonly ((reading: Reading, clause: Clause) => Proposal[])[] = [
	askSubject,
	askAgent,
	askObject,
	askPreposition,
	askBelonging,
	askOwner,
	askFigure,
	askChange,
	askPartOf,
	askTail
];

/** These say in words of their own what their clause says. */
const OWN_WORDS: readonly ((reading: Reading, clause: Clause) => Proposal[])[] = [
	askDeed,
	askFirstTo,
	askGapped,
	askIncluded,
	askInterval,
	askPeople,
	askPopulation,
	askScore,
	askTally,
	askTook,
	askThere
];

const SENTENCE_RULES: readonly ((reading: Reading) => Proposal[])[] = [
	askApposition,
	askTitle,
	askLocation,
	askSpeaker,
	askToll
];

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
	const ownWords = clauses.flatMap((clause) => OWN_WORDS.flatMap((rule) => rule(reading, clause)));
	return [...ofClauses, ...ownWords, ...SENTENCE_RULES.flatMap((rule) => rule(reading))];
}
