import { eq, lte } from 'drizzle-orm';
import { done } from '#lib/domain/classroom/outcome.ts';
import { removeAssignment } from '#lib/server/assignments/delete-assignment.ts';
import { readAssignments, type PreparedAssignment } from '#lib/server/assignments/prepared.ts';
import { changeOwn, type OwnClass } from '#lib/server/classes/own-class.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { markedAssignment } from '#lib/server/marks/assignment-marks.ts';
import {
	aggregates,
	assignments,
	challenges,
	presence,
	pupils,
	pupilSessions,
	rulings,
	serverCodes,
	teacherSessions
} from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import { aggregateOf } from './aggregate.ts';
import { dueClasses } from './due-classes.ts';

/** Deletes what has run out by itself. */
async function dropExpired({ store, now }: ServerContext): Promise<void> {
	const time = now();
	for (const table of [teacherSessions, pupilSessions, challenges, serverCodes] as const)
		await store.transact((database) => database.delete(table).where(lte(table.expiresAt, time)));
}

/** Takes everyone out of a class, so that nothing new can come; whether its time is over indeed. */
async function dropPupils(context: ServerContext, own: OwnClass): Promise<boolean> {
	const now = context.now();
	const { classId } = own;
	const dropped = await changeOwn(context, own, async (database) => {
		const [due] = await dueClasses(database, now, classId);
		if (!due) return done(false);
		for (const table of [pupils, pupilSessions, presence] as const)
			await database.delete(table).where(eq(table.classId, classId));
		await dropLooseRulings(database, classId);
		return done(true);
	});
	return dropped.ok && dropped.value;
}

/** Once the last assignment went, nothing is left that was decided about. */
async function dropLooseRulings(database: Database, classId: string): Promise<void> {
	const left = await database
		.select({ id: assignments.id })
		.from(assignments)
		.where(eq(assignments.classId, classId))
		.limit(1);
	if (left.length === 0) await database.delete(rulings).where(eq(rulings.classId, classId));
}

/** Leaves of an assignment only its counts by question. Who comes second counts nothing, and changes nothing. */
async function reduce(
	context: ServerContext,
	own: OwnClass,
	prepared: PreparedAssignment
): Promise<void> {
	const { id } = prepared.assignment;
	const { classId } = own;
	const key = { classId, id };
	const marked = await markedAssignment(context.store.database, key, prepared);
	const body = JSON.stringify(aggregateOf(marked));
	const madeAt = context.now();
	await changeOwn(context, own, async (database) => {
		await database
			.insert(aggregates)
			.values({ classId, assignmentId: id, body, madeAt })
			.onConflictDoNothing();
		await removeAssignment(database, key, madeAt);
		await dropLooseRulings(database, classId);
		return done(undefined);
	});
}

async function sweepClass(context: ServerContext, own: OwnClass): Promise<boolean> {
	if (!(await dropPupils(context, own))) return false;
	const works = await readAssignments(context, own.classId);
	for (const prepared of works.values()) await reduce(context, own, prepared);
	return true;
}

/**
 * Deletes what pupils did in classes whose time to keep it is over, down to counts by question, and all
 * sessions and codes that have run out. It can be cut off anywhere and done by two at once: the next run
 * goes on. Returns how many classes it swept.
 * @throws AggregateError once all others are done, where some class could not be swept
 */
export async function sweep(context: ServerContext): Promise<number> {
	await dropExpired(context);
	const due = await dueClasses(context.store.database, context.now());
	const failures: unknown[] = [];
	let swept = 0;
	for (const own of due) {
		try {
			if (await sweepClass(context, own)) swept += 1;
		} catch (failure) {
			failures.push(failure);
		}
	}
	if (failures.length > 0) throw new AggregateError(failures, 'some classes could not be swept');
	return swept;
}
