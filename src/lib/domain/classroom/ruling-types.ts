import type { Kind, QuestionId, Standing } from '#lib/bank/types.ts';
import type { Mark } from '#lib/domain/answers/types.ts';
import type { RawAnswer } from '#lib/domain/quiz/types.ts';
import type { PupilNo, Submission } from './types.ts';

/** An answer a teacher judges: typed text folded, an option, a yes or no, or a standing. */
export type JudgedAnswer =
	{ text: string } | { option: number } | { says: boolean } | { standing: Standing };

/** Which part of a quiz a ruling is about: `hash` is the frozen part's, so that it fits only the same question. */
export interface RuledPart {
	questionId: QuestionId;
	hash: string;
}

/** What a teacher decided; added to a log, never changed, taken back by `undo`. */
export type Ruling = { /** uuid v7 */ id: string; /** epoch ms */ at: number } & (
	| {
			type: 'judge';
			/** Absent: remembered for every assignment that asks the same. */
			assignmentId?: string;
			part: RuledPart;
			answer: JudgedAnswer;
			credit: 0 | 0.5 | 1;
			note?: string;
	  }
	/** The part counts for nobody. */
	| { type: 'drop'; assignmentId: string; part: RuledPart; note?: string }
	/** One pupil's mark. */
	| {
			type: 'override';
			assignmentId: string;
			submissionId: string;
			itemNo: number;
			part: number;
			credit: 0 | 0.5 | 1;
			note: string;
	  }
	| { type: 'state'; assignmentId: string; no: PupilNo; state: 'absent' | 'excused' | 'none' }
	| { type: 'undo'; of: string }
);

/** One part of a submission with what it is worth now, and who said so. */
export interface ClassMark {
	itemNo: number;
	part: number;
	questionId: QuestionId;
	kind: Kind;
	/** Absent where the item was left open. */
	raw?: RawAnswer;
	/** The grader's own word. */
	mark: Mark;
	/** What counts; `undecided` waits for the marking desk. */
	credit: Mark['credit'];
	by: 'grader' | 'judged' | 'overridden';
	/** Ids of the rulings that made it so. */
	rulings: string[];
	/** Left out of the sum for everybody. */
	dropped: boolean;
}

/** A submission marked: a fold over its raw answers, its frozen quiz and the rulings. */
export interface MarkedSubmission {
	submission: Submission;
	marks: ClassMark[];
	credit: number;
	/** Parts that count and are decided. */
	outOf: number;
	undecided: number;
}
