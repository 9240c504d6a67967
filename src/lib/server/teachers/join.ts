import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import type { JoinBody, PasskeyBody, PasskeyFlow } from '#lib/domain/classroom/api/teacher-api.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { passkeys, teachers } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import { keepChallenge, takeChallenge } from './challenges.ts';
import { keepPasskey } from './passkeys.ts';
import { keepRecoveryCodes, newRecoveryCodes } from './recovery-codes.ts';
import { relyingParty } from './relying-party.ts';
import { checkServerCode, useServerCode } from './server-codes.ts';
import { signedInTeacher, type TeacherLetIn } from './signed-in.ts';
import { keepTeacherSession, newTeacherSession } from './teacher-session.ts';
import { checkNewPasskey, newPasskeyOptions, type NewPasskey } from './webauthn.ts';

const joining = v.object({ teacherId: v.string(), name: v.string(), codeHash: v.string() });
type Joining = v.InferOutput<typeof joining>;

/**
 * Begins to make a teacher by a set-up code or an invitation, which is not used up yet. Problems:
 * `insecure`, `wrong-code`, `used`.
 */
export async function beginJoin(
	context: ServerContext,
	{ code, name }: JoinBody
): Promise<Outcome<PasskeyFlow, ApiProblem>> {
	const party = relyingParty(context);
	if (!party.ok) return party;
	const codeHash = await checkServerCode(context, code);
	if (!codeHash.ok) return codeHash;
	const teacherId = context.newId();
	const options = await newPasskeyOptions(party.value, { id: teacherId, name, passkeys: [] });
	const subject: Joining = { teacherId, name, codeHash: codeHash.value };
	const { challenge } = options;
	const flowId = await keepChallenge(context, { purpose: 'join', challenge, subject });
	return done({ flowId, options: { ...options } });
}

/** Writes a teacher with all they need; false, and nothing written, where code or passkey are taken. */
async function keepTeacher(
	database: Database,
	{ teacherId, name, codeHash }: Joining,
	{ passkey, now }: { passkey: NewPasskey; now: number }
): Promise<boolean> {
	if (!(await keepPasskey(database, { teacherId, passkey, now }))) return false;
	if (!(await useServerCode(database, { hash: codeHash, now }))) {
		await database.delete(passkeys).where(eq(passkeys.id, passkey.id));
		return false;
	}
	await database.insert(teachers).values({ id: teacherId, name, createdAt: now });
	return true;
}

/**
 * Makes the teacher of a join, with their passkey, recovery codes and first session, and uses the code
 * up, all or nothing. Problems: `insecure`, `used` (flow or code), `wrong-code` (no right passkey).
 */
export async function finishJoin(
	context: ServerContext,
	{ flowId, credential }: PasskeyBody
): Promise<Outcome<TeacherLetIn, ApiProblem>> {
	const party = relyingParty(context);
	if (!party.ok) return party;
	const flow = await takeChallenge(context, flowId, { purpose: 'join', subject: joining });
	if (!flow.ok) return flow;
	const { challenge, subject } = flow.value;
	const passkey = await checkNewPasskey(party.value, credential, challenge);
	if (!passkey) return refused({ code: 'wrong-code' });
	const { teacherId, name } = subject;
	const now = context.now();
	const codes = newRecoveryCodes(context.crypto);
	const session = newTeacherSession(context);
	return context.store.transact(async (database) => {
		if (!(await keepTeacher(database, subject, { passkey, now }))) return refused({ code: 'used' });
		await keepRecoveryCodes(database, { teacherId, codes, now });
		await keepTeacherSession(database, teacherId, { ...session, createdAt: now });
		const teacher = await signedInTeacher(database, { id: teacherId, name }, codes);
		return done({ teacher, session });
	}, 'serializable');
}
