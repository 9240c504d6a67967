import {
	gateOf,
	startAssigned,
	termsByClock,
	termsFor,
	type Terms
} from '#lib/domain/classroom/assigned.ts';
import { toBase64Url } from '#lib/domain/classroom/bytes.ts';
import type { SlipProblem } from '#lib/domain/classroom/slips.ts';
import type { PupilNo } from '#lib/domain/classroom/types.ts';
import type { Sitting } from '#lib/domain/quiz/types.ts';
import type { HandoutPupil, HandoutRow, JoinedRow } from '#lib/storage/class-rows.ts';
import { AttemptRepository, type AttemptsBefore } from '#lib/storage/attempt-repository.ts';
import { JoinedRepository } from '#lib/storage/joined-repository.ts';
import { done, refused, type Outcome, type StoreProblem } from '#lib/storage/outcome.ts';
import type { ClassApp } from './class-app.ts';
import { ownTerms } from './own-terms.ts';

/**
 * Why a pupil cannot begin: a code that is not that number's, no attempt left, too early or too late.
 * `isElsewhere`: one of the attempts was begun on another device.
 */
export type BeginProblem =
	| SlipProblem
	| { code: 'no-attempt-left'; most: number; isElsewhere?: boolean }
	| { code: 'early'; opensAt: number }
	| { code: 'closed'; closesAt: number };

/** Whose attempts count: those begun here, handed in here, or known to the class server. */
export type AttemptsKnown = Pick<AttemptsBefore, 'sittings' | 'handins' | 'served'>;

/** The ids of the attempts that a pupil used, here or on another device. */
export function usedBy(
	no: PupilNo | undefined,
	{ sittings, handins, served }: AttemptsKnown
): ReadonlySet<string> {
	const begun = sittings.filter(({ assigned }) => assigned?.no === no);
	const handed = handins.filter((handin) => handin.no === no);
	const known = served?.no === no ? (served?.attempts ?? []) : [];
	return new Set([
		...[...begun, ...handed].map(({ id }) => id),
		...known.map(({ submissionId }) => submissionId)
	]);
}

/** By how many ms this device's clock was ahead when a class server last told the time. */
function clockAhead(joined: JoinedRow | undefined, now: number): number {
	const { syncedAt = 0, clockAheadMs = 0 } = joined ?? {};
	// A clock that shows less than then was set since.
	return now < syncedAt ? 0 : clockAheadMs;
}

function shutProblem(terms: Terms, now: number): BeginProblem | undefined {
	const gate = gateOf(terms, now);
	if (gate === 'early') return { code: 'early', opensAt: terms.opensAt ?? now };
	return gate === 'closed' ? { code: 'closed', closesAt: terms.closesAt ?? now } : undefined;
}

/**
 * Begins a pupil's next attempt, or gives the one that is open. Where a class server told the time, a clock
 * that is wrong neither opens nor closes anything.
 */
export async function beginAttempt(
	app: Pick<ClassApp, 'database' | 'now' | 'newId'>,
	{ handout }: HandoutRow,
	{ no, code }: HandoutPupil
): Promise<Outcome<Sitting, BeginProblem | StoreProblem>> {
	const { rules, assignmentId } = handout;
	// Without a code a class server knows the pupil, and its terms are the pupil's.
	const own = code === '' ? undefined : await ownTerms(handout, { no, code });
	const token = own ? toBase64Url(own.token) : '';
	const joined = await new JoinedRepository(app.database).read(handout.classId);
	const aheadMs = clockAhead(joined, app.now());
	const start = { id: app.newId(), handout, no, token, now: app.now() };
	return new AttemptRepository(app.database).begin<BeginProblem>(assignmentId, (before) => {
		const { sittings, served } = before;
		const open = sittings.find(({ state, assigned }) => state === 'open' && assigned?.no === no);
		if (open) return done(open);
		const terms = (served?.no === no ? served?.terms : own?.terms) ?? termsFor(rules);
		const shut = shutProblem(terms, start.now - aheadMs);
		if (shut) return refused(shut);
		const used = usedBy(no, before);
		if (used.size < rules.attempts)
			return done(
				startAssigned({
					...start,
					attempt: used.size + 1,
					terms: termsByClock(terms, aheadMs)
				})
			);
		const isElsewhere = used.size > usedBy(no, { ...before, served: undefined }).size;
		const problem = { code: 'no-attempt-left' as const, most: rules.attempts };
		return refused({ ...problem, ...(isElsewhere && { isElsewhere }) });
	});
}
