import type { AttemptUpload } from '#lib/domain/classroom/api/pupil-api.ts';
import type { PupilKey } from '#lib/server/pupils/pupil-session.ts';
import { statementFor, type Statement } from '#lib/server/store/statement.ts';
import type { ClassStore } from '#lib/server/store/types.ts';

/** More than any class needs: what a device gone mad, or a bored pupil, can fill the store with. */
const MOST_ATTEMPTS_KEPT = 200;

/** An attempt to be kept, and when it came (epoch ms). */
export interface Keeping {
	pupil: PupilKey;
	upload: AttemptUpload;
	now: number;
	/** The assignment's `changed_at` as it was read. */
	changedAt: number;
}

/**
 * What became of an attempt. `kept`: it is written; `handed-in`: its submission was there, nothing changes;
 * `no-pupil`, `no-assignment`: there is none; `changed`: the assignment is another than was read;
 * `other-pupil`: the id is another's; `unfit`: its id stands for another attempt, or there are too many.
 */
export interface Kept {
	verdict:
		'kept' | 'handed-in' | 'no-pupil' | 'no-assignment' | 'changed' | 'other-pupil' | 'unfit';
	/** The highest of the answers that were there before, 0 before the first. */
	savedSeq: number;
	/** epoch ms; absent while no submission was there before */
	handedInAt?: number;
}

/** The answers as rows for `json_to_recordset`: one parameter, however many there are. */
function answerRows({ answers }: AttemptUpload): string {
	const rows = answers.map((answer) => ({
		...{ seq: answer.seq, item_no: answer.itemNo, body: JSON.stringify(answer) }
	}));
	return JSON.stringify(rows);
}

/**
 * The pupil's row is written first, so that no deletion comes between (it writes it too); then what the store
 * has of the attempt says whether anything else is written.
 */
const statement = statementFor<{
	classId: string;
	no: number;
	id: string;
	assignmentId: string;
	attempt: number;
	quizHash: string;
	startedAt: number;
	/** JSON: rows of `answers` */
	answers: string;
	/** JSON; null while it is not handed in */
	submission: string | null;
	now: number;
	changedAt: number;
	most: number;
}>(`
	WITH held AS (
		UPDATE pupils SET seen_at = @now WHERE class_id = @classId AND no = @no RETURNING no
	), found AS (
		SELECT assignments.changed_at, attempts.no AS whose,
			attempts.assignment_id = @assignmentId AND attempts.quiz_hash = @quizHash
				AND attempts.attempt = @attempt AS is_same,
			submissions.arrived_at AS handed_in_at,
			(SELECT count(*) FROM held) AS pupils,
			(SELECT count(*) FROM attempts WHERE class_id = @classId
				AND assignment_id = @assignmentId AND no = @no) AS attempts,
			(SELECT max(seq) FROM answers WHERE class_id = @classId AND attempt_id = @id) AS saved_seq
		FROM (SELECT 1) AS one
		LEFT JOIN assignments ON assignments.class_id = @classId AND assignments.id = @assignmentId
		LEFT JOIN attempts ON attempts.class_id = @classId AND attempts.id = @id
		LEFT JOIN submissions ON submissions.class_id = @classId AND submissions.id = @id
	), ruled AS (
		SELECT saved_seq, handed_in_at, CASE
			WHEN pupils = 0 THEN 'no-pupil'
			WHEN changed_at IS NULL THEN 'no-assignment'
			WHEN changed_at <> @changedAt THEN 'changed'
			WHEN whose <> @no THEN 'other-pupil'
			WHEN NOT is_same THEN 'unfit'
			WHEN whose IS NULL AND attempts >= @most THEN 'unfit'
			WHEN handed_in_at IS NOT NULL THEN 'handed-in'
			ELSE 'kept' END AS verdict
		FROM found
	), kept_attempt AS (
		INSERT INTO attempts (class_id, id, assignment_id, no, attempt, quiz_hash, started_at,
			created_at, seen_at)
		SELECT @classId::uuid, @id::uuid, @assignmentId::uuid, @no::integer, @attempt::integer,
			@quizHash::text, @startedAt::bigint, @now::bigint, @now::bigint
		FROM ruled WHERE verdict = 'kept'
		ON CONFLICT (class_id, id) DO UPDATE SET seen_at = excluded.seen_at
	), kept_answers AS (
		INSERT INTO answers (class_id, attempt_id, seq, item_no, body, arrived_at)
		SELECT @classId::uuid, @id::uuid, answer.seq, answer.item_no, answer.body, @now::bigint
		FROM ruled CROSS JOIN json_to_recordset(@answers::text::json)
			AS answer (seq integer, item_no integer, body text)
		WHERE verdict = 'kept'
		ON CONFLICT (class_id, attempt_id, seq) DO NOTHING
	), kept_submission AS (
		INSERT INTO submissions (class_id, id, assignment_id, no, body, arrived_at)
		SELECT @classId::uuid, @id::uuid, @assignmentId::uuid, @no::integer, @submission::text, @now::bigint
		FROM ruled WHERE verdict = 'kept' AND @submission::text IS NOT NULL
		ON CONFLICT (class_id, id) DO NOTHING
	)
	SELECT verdict, saved_seq, handed_in_at FROM ruled`);

function filled({ pupil, upload, now, changedAt }: Keeping): Statement {
	const { submissionId: id, assignmentId, attempt, quizHash, startedAt, handedIn } = upload;
	return statement({
		...{ ...pupil, id, assignmentId, attempt, quizHash, startedAt, now, changedAt },
		answers: answerRows(upload),
		submission: handedIn ? JSON.stringify(handedIn) : null,
		most: MOST_ATTEMPTS_KEPT
	});
}

/** A row of the statement; a driver may tell a `bigint` as text. */
interface Ruled {
	verdict: Kept['verdict'];
	saved_seq: number | null;
	handed_in_at: number | string | null;
}

/** Writes what is new of an attempt, where nothing speaks against it; what is there stays as it is. */
export async function keepAttempt(store: ClassStore, keeping: Keeping): Promise<Kept> {
	const [row] = await store.runAlone<Ruled>(filled(keeping));
	if (!row) throw new Error('an attempt without a verdict');
	const { verdict, saved_seq: seq, handed_in_at: at } = row;
	return { verdict, savedSeq: seq ?? 0, ...(at !== null && { handedInAt: Number(at) }) };
}
