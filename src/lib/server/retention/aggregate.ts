import type { KeptCounts } from '#lib/domain/classroom/api/class-api.ts';
import type { MarkedAssignment } from '#lib/domain/classroom/mark-assignment.ts';
import { questionCounts, type QuestionCounts } from '#lib/domain/classroom/question-counts.ts';

/** What is stored of an assignment that was swept: how each question went, and nothing of any pupil. */
export interface AssignmentAggregate extends Pick<KeptCounts, 'title' | 'pupils'> {
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
