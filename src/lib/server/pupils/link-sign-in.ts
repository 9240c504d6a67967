import { and, eq, isNull } from 'drizzle-orm';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { pupils } from '#lib/server/store/schema.ts';
import { letIn, pupilRow, type LetIn } from './let-in.ts';
import { readLink } from './links.ts';

/** The pupil whose link it still is; none that left. */
const byLink = ({ classId, hash }: { classId: string; hash: string }) =>
	and(eq(pupils.classId, classId), eq(pupils.linkHash, hash), isNull(pupils.leftAt));

/**
 * Signs in by a personal link, which is used up by it: of two that come at once, one gets in. Problems:
 * `wrong-code` (no link at all), `used` (used up, taken back or replaced), `locked`.
 */
export async function signInByLink(
	context: ServerContext,
	text: string
): Promise<Outcome<LetIn, ApiProblem>> {
	const link = readLink(text);
	if (!link) return refused({ code: 'wrong-code' });
	const { classId } = link;
	return context.store.transact(async (database) => {
		const [pupil] = await database
			.update(pupils)
			.set({ linkHash: null, seenAt: context.now() })
			.where(and(byLink(link), isNull(pupils.lockedAt)))
			.returning({ no: pupils.no, pseudonym: pupils.pseudonym });
		const row = pupil && (await pupilRow(database, { classId, no: pupil.no }));
		if (!row) {
			const locked = await database.select({ no: pupils.no }).from(pupils).where(byLink(link));
			return refused({ code: locked.length > 0 ? 'locked' : 'used' });
		}
		const { no, pseudonym } = pupil;
		return letIn(database, context, { classId, className: row.className, no, pseudonym });
	}, 'repeatable read');
}
