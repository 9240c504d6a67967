import { and, asc, eq } from 'drizzle-orm';
import type {
	KnownAttempt,
	PupilWork,
	ServedAssignment
} from '#lib/domain/classroom/api/pupil-api.ts';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import { pupilTerms } from '#lib/domain/classroom/pupil-terms.ts';
import type { Handout } from '#lib/domain/classroom/types.ts';
import { classAbsence } from '#lib/server/classes/own-class.ts';
import { buriedIn } from '#lib/server/classes/tombstones.ts';
import type { ServerContext } from '#lib/server/context.ts';
import type { PupilKey } from '#lib/server/pupils/pupil-session.ts';
import { attempts, classes, submissions } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import { readAssignments, type PreparedAssignment } from './prepared.ts';

/** So long before it opens pupils can get an assignment ready, at home perhaps. */
const GET_READY_MS = 86_400_000;

/** What handouts say of their class. */
type ClassHead = Pick<Handout, 'className' | 'sealTo' | 'signedBy'>;

/** A pupil's own attempts, by assignment. */
async function attemptsByAssignment(
	database: Database,
	{ classId, no }: PupilKey
): Promise<Map<string, KnownAttempt[]>> {
	const rows = await database
		.select({
			assignmentId: attempts.assignmentId,
			submissionId: attempts.id,
			attempt: attempts.attempt,
			arrivedAt: submissions.arrivedAt
		})
		.from(attempts)
		.leftJoin(
			submissions,
			and(eq(submissions.classId, attempts.classId), eq(submissions.id, attempts.id))
		)
		.where(and(eq(attempts.classId, classId), eq(attempts.no, no)))
		.orderBy(asc(attempts.attempt), asc(attempts.id));
	const found = new Map<string, KnownAttempt[]>();
	for (const { assignmentId, submissionId, attempt, arrivedAt } of rows) {
		const known = found.get(assignmentId) ?? [];
		known.push({ submissionId, attempt, ...(arrivedAt !== null && { handedInAt: arrivedAt }) });
		found.set(assignmentId, known);
	}
	return found;
}

async function headOf(database: Database, classId: string): Promise<ClassHead | undefined> {
	const { name, sealTo, signedBy } = classes;
	const [head] = await database
		.select({ className: name, sealTo, signedBy })
		.from(classes)
		.where(eq(classes.classId, classId));
	return head;
}

/** What a Test withheld, once its teacher released it. */
function releasedOf({ assignment, versions }: PreparedAssignment): ServedAssignment['released'] {
	if (assignment.rules.mode === 'practice' || assignment.releasedAt === undefined) return [];
	return [...versions].map(([hash, quiz]) => ({ hash, quiz: { ...quiz, hashes: [] } }));
}

function served(
	prepared: PreparedAssignment,
	{ classId, no }: PupilKey,
	{ head, known }: { head: ClassHead; known: KnownAttempt[] }
): ServedAssignment {
	const { assignment, shown } = prepared;
	const { id, title, rules } = assignment;
	return {
		// Named one by one: what is added to an assignment shall not go out by itself.
		handout: {
			...{ assignmentId: id, classId, className: head.className, title, rules },
			...{ pupils: [no], exceptions: [], sealTo: head.sealTo, signedBy: head.signedBy },
			...{ quiz: shown.quiz, closedFacts: shown.closedFacts }
		},
		terms: pupilTerms(assignment, no),
		released: releasedOf(prepared),
		attempts: known
	};
}

/** What a class server has for one pupil now: assignments they are in, as far as they may be seen. */
export async function pupilWork(
	context: ServerContext,
	pupil: PupilKey
): Promise<Outcome<PupilWork, ApiProblem>> {
	const { database } = context.store;
	const { classId, no } = pupil;
	const now = context.now();
	const [head, works, known, withdrawn] = await Promise.all([
		headOf(database, classId),
		readAssignments(context, classId),
		attemptsByAssignment(database, pupil),
		buriedIn(database, classId, 'assignment')
	]);
	if (!head) return refused(await classAbsence(database, classId));
	const mine = [...works.values()].filter(
		({ assignment }) =>
			assignment.pupils.includes(no) &&
			now >= (pupilTerms(assignment, no).opensAt ?? 0) - GET_READY_MS
	);
	mine.sort((a, b) => a.assignment.createdAt - b.assignment.createdAt);
	return done({
		serverTime: now,
		assignments: mine.map((each) =>
			served(each, pupil, { head, known: known.get(each.assignment.id) ?? [] })
		),
		withdrawn: [...withdrawn]
	});
}
