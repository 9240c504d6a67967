import type { LookUp } from '#lib/bank/look-up.ts';
import type { Question } from '#lib/bank/types.ts';
import { answerKey } from '#lib/domain/answers/answer-key.ts';
import type { Mark } from '#lib/domain/answers/types.ts';

/** One typed answer: what was typed and, once checked, the grader's mark. */
export class TypedRecall {
	text = $state('');
	mark = $state.raw<Mark>();

	/** Grades what was typed; the grader is fetched when it is first needed. */
	async check(look: LookUp, question: Question): Promise<Mark> {
		const { gradeAnswer } = await import('#lib/domain/answers/grade-answer.ts');
		this.mark = gradeAnswer(answerKey(look.bank, question), this.text);
		return this.mark;
	}
}
