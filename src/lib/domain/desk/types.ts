import type {
	Basis,
	FactId,
	Form,
	Grave,
	Kind,
	Level,
	Name,
	NameId,
	NearMiss,
	QuestionId,
	Relation,
	ReportId,
	Standing
} from '#lib/bank/types.ts';
import type { ReportHead } from '#lib/bank/schema.ts';

/** What intake may take out of a pasted text. */
export const TAKEN_KINDS = ['heading', 'caption', 'credit', 'link', 'markup', 'rest'] as const;
export type TakenKind = (typeof TAKEN_KINDS)[number];

/** A stretch of the pasted text that intake left out of the paragraphs, or cut out of a sentence. */
export interface TakenOut {
	/** Where it stands in the pasted text, as `start-end`: the same text and choice give the same id. */
	id: string;
	kind: TakenKind;
	/** As it stood in the pasted text. */
	text: string;
	/** Put back by the person: its words are running text again. */
	isKept: boolean;
}

/** A paragraph of running text, or the caption of the report's picture. */
export interface Paragraph {
	/** 1-based; the caption has none. */
	number: number | 'caption';
	text: string;
}

/** A stretch of one paragraph, in UTF-16 code units from its start; `end` is behind the last. */
export interface Span {
	paragraph: Paragraph['number'];
	start: number;
	end: number;
}

/** What is said of the report itself. */
export interface DeskHead {
	title: string;
	publisher: { name: string; basis: Basis };
	/** `2016`, `2016-09` or `2016-09-24`; empty until it is known. */
	date: { value: string; basis: Basis };
	place?: NameId;
	/** What to expect before reading. */
	notice?: string;
}

/** A sentence of the report that questions ask about; its words stay on this device. */
export interface DeskFact {
	/** Minted once, `f-…`; never derived from the text. */
	id: string;
	sentence: Span;
	/** Who says so, where it is not the report's own voice. */
	source?: NameId;
	standing: Standing;
	when: string;
	grave?: Grave;
	/** In the author's own words; empty where the author wrote none. */
	text: string;
}

/** The answer as it stands on the desk, whole or not. */
export type DeskAnswer =
	| { form: 'name'; name?: NameId }
	| { form: 'names'; names: NameId[] }
	| { form: 'text'; text: string }
	| { form: 'quantity'; quantity: string };

/** Why a person would not have a draft: the list that teachers judge questions by. */
export const DROP_REASONS = [
	'ungrammatical',
	'senseless',
	'vague',
	'obvious',
	'answer',
	'question-word',
	'format',
	'not-worth'
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** What the desk remembers of a drafted question: its key (kind and place of the answer) and its rule. */
interface DraftOrigin {
	id: string;
	rule: string;
}

/** A drafted question that a person did not want. */
interface DraftDrop extends DraftOrigin {
	kind: Kind;
	reason: DropReason;
}

/** A question that is being written. */
export interface DeskQuestion {
	/**
	 * Minted once, `q-…`: the last part of the question's id. From a file where that part alone is
	 * taken twice, the part before it goes along: `f-…/who`.
	 */
	id: string;
	/** Empty on a comparison's question. */
	factId: string;
	comparisonId?: string;
	kind: Kind;
	level: Level;
	ask: string;
	answer: DeskAnswer;
	/** The words selected for the answer; none where the answer was typed. */
	span?: Span;
	/** Other wordings that are right. */
	accept: string[];
	distractors: string[];
	explain: string;
	/** What the desk only keeps, of a file that has it. */
	cue?: string;
	forms?: Form[];
	not?: NearMiss[];
	later?: string;
	was?: QuestionId[];
	/** The draft it was before a person kept it, and whether they changed it first. */
	draft?: DraftOrigin & { isEdited?: true };
}

/** Facts of this report held against each other, or against those of other banks. */
export interface DeskComparison {
	id: string;
	/** In full: `report/fact`. */
	factIds: FactId[];
	relation: Relation;
	why: string;
}

/** A report of a person's own on its way to a bank. */
export interface Desk {
	/** `r-<uuid>`, minted once and kept in every export. */
	id: ReportId;
	head: DeskHead;
	/** As it was pasted; empty where the report came from a bank file. */
	pasted: string;
	/** What intake took out of it, with what the person put back. */
	taken: TakenOut[];
	/** What spans point into: fixed once the first fact stands. */
	paragraphs: Paragraph[];
	/** How many paragraphs of running text the report has, also where its text is not here. */
	paragraphCount: number;
	facts: Record<string, DeskFact>;
	questions: Record<string, DeskQuestion>;
	comparisons?: Record<string, DeskComparison>;
	/** Drafts that were dropped, by their keys. */
	drops?: Record<string, DraftDrop>;
	/** What the desk only keeps, of a file that has it; its facts by their own ids, without the report's. */
	brief?: ReportHead['brief'];
	timeline?: ReportHead['timeline'];
}

/** A change of a desk by its parts; `null` takes a part away. Undone by the patch of what was there before. */
export interface DeskPatch {
	head?: DeskHead;
	facts?: Record<string, DeskFact | null>;
	questions?: Record<string, DeskQuestion | null>;
	comparisons?: Record<string, DeskComparison | null>;
	drops?: Record<string, DraftDrop | null>;
	/** Names are everybody's: they are kept beside the desks and offered on each. */
	names?: Record<NameId, Name | null>;
}

/** One step that can be taken back. */
export interface DeskStep {
	/** 1-based, without gaps. */
	no: number;
	/** What it did, as a code for words: e.g. `ask`, `answer`, `add-question`. */
	what: string;
	/** Steps of one target and `what` in a row are one: typing is undone by the field, not by the letter. */
	target: string;
	back: DeskPatch;
	forth: DeskPatch;
}
