import { latestAnswers } from '#lib/domain/quiz/sitting.ts';
import type { AnswerRow, Paper, Sitting } from '#lib/domain/quiz/types.ts';
import { fixedOrder, handedOutAnswer, pupilOrder, shownItems } from './shown-order.ts';
import type {
	AssignmentRules,
	Exception,
	FrozenQuiz,
	Handout,
	PupilNo,
	Submission,
	SubmittedAnswer
} from './types.ts';

const MS_PER_MINUTE = 60_000;
const MOST_TOOK_MS = 3_600_000;

/** The terms for one pupil; times are epoch ms. */
export interface Terms {
	opensAt?: number;
	closesAt?: number;
	minutes?: number;
}

/** The rules with a pupil's exception laid over them. Extra minutes need a limit to be added to. */
export function termsFor(
	{ opensAt, closesAt, minutes }: AssignmentRules,
	exception?: Omit<Exception, 'no'>
): Terms {
	const { extraMinutes = 0, closesAt: later = closesAt } = exception ?? {};
	return {
		...(opensAt !== undefined && { opensAt }),
		...(later !== undefined && { closesAt: later }),
		...(minutes !== undefined && { minutes: minutes + extraMinutes })
	};
}

/** The terms as a clock reads them that is so many ms ahead of the right one, or behind it (negative). */
export function termsByClock({ opensAt, closesAt, ...terms }: Terms, aheadMs: number): Terms {
	return {
		...terms,
		...(opensAt !== undefined && { opensAt: opensAt + aheadMs }),
		...(closesAt !== undefined && { closesAt: closesAt + aheadMs })
	};
}

/** Whether an assignment can be sat now. */
export function gateOf({ opensAt, closesAt }: Terms, now: number): 'early' | 'open' | 'closed' {
	if (opensAt !== undefined && now < opensAt) return 'early';
	return closesAt !== undefined && now >= closesAt ? 'closed' : 'open';
}

/** What a new attempt begins with. */
export interface AttemptStart {
	/** uuid v7: the submission will have the same. */
	id: string;
	handout: Pick<Handout, 'assignmentId' | 'title' | 'rules' | 'quiz'>;
	no: PupilNo;
	/** 1 for the first. */
	attempt: number;
	/** The pupil's for this assignment, base64url. */
	token: string;
	terms: Terms;
	/** epoch ms */
	now: number;
}

function deadlineOf({ minutes, closesAt }: Terms, now: number): number | undefined {
	const byLimit = minutes === undefined ? Infinity : now + minutes * MS_PER_MINUTE;
	const deadline = Math.min(byLimit, closesAt ?? Infinity);
	return Number.isFinite(deadline) ? deadline : undefined;
}

/**
 * Opens a pupil's sitting of an assignment. It is over when the time limit is, and at the closing time at the
 * latest. Feedback after each item makes it a practice, any other an exam.
 */
export function startAssigned(start: AttemptStart): Sitting {
	const { id, handout, no, attempt, token, terms, now } = start;
	const { assignmentId, quiz, rules, title } = handout;
	const seed = `${assignmentId}/${no}/${attempt}`;
	const shown = rules.order === 'fixed' ? fixedOrder(quiz.items) : pupilOrder(quiz, seed);
	const items = shownItems(quiz.items, shown);
	const only = quiz.bank.questions.map((question) => question.id);
	const paper: Paper = {
		edition: quiz.hash,
		seed,
		blueprint: { reports: [], length: items.length, levels: [], forms: [], grave: true, only },
		items,
		shortfalls: []
	};
	const deadlineAt = deadlineOf(terms, now);
	return {
		id,
		title,
		mode: rules.feedback === 'each' ? 'practice' : 'exam',
		paper,
		state: 'open',
		startedAt: now,
		...(deadlineAt !== undefined && { deadlineAt }),
		at: 0,
		flags: [],
		repeats: [],
		assigned: { assignmentId, no, attempt, token, shown, leftScreen: 0 }
	};
}

function submittedAnswer(row: AnswerRow, place: number, sitting: Sitting): SubmittedAnswer[] {
	const { shown } = sitting.assigned ?? {};
	const itemNo = shown?.items[place];
	if (!shown || itemNo === undefined) return [];
	return [
		{
			itemNo,
			raw: handedOutAnswer(row.raw, shown, place),
			...(row.confidence && { confidence: row.confidence }),
			tookMs: Math.min(row.tookMs, MOST_TOOK_MS)
		}
	];
}

/** An answer as it was given, before anything is handed in: the sitting's own count, and when (epoch ms). */
type SavedAnswer = SubmittedAnswer & Pick<AnswerRow, 'seq' | 'at'>;

/**
 * The answers of an assigned sitting one by one, oldest first, in the numbers that were handed out. Repeats
 * of a practice are left out.
 */
export function savedAnswersOf(sitting: Sitting, rows: readonly AnswerRow[]): SavedAnswer[] {
	const saved = rows.flatMap((row) =>
		submittedAnswer(row, row.itemNo, sitting).map((answer) => ({
			...answer,
			seq: row.seq,
			at: row.at
		}))
	);
	return saved.sort((a, b) => a.seq - b.seq);
}

/**
 * What a pupil hands in of an ended sitting: the last answer to each item, in the order the class was
 * handed them. Repeats of a practice are left out.
 */
export function submissionOf(sitting: Sitting, rows: readonly AnswerRow[]): Submission | undefined {
	const { assigned, paper, id, startedAt, endedAt, mode } = sitting;
	if (!assigned || endedAt === undefined) return undefined;
	const latest = latestAnswers(rows);
	const answers = paper.items.flatMap((_, place) => {
		const row = latest.get(place);
		return row ? submittedAnswer(row, place, sitting) : [];
	});
	const { assignmentId, no, attempt, leftScreen } = assigned;
	return {
		...{ id, assignmentId, quizHash: paper.edition, no, attempt },
		answers: answers.sort((a, b) => a.itemNo - b.itemNo),
		startedAt,
		finishedAt: endedAt,
		leftScreen: mode === 'exam' ? leftScreen : 0
	};
}

/** A sitting as it is told once its key was released: with what is right, in the order the pupil saw it. */
export function releasedSitting(sitting: Sitting, released: FrozenQuiz): Sitting {
	const { assigned, paper } = sitting;
	if (!assigned) return sitting;
	return { ...sitting, paper: { ...paper, items: shownItems(released.items, assigned.shown) } };
}
