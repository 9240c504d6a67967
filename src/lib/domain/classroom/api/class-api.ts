import * as v from 'valibot';
import { STANDINGS, type Kind } from '#lib/bank/types.ts';
import { quizSchema, rulesSchema } from '#lib/domain/classroom/handout-schema.ts';
import type { MarkedSubmission, Ruling } from '#lib/domain/classroom/ruling-types.ts';
import type { Exception, Submission } from '#lib/domain/classroom/types.ts';
import { submissionEntries, type SavedAnswer } from './pupil-api.ts';
import { from0, hash, line, list, point, pupilNo, time, upTo, uuid } from './fields.ts';

/** What a teacher's device and the class server say to each other about a class. */

const MOST_PUPILS = 999;
const isOnce = (numbers: readonly number[]) => new Set(numbers).size === numbers.length;
const numbers = v.pipe(
	list(pupilNo, MOST_PUPILS),
	v.check((each) => isOnce(each))
);

/** `PUT /api/classes/[class]`: puts a class on the server, or brings it up to date. No names. */
export const classBody = v.strictObject({
	name: line,
	/** All that belong to it; one that is missing here only leaves, deleting is a call of its own. */
	pupils: v.pipe(
		list(v.strictObject({ no: pupilNo, pseudonym: line, leftAt: v.optional(time) }), MOST_PUPILS),
		v.check((each) => isOnce(each.map(({ no }) => no)))
	),
	/** The class's public keys: raw P-256 points, base64url. */
	sealTo: point,
	signedBy: point,
	/** After its last assignment closed; then only aggregates stay. */
	retentionDays: upTo(3650),
	/**
	 * The class's `changedAt` as the device last knew it; absent where it never did. A put that is based on
	 * another than is there, and says something else, is refused: `changed-elsewhere`.
	 */
	basedOn: v.optional(time)
});
export type ClassBody = v.InferOutput<typeof classBody>;

/** A pupil as the server knows them. */
export interface ServedPupil {
	no: number;
	pseudonym: string;
	leftAt?: number;
	/** epoch ms: ten wrong PINs; nobody gets in by that number until the teacher unlocks it */
	lockedAt?: number;
	/** epoch ms: last heard of */
	seenAt?: number;
	hasLink: boolean;
}

/** A class on the server: `GET /api/classes/[class]`; `GET /api/classes` lists them. */
export interface ServedClass {
	id: string;
	name: string;
	/** What pupils type with their number and PIN: seven letters, "K3F-9QWX". */
	code: string;
	retentionDays: number;
	createdAt: number;
	/** epoch ms, server's clock; later for each put that says something else */
	changedAt: number;
	pupils: ServedPupil[];
	/** Numbers deleted for good; absent where there are none. */
	gone?: number[];
	assignmentIds: string[];
	/** epoch ms: when what pupils did is deleted, if nothing else is assigned */
	deletesAt?: number;
	/** epoch ms: it was deleted; since then only counts by question stay */
	sweptAt?: number;
}

/** `GET /api/classes`: the teacher's own, oldest first. */
export interface ServedClasses {
	classes: ServedClass[];
}

/** How a question went, of all whose attempt was counted. */
export interface KeptQuestion {
	/** In the newest version of the quiz. */
	itemNo: number;
	part: number;
	ask: string;
	kind: Kind;
	/** How many had it: all of the following together. */
	seen: number;
	right: number;
	partly: number;
	/** Answered, and wrong. */
	wrong: number;
	/** Left open: wrong too. */
	open: number;
	/** Nobody decided while it could be. */
	undecided: number;
	/** It counted for nobody. */
	dropped: boolean;
}

/** What stays of an assignment once the time to keep its answers is over: of no pupil. */
export interface KeptCounts {
	assignmentId: string;
	title: string;
	/** How many attempts were counted, one a pupil. */
	pupils: number;
	/** epoch ms: when the answers were deleted */
	madeAt: number;
	questions: KeptQuestion[];
}

/** `GET /api/classes/[class]/aggregates`: the assignment given out first first. */
export interface ClassAggregates {
	assignments: KeptCounts[];
}

/** A PIN just made: told once, the server keeps only its hash. */
export interface NewPin {
	no: number;
	pin: string;
}

/** The answer to `PUT /api/classes/[class]`. */
export interface PutClass {
	class: ServedClass;
	/** Of pupils that are new on the server. */
	pins: NewPin[];
	/** Deleted for good: these numbers are not taken again. */
	gone: number[];
}

/** `POST /api/classes/[class]/pupils/[no]/link`: what stands behind the `#` of a personal link, told once. */
export interface NewLink {
	no: number;
	link: string;
}

/** `PUT /api/classes/[class]/assignments/[assignment]`: an `Assignment` whole, with its keys. */
export const assignmentBody = v.strictObject({
	id: uuid,
	classId: uuid,
	quizId: v.pipe(v.string(), v.maxLength(200)),
	title: line,
	rules: rulesSchema,
	exceptions: list(
		v.strictObject({
			no: pupilNo,
			extraMinutes: v.optional(from0(1440)),
			closesAt: v.optional(time)
		}),
		MOST_PUPILS
	),
	pupils: numbers,
	versions: v.pipe(list(quizSchema, 100), v.minLength(1)),
	releaseCode: v.optional(hash),
	releasedAt: v.optional(time),
	parallelOf: v.optional(hash),
	createdAt: time
});

