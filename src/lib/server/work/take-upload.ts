import * as v from 'valibot';
import {
	attemptUpload,
	type AttemptAck,
	type AttemptRefusal,
	type AttemptUpload,
	type UploadAck
} from '#lib/domain/classroom/api/pupil-api.ts';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import { assignmentAbsence } from '#lib/server/assignments/own-assignment.ts';
import {
	lastRead,
	readAssignments,
	type PreparedAssignment
} from '#lib/server/assignments/prepared.ts';
import { pupilAbsence } from '#lib/server/classes/own-pupil.ts';
import { classAbsence } from '#lib/server/classes/own-class.ts';
import type { ServerContext } from '#lib/server/context.ts';
import type { PupilKey } from '#lib/server/pupils/pupil-session.ts';
import type { Database } from '#lib/server/store/types.ts';
import { keepAttempt, type Keeping, type Kept } from './keep-attempt.ts';
import { notePresence } from './presence.ts';

/** An upload as it came: nothing is known of its attempts yet. */
interface RawUpload {
	attempts: unknown[];
	ready: string[];
}

function idOf(attempt: unknown): string {
	const read = v.safeParse(v.object({ submissionId: v.string() }), attempt);
	return read.success ? read.output.submissionId : '';
}

const refusal = (submissionId: string, why: AttemptRefusal): AttemptAck => ({
	...{ submissionId, savedSeq: 0, refused: why }
});

/** What of the submission disagrees with its own attempt or with who is signed in. */
function forged({ handedIn, ...upload }: AttemptUpload, no: number): AttemptRefusal | undefined {
	if (!handedIn) return undefined;
	if (handedIn.no !== no) return 'other-pupil';
	const isSame =
		handedIn.id === upload.submissionId &&
		handedIn.assignmentId === upload.assignmentId &&
		handedIn.quizHash === upload.quizHash &&
		handedIn.attempt === upload.attempt;
	return isSame ? undefined : 'unfit';
}

/** What speaks against an attempt by itself and its assignment. */
function barrier(
	upload: AttemptUpload,
	no: number,
	{ assignment, versions }: PreparedAssignment
): AttemptRefusal | undefined {
	const why = forged(upload, no);
	if (why) return why;
	if (!assignment.pupils.includes(no)) return 'missing';
	return versions.has(upload.quizHash) ? undefined : 'wrong-version';
}

/** What a device is told of an attempt that is kept, or was before. */
function acknowledged({ upload, now }: Keeping, { savedSeq, handedInAt }: Kept): AttemptAck {
	const arrivedAt = handedInAt ?? (upload.handedIn && now);
	return {
		submissionId: upload.submissionId,
		savedSeq: Math.max(savedSeq, ...upload.answers.map(({ seq }) => seq)),
		...(arrivedAt !== undefined && { handedInAt: arrivedAt })
	};
}

/** `gone`: there is no such pupil any more; `changed`: the assignment is another than was read. */
type Taken = AttemptAck | 'gone' | 'changed';

async function absenceOf(
	context: ServerContext,
	{ pupil, upload }: Pick<Keeping, 'pupil' | 'upload'>
): Promise<AttemptAck> {
	const key = { classId: pupil.classId, id: upload.assignmentId };
	const absent = await assignmentAbsence(context.store.database, key);
	return refusal(upload.submissionId, absent.code);
}

/** Takes an attempt as one of an assignment that was read. */
async function takeAttemptOf(
	context: ServerContext,
	pupil: PupilKey,
	{ upload, prepared }: { upload: AttemptUpload; prepared: PreparedAssignment }
): Promise<Taken> {
	const why = barrier(upload, pupil.no, prepared);
	if (why) return refusal(upload.submissionId, why);
	const keeping = { pupil, upload, now: context.now(), changedAt: prepared.changedAt };
	const kept = await keepAttempt(context.store, keeping);
	switch (kept.verdict) {
		case 'kept':
		case 'handed-in':
			return acknowledged(keeping, kept);
		case 'no-pupil':
			return 'gone';
		case 'no-assignment':
			return absenceOf(context, keeping);
		case 'changed':
			return 'changed';
		default:
			return refusal(upload.submissionId, kept.verdict);
	}
}

const isRefused = (taken: Taken) => typeof taken === 'object' && taken.refused !== undefined;

/** Takes an attempt; what is remembered of its assignment may be old, so that refuses nothing. */
async function takeAttempt(
	context: ServerContext,
	pupil: PupilKey,
	upload: AttemptUpload
): Promise<AttemptAck | 'gone'> {
	const { classId } = pupil;
	const { assignmentId: id } = upload;
	const remembered = await lastRead(context, classId, id);
	if (remembered) {
		const taken = await takeAttemptOf(context, pupil, { upload, prepared: remembered });
		if (taken !== 'changed' && !isRefused(taken)) return taken;
	}
	for (;;) {
		const prepared = (await readAssignments(context, classId, [id])).get(id);
		if (!prepared) return absenceOf(context, { pupil, upload });
		const taken = await takeAttemptOf(context, pupil, { upload, prepared });
		if (taken !== 'changed') return taken;
	}
}

/** A pupil who was signed in and is not there: deleted, or the time to keep them is over. */
async function pupilGone(database: Database, pupil: PupilKey): Promise<Outcome<never, ApiProblem>> {
	const inClass = await classAbsence(database, pupil.classId);
	const absent = inClass.code === 'gone' ? inClass : await pupilAbsence(database, pupil);
	return refused(absent.code === 'gone' ? absent : { code: 'signed-out' });
}

/**
 * Keeps what waited on a pupil's device, each attempt in a transaction of its own, in the order it came,
 * and acknowledges it once it is committed. The same upload again changes nothing: what came first stays.
 * Problems: `gone` where the pupil was deleted.
 */
export async function takeUpload(
	context: ServerContext,
	pupil: PupilKey,
	{ attempts, ready }: RawUpload
): Promise<Outcome<UploadAck, ApiProblem>> {
	const { database } = context.store;
	const isThere = await notePresence(context, pupil, {
		ready,
		isWorking: attempts.length > 0
	});
	if (!isThere) return pupilGone(database, pupil);
	const acks: AttemptAck[] = [];
	for (const each of attempts) {
		const parsed = v.safeParse(attemptUpload, each);
		const ack = parsed.success
			? await takeAttempt(context, pupil, parsed.output)
			: refusal(idOf(each), 'unfit');
		if (ack === 'gone') return pupilGone(database, pupil);
		acks.push(ack);
	}
	return done({ serverTime: context.now(), attempts: acks });
}
