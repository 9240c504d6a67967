import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import type { SignedInTeacher } from '#lib/domain/classroom/api/teacher-api.ts';
import { done, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ServerContext } from '#lib/server/context.ts';
import type { Visit } from '#lib/server/session-cookies.ts';
import type { Database } from '#lib/server/store/types.ts';
import { passkeysOf } from './passkeys.ts';
import { keepRecoveryCodes, newRecoveryCodes, recoveryCodesLeft } from './recovery-codes.ts';
import { setTeacherCookie, type TeacherSession } from './teacher-session.ts';

/** A teacher let in, with the session to be set as a cookie. */
export interface TeacherLetIn {
	teacher: SignedInTeacher;
	session: TeacherSession;
}

/** What a signed-in teacher is told of themselves; `recoveryCodes` only right after they were made. */
export async function signedInTeacher(
	database: Database,
	{ id, name }: { id: string; name: string },
	recoveryCodes?: string[]
): Promise<SignedInTeacher> {
	const own = await passkeysOf(database, id);
	return {
		id,
		name,
		passkeys: own.map((passkey) => ({
			id: passkey.id,
			createdAt: passkey.createdAt,
			...(passkey.usedAt !== null && { usedAt: passkey.usedAt })
		})),
		recoveryCodesLeft: await recoveryCodesLeft(database, id),
		...(recoveryCodes && { recoveryCodes })
	};
}

/** What a browser is told of a sign-in; one that came about also gives it its session. */
export function welcomeTeacher(
	visit: Visit,
	letIn: Outcome<TeacherLetIn, ApiProblem>
): Outcome<SignedInTeacher, ApiProblem> {
	if (!letIn.ok) return letIn;
	setTeacherCookie(visit, letIn.value.session);
	return done(letIn.value.teacher);
}

/** Ten new recovery codes for a teacher, told once; those they had are void. */
export function renewRecoveryCodes(
	context: ServerContext,
	teacher: { id: string; name: string }
): Promise<Outcome<SignedInTeacher, ApiProblem>> {
	const codes = newRecoveryCodes(context.crypto);
	const made = { teacherId: teacher.id, codes, now: context.now() };
	return context.store.transact(async (database) => {
		await keepRecoveryCodes(database, made);
		return done(await signedInTeacher(database, teacher, codes));
	}, 'serializable');
}
