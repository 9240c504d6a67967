import * as v from 'valibot';
import { STANDINGS } from '#lib/bank/types.ts';
import type { Terms } from '#lib/domain/classroom/assigned.ts';
import type { MarkedSubmission } from '#lib/domain/classroom/ruling-types.ts';
import type { FrozenQuiz, Handout } from '#lib/domain/classroom/types.ts';
import type { RawAnswer } from '#lib/domain/quiz/types.ts';
import { from0, hash, list, pupilNo, time, upTo, uuid } from './fields.ts';

/** What a pupil's device and the class server say to each other. */

/**
 * `POST /api/pupil/sign-in`: by class code, number and PIN, or by a personal link (what stands behind
 * its `#`). Answers `SignedInPupil` and sets the class's cookie.
 */
export const signInBody = v.union([
	v.strictObject({
		code: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
		no: pupilNo,
		pin: v.pipe(v.string(), v.regex(/^\d{6}$/))
	}),
	v.strictObject({ link: v.pipe(v.string(), v.minLength(20), v.maxLength(200)) })
]);
export type SignInBody = v.InferOutput<typeof signInBody>;

/** Who is signed in on this device for a class: `GET /api/pupil/[class]/me`. */
export interface SignedInPupil {
	classId: string;
	className: string;
	no: number;
	pseudonym: string;
}

/** What the server has of one attempt of this pupil, from whatever device. */
export interface KnownAttempt {
	submissionId: string;
	/** 1 for the first */
	attempt: number;
	/** epoch ms, server's clock; absent while it is not handed in */
	handedInAt?: number;
}

/** An assignment as the server gives it to one pupil. */
export interface ServedAssignment {
	/** In a Test without `sealedKey`: what is withheld stays on the server until the release. No exceptions. */
	handout: Handout;
	/** This pupil's own. */
	terms: Terms;
	/** After the release: the whole quiz, by the hash that the handout of its version had. */
	released: { hash: string; quiz: FrozenQuiz }[];
	attempts: KnownAttempt[];
}

/**
 * `GET /api/pupil/[class]/assignments`. With the `ETag` of an answer in `If-None-Match`: 304 where all but the
 * time is as it was; the time is in a header of both.
 */
export interface PupilWork {
	/** epoch ms */
	serverTime: number;
	assignments: ServedAssignment[];
	/** Ids of assignments that were taken back: this device deletes them with their attempts. */
	withdrawn: string[];
}

const text = v.pipe(v.string(), v.maxLength(10_000));
const optionNo = from0(100);
const raw: v.GenericSchema<unknown, RawAnswer> = v.variant('form', [
	v.strictObject({ form: v.literal('choose'), option: optionNo }),
	v.strictObject({ form: v.literal('type'), text }),
	v.strictObject({ form: v.literal('true-false'), says: v.boolean() }),
	v.strictObject({ form: v.literal('match'), options: list(v.nullable(optionNo), 20) }),
	v.strictObject({
		form: v.literal('sort'),
		standings: list(v.nullable(v.picklist(STANDINGS)), 20)
	}),
	v.strictObject({ form: v.literal('skipped') })
]);

const confidence = v.optional(v.picklist(['guess', 'fairly', 'sure']));
const MS_PER_HOUR = 3_600_000;
const answerEntries = {
	/** The frozen quiz's number, in whatever order it was shown; options likewise. */
	itemNo: from0(300),
	raw,
	confidence,
	tookMs: v.pipe(v.number(), v.minValue(0), v.maxValue(MS_PER_HOUR))
};

/** An answer as it was given: the sitting's own count, so that the same one is stored once. */
const savedAnswer = v.strictObject({ ...answerEntries, seq: upTo(100_000), at: time });
export type SavedAnswer = v.InferOutput<typeof savedAnswer>;

/** A submission's fields, each as wide as the server takes it. */
export const submissionEntries = {
	id: uuid,
	assignmentId: uuid,
	quizHash: hash,
	no: pupilNo,
	attempt: upTo(99),
	answers: list(v.strictObject(answerEntries), 300),
	startedAt: time,
	finishedAt: time,
	leftScreen: from0(100_000)
};

/**
 * One attempt as a device sends it: the answers that the server has not acknowledged yet, and once it is
 * handed in the submission (domain type `Submission`). Sending it again changes nothing.
 */
export const attemptUpload = v.strictObject({
	submissionId: uuid,
	assignmentId: uuid,
	quizHash: hash,
	attempt: upTo(99),
	/** epoch ms, the device's clock */
	startedAt: time,
	answers: list(savedAnswer, 1000),
	handedIn: v.optional(v.strictObject(submissionEntries))
});
export type AttemptUpload = v.InferOutput<typeof attemptUpload>;

/** Most attempts in one upload. */
export const MOST_ATTEMPTS = 50;

/**
 * `POST /api/pupil/[class]/work`: everything that waits on the device. Each attempt is held against
 * `attemptUpload` by itself, so that one that does not fit keeps none of the others.
 */
export const uploadBody = v.strictObject({
	attempts: list(v.unknown(), MOST_ATTEMPTS),
	/** Assignments that are on this device now. */
	ready: list(uuid, 200)
});
export interface Upload {
	attempts: AttemptUpload[];
	ready: string[];
}

/** Why the server will never take an attempt; the device keeps it and says so. */
export type AttemptRefusal = 'unfit' | 'missing' | 'gone' | 'other-pupil' | 'wrong-version';

/** What became of one attempt of an upload, in the same order. */
export interface AttemptAck {
	submissionId: string;
	/** Every answer up to this one is kept. */
	savedSeq: number;
	/** epoch ms, server's clock; the submission is kept */
	handedInAt?: number;
	refused?: AttemptRefusal;
}

/** The answer to an upload: given only once all that it acknowledges is committed. */
export interface UploadAck {
	/** epoch ms */
	serverTime: number;
	attempts: AttemptAck[];
}

/**
 * `GET /api/pupil/[class]/assignments/[assignment]/marks`: as the server marked what it has, with the
 * teacher's rulings; `forbidden` until this pupil may be told.
 */
export interface PupilMarks {
	attempts: MarkedSubmission[];
}
