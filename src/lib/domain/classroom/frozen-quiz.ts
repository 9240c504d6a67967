import * as v from 'valibot';
import { quizSchema } from './handout-schema.ts';
import type { FrozenQuiz } from './types.ts';

/** What was withheld as the quiz it is, or nothing where it is none. */
export function readFrozenQuiz(withheld: unknown): FrozenQuiz | undefined {
	const read = v.safeParse(quizSchema, withheld);
	return read.success ? read.output : undefined;
}
