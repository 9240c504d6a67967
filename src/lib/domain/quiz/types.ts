import type { FactId, Form, Kind, Level, QuestionId, ReportId, Standing } from '#lib/bank/types.ts';
import type { Mark } from '#lib/domain/answers/types.ts';

/** Whether feedback comes at once (practice) or at the end (exam). */
export type Mode = 'practice' | 'exam';

/** What a quiz should hold. An empty list of reports, levels or forms means all of them. */
export interface Blueprint {
	/** Reports to draw from, by id. Empty: all. */
	reports: ReportId[];
	/**
	 * How many items (screens) of each kind; kinds left out get none. A number alone: any kinds, evenly.
	 * A `match` item counts for the kind of its questions, a `sort` item for `what`.
	 */
	length: number | Partial<Record<Kind, number>>;
	levels: Level[];
	forms: Form[];
	/** Whether grave facts may be asked. */
	grave: boolean;
	/** Which questions: all, those of comparisons, or those whose facts are claimed, forecast or opinion. */
	about?: 'all' | 'comparisons' | 'claims';
	/** Only these, in any order: "study what I missed" or a teacher's pick. */
	only?: QuestionId[];
	/** Time limit. Grave matter is never timed, so a paper with a limit leaves it out. */
	minutes?: number;
}

/** One option of a `choose` or `match` item. */
export interface Option {
	/** As shown. */
	text: string;
	/** Which question's answer it is, where it is one. */
	answers?: QuestionId;
}

/** One question inside an item; every part gets its own mark. */
export interface Part {
	questionId: QuestionId;
	/** The short prompt in `match`, the fact's sentence in `sort`; absent elsewhere. */
	cue?: string;
	/** In `sort`: the fact shown. */
	factId?: FactId;
}

/** One screen of a paper. `right` is absent while a class's test withholds its key. */
export type Item =
	| { form: 'type'; parts: [Part] }
	/** `right` is an index into `options`. */
	| { form: 'choose'; parts: [Part]; options: Option[]; right?: number }
	/** One proposed answer: is it right? */
	| { form: 'true-false'; parts: [Part]; proposed: string; right?: boolean }
	/** `right[i]` is the index into `options` of part i's answer. */
	| { form: 'match'; parts: Part[]; options: Option[]; right?: number[] }
	/** `right[i]` is part i's standing. */
	| { form: 'sort'; parts: Part[]; right?: Standing[] };

/** A concrete quiz: a pure function of bank, blueprint and seed. */
export interface Paper {
	/** Edition of the bank it was drawn from. */
	edition: string;
	seed: string;
	blueprint: Blueprint;
	items: Item[];
	/** Where the bank could not give what the blueprint asks. */
	shortfalls: Shortfall[];
}

/** The blueprint asked for more than there is. */
export interface Shortfall {
	code: 'too-few';
	kind: Kind | 'any';
	asked: number;
	found: number;
}

/** What a person answered, as raw as it came. */
export type RawAnswer =
	| { form: 'type'; text: string }
	| { form: 'choose'; option: number }
	| { form: 'true-false'; says: boolean }
	/** option index per part, null where left open */
	| { form: 'match'; options: (number | null)[] }
	| { form: 'sort'; standings: (Standing | null)[] }
	| { form: 'skipped' };

export type Confidence = 'guess' | 'fairly' | 'sure';

type SittingState = 'open' | 'submitted' | 'marked' | 'expired' | 'abandoned';

/** One person working through one paper. */
export interface Sitting {
	/** uuid v7 */
	id: string;
	title: string;
	mode: Mode;
	paper: Paper;
	state: SittingState;
	/** epoch ms */
	startedAt: number;
	/** epoch ms; the sitting submits itself then */
	deadlineAt?: number;
	endedAt?: number;
	/** The item the person was at. */
	at: number;
	/** Item numbers flagged for later (exam). */
	flags: number[];
	/** Practice: repeats of missed questions, appended behind the paper's items. */
	repeats: Repeat[];
	/** Present where a class handed it out. */
	assigned?: AssignedSitting;
}

/** Whose attempt at which assignment a sitting is. */
interface AssignedSitting {
	assignmentId: string;
	/** The pupil's number. */
	no: number;
	/** 1 for the first. */
	attempt: number;
	/** What its result is bound to, made of the code on the pupil's slip: base64url. */
	token: string;
	/** In which order this pupil sees what the class was handed. */
	shown: ShownOrder;
	/** How often the screen was left while it was open. */
	leftScreen: number;
}

/** An order of items and options of one pupil's own. */
export interface ShownOrder {
	/** `items[i]` is the number, as handed out, of the item shown at place i. */
	items: number[];
	/** `options[i][j]` is the number, as handed out, of the option shown at place j of the item shown at place i. */
	options: number[][];
}

/** A missed question that comes back in the same practice, asked as `type`. */
interface Repeat {
	questionId: QuestionId;
	/** Number of the item that was missed; the repeat is due once three others were answered since. */
	afterItem: number;
}

/** One journalled answer; the last `seq` of an item counts. */
export interface AnswerRow {
	sittingId: string;
	/** Index into the paper's items, then into `repeats` behind them. */
	itemNo: number;
	/** Counts up over the whole sitting, so that it also tells the order of the answers. */
	seq: number;
	raw: RawAnswer;
	questionIds: QuestionId[];
	confidence?: Confidence;
	/** epoch ms */
	at: number;
	tookMs: number;
}

/** A part of an item with its mark: what results are made of. */
export interface MarkedPart {
	itemNo: number;
	part: number;
	questionId: QuestionId;
	form: Form;
	raw: RawAnswer;
	mark: Mark;
	confidence?: Confidence;
	/** Grave and passed over in practice: it costs nothing and is not counted. */
	skipped: boolean;
	/** A repeat is practised, never counted. */
	repeat: boolean;
}
