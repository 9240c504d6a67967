import type { AssignmentBody, PutAssignment } from '#lib/domain/classroom/api/class-api.ts';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { Assignment } from '#lib/domain/classroom/types.ts';
import { changeOwn } from '#lib/server/classes/own-class.ts';
import { buriedIn } from '#lib/server/classes/tombstones.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { assignments } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import { joinedVersions } from './joined-versions.ts';
import { assignmentAbsence, ofAssignment, type OwnAssignment } from './own-assignment.ts';
import { lastClosing, withoutPupils } from './stored-assignment.ts';
import { fixedField, unfitField } from './unfit-assignment.ts';

/** An assignment joined with what is there of it. */
function joined(there: Assignment | undefined, next: Assignment): Outcome<Assignment, ApiProblem> {
	const where = there && fixedField(there, next);
	if (where !== undefined) return refused({ code: 'unfit', where });
	const versions = joinedVersions(there?.versions ?? [], next.versions);
	return versions
		? done({ ...next, versions, createdAt: there?.createdAt ?? next.createdAt })
		: refused({ code: 'unfit', where: 'versions' });
}

async function keep(
	database: Database,
	{ classId, id }: OwnAssignment,
	{ next, now }: { next: Assignment; now: number }
): Promise<Outcome<PutAssignment, ApiProblem>> {
	const key = { classId, id };
	const [row] = await database.select().from(assignments).where(ofAssignment(key));
	const absent = row ? undefined : await assignmentAbsence(database, key);
	if (absent?.code === 'gone') return refused(absent);
	const whole = joined(row && (JSON.parse(row.body) as Assignment), next);
	if (!whole.ok) return whole;
	const changed = withoutPupils(whole.value, await buriedIn(database, classId, 'pupil'));
	const body = JSON.stringify(changed);
	// What is remembered of an assignment goes by this time: it never stands still at a change.
	const changedAt = row ? Math.max(now, row.changedAt + 1) : now;
	const set = { body, closesAt: lastClosing(changed), changedAt };
	await database
		.insert(assignments)
		.values({ ...key, ...set, createdAt: now })
		.onConflictDoUpdate({ target: [assignments.classId, assignments.id], set });
	return done({ changedAt, versions: changed.versions.length });
}

/**
 * Puts an assignment on the server or brings it up to date. Versions that are there stay as they are.
 * Problems: `gone` where it was deleted for good, `unfit` with the field.
 */
export async function putAssignment(
	context: ServerContext,
	own: OwnAssignment,
	body: AssignmentBody
): Promise<Outcome<PutAssignment, ApiProblem>> {
	const where = await unfitField(context.crypto, body, own);
	if (where !== undefined) return refused({ code: 'unfit', where });
	const now = context.now();
	return changeOwn(context, own, (database) => keep(database, own, { next: body, now }));
}
