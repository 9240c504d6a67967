/**
 * The words of the bank, as the program reads them after compiling `questions/`.
 * The YAML shapes that authors write stand in `schema.ts`; `compile.ts` turns one into the other.
 */

/** What a question asks for. */
export const KINDS = ['who', 'what', 'where', 'how-many'] as const;
export type Kind = (typeof KINDS)[number];

/** How much a question is worth knowing, most first. */
export const LEVELS = ['core', 'detail', 'fine'] as const;
export type Level = (typeof LEVELS)[number];

/** How sure a fact is in its report. */
export const STANDINGS = ['stated', 'claimed', 'estimated', 'forecast', 'opinion'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Why a fact is treated soberly: never timed, never first, never in match or true-false. */
export const GRAVES = ['deaths', 'children', 'injury'] as const;
export type Grave = (typeof GRAVES)[number];

/** What sort of thing a name names. */
export const NAME_TYPES = [
	'person',
	'role',
	'group',
	'organisation',
	'country',
	'city',
	'district',
	'landmark',
	'work',
	'thing'
] as const;
export type NameType = (typeof NAME_TYPES)[number];

/** Which side of the reported conflict a name stands on; absent where the question makes no sense. */
export const SIDES = ['government', 'opposition', 'neither'] as const;
type Side = (typeof SIDES)[number];

/** How facts of a comparison relate. */
export const RELATIONS = ['same', 'differs', 'only-one', 'missing'] as const;
export type Relation = (typeof RELATIONS)[number];

/** How an item of a paper asks its question. */
export const FORMS = ['choose', 'type', 'true-false', 'match', 'sort'] as const;
export type Form = (typeof FORMS)[number];

/** Whether the report says a thing itself or we concluded it. */
export type Basis = 'stated' | 'inferred';

/** Slug of a report, or `r-<uuid>` for a person's own. */
export type ReportId = string;
/** `report/fact`. */
export type FactId = string;
/** `report/fact/kind`, `report/fact/own-id`, or `compare/<id>/<kind>`; never changes. */
export type QuestionId = string;
/** Slug of a name in names.yaml. */
export type NameId = string;

/** A person, role, group, organisation, place, work or thing that questions speak of. */
export interface Name {
	id: NameId;
	name: string;
	type: NameType;
	/** Other spellings and usual transliterations, each as good as the name. */
	aliases: string[];
	/** What the name was, with its time: "US secretary of state in 2016". */
	role?: string;
	/** The name this one is a part of: a district's city, a person's organisation. */
	partOf?: NameId;
	/** The name this one speaks or acts for: a president's country. */
	actsFor?: NameId;
	side?: Side;
}

/** One sentence of a brief and the facts it tells. */
export interface BriefSentence {
	text: string;
	facts: FactId[];
}

/** One entry of a report's timeline. */
export interface TimelineEntry {
	when: string;
	what: string;
	fact: FactId;
}

/** A news text; its own words are never shipped, ours are the brief and the facts. */
export interface Report {
	id: ReportId;
	title: string;
	publisher: { name: string; basis: Basis };
	/** `2016`, `2016-09` or `2016-09-24`. */
	date: { value: string; basis: Basis };
	place: NameId;
	/** How many paragraphs of running text it has. */
	paragraphs: number;
	/** What to expect before reading: said before the brief and on the first run. */
	notice?: string;
	brief: { plain: BriefSentence[]; full: BriefSentence[] };
	timeline: TimelineEntry[];
}

/** One thing a report says. */
export interface Fact {
	id: FactId;
	reportId: ReportId;
	/** 1-based number of the paragraph, or the caption of the picture. */
	paragraph: number | 'caption';
	/** Who says so, where it is not the report's own voice. */
	source?: NameId;
	standing: Standing;
	when: string;
	grave?: Grave;
	/** The fact in our own words, one sentence. */
	text: string;
}

/** A wrong answer worth a word of its own: what it is, and why it is not the answer. */
export interface NearMiss {
	text: string;
	why: string;
}

/** The right answer of a question. */
export type Answer = (
	| { form: 'name'; name: NameId }
	/** Each right part counts. */
	| { form: 'names'; names: NameId[] }
	| { form: 'text'; text: string }
	/** As written, e.g. "about 70 people", "15,000 to 20,000 soldiers", "tens of thousands of troops". */
	| { form: 'quantity'; quantity: string }
) & {
	/** Other wordings that are right. */
	accept?: string[];
	not?: NearMiss[];
};

/** A confusable name or answer: typed text nearer to it than to the answer is wrong. */
export type Rival = { name: NameId } | { text: string };

/** Asks about one fact, or about the facts of a comparison. */
export interface Question {
	id: QuestionId;
	kind: Kind;
	level: Level;
	ask: string;
	/** A short prompt for `match`, without its answer: "Called the strikes a breach of law". */
	cue?: string;
	answer: Answer;
	/** Wrong options by the author's hand; where there are none, the quiz finds them in the bank. */
	distractors: string[];
	/** The forms it may be asked in, where the author limits them. */
	forms?: Form[];
	/** At most 40 words: cause, contrast, limits of the evidence, why the likeliest mistake is wrong. */
	explain: string;
	/** What changed since; shown as "not from the report". */
	later?: string;
	/** The facts it rests on: one, or a comparison's. */
	factIds: FactId[];
	/** Present on a comparison's question. */
	comparisonId?: string;
	/** Present where one of its facts is grave. */
	grave?: Grave;
	/** Ids it had before. */
	was?: QuestionId[];
	/** At most 8, chosen by the compiler. */
	rivals: Rival[];
}

/** Facts of several reports held against each other. */
export interface Comparison {
	id: string;
	factIds: FactId[];
	relation: Relation;
	/** What the comparison teaches about sources. */
	why: string;
}

/** Version of the compiled shape; the browser checks only this. */
export const BANK_VERSION = 1;

/** Reports, names and questions, checked and compiled. */
export interface Bank {
	version: typeof BANK_VERSION;
	/** First 12 hex digits of the SHA-256 over everything else. */
	edition: string;
	reports: Report[];
	names: Name[];
	facts: Fact[];
	questions: Question[];
	comparisons: Comparison[];
}
