import { and, eq, isNull } from 'drizzle-orm';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import type { SignedInPupil } from '#lib/domain/classroom/api/pupil-api.ts';
import { done, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { classes, pupils } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import {
	keepPupilSession,
	newPupilSession,
	type PupilKey,
	type PupilSession
} from './pupil-session.ts';

/** A pupil let in, with the session to be set as a cookie. */
export interface LetIn {
	pupil: SignedInPupil;
	session: PupilSession;
}

/** What is known of a pupil; nothing of one that left, who gets in no more. */
export async function pupilRow(database: Database, { classId, no }: PupilKey) {
	const [row] = await database
		.select({ pinHash: pupils.pinHash, pseudonym: pupils.pseudonym, className: classes.name })
		.from(pupils)
		.innerJoin(classes, eq(classes.classId, pupils.classId))
		.where(and(eq(pupils.classId, classId), eq(pupils.no, no), isNull(pupils.leftAt)));
	return row;
}

/** Begins a session of a pupil, within the transaction that found them right. */
export async function letIn(
	database: Database,
	context: ServerContext,
	pupil: SignedInPupil
): Promise<Outcome<LetIn, ApiProblem>> {
	const session = newPupilSession(context);
	await keepPupilSession(database, pupil, { ...session, createdAt: context.now() });
	return done({ pupil, session });
}
