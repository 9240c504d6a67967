import type { AttemptRefusal, KnownAttempt } from '#lib/domain/classroom/api/pupil-api.ts';
import type { Terms } from '#lib/domain/classroom/assigned.ts';
import type { Arrival } from '#lib/domain/classroom/arrival-types.ts';
import type { Ruling } from '#lib/domain/classroom/ruling-types.ts';
import type {
	Assignment,
	ClassQuiz,
	FrozenQuiz,
	Handout,
	PupilNo,
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

/** Who sits an assignment on a device. */
export interface HandoutPupil {
	no: PupilNo;
	/**
	 * The code of the number's slip, so that a second attempt need not ask again; empty where a class
	 * server knows the pupil.
	 */
	code: string;
	/** epoch ms; the pupil's own closing time, where one is known */
	closesAt?: number;
}

/** An assignment as a pupil's device holds it, in the version that is handed out now. */
export interface HandoutRow extends HandoutVersion {
	/** The assignment's id. */
	id: string;
	/** epoch ms */
	receivedAt: number;
	/** Who sits it here. */
	pupil?: HandoutPupil;
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

/** A class that its pupil joined on this device through a class server. */
export interface JoinedRow {
	/** The class's id. */
	id: string;
	className: string;
	no: PupilNo;
	pseudonym: string;
	/** epoch ms */
	joinedAt: number;
	/** epoch ms: when the server last answered */
	syncedAt?: number;
	/** The server knows this device no more: the pupil signs in again, nothing is lost. */
	isSignedOut?: boolean;
	/** The class or this pupil was deleted on the server for good: nothing more is sent or fetched. */
	isGone?: boolean;
	/** How far the device's clock is ahead of the server's, in ms, negative where it is behind; only where it matters. */
	clockAheadMs?: number;
	/** How many assignments came that this version of the program cannot read. */
	unread?: number;
}

/** What a class server says of an assignment to this pupil; the handout itself is a row of `handouts`. */
export interface ServedHandoutRow {
	/** The assignment's id. */
	id: string;
	classId: string;
	no: PupilNo;
	/** This pupil's own. */
	terms: Terms;
	/** What the server has of this pupil, from whatever device. */
	attempts: KnownAttempt[];
}

/**
 * What of a sitting the class server still has to get: everything behind `savedSeq`, and the submission
 * while `handedInAt` is absent. It can be made anew from sittings and answers; the server takes each once.
 */
export interface OutboxRow {
	/** The sitting's id, and its submission's. */
	id: string;
	classId: string;
	assignmentId: string;
	no: PupilNo;
	/** The last answer that the server acknowledged; 0 at first. */
	savedSeq: number;
	/** epoch ms, the server's clock: nothing is left to send */
	handedInAt?: number;
	/** The server will never take it; it stays on the device. */
	refused?: AttemptRefusal;
}

/** A class that its teacher put on a class server, on the teacher's device. */
export interface ServedClassRow {
	/** The class's id. */
	id: string;
	/** What pupils type. */
	code: string;
	retentionDays: number;
	/** The PINs as they were told when they were made, for the slips. */
	pins: Record<PupilNo, string>;
	/** What the server has, by `class` or an assignment's id: a hash of what was put. */
	put: Record<string, string>;
	/** Rulings that the server has. */
	rulings: string[];
	/** By assignment, epoch ms, server's clock: up to where submissions were fetched. */
	fetchedTo: Record<string, number>;
	/** Assignments deleted here that the server still has. */
	deletes: string[];
	/** epoch ms, server's clock: the class as this device last knew it there. */
	changedAt?: number;
	/** Hashes of what was put since, as far as no answer came. */
	sent?: string[];
	/** epoch ms */
	syncedAt?: number;
}
