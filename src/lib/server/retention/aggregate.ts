import { questionCounts, type QuestionCounts } from '#lib/domain/classroom/question-counts.ts';
import type { MarkedAssignment } from '#lib/domain/classroom/mark-assignment.ts';

/** What stays of an assignment: how each question went, and nothing of any pupil. */
export interface AssignmentAggregate {
	title: string;
	/** How many attempts were counted, one a pupil. */
	pupils: number;
	questions: Omit<QuestionCounts, 'key'>[];
}

/** The counts by question of a marked assignment. */
export function aggregateOf(marked: MarkedAssignment): AssignmentAggregate {
	const questions = questionCounts(marked).map(({ key: _, ...counts }) => counts);
	return {
		title: marked.assignment.title,
		pupils: Math.max(0, ...questions.map(({ seen }) => seen)),
		questions
	};
}
