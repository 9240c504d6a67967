import { and, eq, gt, isNull, or } from 'drizzle-orm';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import type { Invitation } from '#lib/domain/classroom/api/teacher-api.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { newSecretCode, readSecretCode } from '#lib/server/readable-codes.ts';
import { secretHash } from '#lib/server/secrets.ts';
import { serverCodes, teachers } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';

const INVITATION_MS = 7 * 86_400_000;

async function hasTeacher(database: Database): Promise<boolean> {
	const found = await database.select({ id: teachers.id }).from(teachers).limit(1);
	return found.length > 0;
}

/** Whether no teacher was made yet on this server. */
export async function needsSetUp(context: ServerContext): Promise<boolean> {
	return !(await hasTeacher(context.store.database));
}

/**
 * A set-up code, to be printed where only who runs the server reads it. Each process may make its own:
 * all are void once a teacher exists.
 */
export async function mintSetUpCode(context: ServerContext): Promise<string> {
	const code = newSecretCode(context.crypto);
	const row = { hash: secretHash(code), purpose: 'set-up', createdAt: context.now() } as const;
	await context.store.transact((database) => database.insert(serverCodes).values(row));
	return code;
}

/** An invitation, which makes one more teacher within seven days. */
export async function invite(context: ServerContext, madeBy: string): Promise<Invitation> {
	const code = newSecretCode(context.crypto);
	const createdAt = context.now();
	const expiresAt = createdAt + INVITATION_MS;
	const row = { hash: secretHash(code), madeBy, createdAt, expiresAt };
	await context.store.transact((database) =>
		database.insert(serverCodes).values({ ...row, purpose: 'invitation' })
	);
	return { code, expiresAt };
}

/**
 * Looks whether a typed code still makes a teacher, and gives its hash; uses nothing up. Problems:
 * `wrong-code`, `used` (or run out, or a set-up code where a teacher exists).
 */
export async function checkServerCode(
	{ store, now }: ServerContext,
	typed: string
): Promise<Outcome<string, ApiProblem>> {
	const code = readSecretCode(typed);
	if (code === undefined) return refused({ code: 'wrong-code' });
	const hash = secretHash(code);
	const [row] = await store.database.select().from(serverCodes).where(eq(serverCodes.hash, hash));
	if (!row) return refused({ code: 'wrong-code' });
	const isOver = row.usedAt !== null || (row.expiresAt !== null && row.expiresAt <= now());
	const isVoid = row.purpose === 'set-up' && (await hasTeacher(store.database));
	return isOver || isVoid ? refused({ code: 'used' }) : done(hash);
}

/**
 * Uses a code up, within the transaction that makes its teacher: true for one of all who try. The first
 * teacher voids every set-up code with their own, so that two codes make no two first teachers.
 */
export async function useServerCode(
	database: Database,
	{ hash, now }: { hash: string; now: number }
): Promise<boolean> {
	const isOpen = and(
		isNull(serverCodes.usedAt),
		or(isNull(serverCodes.expiresAt), gt(serverCodes.expiresAt, now))
	);
	const [code] = await database.select().from(serverCodes).where(eq(serverCodes.hash, hash));
	if (code?.purpose === 'set-up' && (await hasTeacher(database))) return false;
	const which =
		code?.purpose === 'set-up' ? eq(serverCodes.purpose, 'set-up') : eq(serverCodes.hash, hash);
	const used = await database
		.update(serverCodes)
		.set({ usedAt: now })
		.where(and(which, isOpen))
		.returning({ hash: serverCodes.hash });
	return used.some((row) => row.hash === hash);
}
