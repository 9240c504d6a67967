import { and, eq, isNull } from 'drizzle-orm';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { newSecretCode, readSecretCode } from '#lib/server/readable-codes.ts';
import { secretHash } from '#lib/server/secrets.ts';
import { recoveryCodes } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';

const COUNT = 10;

/** Ten codes, each of which signs a teacher in once. */
export function newRecoveryCodes(crypto: Crypto): string[] {
	return Array.from({ length: COUNT }, () => newSecretCode(crypto));
}

/** Keeps a teacher's new recovery codes, and voids those they had. */
export async function keepRecoveryCodes(
	database: Database,
	{ teacherId, codes, now }: { teacherId: string; codes: string[]; now: number }
): Promise<void> {
	await database.delete(recoveryCodes).where(eq(recoveryCodes.teacherId, teacherId));
	const rows = codes.map((code) => ({ hash: secretHash(code), teacherId, createdAt: now }));
	await database.insert(recoveryCodes).values(rows);
}

/** How many recovery codes of a teacher are not used up. */
export async function recoveryCodesLeft(database: Database, teacherId: string): Promise<number> {
	const left = await database
		.select({ hash: recoveryCodes.hash })
		.from(recoveryCodes)
		.where(and(eq(recoveryCodes.teacherId, teacherId), isNull(recoveryCodes.usedAt)));
	return left.length;
}

/** Uses a typed recovery code up and tells whose it is. Problems: `wrong-code`, `used`. */
export async function useRecoveryCode(
	database: Database,
	context: ServerContext,
	typed: string
): Promise<Outcome<string, ApiProblem>> {
	const code = readSecretCode(typed);
	if (code === undefined) return refused({ code: 'wrong-code' });
	const ofCode = eq(recoveryCodes.hash, secretHash(code));
	const [used] = await database
		.update(recoveryCodes)
		.set({ usedAt: context.now() })
		.where(and(ofCode, isNull(recoveryCodes.usedAt)))
		.returning({ teacherId: recoveryCodes.teacherId });
	if (used) return done(used.teacherId);
	const known = await database.select().from(recoveryCodes).where(ofCode);
	return refused({ code: known.length > 0 ? 'used' : 'wrong-code' });
}
