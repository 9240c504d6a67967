import { and, eq, gt, sql } from 'drizzle-orm';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import type { SignedInPupil } from '#lib/domain/classroom/api/pupil-api.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import { UUID } from '#lib/domain/classroom/uuid.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { randomToken, secretHash } from '#lib/server/secrets.ts';
import { dropCookie, readCookie, setCookie, type Visit } from '#lib/server/session-cookies.ts';
import { queryFor } from '#lib/server/store/query-for.ts';
import { classes, pupils, pupilSessions, tombstones } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';

const SESSION_MS = 180 * 86_400_000;

/** A pupil of a class. */
export interface PupilKey {
	classId: string;
	no: number;
}

/** A session just begun: the cookie's token, and when it ends (epoch ms). */
export interface PupilSession {
	token: string;
	expiresAt: number;
}

const cookieOf = (classId: string) => `recount-pupil-${classId}`;

/** A session to begin; it counts once `keepPupilSession` has written it. */
export function newPupilSession(context: ServerContext): PupilSession {
	return { token: randomToken(context.crypto), expiresAt: context.now() + SESSION_MS };
}

/** Writes a session of a pupil, with whatever else makes it come about. */
export async function keepPupilSession(
	database: Database,
	{ classId, no }: PupilKey,
	session: PupilSession & { createdAt: number }
): Promise<void> {
	const { token, createdAt, expiresAt } = session;
	const hash = secretHash(token);
	await database.insert(pupilSessions).values({ classId, no, hash, createdAt, expiresAt });
}

/** Gives a pupil's browser the session of a class. */
export function setPupilCookie(visit: Visit, classId: string, session: PupilSession): void {
	setCookie(visit, cookieOf(classId), session);
}

/**
 * Ends all sessions of a pupil: on a new PIN, a lock, a link taken back. Not when the pupil is deleted:
 * a session left over then tells the device that they are `gone`, and lets it in nowhere.
 */
export async function endPupilSessions(
	database: Database,
	{ classId, no }: PupilKey
): Promise<void> {
	const ofPupil = and(eq(pupilSessions.classId, classId), eq(pupilSessions.no, no));
	await database.delete(pupilSessions).where(ofPupil);
}

/** The class that a request is about and the hash of its session, where it has any. */
function presented(visit: Visit): { classId: string; hash: string } | undefined {
	const classId = visit.event.params.class ?? '';
	const token = UUID.test(classId) ? readCookie(visit, cookieOf(classId)) : undefined;
	return token ? { classId, hash: secretHash(token) } : undefined;
}

async function isDeleted(database: Database, { classId, no }: Partial<PupilKey>) {
	const dead = await database
		.select({ what: tombstones.what, id: tombstones.id })
		.from(tombstones)
		.where(eq(tombstones.classId, classId ?? ''));
	return dead.some(({ what, id }) => what === 'class' || (what === 'pupil' && id === String(no)));
}

const sessionQuery = queryFor((database) =>
	database
		.select({ no: pupilSessions.no, pupil: pupils, className: classes.name })
		.from(pupilSessions)
		.leftJoin(
			pupils,
			and(eq(pupils.classId, pupilSessions.classId), eq(pupils.no, pupilSessions.no))
		)
		.leftJoin(classes, eq(classes.classId, pupilSessions.classId))
		.where(
			and(
				eq(pupilSessions.classId, sql.placeholder('classId')),
				eq(pupilSessions.hash, sql.placeholder('hash')),
				gt(pupilSessions.expiresAt, sql.placeholder('now'))
			)
		)
		.prepare('pupil_session')
);

/**
 * Who is signed in for the class in the request's path. Problems: `signed-out`, `forbidden` (left the
 * class), `gone` (pupil or class deleted).
 */
export async function pupilOf(visit: Visit): Promise<Outcome<SignedInPupil, ApiProblem>> {
	const session = presented(visit);
	if (!session) return refused({ code: 'signed-out' });
	const { database } = visit.context.store;
	const [found] = await sessionQuery(database).execute({
		...session,
		now: visit.context.now()
	});
	if (!found?.pupil || found.className === null) {
		const isGone = await isDeleted(database, { classId: session.classId, no: found?.no });
		return refused({ code: isGone ? 'gone' : 'signed-out' });
	}
	const { classId, no, pseudonym, leftAt } = found.pupil;
	if (leftAt !== null) return refused({ code: 'forbidden' });
	return done({ classId, className: found.className, no, pseudonym });
}

/** Ends the session of a request, if it has one, and takes its cookie. */
export async function signOutPupil(visit: Visit): Promise<Outcome<undefined, ApiProblem>> {
	const session = presented(visit);
	if (session) {
		const { classId, hash } = session;
		const own = and(eq(pupilSessions.classId, classId), eq(pupilSessions.hash, hash));
		await visit.context.store.transact((database) => database.delete(pupilSessions).where(own));
		dropCookie(visit, cookieOf(classId));
	}
	return done(undefined);
}
