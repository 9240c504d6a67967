import type { DraftFacts } from './facts.ts';
import { likelihoodOf, type Fitted } from './fit-weights.ts';
import { TRAIT_NAMES, traitsOf } from './traits.ts';
import { BASE, WEIGHTS } from './weights.ts';

/** The weights that drafts are scored with. */
export const FITTED: Fitted = { base: BASE, weights: TRAIT_NAMES.map((name) => WEIGHTS[name]) };

/** How likely a strict reader would take a draft as it is, from 0 to 1. */
export function scoreOf(facts: DraftFacts, fitted = FITTED): number {
	return Math.round(1e4 * likelihoodOf(fitted, traitsOf(facts))) / 1e4;
}
