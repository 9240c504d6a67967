import type { WordRange } from '#lib/domain/drafting/types.ts';

/** What sort of words a stretch of a sentence is. */
export type PhraseKind =
	| 'noun'
	| 'verb'
	| 'preposition'
	| 'adverb'
	| 'adjective'
	| 'and'
	| 'subordinator'
	| 'relative'
	| 'that'
	| 'comma'
	| 'mark';

/** A noun phrase, a verb group, or a single word of another kind. */
export interface Phrase extends WordRange {
	kind: PhraseKind;
	/** Index of the word that counts: the noun, the full verb. */
	head: number;
	/** Present on verb groups. */
	verb?: VerbGroup;
}

/** The words of a verb: "has been killed", "decided to start". */
export interface VerbGroup extends WordRange {
	/** Index of the auxiliary that can change places with the subject; absent where "did" is needed. */
	auxiliary?: number;
	/** Index of an auxiliary that stands before an earlier verb: "was arrested and charged". */
	shared?: number;
	/** "The line, opened in 1911": the auxiliary that is not said. */
	implied?: 'is' | 'was';
	/** The verb whose time a bare "-ing" form shares: "…, posting messages". */
	governor?: VerbGroup;
	/** Index of the first full verb, or of the copula. */
	main: number;
	form: 'finite' | 'infinitive' | 'ing' | 'participle';
	isPassive: boolean;
	isCopula: boolean;
}

/** What a part of a clause does in it. */
type PartRole = 'object' | 'recipient' | 'preposition' | 'adverb' | 'predicate' | 'tail';

/** A part of a clause behind or before its subject and verb. */
export interface Part extends WordRange {
	role: PartRole;
	/** Noun phrase without the preposition before it. */
	noun?: WordRange;
	/** Index of the noun that counts. */
	head: number;
	/** Words go on behind it that may belong to it: it is no answer. */
	isCut?: boolean;
	/** Further things of its list follow that it does not take in. */
	isOpenList?: boolean;
	/** A clause: without it a verb of saying or thinking says nothing. */
	isNested?: boolean;
}

/** A statement: who does what, where, with whom. */
export interface Clause {
	subject: Part;
	verb: VerbGroup;
	/** Behind the verb, in order. */
	parts: Part[];
	/** Before the subject: "On Thursday". */
	lead: Part[];
	kind:
		| 'main'
		| 'participle'
		| 'reduced'
		| 'coordinate'
		| 'relative'
		| 'claim'
		| 'nested'
		| 'subordinate';
	/** From 0 to 1: how sure the bounds are. */
	confidence: number;
}
