import type { LookUp } from '#lib/bank/look-up.ts';
import type { Question } from '#lib/bank/types.ts';
import type { Mark } from '#lib/domain/answers/types.ts';

/** Fetches the grader; ahead of the first typed answer it is there at once. */
export async function loadGrader() {
	const [{ answerKey }, { gradeAnswer }] = await Promise.all([
		import('#lib/domain/answers/answer-key.ts'),
		import('#lib/domain/answers/grade-answer.ts')
	]);
	return { answerKey, gradeAnswer };
}

/** One typed answer: what was typed and, once checked, the grader's mark. */
export class TypedRecall {
	text = $state('');
	mark = $state.raw<Mark>();

	/** Grades what was typed; the grader is fetched when it is first needed. */
	async check(look: LookUp, question: Question): Promise<Mark> {
		const { answerKey, gradeAnswer } = await loadGrader();
		this.mark = gradeAnswer(answerKey(look.bank, question), this.text);
		return this.mark;
	}
}
