import type { Question } from '#lib/bank/types.ts';
import { answerKey } from '#lib/domain/answers/answer-key.ts';
import { gradeAnswer } from '#lib/domain/answers/grade-answer.ts';
import type { Mark } from '#lib/domain/answers/types.ts';
import { remember, type BankIndex } from './bank-index.ts';

/** The grader reads a key once and knows the object again. */
const keyOf = remember((index, question: Question) => answerKey(index.bank, question));

/** The grader's word on a text as answer to a question of the bank. */
export function gradeText(index: BankIndex, question: Question, text: string): Mark {
	return gradeAnswer(keyOf(index, question), text);
}
