import { beyondAllowed, type ReceivedSubmission } from './attempts.ts';
import { markSubmission } from './mark-submission.ts';
import { pupilStates } from './pupil-states.ts';
import type { MarkedSubmission, Ruling } from './ruling-types.ts';
import type { Assignment, FrozenQuiz, PupilNo, PupilState } from './types.ts';

/** An assignment with all that came back and all that was decided. */
export interface Collected {
	assignment: Assignment;
	/** The quiz's versions by the hash that submissions name them by. */
	versions: ReadonlyMap<string, FrozenQuiz>;
	submissions: readonly ReceivedSubmission[];
	rulings: readonly Ruling[];
	/** Who is known to be at it. */
	working?: ReadonlySet<PupilNo>;
}

/** A submission marked, with the version it answers. */
export interface MarkedAttempt extends MarkedSubmission {
	quiz: FrozenQuiz;
	/** epoch ms, by the teacher's clock */
	arrivedAt: number;
	/** Beyond the attempts allowed: shown, never counted. */
	isExtra: boolean;
}

/** One pupil's part in an assignment. */
export interface PupilWork {
	no: PupilNo;
	state: PupilState;
	/** By attempt number, extra ones too. */
	attempts: MarkedAttempt[];
}

/** An assignment marked: what gradebook, marking desk, analysis and files are made from. */
export interface MarkedAssignment {
	assignment: Assignment;
	rulings: readonly Ruling[];
	/** Who is known to be at it. */
	working: ReadonlySet<PupilNo>;
	/** By number. */
	pupils: PupilWork[];
}

function attemptsOf(
	{ assignment, versions, rulings }: Collected,
	submissions: readonly ReceivedSubmission[]
): MarkedAttempt[] {
	const extra = beyondAllowed(submissions, assignment.rules.attempts);
	const attempts = submissions.flatMap((submission): MarkedAttempt[] => {
		const quiz = versions.get(submission.quizHash);
		if (!quiz) return [];
		const marked = markSubmission({ quiz, submission, rulings });
		const { id, arrivedAt } = submission;
		return [{ ...marked, quiz, arrivedAt, isExtra: extra.has(id) }];
	});
	return attempts.sort(
		(a, b) => a.submission.attempt - b.submission.attempt || a.arrivedAt - b.arrivedAt
	);
}

/** Marks all that came back for an assignment; the same submission twice counts once. */
export function markAssignment(collected: Collected): MarkedAssignment {
	const { assignment, rulings } = collected;
	const submissions = [...new Map(collected.submissions.map((each) => [each.id, each])).values()];
	const states = pupilStates({ ...collected, submissions });
	const pupils = [...states].map(([no, state]) => ({
		no,
		state,
		attempts: attemptsOf(
			collected,
			submissions.filter((each) => each.no === no)
		)
	}));
	return { assignment, rulings, working: collected.working ?? new Set(), pupils };
}
