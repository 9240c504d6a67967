import { findClauses } from '#lib/domain/drafting/clauses/find-clauses.ts';
import type { Clause } from '#lib/domain/drafting/clauses/types.ts';
import { comesBack } from '#lib/domain/drafting/round-trip/put-back.ts';
import { askAgent } from './ask-agent.ts';
import { askApposition } from './ask-apposition.ts';
import { askBelonging } from './ask-belonging.ts';
import { askChange } from './ask-change.ts';
import { askDeed } from './ask-deed.ts';
import { askFigure } from './ask-figure.ts';
import { askFirstTo } from './ask-first-to.ts';
import { askGapped } from './ask-gapped.ts';
import { askIncluded } from './ask-included.ts';
import { askInterval } from './ask-interval.ts';
import { askLocation } from './ask-location.ts';
import { askObject } from './ask-object.ts';
import { askOwner } from './ask-owner.ts';
import { askPartOf } from './ask-part-of.ts';
import { askPeople } from './ask-people.ts';
import { askPopulation } from './ask-population.ts';
import { askPreposition } from './ask-preposition.ts';
import { askScore } from './ask-score.ts';
import { askSpeaker } from './ask-speaker.ts';
import { askSubject } from './ask-subject.ts';
import { askTail } from './ask-tail.ts';
import { askTally } from './ask-tally.ts';
import { askThere } from './ask-there.ts';
import { askTitle } from './ask-title.ts';
import { askToll } from './ask-toll.ts';
import { askTook } from './ask-took.ts';
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
