import { and, eq, inArray } from 'drizzle-orm';
import type { Ruling } from '#lib/domain/classroom/ruling-types.ts';
import { rulings } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import { rulingsAbout } from './rulings-about.ts';
import { readRulings } from './rulings.ts';

/** Deletes what was decided about something that is deleted, and what took such decisions back. */
export async function forgetRulings(
	database: Database,
	classId: string,
	isAbout: (ruling: Ruling) => boolean
): Promise<void> {
	const gone = rulingsAbout(await readRulings(database, classId), isAbout).map(({ id }) => id);
	if (gone.length === 0) return;
	await database
		.delete(rulings)
		.where(and(eq(rulings.classId, classId), inArray(rulings.id, gone)));
}
