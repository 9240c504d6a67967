import * as v from 'valibot';
import { handoutSchema, quizSchema } from '#lib/domain/classroom/handout-schema.ts';
import { from0, hash, line, pupilNo, time, upTo, uuid } from './fields.ts';
import type {
	AttemptAck,
	KnownAttempt,
	PupilWork,
	ServedAssignment,
	SignedInPupil,
	UploadAck
} from './pupil-api.ts';

/**
 * What a pupil's device holds the class server's answers against before it keeps them. Fields that a newer
 * server adds are passed over; what cannot be read takes nothing else with it.
 */

const signedInPupil = v.object({
	classId: uuid,
	className: line,
	no: pupilNo,
	pseudonym: line
});

/** Reads who is signed in; nothing where it is no such answer. */
export function readPupil(answer: unknown): SignedInPupil | undefined {
	const read = v.safeParse(signedInPupil, answer);
	return read.success ? read.output : undefined;
}

const terms = v.object({
	opensAt: v.optional(time),
	closesAt: v.optional(time),
	minutes: v.optional(upTo(10_000))
});

const knownAttempt: v.GenericSchema<unknown, KnownAttempt> = v.object({
	submissionId: uuid,
	attempt: upTo(99),
	handedInAt: v.optional(time)
});

const assignment: v.GenericSchema<unknown, ServedAssignment> = v.object({
	handout: handoutSchema,
	terms,
	released: v.array(v.object({ hash, quiz: quizSchema })),
	attempts: v.array(knownAttempt)
});

const work = v.object({
	serverTime: time,
	assignments: v.array(v.unknown()),
	withdrawn: v.array(uuid)
});

/** A pupil's work with how many assignments this version of the program cannot read. */
export interface ReadWork extends PupilWork {
	unread: number;
}

/** Reads what the server has for a pupil of a class; nothing where it is no such answer. */
export function readWork(answer: unknown, classId: string): ReadWork | undefined {
	const read = v.safeParse(work, answer);
	if (!read.success) return undefined;
	const given = read.output.assignments.map((each) => v.safeParse(assignment, each));
	const assignments = given
		.flatMap(({ success, output }) => (success ? [output] : []))
		.filter(({ handout }) => handout.classId === classId);
	return { ...read.output, assignments, unread: given.length - assignments.length };
}

const REFUSALS = ['unfit', 'missing', 'gone', 'other-pupil', 'wrong-version'] as const;

const attemptAck: v.GenericSchema<unknown, AttemptAck> = v.object({
	submissionId: v.string(),
	savedSeq: from0(100_000),
	handedInAt: v.optional(time),
	refused: v.optional(v.picklist(REFUSALS))
});

const uploadAck = v.object({ serverTime: time, attempts: v.array(attemptAck) });

/** Reads the answer to an upload; nothing where it is no such answer. */
export function readAck(answer: unknown): UploadAck | undefined {
	const read = v.safeParse(uploadAck, answer);
	return read.success ? read.output : undefined;
}

/** What a pupil is told of the marks of one attempt. */
export interface ServedMark {
	submissionId: string;
	credit: number;
	/** Parts that count and are decided. */
	outOf: number;
	undecided: number;
}

const points = v.pipe(v.number(), v.minValue(0));
const marks = v.object({
	attempts: v.array(
		v.object({
			submission: v.object({ id: uuid }),
			credit: points,
			outOf: points,
			undecided: points
		})
	)
});

/** Reads the marks of a pupil's attempts; none where it is no such answer. */
export function readMarks(answer: unknown): ServedMark[] {
	const read = v.safeParse(marks, answer);
	if (!read.success) return [];
	return read.output.attempts.map(({ submission, ...mark }) => ({
		submissionId: submission.id,
		...mark
	}));
}
