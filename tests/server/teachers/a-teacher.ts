import type { SignedInTeacher } from '#lib/domain/classroom/api/teacher-api.ts';
import type { Outcome } from '#lib/domain/classroom/outcome.ts';
import { teachers } from '#lib/server/store/schema.ts';
import { beginJoin, finishJoin } from '#lib/server/teachers/join.ts';
import { mintSetUpCode } from '#lib/server/teachers/server-codes.ts';
import type { TestContext } from '../support/stores.ts';
import { Authenticator } from './authenticator.ts';

/** The value of an outcome that a test counts on. */
export function valueOf<T, P>(outcome: Outcome<T, P>): T {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
	return outcome.value;
}

/** Opens all connections of a store, so that what races next really does. */
export async function warmUp({ store }: TestContext): Promise<void> {
	const asking = Array.from({ length: 8 }, () => store.database.select().from(teachers));
	await Promise.all(asking);
}

/** A teacher, made by a code (the first one's unless given) with a passkey of their own. */
export async function makeTeacher(
	context: TestContext,
	{
		name = 'Ada',
		code,
		passkey = new Authenticator()
	}: {
		name?: string;
		code?: string;
		passkey?: Authenticator;
	} = {}
): Promise<{ teacher: SignedInTeacher; passkey: Authenticator; token: string }> {
	code ??= await mintSetUpCode(context);
	const flow = valueOf(await beginJoin(context, { code, name }));
	const letIn = valueOf(await finishJoin(context, passkey.create(flow)));
	return { teacher: letIn.teacher, passkey, token: letIn.session.token };
}
