import { groupBy } from '#lib/bank/group-by.ts';
import type { Mark } from '#lib/domain/answers/types.ts';
import { markItem } from '#lib/domain/quiz/marking.ts';
import type { Item, RawAnswer } from '#lib/domain/quiz/types.ts';
import { answerId, answerOf } from './part-answers.ts';
import { quizParts, type QuizPart } from './quiz-parts.ts';
import { inForce, type RulingInForce } from './rulings.ts';
import type {
	ClassMark,
	JudgedAnswer,
	MarkedSubmission,
	RuledPart,
	Ruling
} from './ruling-types.ts';
import type { FrozenQuiz, Submission } from './types.ts';

const OPEN: Mark = { verdict: 'wrong', credit: 0, rule: 'empty' };
const SKIPPED: RawAnswer = { form: 'skipped' };

/** What a submission is marked from. */
export interface Marking {
	/** The version it answers. */
	quiz: FrozenQuiz;
	submission: Submission;
	/** The whole log, in any order. */
	rulings: readonly Ruling[];
}

function isAbout(ruled: RuledPart, { questionId, hash }: RuledPart): boolean {
	return ruled.questionId === questionId && ruled.hash === hash;
}

/** The rulings by which a part counts for nobody. */
export function dropsOf(
	rulings: readonly RulingInForce[],
	assignmentId: string,
	part: RuledPart
): RulingInForce[] {
	return rulings.filter(
		(ruling) =>
			ruling.type === 'drop' && ruling.assignmentId === assignmentId && isAbout(ruling.part, part)
	);
}

/** The last word on an answer, said of this assignment or of every one that asks the same. */
function judgementOf(
	rulings: readonly RulingInForce[],
	assignmentId: string,
	{ part, answer }: { part: RuledPart; answer: JudgedAnswer }
) {
	return rulings
		.filter((ruling) => ruling.type === 'judge')
		.findLast(
			(ruling) =>
				(ruling.assignmentId ?? assignmentId) === assignmentId &&
				isAbout(ruling.part, part) &&
				answerId(ruling.answer) === answerId(answer)
		);
}

function overrideOf(
	rulings: readonly RulingInForce[],
	{ id, assignmentId }: Submission,
	{ itemNo, part }: QuizPart
) {
	return rulings
		.filter((ruling) => ruling.type === 'override')
		.findLast(
			(ruling) =>
				ruling.assignmentId === assignmentId &&
				ruling.submissionId === id &&
				ruling.itemNo === itemNo &&
				ruling.part === part
		);
}

/** A submission with what was decided. */
interface Decided {
	submission: Submission;
	rulings: readonly RulingInForce[];
}

/** What counts of a mark, and by whose word. */
function decisionOn(
	part: QuizPart,
	{ submission, rulings }: Decided,
	answer: JudgedAnswer | undefined
) {
	const override = overrideOf(rulings, submission, part);
	if (override) return { by: 'overridden', ruling: override } as const;
	const judged = answer && judgementOf(rulings, submission.assignmentId, { part, answer });
	return { by: judged ? 'judged' : 'grader', ruling: judged } as const;
}

function markPart(
	part: QuizPart,
	decided: Decided,
	{ raw, mark: graded = OPEN }: { raw: RawAnswer | undefined; mark: Mark | undefined }
): ClassMark {
	const { itemNo, questionId, kind } = part;
	const answer = answerOf(part, raw);
	const mark = answer ? graded : OPEN;
	const { by, ruling } = decisionOn(part, decided, answer);
	const drops = dropsOf(decided.rulings, decided.submission.assignmentId, part);
	return {
		itemNo,
		part: part.part,
		questionId,
		kind,
		...(raw && { raw }),
		mark,
		credit: ruling ? ruling.credit : mark.credit,
		by,
		rulings: [...(ruling ? [ruling] : []), ...drops].map(({ id }) => id),
		dropped: drops.length > 0
	};
}

const known = new WeakMap<FrozenQuiz, Map<string, Mark[]>>();

/** The grader's word on an answer; it is asked once, for a class gives the same answers again and again. */
function gradedItem(
	quiz: FrozenQuiz,
	{ item, itemNo, raw }: { item: Item; itemNo: number; raw: RawAnswer }
): Mark[] {
	const marks = known.get(quiz) ?? new Map<string, Mark[]>();
	known.set(quiz, marks);
	const key = `${itemNo} ${JSON.stringify(raw)}`;
	const found = marks.get(key) ?? markItem(quiz.bank, item, raw);
	marks.set(key, found);
	return found;
}

/** An item's answer, where any of it fits; the last one where a device sent several. */
function fittingRaw(
	{ answers }: Submission,
	itemNo: number,
	parts: readonly QuizPart[]
): RawAnswer | undefined {
	const raw = answers.findLast((answer) => answer.itemNo === itemNo)?.raw;
	return parts.some((part) => answerOf(part, raw)) ? raw : undefined;
}

/**
 * Marks a submission: the grader's word on each part over the frozen bank, then the last judgement of
 * that answer, then the pupil's own override. What was left open is wrong. A dropped part counts for
 * nobody, whatever its mark; what waits for the marking desk is in no sum.
 */
export function markSubmission({ quiz, submission, rulings }: Marking): MarkedSubmission {
	const held = inForce(rulings);
	const byItem = groupBy(quizParts(quiz), ({ itemNo }) => `${itemNo}`);
	const marks = quiz.items.flatMap((item, itemNo) => {
		const parts = byItem.get(`${itemNo}`) ?? [];
		const raw = fittingRaw(submission, itemNo, parts);
		const graded = gradedItem(quiz, { item, itemNo, raw: raw ?? SKIPPED });
		return parts.map((part) =>
			markPart(part, { submission, rulings: held }, { raw, mark: graded[part.part] })
		);
	});
	return { submission, marks, ...sumOf(marks) };
}

/** What marks come to: `credit` of `outOf` parts that count and are decided, and how many wait. */
export function sumOf(
	marks: readonly ClassMark[]
): Pick<MarkedSubmission, 'credit' | 'outOf' | 'undecided'> {
	const credits = marks.filter(({ dropped }) => !dropped).map(({ credit }) => credit);
	const decided = credits.filter((credit) => credit !== 'undecided');
	return {
		credit: decided.reduce<number>((sum, credit) => sum + credit, 0),
		outOf: decided.length,
		undecided: credits.length - decided.length
	};
}
