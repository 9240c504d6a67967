import type { Mark, Tell } from './types.ts';

/** A right answer. */
export function right(rule: string): Mark {
	return { verdict: 'right', credit: 1, rule };
}

/** A right answer with a slip in its spelling. */
export function spelling(rule: string): Mark {
	return { verdict: 'spelling', credit: 1, rule };
}

/** An answer worth half, and what is missing. */
export function partly(rule: string, tell?: Tell): Mark {
	return { verdict: 'partly', credit: 0.5, rule, ...(tell && { tell }) };
}

/** An answer that a person has to judge. */
export function review(rule: string): Mark {
	return { verdict: 'review', credit: 'undecided', rule };
}

/** A wrong answer, and what it really is. */
export function wrong(rule: string, tell?: Tell): Mark {
	return { verdict: 'wrong', credit: 0, rule, ...(tell && { tell }) };
}
