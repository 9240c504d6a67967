import { and, eq, isNull } from 'drizzle-orm';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import type { SignedInPupil, SignInBody } from '#lib/domain/classroom/api/pupil-api.ts';
import { refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { readClassCode } from '#lib/server/readable-codes.ts';
import { classCodes, pupils } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import { letIn, pupilRow, type LetIn } from './let-in.ts';
import { isPinOf, NO_PIN_HASH } from './pins.ts';
import { countWrongPin, whyNotIn } from './wrong-pins.ts';

/** The class that a code leads to, however it was typed. */
async function classByCode(database: Database, typed: string): Promise<string | undefined> {
	const code = readClassCode(typed);
	if (code === undefined) return undefined;
	const ofCode = eq(classCodes.code, code);
	const [found] = await database.select().from(classCodes).where(ofCode);
	return found?.classId;
}

/** Lets in by a PIN that was right, unless meanwhile it was replaced or its number locked. */
function letInByPin(
	context: ServerContext,
	pupil: SignedInPupil,
	pinHash: string
): Promise<Outcome<LetIn, ApiProblem>> {
	const { classId, no } = pupil;
	return context.store.transact(async (database) => {
		const [open] = await database
			.update(pupils)
			.set({ wrongTries: 0, seenAt: context.now() })
			.where(
				and(
					and(eq(pupils.classId, classId), eq(pupils.no, no)),
					and(eq(pupils.pinHash, pinHash), isNull(pupils.lockedAt), isNull(pupils.leftAt))
				)
			)
			.returning({ no: pupils.no });
		return open ? letIn(database, context, pupil) : refused(await whyNotIn(database, pupil));
	}, 'repeatable read');
}

/**
 * Signs in by class code, number and PIN. Problems: `wrong-code` (no such class), `wrong-pin`, `locked`.
 * A PIN is reckoned through whatever is wrong, so that the time tells nothing.
 */
export async function signInByPin(
	context: ServerContext,
	{ code, no, pin }: Extract<SignInBody, { pin: string }>
): Promise<Outcome<LetIn, ApiProblem>> {
	const { database } = context.store;
	const classId = await classByCode(database, code);
	const row = classId === undefined ? undefined : await pupilRow(database, { classId, no });
	const isRight = await isPinOf(pin, row?.pinHash ?? NO_PIN_HASH);
	if (classId === undefined) return refused({ code: 'wrong-code' });
	if (!row) return refused({ code: 'wrong-pin' });
	if (!isRight) return refused(await countWrongPin(context, { classId, no }));
	const { pinHash, pseudonym, className } = row;
	return letInByPin(context, { classId, className, no, pseudonym }, pinHash);
}
