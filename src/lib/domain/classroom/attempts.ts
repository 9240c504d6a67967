import type { MarkedSubmission } from './ruling-types.ts';
import type { AttemptRule, Submission } from './types.ts';

/** A submission as it stands with the teacher. */
export interface ReceivedSubmission extends Submission {
	/** epoch ms, by the teacher's clock */
	arrivedAt: number;
}

/** The attempt that is counted. */
export interface CountedAttempt<T> {
	attempt: T;
	/** Why it is this one. */
	reason: AttemptRule | 'only';
	/** Whether no decision of the marking desk can still change it or the choice of it. */
	isSettled: boolean;
}

function byArrival(a: ReceivedSubmission, b: ReceivedSubmission): number {
	return a.arrivedAt - b.arrivedAt || (a.id < b.id ? -1 : 1);
}

/**
 * The ids of one pupil's submissions beyond the attempts allowed. What came first holds its place: a
 * second phone can claim any number and any time, but not have arrived earlier.
 */
export function beyondAllowed(
	submissions: readonly ReceivedSubmission[],
	allowed: number
): Set<string> {
	const within = submissions
		.filter(({ attempt }) => attempt <= allowed)
		.sort(byArrival)
		.slice(0, allowed)
		.map(({ id }) => id);
	const kept = new Set(within);
	return new Set(submissions.map(({ id }) => id).filter((id) => !kept.has(id)));
}

/** By attempt number, then by id: claimed times would let a clock choose the attempt. */
function byAttempt(a: MarkedSubmission, b: MarkedSubmission): number {
	const [one, other] = [a.submission, b.submission];
	return one.attempt - other.attempt || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

/** Share of what counts, with so much of the undecided added; attempts at other versions can be compared. */
function shareOf({ credit, outOf, undecided }: MarkedSubmission, added: number): number {
	const most = outOf + undecided;
	return most === 0 ? 0 : (credit + added) / most;
}

function isBeatable(best: MarkedSubmission, others: readonly MarkedSubmission[]): boolean {
	return others.some(
		(other) => other !== best && shareOf(other, other.undecided) > shareOf(best, 0)
	);
}

/**
 * Which of one pupil's attempts is counted; undefined where there is none. In `best` what is undecided
 * counts as nothing yet, and the earliest of equals is taken.
 */
export function countedAttempt<T extends MarkedSubmission>(
	marked: readonly T[],
	rule: AttemptRule
): CountedAttempt<T> | undefined {
	const inOrder = [...marked].sort(byAttempt);
	const first = inOrder[0];
	if (!first) return undefined;
	const best = inOrder.reduce((so, other) => (shareOf(other, 0) > shareOf(so, 0) ? other : so));
	const attempt = { first, best, last: inOrder.at(-1) ?? first }[rule];
	return {
		attempt,
		reason: inOrder.length === 1 ? 'only' : rule,
		isSettled: attempt.undecided === 0 && !(rule === 'best' && isBeatable(attempt, inOrder))
	};
}
