import type { Kind, NameId, NameType, NearMiss } from '#lib/bank/types.ts';

/** A name that another is part of or acts for, as the grader needs it. */
export interface RelatedName {
	id: NameId;
	name: string;
	type: NameType;
	aliases: string[];
}

/** A name as the grader needs it: no look-ups left. */
export interface KeyName {
	id: NameId;
	name: string;
	type: NameType;
	aliases: string[];
	role?: string;
	/** The wholes it is a part of, nearest first: quarter, city, country. */
	partOf: RelatedName[];
	/** Whom it speaks or acts for. */
	actsFor?: RelatedName;
}

/** A confusable answer that the typed text must not be nearer to. */
export type KeyRival =
	| { form: 'name'; name: KeyName }
	| { form: 'text'; text: string; /** What it really answers. */ tells?: string };

/** Everything the grader sees of a question: the same key and text give the same mark on every device. */
export interface AnswerKey {
	kind: Kind;
	ask: string;
	answer:
		| { form: 'name'; name: KeyName }
		| { form: 'names'; names: KeyName[] }
		| { form: 'text'; text: string }
		| { form: 'quantity'; quantity: string };
	accept: string[];
	not: NearMiss[];
	rivals: KeyRival[];
}

/** The grader's word on an answer. */
export type Verdict = 'right' | 'spelling' | 'partly' | 'review' | 'wrong';

/** What can usefully be said of an answer that is not right; the words are the screen's. */
export type Tell =
	| { code: 'is-someone'; name: string; role?: string }
	| { code: 'near-miss'; why: string }
	| { code: 'answers-other'; text: string; tells?: string }
	| {
			code: 'too-high' | 'too-low';
			/** key value ÷ typed value, or its inverse, ≥ 1 */ factor: number;
	  }
	| { code: 'unit'; expected: string }
	| { code: 'opposite'; typed: string; /** The answer's word that it turns round. */ of: string }
	| { code: 'hedge' }
	| { code: 'wider-place'; typed: string; /** "right city; which part?" */ within: string }
	| { code: 'narrower-place'; typed: string }
	| { code: 'acts-for'; name: string }
	| { code: 'one-of'; right: number; of: number }
	| { code: 'inside-class' };

/** The verdict on one answer, with the rule that gave it. `undecided` waits for a person. */
export interface Mark {
	verdict: Verdict;
	/** 0 to 1; `undecided` for review. */
	credit: 0 | 0.5 | 1 | 'undecided';
	/** Which rule decided, e.g. `exact`, `alias`, `particles`, `skeleton`, `quantity`, `typo`, `veto`, `part-of`, `empty`. */
	rule: string;
	tell?: Tell;
}
