import { groupBy } from '#lib/bank/group-by.ts';
import type { Mark } from '#lib/domain/answers/types.ts';
import type { MarkedAssignment } from './mark-assignment.ts';
import { answerAsGiven, answerId, answerOf, mostFrequent } from './part-answers.ts';
import { allParts, partMarks, type PartMark } from './question-counts.ts';
import type { QuizPart } from './quiz-parts.ts';
import type { ClassMark, JudgedAnswer } from './ruling-types.ts';
import type { PupilNo } from './types.ts';

/** Everyone who gave one answer to a part. */
export interface AnswerGroup {
	/** As a ruling on it would say it. */
	answer: JudgedAnswer;
	/** As most of them wrote it. */
	text: string;
	count: number;
	/** Who gave it, by number; a number is there for each attempt. */
	who: { no: PupilNo; submissionId: string }[];
	/** The grader's own word. */
	mark: Mark;
	/** What counts now, single pupils' overrides apart. */
	credit: ClassMark['credit'];
	by: 'grader' | 'judged';
	/** The rulings that made it so. */
	rulings: string[];
	/** How many of them have a mark of their own. */
	overridden: number;
}

/** A part of a quiz with the distinct answers it got. */
export interface PartAnswers {
	part: QuizPart;
	/** It counts for nobody, so none of its answers waits. */
	dropped: boolean;
	/** Answers that wait for a decision. */
	undecided: number;
	/** Undecided ones first, then the most frequent. */
	groups: AnswerGroup[];
}

interface Given extends PartMark {
	answer: JudgedAnswer;
	text: string;
}

function groupOf(given: readonly [Given, ...Given[]]): AnswerGroup {
	const [{ answer, mark: own }] = given;
	const common = given.find(({ mark }) => mark.by !== 'overridden')?.mark;
	const who = given.map(({ attempt: { submission } }) => ({
		no: submission.no,
		submissionId: submission.id
	}));
	return {
		answer,
		text: mostFrequent(given.map(({ text }) => text)),
		count: given.length,
		who: who.sort((a, b) => a.no - b.no),
		mark: own.mark,
		credit: common?.credit ?? own.mark.credit,
		by: common?.by === 'judged' ? 'judged' : 'grader',
		rulings: common?.rulings ?? [],
		overridden: given.filter(({ mark }) => mark.by === 'overridden').length
	};
}

function isWaiting({ credit, overridden, count }: AnswerGroup): boolean {
	return credit === 'undecided' && overridden < count;
}

function byNeed(a: AnswerGroup, b: AnswerGroup): number {
	const waiting = Number(isWaiting(b)) - Number(isWaiting(a));
	return waiting || b.count - a.count || (a.text < b.text ? -1 : 1);
}

function givenTo(marks: readonly PartMark[]): Given[] {
	return marks.flatMap((each) => {
		const answer = answerOf(each.part, each.mark.raw);
		return answer ? [{ ...each, answer, text: answerAsGiven(each.part, each.mark.raw) }] : [];
	});
}

function answersTo(part: QuizPart, given: readonly Given[]): PartAnswers {
	const groups = [...groupBy(given, ({ answer }) => answerId(answer)).values()]
		.flatMap(([first, ...rest]) => (first ? [groupOf([first, ...rest])] : []))
		.sort(byNeed);
	const dropped = given.some(({ mark }) => mark.dropped);
	const waiting = dropped ? [] : groups.filter(isWaiting);
	const undecided = waiting.reduce((sum, { count, overridden }) => sum + count - overridden, 0);
	return { part, dropped, undecided, groups };
}

/**
 * The distinct answers each part got, in the quiz's order, with what they count: what the marking desk
 * shows. Attempts that can count are looked at, so that a decision reaches the one that will.
 */
export function answerGroups(marked: MarkedAssignment): PartAnswers[] {
	const attempts = marked.pupils
		.filter(({ state }) => state !== 'excused')
		.flatMap((work) => work.attempts.filter(({ isExtra }) => !isExtra));
	const byPart = groupBy(givenTo(partMarks(attempts)), ({ part }) => part.key);
	return allParts(marked).map((part) => answersTo(part, byPart.get(part.key) ?? []));
}
