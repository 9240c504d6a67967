import type { Mark, Verdict } from '#lib/domain/answers/types.ts';
import { standingWord } from '#lib/components/words.ts';
import { m } from '#lib/paraglide/messages.js';
import type { AnswerView } from '#lib/state/quiz-told.ts';

const VERDICT_WORDS: Record<Exclude<Verdict, 'spelling'>, () => string> = {
	right: m.quiz_verdict_right,
	partly: m.quiz_verdict_partly,
	review: m.quiz_verdict_review,
	wrong: m.quiz_verdict_wrong
};

/** The verdict on an answer, in a word or two; `right` is the right answer. */
export function verdictWords({ verdict, rule }: Mark, right: string): string {
	if (verdict === 'spelling') return m.quiz_verdict_spelling({ answer: right });
	return rule === 'empty' ? m.quiz_verdict_open() : VERDICT_WORDS[verdict]();
}

/** An answer as a sentence shows it. */
export function answerWords(answer: AnswerView): string {
	if (answer.code === 'text') return answer.text;
	if (answer.code === 'standing') return standingWord(answer.standing);
	if (answer.code === 'none') return '';
	const { says, proposed } = answer;
	return says ? m.quiz_judged_true({ proposed }) : m.quiz_judged_false({ proposed });
}
