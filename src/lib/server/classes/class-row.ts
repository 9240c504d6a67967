import { and, eq } from 'drizzle-orm';
import type { ClassBody } from '#lib/domain/classroom/api/class-api.ts';
import { newClassCode } from '#lib/server/readable-codes.ts';
import { classCodes, classes } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import { isOwn, type OwnClass } from './own-class.ts';

/** A class as it stands. */
export type ClassRow = typeof classes.$inferSelect;

/** A PIN and what is kept of it. */
export interface MadePin {
	pin: string;
	hash: string;
}

/** A class to be put, and the PINs made for it so far. */
export interface Putting {
	own: OwnClass;
	body: ClassBody;
	pins: ReadonlyMap<number, MadePin>;
	now: number;
}

/** A code that no class has, kept for this one. */
async function claimCode(database: Database, crypto: Crypto, classId: string): Promise<string> {
	for (;;) {
		const code = newClassCode(crypto);
		const kept = await database
			.insert(classCodes)
			.values({ code, classId })
			.onConflictDoNothing()
			.returning({ code: classCodes.code });
		if (kept.length > 0) return code;
	}
}

/** The class's row as it is before it is put; nothing where it is new. */
export async function rowOf(database: Database, classId: string): Promise<ClassRow | undefined> {
	const [row] = await database.select().from(classes).where(eq(classes.classId, classId));
	return row;
}

/** Makes a class's row; whether it was not there yet. */
export async function makeRow(
	database: Database,
	{ own, body, now }: Putting,
	crypto: Crypto
): Promise<boolean> {
	const { name, sealTo, signedBy, retentionDays } = body;
	const times = { createdAt: now, changedAt: now };
	const made = await database
		.insert(classes)
		.values({ ...own, name, sealTo, signedBy, retentionDays, ...times, code: '' })
		.onConflictDoNothing()
		.returning({ classId: classes.classId });
	if (made.length === 0) return false;
	const code = await claimCode(database, crypto, own.classId);
	await database.update(classes).set({ code }).where(isOwn(own));
	return true;
}

/**
 * Brings a class's row up to date; whether it still was as the put is based on. It is later than before at
 * every change: two devices never know two states of it by one time.
 */
export async function changeRow(
	database: Database,
	{ own, body, now }: Putting,
	{ changedAt }: ClassRow
): Promise<boolean> {
	const { name, sealTo, signedBy, retentionDays, basedOn } = body;
	if (basedOn !== changedAt) return false;
	const kept = await database
		.update(classes)
		.set({ name, sealTo, signedBy, retentionDays, changedAt: Math.max(now, changedAt + 1) })
		.where(and(isOwn(own), eq(classes.changedAt, basedOn)))
		.returning({ classId: classes.classId });
	return kept.length > 0;
}

/** A class that was deleted for good leaves nothing of what a put made of it. */
export async function unmake(database: Database, { classId, teacherId }: OwnClass): Promise<void> {
	await database.delete(classCodes).where(eq(classCodes.classId, classId));
	await database.delete(classes).where(isOwn({ classId, teacherId }));
}
