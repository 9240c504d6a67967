import type {
	Arrival,
	Assignment,
	ClassQuiz,
	FrozenQuiz,
	Handout,
	PupilNo,
	Ruling,
	SchoolClass,
	Submission
} from '#lib/domain/classroom/types.ts';

/** A class on its teacher's device. */
export interface ClassRow extends SchoolClass {
	/** Names by number, for the teacher's eyes: in no link, code, file for others or server. */
	privateNames: Record<PupilNo, string>;
	/** epoch ms */
	changedAt: number;
	/** epoch ms at which its class file was last saved */
	savedAt?: number;
}

export type QuizRow = ClassQuiz;
export type AssignmentRow = Assignment;
export type ArrivalRow = Arrival;

/** A submission that arrived, once, by whatever route came first. */
export interface SubmissionRow extends Submission {
	/** epoch ms, by the teacher's clock */
	arrivedAt: number;
}

/** A ruling, filed under its assignment, or under `all` where it is remembered for every one. */
export type RulingRow = Ruling & { scope: string };

/** Under which a remembered ruling is filed. */
export const EVERY_ASSIGNMENT = 'all';

/** One version of what was handed out. */
export interface HandoutVersion {
	handout: Handout;
	/** The whole quiz, once the release code opened it. */
	released?: FrozenQuiz;
}

/** An assignment as a pupil's device holds it, in the version that is handed out now. */
export interface HandoutRow extends HandoutVersion {
	/** The assignment's id. */
	id: string;
	/** epoch ms */
	receivedAt: number;
	/** The number tapped here, and the code of its slip, so that a second attempt need not ask again. */
	pupil?: { no: PupilNo; code: string };
	/** Several pupils sit it on this device, one after the other. */
	isShared?: boolean;
	/** Versions before it: attempts that were made on them keep them. */
	earlier?: HandoutVersion[];
}

/** A result handed in on this device, sealed: only the teacher can read it. */
export interface HandinRow {
	/** The submission's id. */
	id: string;
	assignmentId: string;
	no: PupilNo;
	/** base64url */
	sealed: string;
	/** epoch ms */
	at: number;
	/** 1 once the pupil saw the teacher tick it; it stays findable until then. */
	ticked: 0 | 1;
}
