import type { Mark, Verdict } from '#lib/domain/answers/types.ts';
import type { Confidence } from '#lib/domain/quiz/types.ts';
import { m } from '#lib/paraglide/messages.js';
import type { AnswerView } from '#lib/state/quiz-told.ts';
import { standingWord } from '#lib/components/words.ts';

const CONFIDENCE_WORDS: Record<Confidence, () => string> = {
	guess: m.quiz_confidence_guess,
	fairly: m.quiz_confidence_fairly,
	sure: m.quiz_confidence_sure
};

const VERDICT_WORDS: Record<Exclude<Verdict, 'spelling'>, () => string> = {
	right: m.quiz_verdict_right,
	partly: m.quiz_verdict_partly,
	review: m.quiz_verdict_review,
	wrong: m.quiz_verdict_wrong
};

const PROBLEM_WORDS = {
	empty: m.quiz_empty,
	full: m.quiz_problem_full,
	closed: m.quiz_problem_closed,
	lost: m.quiz_problem_lost
};

/** The words for how sure a person is. */
export function confidenceWord(confidence: Confidence): string {
	return CONFIDENCE_WORDS[confidence]();
}

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

/** What happened, what is safe and what to do. */
export function problemWords(code: keyof typeof PROBLEM_WORDS): string {
	return PROBLEM_WORDS[code]();
}

/** Credit in halves: 7½. */
export function creditText(credit: number): string {
	const whole = Math.floor(credit);
	const half = credit - whole >= 0.5 ? '½' : '';
	return whole === 0 && half ? half : `${whole}${half}`;
}

/** A day and time as people write it. */
export function dateText(at: number): string {
	return new Intl.DateTimeFormat('en', {
		day: 'numeric',
		month: 'short',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23'
	}).format(at);
}

/** Minutes and seconds: 4:09. */
export function clockText(seconds: number): string {
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
