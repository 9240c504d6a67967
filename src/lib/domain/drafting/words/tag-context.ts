import type { Word, WordClass } from '#lib/domain/drafting/types.ts';

/** What a rule sees of the words around the one it may change. */
interface TagContext {
	word: Word;
	before?: Word;
	beforeThat?: Word;
	after?: Word;
	afterThat?: Word;
	isFirst: boolean;
	/** The whole sentence, and the word's index in it. */
	words: readonly Word[];
	at: number;
	/** A verb stands before the sentence's first comma. */
	hasVerb: boolean;
}

/** A mistake that the tagger makes again and again, and the class that is right. */
export interface TagRepair {
	name: string;
	applies: (context: TagContext) => boolean;
	tag: WordClass;
}
