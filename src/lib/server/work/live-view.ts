import { and, countDistinct, eq, inArray, lt } from 'drizzle-orm';
import { groupBy } from '#lib/bank/group-by.ts';
import type { LivePupil, LiveState, LiveView } from '#lib/domain/classroom/api/class-api.ts';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { presentQuiz } from '#lib/domain/classroom/hand-out.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import { assignmentAbsence, type AssignmentKey } from '#lib/server/assignments/own-assignment.ts';
import { readAssignments } from '#lib/server/assignments/prepared.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { answers, attempts, presence, submissions } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';

/** An attempt as the live view needs it. */
interface BegunAttempt {
	id: string;
	no: number;
	attempt: number;
	seenAt: number;
}

/** What of an assignment happens, each sort in one reading. */
async function signsOf(database: Database, { classId, id }: AssignmentKey) {
	const [begun, handedIn, seen] = await Promise.all([
		database
			.select({
				id: attempts.id,
				no: attempts.no,
				attempt: attempts.attempt,
				seenAt: attempts.seenAt
			})
			.from(attempts)
			.where(and(eq(attempts.classId, classId), eq(attempts.assignmentId, id))),
		database
			.select({ id: submissions.id, no: submissions.no, arrivedAt: submissions.arrivedAt })
			.from(submissions)
			.where(and(eq(submissions.classId, classId), eq(submissions.assignmentId, id))),
		database
			.select({ no: presence.no, seenAt: presence.seenAt })
			.from(presence)
			.where(and(eq(presence.classId, classId), eq(presence.assignmentId, id)))
	]);
	return { begun, handedIn, seen };
}

type Signs = Awaited<ReturnType<typeof signsOf>>;

/** Each pupil's newest attempt, by number. */
function newestAttempts(begun: readonly BegunAttempt[]): Map<number, BegunAttempt> {
	const newest = new Map<number, BegunAttempt>();
	for (const each of begun) {
		const known = newest.get(each.no);
		const isNewer =
			!known ||
			each.attempt > known.attempt ||
			(each.attempt === known.attempt && each.id > known.id);
		if (isNewer) newest.set(each.no, each);
	}
	return newest;
}

/** How many of a quiz's items were answered, by attempt. */
async function savedItems(
	database: Database,
	classId: string,
	{ ids, items }: { ids: string[]; items: number }
): Promise<Map<string, number>> {
	if (ids.length === 0) return new Map();
	const rows = await database
		.select({ id: answers.attemptId, saved: countDistinct(answers.itemNo) })
		.from(answers)
		.where(
			and(eq(answers.classId, classId), inArray(answers.attemptId, ids), lt(answers.itemNo, items))
		)
		.groupBy(answers.attemptId);
	return new Map(rows.map(({ id, saved }) => [id, saved]));
}

/** What the live view of one pupil is made from. */
interface PupilSigns {
	newest: BegunAttempt | undefined;
	saved: number;
	handedIn: Signs['handedIn'];
	seenAt: number | undefined;
}

function stateOf({ newest, saved, handedIn, seenAt }: PupilSigns): LiveState {
	const isNewestIn = newest !== undefined && handedIn.some(({ id }) => id === newest.id);
	if (newest && !isNewestIn && saved > 0) return 'working';
	if (handedIn.length > 0) return 'handed-in';
	return newest !== undefined || seenAt !== undefined ? 'ready' : 'away';
}

function livePupil(no: number, signs: PupilSigns): LivePupil {
	const { newest, saved, handedIn, seenAt } = signs;
	const heard = [seenAt, newest?.seenAt].filter((at) => at !== undefined);
	return {
		no,
		state: stateOf(signs),
		saved,
		...(newest && { attempt: newest.attempt }),
		...(heard.length > 0 && { seenAt: Math.max(...heard) }),
		...(handedIn.length > 0 && {
			handedInAt: Math.max(...handedIn.map(({ arrivedAt }) => arrivedAt))
		})
	};
}

/** Where each pupil of an assignment stands now: rows are counted, nothing that was answered is read. */
export async function liveView(
	context: ServerContext,
	key: AssignmentKey
): Promise<Outcome<LiveView, ApiProblem>> {
	const { database } = context.store;
	const [works, signs] = await Promise.all([
		readAssignments(context, key.classId, [key.id]),
		signsOf(database, key)
	]);
	const assignment = works.get(key.id)?.assignment;
	if (!assignment) return refused(await assignmentAbsence(database, key));
	const items = presentQuiz(assignment)?.items.length ?? 0;
	const newest = newestAttempts(signs.begun);
	const ids = [...newest.values()].map(({ id }) => id);
	const saved = await savedItems(database, key.classId, { ids, items });
	const seen = new Map(signs.seen.map(({ no, seenAt }) => [no, seenAt]));
	const handedIn = groupBy(signs.handedIn, ({ no }) => `${no}`);
	const pupils = [...assignment.pupils].sort((a, b) => a - b);
	return done({
		serverTime: context.now(),
		items,
		pupils: pupils.map((no) =>
			livePupil(no, {
				newest: newest.get(no),
				saved: saved.get(newest.get(no)?.id ?? '') ?? 0,
				handedIn: handedIn.get(`${no}`) ?? [],
				seenAt: seen.get(no)
			})
		),
		submissions: signs.handedIn.length
	});
}
