import { ofPupil } from '#lib/server/classes/own-pupil.ts';
import type { PupilKey } from '#lib/server/pupils/pupil-session.ts';
import { pupils } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';

/**
 * Lets no other transaction work on a pupil until this one ends, so that what is deleted meanwhile is not
 * written again; `seenAt` (epoch ms) where the pupil was heard of. False where the pupil is not there.
 */
export async function holdPupil(
	database: Database,
	{ classId, no }: PupilKey,
	seenAt?: number
): Promise<boolean> {
	const held = await database
		.update(pupils)
		.set({ no, ...(seenAt !== undefined && { seenAt }) })
		.where(ofPupil({ classId, no }))
		.returning({ no: pupils.no });
	return held.length > 0;
}
