import { and, count, eq, max, sql } from 'drizzle-orm';
import type { AttemptUpload } from '#lib/domain/classroom/api/pupil-api.ts';
import type { PupilKey } from '#lib/server/pupils/pupil-session.ts';
import { answers, assignments, attempts, submissions } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';

/** What the store has of an attempt, read while its pupil is held. */
export interface AttemptState {
	/** Absent where it is new. */
	attempt?: Pick<typeof attempts.$inferSelect, 'no' | 'assignmentId' | 'quizHash' | 'attempt'>;
	/** epoch ms; absent while it is not handed in */
	handedInAt?: number;
	/** The highest of the answers kept, 0 before the first. */
	savedSeq: number;
	/** How many attempts of the pupil at the assignment are kept. */
	kept: number;
}

/** What there is of an attempt; nothing where its assignment is not there any more. */
export async function attemptState(
	database: Database,
	{ classId, no }: PupilKey,
	{ submissionId, assignmentId }: AttemptUpload
): Promise<AttemptState | undefined> {
	const tried = database
		.select({ attempts: count() })
		.from(attempts)
		.where(
			and(
				eq(attempts.classId, classId),
				eq(attempts.assignmentId, assignmentId),
				eq(attempts.no, no)
			)
		);
	const last = database
		.select({ seq: max(answers.seq) })
		.from(answers)
		.where(and(eq(answers.classId, classId), eq(answers.attemptId, submissionId)));
	const [found] = await database
		.select({
			attempt: {
				no: attempts.no,
				assignmentId: attempts.assignmentId,
				quizHash: attempts.quizHash,
				attempt: attempts.attempt
			},
			handedInAt: submissions.arrivedAt,
			savedSeq: sql<number | null>`${last}`,
			kept: sql<number>`${tried}`.mapWith(Number)
		})
		.from(assignments)
		.leftJoin(
			attempts,
			and(eq(attempts.classId, assignments.classId), eq(attempts.id, submissionId))
		)
		.leftJoin(
			submissions,
			and(eq(submissions.classId, assignments.classId), eq(submissions.id, submissionId))
		)
		.where(and(eq(assignments.classId, classId), eq(assignments.id, assignmentId)));
	if (!found) return undefined;
	const { attempt, handedInAt, savedSeq, kept } = found;
	return {
		...(attempt && { attempt }),
		...(handedInAt !== null && { handedInAt }),
		savedSeq: savedSeq ?? 0,
		kept
	};
}

/** An attempt to be kept, and when it came (epoch ms). */
export interface Keeping {
	pupil: PupilKey;
	upload: AttemptUpload;
	now: number;
}

async function keepRow(database: Database, { pupil, upload, now }: Keeping): Promise<void> {
	const { classId, no } = pupil;
	const { submissionId: id, assignmentId, attempt, quizHash, startedAt } = upload;
	await database
		.insert(attempts)
		.values({
			...{ classId, id, assignmentId, no, attempt, quizHash, startedAt },
			...{ createdAt: now, seenAt: now }
		})
		.onConflictDoUpdate({ target: [attempts.classId, attempts.id], set: { seenAt: now } });
}

async function keepAnswers(database: Database, { pupil, upload, now }: Keeping): Promise<void> {
	if (upload.answers.length === 0) return;
	const rows = upload.answers.map((answer) => ({
		...{ classId: pupil.classId, attemptId: upload.submissionId },
		...{ seq: answer.seq, itemNo: answer.itemNo, body: JSON.stringify(answer), arrivedAt: now }
	}));
	await database.insert(answers).values(rows).onConflictDoNothing();
}

async function keepSubmission(database: Database, { pupil, upload, now }: Keeping): Promise<void> {
	const { handedIn } = upload;
	if (!handedIn) return;
	const { classId, no } = pupil;
	const { id, assignmentId } = handedIn;
	const row = { classId, id, assignmentId, no, body: JSON.stringify(handedIn), arrivedAt: now };
	await database.insert(submissions).values(row).onConflictDoNothing();
}

/** Writes what is new of an attempt; what is there stays as it is. */
export async function keepAttemptRows(
	database: Database,
	keeping: Keeping,
	{ handedInAt }: AttemptState
): Promise<void> {
	if (handedInAt !== undefined) return;
	// Sent one behind the other without waiting: it is one way to the database and back.
	await Promise.all([
		keepRow(database, keeping),
		keepAnswers(database, keeping),
		keepSubmission(database, keeping)
	]);
}
