import type { Answer, Kind, Standing } from '#lib/bank/types.ts';
import type { ScannedQuantity } from '#lib/text/types.ts';

/** A stretch of a text: UTF-16 offsets, end exclusive. */
interface Span {
	start: number;
	end: number;
}

/** Classes of words. @see https://universaldependencies.org/u/pos/ */
export type WordClass =
	| 'ADJ'
	| 'ADP'
	| 'ADV'
	| 'AUX'
	| 'CCONJ'
	| 'DET'
	| 'INTJ'
	| 'NOUN'
	| 'NUM'
	| 'PART'
	| 'PRON'
	| 'PROPN'
	| 'PUNCT'
	| 'SCONJ'
	| 'SYM'
	| 'VERB'
	| 'X';

/** A word or a mark, where it stands in the text. */
export interface Word extends Span {
	text: string;
	/** Its base form in lower case: "said" → "say". */
	lemma: string;
	tag: WordClass;
}

/** A sentence of a paragraph, with its words. */
export interface Sentence extends Span {
	/** Index of the paragraph, from 0. */
	paragraph: number;
	words: Word[];
}

/** Words of a sentence by their index, both ends inclusive. */
export interface WordRange {
	first: number;
	last: number;
}

/** What a name names; `unsure` where the cues do not decide. */
export type NameSort = 'person' | 'place' | 'organisation' | 'other' | 'unsure';

/** A name in a sentence. */
export interface Mention extends WordRange {
	sort: NameSort;
	/** From 0 (a coin toss) to 1: how far the sort is ahead of the next. */
	margin: number;
	/** The fullest form of the same name in the text: "Kerry" → "John Kerry". */
	full: string;
	/** What a body is, as the text or a list calls it: "newspaper". */
	kind?: string;
}

/** How a sentence says whose words it tells. */
export interface Attribution {
	/** The source's words, without its verb: "Ban Ki-moon", "the Syrian army". */
	source: WordRange;
	/** What is claimed, without the verb of saying and "that". */
	claim: WordRange;
	/** The verb's lemma: "say"; "according to" where there is none. */
	verb: string;
	standing: Standing;
	/** The claim stands in quotation marks. */
	isQuoted: boolean;
	/** What the source did before it spoke, which the report tells itself: "X welcomed the news: “…”". */
	own?: WordRange;
}

/** A sentence with everything that the stages found in it. */
export interface ReadSentence extends Sentence {
	mentions: Mention[];
	quantities: (ScannedQuantity & WordRange)[];
	/** Absent where the report speaks in its own voice. */
	attribution?: Attribution;
	/** Words of somebody, with the speaker in another sentence. */
	isSpoken?: boolean;
	/** Who speaks, where the sentence is spoken and an earlier one of the paragraph tells. */
	speaker?: string;
}

/** What a teacher has to look at before a draft can be kept. */
export type DraftFlag =
	/** A sentence with a gap, to be rewritten as a question. */
	| 'cloze'
	/** A name stands where the report has a pronoun. */
	| 'name-filled-in'
	/** "yesterday" and the like could not be turned into a date. */
	| 'undated'
	/** Too long, or a word of the question is uncertain. */
	| 'clumsy';

/** What speaks most for a draft or against it, beside the others. */
export type DraftReason =
	| 'names-its-subject'
	| 'names-nothing'
	| 'stands-alone'
	| 'needs-the-report'
	| 'says-enough'
	| 'says-little'
	| 'time-bound'
	| 'telling-answer'
	| 'thin-answer'
	| 'clear-sentence'
	| 'hard-sentence'
	| 'good-sort'
	| 'risky-sort';

/** A question that the drafter proposes; never studied before a person kept it. */
export interface Draft {
	kind: Kind;
	question: string;
	/** Of form `text` or `quantity`; an exact stretch of the text. */
	answer: Extract<Answer, { form: 'text' | 'quantity' }>;
	answerSpan: Span;
	sentence: Span;
	paragraph: number;
	/** Who says so, where the sentence attributes. */
	source?: string;
	standing: Standing;
	/** Of the rule that made it: "subject", "object", "place", "quantity", … */
	rule: string;
	/** From 0 to 1, the best first. */
	score: number;
	flags: DraftFlag[];
	/** The strongest first; absent before it is ranked. */
	reasons?: DraftReason[];
	/** Wrong options that are safe; fewer than three mean that it is typed. */
	distractors: string[];
}

/** Why a text gives no drafts, or fewer. */
export interface DraftProblem {
	code: 'empty' | 'too-short' | 'not-english' | 'too-long' | 'no-sentences';
}

/** What drafting is asked for. */
export interface DraftOptions {
	/** The report's date, `2016-09-24`: turns "on Thursday" into a date. */
	date?: string;
	title?: string;
}

/** What comes of drafting: the best drafts first. */
export interface Drafted {
	drafts: Draft[];
	problems: DraftProblem[];
}
