import { and, asc, eq } from 'drizzle-orm';
import type { TakeBody, TakenAttempt } from '#lib/domain/classroom/api/class-api.ts';
import type { SavedAnswer } from '#lib/domain/classroom/api/pupil-api.ts';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import { pupilTerms } from '#lib/domain/classroom/pupil-terms.ts';
import type { Assignment, FrozenQuiz, Submission } from '#lib/domain/classroom/types.ts';
import { assignmentAbsence, type OwnAssignment } from '#lib/server/assignments/own-assignment.ts';
import { readAssignments } from '#lib/server/assignments/prepared.ts';
import { changeOwn } from '#lib/server/classes/own-class.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { answers, attempts, submissions } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import { holdPupil } from './hold-pupil.ts';
import { servedSubmission } from './submissions.ts';

const MINUTE = 60_000;

type AttemptRow = typeof attempts.$inferSelect;

/** An attempt of an assignment to be taken. */
interface Taking {
	own: OwnAssignment;
	attemptId: string;
	/** The teacher's word. */
	body: TakeBody;
}

/** Whether the pupil could still hand in by themselves, by the server's clock. */
function canComeInTime(assignment: Assignment, { no, createdAt }: AttemptRow, now: number) {
	const { closesAt = Infinity, minutes = Infinity } = pupilTerms(assignment, no);
	return now <= Math.min(closesAt, createdAt + minutes * MINUTE);
}

/** The last answer to each item of the quiz; items beyond it are repeats of a practice. */
function lastAnswers(saved: readonly SavedAnswer[], { items }: FrozenQuiz): SavedAnswer[] {
	const last = new Map<number, SavedAnswer>();
	for (const answer of saved) if (answer.itemNo < items.length) last.set(answer.itemNo, answer);
	return [...last.values()].sort((a, b) => a.itemNo - b.itemNo);
}

/** What an attempt would be, handed in as it is. */
function submissionOf(
	row: AttemptRow,
	saved: readonly SavedAnswer[],
	quiz: FrozenQuiz
): Submission {
	const { id, assignmentId, quizHash, no, attempt, startedAt } = row;
	return {
		...{ id, assignmentId, quizHash, no, attempt },
		answers: lastAnswers(saved, quiz).map(({ itemNo, raw, confidence, tookMs }) => ({
			itemNo,
			raw,
			...(confidence && { confidence }),
			tookMs
		})),
		startedAt,
		finishedAt: saved.at(-1)?.at ?? startedAt,
		leftScreen: 0
	};
}

async function savedAnswers(database: Database, { classId, id }: AttemptRow) {
	const rows = await database
		.select({ body: answers.body })
		.from(answers)
		.where(and(eq(answers.classId, classId), eq(answers.attemptId, id)))
		.orderBy(asc(answers.seq));
	return rows.map(({ body }) => JSON.parse(body) as SavedAnswer);
}

async function attemptRow(database: Database, { own, attemptId }: Taking) {
	const [row] = await database
		.select()
		.from(attempts)
		.where(
			and(
				eq(attempts.classId, own.classId),
				eq(attempts.id, attemptId),
				eq(attempts.assignmentId, own.id)
			)
		);
	return row;
}

async function keptSubmission(
	database: Database,
	{ classId, id }: Pick<AttemptRow, 'classId' | 'id'>
): Promise<TakenAttempt | undefined> {
	const [kept] = await database
		.select()
		.from(submissions)
		.where(and(eq(submissions.classId, classId), eq(submissions.id, id)));
	return kept && { submission: servedSubmission(kept) };
}

/** An attempt whose pupil is held, in the version it answers. */
interface Held {
	row: AttemptRow;
	quiz: FrozenQuiz;
	assignment: Assignment;
	now: number;
}

async function makeSubmission(
	database: Database,
	{ row, quiz, assignment, now }: Held,
	{ evenIfOpen = false }: TakeBody
): Promise<Outcome<TakenAttempt, ApiProblem>> {
	const saved = await savedAnswers(database, row);
	if (saved.length === 0) return refused({ code: 'missing' });
	if (!evenIfOpen && canComeInTime(assignment, row, now)) return refused({ code: 'forbidden' });
	const { classId, id, assignmentId, no } = row;
	const submission = submissionOf(row, saved, quiz);
	await database.insert(submissions).values({
		...{ classId, id, assignmentId, no, arrivedAt: now },
		body: JSON.stringify(submission)
	});
	return done({ submission: { ...submission, arrivedAt: now } });
}

/**
 * Makes a submission of what was saved of an attempt that was never handed in. What the pupil's device
 * hands in later is acknowledged, and this stays. Problems: `missing` where nothing was saved, `forbidden`
 * while it can still come in time and the teacher did not say so.
 */
export async function takeSavedAttempt(
	context: ServerContext,
	taking: Taking
): Promise<Outcome<TakenAttempt, ApiProblem>> {
	const { own, body } = taking;
	const works = await readAssignments(context, own.classId, [own.id]);
	const prepared = works.get(own.id);
	if (!prepared) return refused(await assignmentAbsence(context.store.database, own));
	const { assignment, versions } = prepared;
	const now = context.now();
	return changeOwn(context, own, async (database) => {
		const row = await attemptRow(database, taking);
		const quiz = row && versions.get(row.quizHash);
		if (!quiz || !(await holdPupil(database, row))) return refused({ code: 'missing' });
		const kept = await keptSubmission(database, row);
		return kept ? done(kept) : makeSubmission(database, { row, quiz, assignment, now }, body);
	});
}
