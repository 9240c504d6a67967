import { submissionOf } from '#lib/domain/classroom/assigned.ts';
import { fromBase64Url, toBase64Url, type Bytes } from '#lib/domain/classroom/bytes.ts';
import { sealSubmission } from '#lib/domain/classroom/seal-result.ts';
import { pupilToken } from '#lib/domain/classroom/slips.ts';
import type { Sitting } from '#lib/domain/quiz/types.ts';
import type { HandoutRepository } from '#lib/storage/handout-repository.ts';
import { done, type Outcome, type StoreProblem } from '#lib/storage/outcome.ts';
import type { ClassApp } from './class-app.ts';

/** What sealing results needs. */
export interface Sealing {
	app: Pick<ClassApp, 'sittings' | 'now'>;
	handouts: HandoutRepository;
}

/**
 * Seals every attempt at an assignment that ended on this device and was not handed in yet. A result has
 * its sitting's id, so doing it twice, or in two tabs, keeps one.
 */
export async function sealEnded(
	sealing: Sealing,
	assignmentId: string
): Promise<Outcome<undefined, StoreProblem>> {
	const [sittings, handins] = await Promise.all([
		sealing.app.sittings.assigned(assignmentId),
		sealing.handouts.handins(assignmentId)
	]);
	const isSealed = (id: string) => handins.some((handin) => handin.id === id);
	const isEnded = (state: string) => state !== 'open' && state !== 'abandoned';
	for (const { id, state } of sittings) {
		if (!isEnded(state) || isSealed(id)) continue;
		const sealed = await sealOne(sealing, id);
		if (!sealed.ok) return sealed;
	}
	return done(undefined);
}

/** Seals one attempt that ended with the code of its pupil's slip; it must be that number's. */
export async function sealWithSlip(
	sealing: Sealing,
	sittingId: string,
	code: string
): Promise<Outcome<unknown, StoreProblem>> {
	return sealOne(sealing, sittingId, ({ assignmentId, no }) =>
		pupilToken(crypto, { code, assignmentId, no })
	);
}

/** What a result is bound to; nothing where it goes to a class server and needs no seal. */
type TokenOf = (assigned: NonNullable<Sitting['assigned']>) => Bytes | undefined | Promise<Bytes>;

async function sealOne(
	{ app, handouts }: Sealing,
	sittingId: string,
	tokenOf: TokenOf = ({ token }) => fromBase64Url(token)
): Promise<Outcome<unknown, StoreProblem>> {
	const record = await app.sittings.read(sittingId);
	const submission = record && submissionOf(record.sitting, record.answers);
	const { assigned } = record?.sitting ?? {};
	if (!submission || !assigned) return done(undefined);
	const [row, token] = await Promise.all([
		handouts.read(submission.assignmentId),
		tokenOf(assigned)
	]);
	if (!row || !token?.length) return done(undefined);
	const { sealTo } = row.handout;
	const sealed = toBase64Url(await sealSubmission(crypto, { submission, sealTo, token }));
	const { id, assignmentId, no } = submission;
	return handouts.handIn({ id, assignmentId, no, sealed, at: app.now(), ticked: 0 });
}
