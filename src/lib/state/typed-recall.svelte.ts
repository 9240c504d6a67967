import type { LookUp } from '#lib/bank/look-up.ts';
import type { Question, QuestionId } from '#lib/bank/types.ts';
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
	#ready: { id: QuestionId; grade: (text: string) => Mark } | undefined;

	/** Makes all ready that does not depend on what is typed, while the question is read. */
	async prepare(look: LookUp, question: Question): Promise<(text: string) => Mark> {
		const { answerKey, gradeAnswer } = await loadGrader();
		if (this.#ready?.id === question.id) return this.#ready.grade;
		const key = answerKey(look.bank, question);
		const grade = (text: string) => gradeAnswer(key, text);
		// The grader reads a key with the first text it gets.
		grade(question.ask);
		this.#ready = { id: question.id, grade };
		return grade;
	}

	/** Grades what was typed; the grader is fetched when it is first needed. */
	async check(look: LookUp, question: Question): Promise<Mark> {
		const grade = await this.prepare(look, question);
		this.mark = grade(this.text);
		return this.mark;
	}
}
