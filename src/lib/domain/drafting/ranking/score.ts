import type { DraftReason } from '#lib/domain/drafting/types.ts';
import type { DraftFacts } from './facts.ts';
import { likelihoodOf, type Fitted } from './fit-weights.ts';
import { reasonsOf } from './reasons.ts';
import { TRAIT_NAMES, traitsOf } from './traits.ts';
import { BASE, WEIGHTS } from './weights.ts';

/** The weights that drafts are scored with. */
export const FITTED: Fitted = { base: BASE, weights: TRAIT_NAMES.map((name) => WEIGHTS[name]) };

/** A draft's score and what speaks for it or against it. */
interface Scored {
	/** How likely a strict reader would take the draft as it is, from 0 to 1. */
	score: number;
	reasons: DraftReason[];
}

/** How good a draft is by its traits, and why. */
export function scoreOf(facts: DraftFacts, fitted = FITTED): Scored {
	const traits = traitsOf(facts);
	return {
		score: Math.round(1e4 * likelihoodOf(fitted, traits)) / 1e4,
		reasons: reasonsOf(traits)
	};
}
