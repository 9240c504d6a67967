import { and, eq, gt } from 'drizzle-orm';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { randomToken, secretHash } from '#lib/server/secrets.ts';
import { dropCookie, readCookie, setCookie, type Visit } from '#lib/server/session-cookies.ts';
import { teachers, teacherSessions } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';

const COOKIE = 'recount-teacher';
const SESSION_MS = 30 * 86_400_000;

/** A session just begun: the cookie's token, and when it ends (epoch ms). */
export interface TeacherSession {
	token: string;
	expiresAt: number;
}

/** A session to begin; it counts once `keepTeacherSession` has written it. */
export function newTeacherSession(context: ServerContext): TeacherSession {
	return { token: randomToken(context.crypto), expiresAt: context.now() + SESSION_MS };
}

/** Writes a session of a teacher, with whatever else makes it come about. */
export async function keepTeacherSession(
	database: Database,
	teacherId: string,
	session: TeacherSession & { createdAt: number }
): Promise<void> {
	const { token, createdAt, expiresAt } = session;
	const hash = secretHash(token);
	await database.insert(teacherSessions).values({ hash, teacherId, createdAt, expiresAt });
}

/** Gives a teacher's browser its session. */
export function setTeacherCookie(visit: Visit, session: TeacherSession): void {
	setCookie(visit, COOKIE, session);
}

/** Which teacher is signed in; `signed-out` where none is. */
export async function teacherOf(
	visit: Visit
): Promise<Outcome<{ id: string; name: string }, ApiProblem>> {
	const token = readCookie(visit, COOKIE);
	if (!token) return refused({ code: 'signed-out' });
	const [found] = await visit.context.store.database
		.select({ id: teachers.id, name: teachers.name })
		.from(teacherSessions)
		.innerJoin(teachers, eq(teachers.id, teacherSessions.teacherId))
		.where(
			and(
				eq(teacherSessions.hash, secretHash(token)),
				gt(teacherSessions.expiresAt, visit.context.now())
			)
		);
	return found ? done(found) : refused({ code: 'signed-out' });
}

/** Ends the session of a request, if it has one, and takes its cookie. */
export async function signOutTeacher(visit: Visit): Promise<Outcome<undefined, ApiProblem>> {
	const token = readCookie(visit, COOKIE);
	if (token) {
		const own = eq(teacherSessions.hash, secretHash(token));
		await visit.context.store.transact((database) => database.delete(teacherSessions).where(own));
		dropCookie(visit, COOKIE);
	}
	return done(undefined);
}
