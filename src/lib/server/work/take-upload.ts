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
import { readAssignments, type PreparedAssignment } from '#lib/server/assignments/prepared.ts';
import { pupilAbsence } from '#lib/server/classes/own-pupil.ts';
import { classAbsence } from '#lib/server/classes/own-class.ts';
import type { ServerContext } from '#lib/server/context.ts';
import type { PupilKey } from '#lib/server/pupils/pupil-session.ts';
import type { Database } from '#lib/server/store/types.ts';
import { attemptState, keepAttemptRows } from './attempt-rows.ts';
import type { AttemptState, Keeping } from './attempt-rows.ts';
import { holdPupil } from './hold-pupil.ts';
import { notePresence } from './presence.ts';

/** An upload as it came: nothing is known of its attempts yet. */
interface RawUpload {
	attempts: unknown[];
	ready: string[];
}

/** More than any class needs: what a device gone mad, or a bored pupil, can fill the store with. */
const MOST_ATTEMPTS_KEPT = 200;

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

/** What speaks against an attempt by what the store has under its id. */
function conflict({ pupil, upload }: Keeping, state: AttemptState): AttemptRefusal | undefined {
	const { attempt, kept } = state;
	if (!attempt) return kept < MOST_ATTEMPTS_KEPT ? undefined : 'unfit';
	if (attempt.no !== pupil.no) return 'other-pupil';
	const isSame =
		attempt.assignmentId === upload.assignmentId &&
		attempt.quizHash === upload.quizHash &&
		attempt.attempt === upload.attempt;
	return isSame ? undefined : 'unfit';
}

function acknowledged(
	{ upload, now }: Keeping,
	{ savedSeq, handedInAt }: AttemptState
): AttemptAck {
	const arrivedAt = handedInAt ?? (upload.handedIn && now);
	return {
		submissionId: upload.submissionId,
		savedSeq: Math.max(savedSeq, ...upload.answers.map(({ seq }) => seq)),
		...(arrivedAt !== undefined && { handedInAt: arrivedAt })
	};
}

/** `gone`: there is no such pupil any more. */
function keepAttempt({ store }: ServerContext, keeping: Keeping): Promise<AttemptAck | 'gone'> {
	const { pupil, upload, now } = keeping;
	const { submissionId, assignmentId: id } = upload;
	const { classId } = pupil;
	return store.transact(async (database) => {
		if (!(await holdPupil(database, pupil, now))) return 'gone';
		const state = await attemptState(database, pupil, upload);
		if (!state)
			return refusal(submissionId, (await assignmentAbsence(database, { classId, id })).code);
		const why = conflict(keeping, state);
		if (why) return refusal(submissionId, why);
		await keepAttemptRows(database, keeping, state);
		return acknowledged(keeping, state);
		// Upload and deletion both write the pupil's row: no more is needed to tell them apart.
	}, 'repeatable read');
}

async function takeAttempt(
	context: ServerContext,
	pupil: PupilKey,
	{ upload, prepared }: { upload: AttemptUpload; prepared: PreparedAssignment | undefined }
): Promise<AttemptAck | 'gone'> {
	const { submissionId, assignmentId: id } = upload;
	if (!prepared) {
		const key = { classId: pupil.classId, id };
		const absent = await assignmentAbsence(context.store.database, key);
		return refusal(submissionId, absent.code);
	}
	const why = barrier(upload, pupil.no, prepared);
	if (why) return refusal(submissionId, why);
	return keepAttempt(context, { pupil, upload, now: context.now() });
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
	const read = attempts.map((each) => ({ each, parsed: v.safeParse(attemptUpload, each) }));
	const asked = read.flatMap(({ parsed }) => (parsed.success ? parsed.output.assignmentId : []));
	const ids = [...new Set([...asked, ...ready])];
	const works = await readAssignments(context, pupil.classId, ids);
	const here = ready.filter((id) => works.get(id)?.assignment.pupils.includes(pupil.no));
	const isThere = await notePresence(context, pupil, { here, isWorking: asked.length > 0 });
	if (!isThere) return pupilGone(database, pupil);
	const acks: AttemptAck[] = [];
	for (const { each, parsed } of read) {
		const ack = parsed.success
			? await takeAttempt(context, pupil, {
					upload: parsed.output,
					prepared: works.get(parsed.output.assignmentId)
				})
			: refusal(idOf(each), 'unfit');
		if (ack === 'gone') return pupilGone(database, pupil);
		acks.push(ack);
	}
	return done({ serverTime: context.now(), attempts: acks });
}