export type AssignmentBody = v.InferOutput<typeof assignmentBody>;

/** The answer to `PUT /api/classes/[class]/assignments/[assignment]`. */
export interface PutAssignment {
	/** epoch ms, server's clock; later for each change */
	changedAt: number;
	/** How many versions of the quiz the server has: none that was there is ever lost. */
	versions: number;
}

/**
 * `POST /api/classes/[class]/assignments/[assignment]/attempts/[attempt]/take`: makes a submission of what
 * was saved of an attempt that was never handed in. `forbidden` while more can come in time, unless the
 * teacher says so. Answers `TakenAttempt`.
 */
export const takeBody = v.strictObject({ evenIfOpen: v.optional(v.boolean()) });
export type TakeBody = v.InferOutput<typeof takeBody>;

/** The submission that an attempt has now: the pupil's own where it came first. */
export interface TakenAttempt {
	submission: ServedSubmissions['submissions'][number];
}

/**
 * Where a pupil stands while the class works. `away`: not heard of; `ready`: it is on their device;
 * `working`: the first answer is kept.
 */
export type LiveState = 'away' | 'ready' | 'working' | 'handed-in';

/** One pupil in the live view. */
export interface LivePupil {
	no: number;
	state: LiveState;
	/** Items answered in the newest attempt, as far as the server has them. */
	saved: number;
	attempt?: number;
	/** epoch ms, server's clock: last heard of */
	seenAt?: number;
	handedInAt?: number;
}

/** `GET /api/classes/[class]/assignments/[assignment]/live` */
export interface LiveView {
	/** epoch ms */
	serverTime: number;
	items: number;
	pupils: LivePupil[];
	/** How many submissions the server has: more than here, fetch them. */
	submissions: number;
}

/**
 * `GET /api/classes/[class]/assignments/[assignment]/submissions?after=<epoch ms>`: those that arrived
 * at or after it, oldest first, at most 500. Ask again from a minute before the last one's arrival: of two that
 * commit at the same time the earlier may be seen later.
 */
export interface ServedSubmissions {
	submissions: (Submission & { /** epoch ms, server's clock */ arrivedAt: number })[];
	more: boolean;
}

/** What a device holds a page of submissions against before it keeps them. */
export const servedSubmissions: v.GenericSchema<unknown, ServedSubmissions> = v.object({
	submissions: v.array(v.object({ ...submissionEntries, arrivedAt: time })),
	more: v.boolean()
});

const text = v.pipe(v.string(), v.maxLength(10_000));
const id = v.pipe(v.string(), v.maxLength(300));
const part = v.strictObject({ questionId: id, hash });
const credit = v.picklist([0, 0.5, 1]);
const note = v.optional(text);
const judged = v.union([
	v.strictObject({ text }),
	v.strictObject({ option: from0(100) }),
	v.strictObject({ says: v.boolean() }),
	v.strictObject({
		standing: v.picklist(STANDINGS)
	})
]);
const ruled = { id: uuid, at: time };
const ruling: v.GenericSchema<unknown, Ruling> = v.variant('type', [
	v.strictObject({
		...ruled,
		...{ type: v.literal('judge'), assignmentId: v.optional(uuid), part, answer: judged },
		...{ credit, note }
	}),
	v.strictObject({ ...ruled, type: v.literal('drop'), assignmentId: uuid, part, note }),
	v.strictObject({
		...ruled,
		...{ type: v.literal('override'), assignmentId: uuid, submissionId: uuid },
		...{ itemNo: from0(300), part: from0(20), credit, note: text }
	}),
	v.strictObject({
		...ruled,
		...{ type: v.literal('state'), assignmentId: uuid, no: pupilNo },
		state: v.picklist(['absent', 'excused', 'none'])
	}),
	v.strictObject({ ...ruled, type: v.literal('undo'), of: uuid })
]);

/** `POST /api/classes/[class]/rulings`: adds to the log; the same id counts once. */
export const rulingsBody = v.strictObject({ rulings: list(ruling, 2000) });
export type RulingsBody = v.InferOutput<typeof rulingsBody>;

/** `GET /api/classes/[class]/assignments/[assignment]/marks`: all that arrived, marked by the server. */
export interface ServedMarks {
	marks: MarkedSubmission[];
}

/** `GET /api/classes/[class]/pupils/[no]`: everything the server keeps of one pupil. */
export interface PupilRecord {
	pupil: ServedPupil;
	attempts: {
		assignmentId: string;
		submissionId: string;
		startedAt: number;
		saved: number;
		/** Each as it was given, with when it arrived (epoch ms, server's clock). */
		answers: (SavedAnswer & { arrivedAt: number })[];
	}[];
	submissions: ServedSubmissions['submissions'];
	/** Other terms for this pupil, by assignment. */
	exceptions: (Exception & { assignmentId: string })[];
	/** Which assignments were on the pupil's device; epoch ms. */
	presence: { assignmentId: string; readyAt: number; seenAt: number }[];
	/** Devices that are signed in; epoch ms. */
	sessions: { createdAt: number; expiresAt: number }[];
	/** What the teacher decided about this pupil or what they handed in. */
	rulings: Ruling[];
}
