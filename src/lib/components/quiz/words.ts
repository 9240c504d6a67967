import type { Confidence } from '#lib/domain/quiz/types.ts';
import { m } from '#lib/paraglide/messages.js';

const CONFIDENCE_WORDS: Record<Confidence, () => string> = {
	guess: m.quiz_confidence_guess,
	fairly: m.quiz_confidence_fairly,
	sure: m.quiz_confidence_sure
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
