import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import type { PasskeyBody, PasskeyFlow } from '#lib/domain/classroom/api/teacher-api.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { teachers } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import { keepChallenge, takeChallenge } from './challenges.ts';
import { findPasskey, usePasskey } from './passkeys.ts';
import { useRecoveryCode } from './recovery-codes.ts';
import { relyingParty } from './relying-party.ts';
import { signedInTeacher, type TeacherLetIn } from './signed-in.ts';
import { keepTeacherSession, newTeacherSession } from './teacher-session.ts';
import { checkSignature, signInOptions } from './webauthn.ts';

async function begin(
	database: Database,
	context: ServerContext,
	teacherId: string
): Promise<Outcome<TeacherLetIn, ApiProblem>> {
	const [teacher] = await database.select().from(teachers).where(eq(teachers.id, teacherId));
	if (!teacher) return refused({ code: 'wrong-code' });
	const session = newTeacherSession(context);
	await keepTeacherSession(database, teacherId, { ...session, createdAt: context.now() });
	return done({ teacher: await signedInTeacher(database, teacher), session });
}

/** Begins a sign-in by whatever passkey the browser has for this server. Problem: `insecure`. */
export async function beginSignIn(
	context: ServerContext
): Promise<Outcome<PasskeyFlow, ApiProblem>> {
	const party = relyingParty(context);
	if (!party.ok) return party;
	const options = await signInOptions(party.value);
	const { challenge } = options;
	const flowId = await keepChallenge(context, { purpose: 'sign-in', challenge, subject: {} });
	return done({ flowId, options: { ...options } });
}

/** Signs in by a passkey. Problems: `insecure`, `used` (the flow), `wrong-code` (no passkey of ours). */
export async function finishSignIn(
	context: ServerContext,
	{ flowId, credential }: PasskeyBody
): Promise<Outcome<TeacherLetIn, ApiProblem>> {
	const party = relyingParty(context);
	if (!party.ok) return party;
	const flow = await takeChallenge(context, flowId, { purpose: 'sign-in', subject: v.object({}) });
	if (!flow.ok) return flow;
	const passkey = await findPasskey(context.store.database, credential.id);
	if (!passkey) return refused({ code: 'wrong-code' });
	const { challenge } = flow.value;
	const counter = await checkSignature(party.value, credential, { challenge, passkey });
	if (counter === undefined) return refused({ code: 'wrong-code' });
	const use = { id: passkey.id, counter, now: context.now() };
	return context.store.transact(async (database) =>
		(await usePasskey(database, use))
			? begin(database, context, passkey.teacherId)
			: refused({ code: 'wrong-code' })
	);
}

/** Signs in by a recovery code, which is used up. Problems: `insecure`, `wrong-code`, `used`. */
export async function recover(
	context: ServerContext,
	code: string
): Promise<Outcome<TeacherLetIn, ApiProblem>> {
	const party = relyingParty(context);
	if (!party.ok) return party;
	return context.store.transact(async (database) => {
		const teacherId = await useRecoveryCode(database, context, code);
		return teacherId.ok ? begin(database, context, teacherId.value) : teacherId;
	});
}
