import * as v from 'valibot';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import type {
	PasskeyBody,
	PasskeyFlow,
	SignedInTeacher
} from '#lib/domain/classroom/api/teacher-api.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { keepChallenge, takeChallenge } from './challenges.ts';
import { keepPasskey, passkeysOf } from './passkeys.ts';
import { relyingParty } from './relying-party.ts';
import { signedInTeacher } from './signed-in.ts';
import { checkNewPasskey, newPasskeyOptions } from './webauthn.ts';

const adding = v.object({ teacherId: v.string() });
const hints = v.array(v.string());

/** A teacher who is signed in. */
interface Teacher {
	id: string;
	name: string;
}

/** Begins to add a passkey to a teacher's own. Problem: `insecure`. */
export async function beginAddPasskey(
	context: ServerContext,
	teacher: Teacher
): Promise<Outcome<PasskeyFlow, ApiProblem>> {
	const party = relyingParty(context);
	if (!party.ok) return party;
	const own = await passkeysOf(context.store.database, teacher.id);
	const passkeys = own.map(({ id, transports }) => ({
		id,
		transports: v.parse(hints, JSON.parse(transports))
	}));
	const options = await newPasskeyOptions(party.value, { ...teacher, passkeys });
	const subject = { teacherId: teacher.id };
	const { challenge } = options;
	const flowId = await keepChallenge(context, { purpose: 'add', challenge, subject });
	return done({ flowId, options: { ...options } });
}

/**
 * Adds a passkey to a teacher's own. Problems: `insecure`, `used` (the flow, or a passkey that is known),
 * `wrong-code` (no right passkey, or another teacher's flow).
 */
export async function finishAddPasskey(
	context: ServerContext,
	teacher: Teacher,
	{ flowId, credential }: PasskeyBody
): Promise<Outcome<SignedInTeacher, ApiProblem>> {
	const party = relyingParty(context);
	if (!party.ok) return party;
	const flow = await takeChallenge(context, flowId, { purpose: 'add', subject: adding });
	if (!flow.ok) return flow;
	const { challenge, subject } = flow.value;
	const isOwn = subject.teacherId === teacher.id;
	const passkey = isOwn ? await checkNewPasskey(party.value, credential, challenge) : undefined;
	if (!passkey) return refused({ code: 'wrong-code' });
	const now = context.now();
	return context.store.transact(async (database) =>
		(await keepPasskey(database, { teacherId: teacher.id, passkey, now }))
			? done(await signedInTeacher(database, teacher))
			: refused({ code: 'used' })
	);
}
