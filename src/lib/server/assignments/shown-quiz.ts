import { presentQuiz } from '#lib/domain/classroom/hand-out.ts';
import type { Assignment, Handout } from '#lib/domain/classroom/types.ts';
import { closedFacts, withhold } from '#lib/domain/classroom/withhold.ts';

/** The part of a handout that has its questions. */
export type ShownQuiz = Pick<Handout, 'quiz' | 'closedFacts'>;

/**
 * What pupils are shown of an assignment's newest version: a Practice whole, of a Test only what
 * `withhold` leaves. Parts' hashes never go out: answers could be tried against them.
 */
export async function shownQuiz(
	crypto: Crypto,
	assignment: Pick<Assignment, 'rules' | 'versions' | 'releaseCode'>
): Promise<ShownQuiz> {
	const quiz = presentQuiz(assignment);
	if (!quiz) throw new Error('an assignment without a quiz');
	if (assignment.rules.mode === 'practice')
		return { quiz: { ...quiz, hashes: [] }, closedFacts: [] };
	const { releaseCode } = assignment;
	if (releaseCode === undefined) throw new Error('a Test without a release code');
	const [shown, closed] = await Promise.all([
		withhold(crypto, quiz, releaseCode),
		closedFacts(crypto, quiz)
	]);
	return { quiz: shown, closedFacts: closed };
}
