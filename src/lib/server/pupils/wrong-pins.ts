import { and, eq, isNull, sql } from 'drizzle-orm';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { pupils } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import type { PupilKey } from './pupil-session.ts';

/** Wrong PINs in a row that a number takes. */
const MOST_WRONG_TRIES = 10;

/** Why a number's row did not let anybody in: it is locked, or the PIN is not (or no more) the right one. */
export async function whyNotIn(database: Database, { classId, no }: PupilKey): Promise<ApiProblem> {
	const [row] = await database
		.select({ lockedAt: pupils.lockedAt })
		.from(pupils)
		.where(and(eq(pupils.classId, classId), eq(pupils.no, no)));
	const isLocked = row !== undefined && row.lockedAt !== null;
	return { code: isLocked ? 'locked' : 'wrong-pin' };
}

/**
 * Counts a wrong PIN: `wrong-pin` with the tries left, or `locked`, with the tenth and ever after. One
 * UPDATE counts and locks, so that of any number of guesses at once exactly ten count. Who is signed in
 * stays so: else ten wrong PINs would throw a classmate out of a Test.
 */
export function countWrongPin(context: ServerContext, key: PupilKey): Promise<ApiProblem> {
	const now = context.now();
	const tries = sql`${pupils.wrongTries} + 1`;
	return context.store.transact(async (database) => {
		const [counted] = await database
			.update(pupils)
			.set({
				wrongTries: tries,
				lockedAt: sql`CASE WHEN ${tries} >= ${MOST_WRONG_TRIES} THEN CAST(${now} AS bigint) END`
			})
			.where(and(eq(pupils.classId, key.classId), eq(pupils.no, key.no), isNull(pupils.lockedAt)))
			.returning({ wrongTries: pupils.wrongTries });
		if (!counted) return whyNotIn(database, key);
		const triesLeft = MOST_WRONG_TRIES - counted.wrongTries;
		return triesLeft > 0 ? { code: 'wrong-pin', triesLeft } : { code: 'locked' };
	}, 'repeatable read');
}
