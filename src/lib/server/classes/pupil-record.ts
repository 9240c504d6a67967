import { and, asc, eq, inArray } from 'drizzle-orm';
import { groupBy } from '#lib/bank/group-by.ts';
import type { PupilRecord } from '#lib/domain/classroom/api/class-api.ts';
import type { SavedAnswer } from '#lib/domain/classroom/api/pupil-api.ts';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import { readAssignments } from '#lib/server/assignments/prepared.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { isAboutPupil, rulingsAbout } from '#lib/server/marks/rulings-about.ts';
import { readRulings } from '#lib/server/marks/rulings.ts';
import type { PupilKey } from '#lib/server/pupils/pupil-session.ts';
import {
	answers,
	attempts,
	presence,
	pupils,
	pupilSessions,
	submissions
} from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import { servedSubmission } from '#lib/server/work/submissions.ts';
import { ofPupil, pupilAbsence } from './own-pupil.ts';
import { servedPupil } from './served-class.ts';

async function attemptsOf(
	database: Database,
	{ classId, no }: PupilKey
): Promise<PupilRecord['attempts']> {
	const begun = await database
		.select()
		.from(attempts)
		.where(and(eq(attempts.classId, classId), eq(attempts.no, no)))
		.orderBy(asc(attempts.id));
	const ids = begun.map(({ id }) => id);
	if (ids.length === 0) return [];
	const rows = await database
		.select()
		.from(answers)
		.where(and(eq(answers.classId, classId), inArray(answers.attemptId, ids)))
		.orderBy(asc(answers.attemptId), asc(answers.seq));
	const byAttempt = groupBy(rows, ({ attemptId }) => attemptId);
	return begun.map(({ id, assignmentId, startedAt }) => {
		const given = byAttempt.get(id) ?? [];
		return {
			...{ assignmentId, submissionId: id, startedAt },
			saved: new Set(given.map(({ itemNo }) => itemNo)).size,
			answers: given.map(({ body, arrivedAt }) => ({
				...(JSON.parse(body) as SavedAnswer),
				arrivedAt
			}))
		};
	});
}

/** What is kept of a pupil as it stands in tables of its own. */
async function tracesOf(database: Database, { classId, no }: PupilKey) {
	const [handedIn, seen, sessions] = await Promise.all([
		database
			.select()
			.from(submissions)
			.where(and(eq(submissions.classId, classId), eq(submissions.no, no)))
			.orderBy(asc(submissions.id)),
		database
			.select({
				assignmentId: presence.assignmentId,
				readyAt: presence.readyAt,
				seenAt: presence.seenAt
			})
			.from(presence)
			.where(and(eq(presence.classId, classId), eq(presence.no, no)))
			.orderBy(asc(presence.assignmentId)),
		database
			.select({ createdAt: pupilSessions.createdAt, expiresAt: pupilSessions.expiresAt })
			.from(pupilSessions)
			.where(and(eq(pupilSessions.classId, classId), eq(pupilSessions.no, no)))
			.orderBy(asc(pupilSessions.createdAt))
	]);
	return { submissions: handedIn.map(servedSubmission), presence: seen, sessions };
}

/** Everything that the server keeps of one pupil, but for the hashes of PIN, link and sessions. */
export async function readPupil(
	context: ServerContext,
	pupil: PupilKey
): Promise<Outcome<PupilRecord, ApiProblem>> {
	const { database } = context.store;
	const [row] = await database.select().from(pupils).where(ofPupil(pupil));
	if (!row) return refused(await pupilAbsence(database, pupil));
	const [tried, traces, rulings, works] = await Promise.all([
		attemptsOf(database, pupil),
		tracesOf(database, pupil),
		readRulings(database, pupil.classId),
		readAssignments(context, pupil.classId)
	]);
	const exceptions = [...works.values()].flatMap(({ assignment }) =>
		assignment.exceptions
			.filter(({ no }) => no === pupil.no)
			.map((exception) => ({ ...exception, assignmentId: assignment.id }))
	);
	const isAbout = isAboutPupil(
		pupil.no,
		tried.map(({ submissionId }) => submissionId)
	);
	return done({
		pupil: servedPupil(row),
		attempts: tried,
		...traces,
		exceptions,
		rulings: rulingsAbout(rulings, isAbout)
	});
}
