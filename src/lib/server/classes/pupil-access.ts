import type { NewLink, NewPin } from '#lib/domain/classroom/api/class-api.ts';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { makeLink } from '#lib/server/pupils/links.ts';
import { hashPin, makePin } from '#lib/server/pupils/pins.ts';
import { endPupilSessions } from '#lib/server/pupils/pupil-session.ts';
import { pupils } from '#lib/server/store/schema.ts';
import { changeOwn } from './own-class.ts';
import { ofPupil, pupilAbsence, type OwnPupil } from './own-pupil.ts';

type Change = Partial<typeof pupils.$inferInsert>;

const UNLOCKED: Change = { wrongTries: 0, lockedAt: null };

/** Changes how a pupil gets in; `isEnding` signs out all their devices. */
function changeAccess<T>(
	context: ServerContext,
	pupil: OwnPupil,
	{ change, value, isEnding }: { change: Change; value: T; isEnding: boolean }
): Promise<Outcome<T, ApiProblem>> {
	return changeOwn(context, pupil, async (database) => {
		const changed = await database
			.update(pupils)
			.set(change)
			.where(ofPupil(pupil))
			.returning({ no: pupils.no });
		if (changed.length === 0) return refused(await pupilAbsence(database, pupil));
		if (isEnding) await endPupilSessions(database, pupil);
		return done(value);
	});
}

/** A new PIN for a pupil, told once; the old one is void, a lock is off, and all devices are signed out. */
export async function renewPin(
	context: ServerContext,
	pupil: OwnPupil
): Promise<Outcome<NewPin, ApiProblem>> {
	const pin = makePin(context.crypto);
	const pinHash = await hashPin(context.crypto, pin);
	const value = { no: pupil.no, pin };
	return changeAccess(context, pupil, { change: { ...UNLOCKED, pinHash }, value, isEnding: true });
}

/** Lets a pupil try their PIN again after too many wrong ones. */
export function unlockPupil(
	context: ServerContext,
	pupil: OwnPupil
): Promise<Outcome<undefined, ApiProblem>> {
	return changeAccess(context, pupil, { change: UNLOCKED, value: undefined, isEnding: false });
}

/** A personal link for a pupil, told once; an earlier one is void. */
export function renewLink(
	context: ServerContext,
	pupil: OwnPupil
): Promise<Outcome<NewLink, ApiProblem>> {
	const { link, hash } = makeLink(context.crypto, pupil.classId);
	const value = { no: pupil.no, link };
	return changeAccess(context, pupil, { change: { linkHash: hash }, value, isEnding: false });
}

/** Takes a pupil's link back, with whatever devices it let in. */
export function revokeLink(
	context: ServerContext,
	pupil: OwnPupil
): Promise<Outcome<undefined, ApiProblem>> {
	return changeAccess(context, pupil, {
		change: { linkHash: null },
		value: undefined,
		isEnding: true
	});
}
