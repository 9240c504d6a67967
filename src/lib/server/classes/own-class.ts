import { and, eq } from 'drizzle-orm';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import { UUID } from '#lib/domain/classroom/uuid.ts';
import type { ServerContext } from '#lib/server/context.ts';
import type { Call, Work } from '#lib/server/endpoint.ts';
import { classes } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import { teacherOf } from '#lib/server/teachers/teacher-session.ts';
import { absence } from './tombstones.ts';

/** A class and the teacher who asks for it. */
export interface OwnClass {
	classId: string;
	teacherId: string;
}

/** The condition of one's own class. */
export const isOwn = ({ classId, teacherId }: OwnClass) =>
	and(eq(classes.classId, classId), eq(classes.teacherId, teacherId));

/** Why a class cannot be had: `missing` also where it is another teacher's. */
export function classAbsence(database: Database, classId: string) {
	return absence(database, classId, { what: 'class', id: classId });
}

/** The class in a request's path, whoever's it is, and the teacher who is signed in. */
export async function askedClass(
	call: Pick<Call<unknown>, 'event' | 'context'>
): Promise<Outcome<OwnClass, ApiProblem>> {
	const teacher = await teacherOf(call);
	if (!teacher.ok) return teacher;
	const classId = call.event.params.class ?? '';
	if (!UUID.test(classId)) return refused({ code: 'missing' });
	return done({ classId, teacherId: teacher.value.id });
}

/** The work of an endpoint for the class's own teacher alone. */
export function forTeacher<B>(
	work: (call: Call<B>, own: OwnClass) => Promise<Outcome<unknown, ApiProblem>>
): Work<B> {
	return async (call) => {
		const asked = await askedClass(call);
		if (!asked.ok) return asked;
		const { database } = call.context.store;
		const [found] = await database
			.select({ classId: classes.classId })
			.from(classes)
			.where(isOwn(asked.value));
		if (found) return work(call, asked.value);
		return refused(await classAbsence(database, asked.value.classId));
	};
}

/**
 * Changes something of one's own class in one transaction. All that a teacher changes of a class goes
 * through here, one after the other: the class's row is written first.
 */
export function changeOwn<T>(
	{ store }: Pick<ServerContext, 'store'>,
	own: OwnClass,
	work: (database: Database) => Promise<Outcome<T, ApiProblem>>
): Promise<Outcome<T, ApiProblem>> {
	return store.transact(async (database) =>
		(await holdClass(database, own))
			? work(database)
			: refused(await classAbsence(database, own.classId))
	);
}

/** Lets no other transaction change the class until this one ends; whether it is there and one's own. */
async function holdClass(database: Database, own: OwnClass): Promise<boolean> {
	const held = await database
		.update(classes)
		.set({ teacherId: own.teacherId })
		.where(isOwn(own))
		.returning({ classId: classes.classId });
	return held.length > 0;
}
