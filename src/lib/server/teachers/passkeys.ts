import { and, asc, eq, lt } from 'drizzle-orm';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { passkeys } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import { recoveryCodesLeft } from './recovery-codes.ts';
import type { NewPasskey, PasskeyKey } from './webauthn.ts';

const ofId = (id: string) => eq(passkeys.id, id);

/** A teacher's passkeys, oldest first. */
export async function passkeysOf(database: Database, teacherId: string) {
	return database
		.select()
		.from(passkeys)
		.where(eq(passkeys.teacherId, teacherId))
		.orderBy(asc(passkeys.createdAt), asc(passkeys.id));
}

/** The passkey of an id, with whose it is. */
export async function findPasskey(
	database: Database,
	id: string
): Promise<(PasskeyKey & { teacherId: string }) | undefined> {
	const [row] = await database.select().from(passkeys).where(ofId(id));
	return row;
}

/** Keeps a teacher's new passkey; false where its id is taken. */
export async function keepPasskey(
	database: Database,
	{ teacherId, passkey, now }: { teacherId: string; passkey: NewPasskey; now: number }
): Promise<boolean> {
	const transports = JSON.stringify(passkey.transports);
	const kept = await database
		.insert(passkeys)
		.values({ ...passkey, teacherId, transports, createdAt: now })
		.onConflictDoNothing()
		.returning({ id: passkeys.id });
	return kept.length > 0;
}

/** Notes that a passkey was used; false where the same or a higher count was used meanwhile. */
export async function usePasskey(
	database: Database,
	{ id, counter, now }: { id: string; counter: number; now: number }
): Promise<boolean> {
	const isNext = counter === 0 ? eq(passkeys.counter, 0) : lt(passkeys.counter, counter);
	const used = await database
		.update(passkeys)
		.set({ counter, usedAt: now })
		.where(and(ofId(id), isNext))
		.returning({ id: passkeys.id });
	return used.length > 0;
}

/**
 * Removes a teacher's passkey. Problems: `missing`; `forbidden` where nothing would be left to sign in
 * with, neither a passkey nor a recovery code. Serializable: two that remove the last two at once write
 * no row in common.
 */
export function removePasskey(
	context: ServerContext,
	teacherId: string,
	id: string
): Promise<Outcome<undefined, ApiProblem>> {
	return context.store.transact(async (database) => {
		const own = await passkeysOf(database, teacherId);
		if (!own.some((passkey) => passkey.id === id)) return refused({ code: 'missing' });
		const isLast = own.length === 1 && (await recoveryCodesLeft(database, teacherId)) === 0;
		if (isLast) return refused({ code: 'forbidden' });
		await database.delete(passkeys).where(and(ofId(id), eq(passkeys.teacherId, teacherId)));
		return done(undefined);
	}, 'serializable');
}
