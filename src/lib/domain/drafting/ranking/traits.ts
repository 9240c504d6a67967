import { ANSWER_TRAITS } from './answer-traits.ts';
import type { DraftFacts } from './facts.ts';
import { QUESTION_TRAITS } from './question-traits.ts';
import { RULE_TRAITS } from './rule-traits.ts';

const TRAITS = { ...QUESTION_TRAITS, ...ANSWER_TRAITS, ...RULE_TRAITS };

/** A trait that a weight stands for. */
export type Trait = keyof typeof TRAITS;

/** The names of all traits, in one order. */
export const TRAIT_NAMES = Object.keys(TRAITS) as Trait[];

/** How far each trait holds of a draft, from 0 to 1, in the order of their names. */
export function traitsOf(facts: DraftFacts): number[] {
	return TRAIT_NAMES.map((name) => Number(TRAITS[name](facts)));
}
