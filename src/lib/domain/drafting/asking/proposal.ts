import type { Kind } from '#lib/bank/types.ts';
import type { WordRange } from '#lib/domain/drafting/types.ts';

/** A question before it is checked and ranked. */
export interface Proposal {
	kind: Kind;
	question: string;
	/** The words that answer it. */
	answer: WordRange;
	/** Of the rule that made it. */
	rule: string;
	/** From 0 to 1: how sure clause and question word are. */
	confidence: number;
	/** What the question was made of, to see what it fills in and leaves out. */
	used: WordRange[];
}
