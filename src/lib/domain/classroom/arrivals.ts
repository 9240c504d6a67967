import type { Terms } from './assigned.ts';
import { pupilTerms } from './pupil-terms.ts';
import type { ArrivalState } from './arrival-types.ts';
import type { Assignment, FrozenQuiz, Submission } from './types.ts';

const MINUTE = 60_000;
/** How far ahead a pupil's clock may be before it is doubted. */
const CLOCK_SKEW = 5 * MINUTE;
/** How much longer than allowed a sitting may claim to be: handing in takes a moment. */
const LIMIT_GRACE = MINUTE;

/**
 * What speaks against a submission's claims; nothing of it proves anything. `clock-ahead`: it claims to
 * be finished after it arrived. `clock-back`: finished before it was begun. `before-opening`: begun
 * before it could be. `took-too-long`: for the time limit. `came-after-closing`: it claims to be in time
 * but came later. `left-screen`: something else was looked at meanwhile.
 */
export type ArrivalDoubt =
	| 'clock-ahead'
	| 'clock-back'
	| 'before-opening'
	| 'took-too-long'
	| 'came-after-closing'
	| 'left-screen';

/** Claims that make the device's clock worthless. */
const IMPOSSIBLE: readonly ArrivalDoubt[] = ['clock-ahead', 'clock-back', 'before-opening'];

/** A submission and what it is held against. */
interface Claims {
	assignment: Pick<Assignment, 'rules' | 'exceptions'>;
	submission: Submission;
	/** epoch ms, by the teacher's clock */
	arrivedAt: number;
}

function isPast(time: number, end: number | undefined): boolean {
	return end !== undefined && time > end;
}

function tookTooLong({ startedAt, finishedAt }: Submission, { minutes }: Terms): boolean {
	return minutes !== undefined && finishedAt - startedAt > minutes * MINUTE + LIMIT_GRACE;
}

/** What speaks against the claims of a submission. */
export function arrivalDoubts({ assignment, submission, arrivedAt }: Claims): ArrivalDoubt[] {
	const { startedAt, finishedAt, leftScreen, no } = submission;
	const terms = pupilTerms(assignment, no);
	const { opensAt, closesAt } = terms;
	const found: [boolean, ArrivalDoubt][] = [
		[finishedAt > arrivedAt + CLOCK_SKEW, 'clock-ahead'],
		[finishedAt < startedAt, 'clock-back'],
		[opensAt !== undefined && startedAt < opensAt, 'before-opening'],
		[tookTooLong(submission, terms), 'took-too-long'],
		[!isPast(finishedAt, closesAt) && isPast(arrivedAt, closesAt), 'came-after-closing'],
		[leftScreen > 0, 'left-screen']
	];
	return found.filter(([holds]) => holds).map(([, doubt]) => doubt);
}

/** By the claimed time of finishing; where that is impossible, by the time it arrived. */
function isLate(claims: Claims, doubts: readonly ArrivalDoubt[]): boolean {
	const { finishedAt, no } = claims.submission;
	const isBelievable = !doubts.some((doubt) => IMPOSSIBLE.includes(doubt));
	return isPast(
		isBelievable ? finishedAt : claims.arrivedAt,
		pupilTerms(claims.assignment, no).closesAt
	);
}

function isExtra(
	{ id, no, attempt }: Submission,
	known: readonly Submission[],
	allowed: number
): boolean {
	const within = known.filter(
		(other) => other.no === no && other.id !== id && other.attempt <= allowed
	);
	return attempt > allowed || within.length >= allowed;
}

/** A submission that was opened, and what it comes to. */
export interface Arriving {
	assignment: Assignment;
	/** The quiz's versions by the hash that submissions name them by. */
	versions: ReadonlyMap<string, FrozenQuiz>;
	submission: Submission;
	/** Those of the assignment that arrived before; of many at once, in the order they are taken. */
	known: readonly Submission[];
	/** epoch ms: when it arrived, by the teacher's clock */
	now: number;
}

/** What becomes of a submission that was opened, and what speaks against its claims. */
export function judgeArrival({ assignment, versions, submission, known, now }: Arriving): {
	state: ArrivalState;
	doubts: ArrivalDoubt[];
} {
	const claims: Claims = { assignment, submission, arrivedAt: now };
	const doubts = arrivalDoubts(claims);
	const found: [boolean, ArrivalState][] = [
		[known.some(({ id }) => id === submission.id), 'duplicate'],
		[!assignment.pupils.includes(submission.no), 'unknown-number'],
		[!versions.has(submission.quizHash), 'wrong-version'],
		[isExtra(submission, known, assignment.rules.attempts), 'extra'],
		[isLate(claims, doubts), 'late']
	];
	const state = found.find(([holds]) => holds)?.[1] ?? 'counted';
	return { state, doubts };
}
