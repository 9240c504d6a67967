import type { Question } from '#lib/bank/types.ts';
import { answerKey } from '#lib/domain/answers/answer-key.ts';
import { gradeTyped } from '#lib/domain/answers/grade-answer.ts';
import { readTyped } from '#lib/domain/answers/grading.ts';
import type { Mark } from '#lib/domain/answers/types.ts';
import { remember, type BankIndex } from './bank-index.ts';

/** The grader reads a key once and knows the object again. */
const keyOf = remember((index, question: Question) => answerKey(index.bank, question));

/** A text is graded against many keys and read once. */
const typedOf = remember((_index, text: string) => readTyped(text));

/** The grader's word on a text as answer to a question of the bank. */
export function gradeText(index: BankIndex, question: Question, text: string): Mark {
	return gradeTyped(keyOf(index, question), typedOf(index, text));
}
