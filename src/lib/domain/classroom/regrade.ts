import { markSubmission } from './mark-submission.ts';
import type { ClassMark, MarkedSubmission, Ruling } from './ruling-types.ts';
import type { FrozenQuiz, PupilNo, Submission } from './types.ts';

/** Rulings to be tried out before they are stored. */
export interface Regrading {
	/** The quiz's versions by the hash that submissions name them by. */
	versions: ReadonlyMap<string, FrozenQuiz>;
	submissions: readonly Submission[];
	/** As they stand. */
	rulings: readonly Ruling[];
	/** What would be added. */
	next: readonly Ruling[];
}

/** What a submission comes to. */
type Sum = Pick<MarkedSubmission, 'credit' | 'outOf' | 'undecided'>;

/** One mark that would change. */
interface MarkChange {
	itemNo: number;
	part: number;
	before: Pick<ClassMark, 'credit' | 'by' | 'dropped'>;
	after: Pick<ClassMark, 'credit' | 'by' | 'dropped'>;
}

/** A submission whose marks would change. */
interface RegradeChange {
	no: PupilNo;
	submissionId: string;
	attempt: number;
	before: Sum;
	after: Sum;
	parts: MarkChange[];
}

/** Whose marks would change, by number, and of how many submissions none would. */
export interface RegradePreview {
	changes: RegradeChange[];
	unchanged: number;
}

function sum({ credit, outOf, undecided }: MarkedSubmission): Sum {
	return { credit, outOf, undecided };
}

function worth({ credit, by, dropped }: ClassMark): MarkChange['before'] {
	return { credit, by, dropped };
}

function isSame(one: ClassMark, other: ClassMark): boolean {
	return one.credit === other.credit && one.dropped === other.dropped;
}

function changeOf(before: MarkedSubmission, after: MarkedSubmission): RegradeChange {
	const { no, id, attempt } = before.submission;
	const parts = before.marks.flatMap((mark, i): MarkChange[] => {
		const now = after.marks[i];
		if (!now || isSame(mark, now)) return [];
		const { itemNo, part } = mark;
		return [{ itemNo, part, before: worth(mark), after: worth(now) }];
	});
	return { no, submissionId: id, attempt, before: sum(before), after: sum(after), parts };
}

/** What rulings would change, told before they are stored. Submissions of an unknown version are passed over. */
export function previewRegrade({
	versions,
	submissions,
	rulings,
	next
}: Regrading): RegradePreview {
	const all = submissions.flatMap((submission) => {
		const quiz = versions.get(submission.quizHash);
		if (!quiz) return [];
		const before = markSubmission({ quiz, submission, rulings });
		const after = markSubmission({ quiz, submission, rulings: [...rulings, ...next] });
		return [changeOf(before, after)];
	});
	const changes = all.filter(({ parts }) => parts.length > 0);
	changes.sort((a, b) => a.no - b.no || a.attempt - b.attempt);
	return { changes, unchanged: all.length - changes.length };
}
