import { KINDS, type Kind } from '#lib/bank/types.ts';
import { countedAttempt, type CountedAttempt } from './attempts.ts';
import type { MarkedAssignment, MarkedAttempt, PupilWork } from './mark-assignment.ts';
import { dropsOf, sumOf } from './mark-submission.ts';
import { pupilTerms } from './pupil-terms.ts';
import { quizParts } from './quiz-parts.ts';
import { inForce } from './rulings.ts';
import type { ClassMark } from './ruling-types.ts';
import type { AttemptRule, PupilNo, PupilState } from './types.ts';

/**
 * Why a result can still change: `undecided` waits for the marking desk; `working`: the pupil is at it;
 * `open`: there is time and an attempt left that could count instead.
 */
type Waiting = 'undecided' | 'working' | 'open';

/** What a counted attempt comes to. */
interface CountedResult {
	submissionId: string;
	attempt: number;
	/** Why this attempt. */
	reason: CountedAttempt<MarkedAttempt>['reason'];
	credit: number;
	outOf: number;
	undecided: number;
	/** Of what is decided; absent where nothing is. */
	share?: number;
}

/** One pupil in one assignment. */
export interface GradebookCell {
	no: PupilNo;
	state: PupilState;
	/** Attempts that can count, and those beyond what is allowed. */
	attempts: number;
	extra: number;
	/** Absent where nothing is counted. */
	result?: CountedResult;
	/** Why it is not final. */
	waits: Waiting[];
	/** Only then may it be shown as the pupil's result. */
	isFinal: boolean;
}

/** One assignment in the gradebook. */
export interface GradebookColumn {
	assignmentId: string;
	title: string;
	/** Parts that count in the version that is handed out. */
	outOf: number;
	/** By number; only whom it is for. */
	cells: GradebookCell[];
	/** Who has neither handed in nor is excused, by number. */
	missing: PupilNo[];
}

/** Pupils by assignments. */
export interface Gradebook {
	/** Everyone whom any of the assignments is for, by number. */
	pupils: PupilNo[];
	columns: GradebookColumn[];
}

/** What marks come to. */
export interface KindScore {
	credit: number;
	outOf: number;
	undecided: number;
}

/** The attempt of a pupil that counts by a rule; none where the pupil is excused or has handed in nothing. */
export function countedWork(
	{ state, attempts }: PupilWork,
	rule: AttemptRule
): CountedAttempt<MarkedAttempt> | undefined {
	if (state === 'excused') return undefined;
	return countedAttempt(
		attempts.filter(({ isExtra }) => !isExtra),
		rule
	);
}

function resultOf({ attempt, reason }: CountedAttempt<MarkedAttempt>): CountedResult {
	const { submission, credit, outOf, undecided } = attempt;
	return {
		submissionId: submission.id,
		attempt: submission.attempt,
		reason,
		credit,
		outOf,
		undecided,
		...(outOf > 0 && { share: credit / outOf })
	};
}

/** Whether a further attempt could come and be counted instead. */
function isOpen({ assignment }: MarkedAssignment, { no, attempts }: PupilWork, now: number) {
	const { rules, releasedAt } = assignment;
	const isClosed = now > (pupilTerms(assignment, no).closesAt ?? Infinity);
	if (isClosed || releasedAt !== undefined) return false;
	const used = attempts.filter(({ isExtra }) => !isExtra).length;
	return used < rules.attempts && !(used > 0 && rules.counts === 'first');
}

function cellOf(marked: MarkedAssignment, work: PupilWork, now: number): GradebookCell {
	const { no, state, attempts } = work;
	const counted = countedWork(work, marked.assignment.rules.counts);
	const found: [boolean, Waiting][] = [
		[counted?.isSettled === false, 'undecided'],
		[marked.working.has(no), 'working'],
		[state !== 'excused' && isOpen(marked, work, now), 'open']
	];
	const waits = found.filter(([holds]) => holds).map(([, wait]) => wait);
	const extra = attempts.filter(({ isExtra }) => isExtra).length;
	return {
		no,
		state,
		attempts: attempts.length - extra,
		extra,
		...(counted && { result: resultOf(counted) }),
		waits,
		isFinal: counted !== undefined && waits.length === 0
	};
}

function outOfNow({ assignment, rulings }: MarkedAssignment): number {
	const held = inForce(rulings);
	const quiz = assignment.versions.at(-1);
	const parts = quiz ? quizParts(quiz) : [];
	return parts.filter((part) => dropsOf(held, assignment.id, part).length === 0).length;
}

/** One assignment's column at a time (epoch ms): each pupil's counted attempt, and whether it is final. */
export function gradebookColumn(marked: MarkedAssignment, now: number): GradebookColumn {
	const { assignment, pupils } = marked;
	const isMissing = ({ state }: PupilWork) => state !== 'handed-in' && state !== 'excused';
	return {
		assignmentId: assignment.id,
		title: assignment.title,
		outOf: outOfNow(marked),
		cells: pupils.map((work) => cellOf(marked, work, now)),
		missing: pupils.filter(isMissing).map(({ no }) => no)
	};
}

/** Columns side by side. */
export function gradebook(columns: readonly GradebookColumn[]): Gradebook {
	const numbers = columns.flatMap(({ cells }) => cells.map(({ no }) => no));
	return { pupils: [...new Set(numbers)].sort((a, b) => a - b), columns: [...columns] };
}

/** What marks come to by kind, for one pupil or many; only kinds that were asked. */
export function scoresByKind(marks: readonly ClassMark[]): Partial<Record<Kind, KindScore>> {
	const asked = KINDS.filter((kind) => marks.some((mark) => mark.kind === kind && !mark.dropped));
	return Object.fromEntries(
		asked.map((kind) => [kind, sumOf(marks.filter((mark) => mark.kind === kind))])
	);
}
