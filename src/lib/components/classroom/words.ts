import type { AssignmentRules } from '#lib/domain/classroom/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { AssignedProblem } from '#lib/state/classroom/assigned-run.svelte.ts';
import type { BeginProblem } from '#lib/state/classroom/attempt-begin.ts';
import type { TakingProblem } from '#lib/state/classroom/handout-taking.svelte.ts';
import { problemWords } from '#lib/components/quiz/words.ts';

const TAKING_WORDS = {
	foreign: m.assigned_problem_foreign,
	newer: m.assigned_problem_newer,
	'too-large': m.assigned_problem_too_large,
	unreadable: m.assigned_problem_unreadable,
	'bad-signature': m.assigned_problem_bad_signature,
	'wrong-edition': m.assigned_problem_wrong_edition,
	'other-quiz': m.assigned_problem_other_quiz,
	'wrong-code': m.assigned_problem_wrong_code,
	altered: m.assigned_problem_altered,
	missing: m.assigned_problem_missing,
	insecure: m.assigned_problem_insecure,
	empty: m.assigned_problem_empty
};

/** Why something was not taken, and what to do. */
export function takingWords({ code }: TakingProblem): string {
	return code in TAKING_WORDS
		? TAKING_WORDS[code as keyof typeof TAKING_WORDS]()
		: problemWords(code as 'full' | 'closed' | 'lost');
}

/** A day and time as people say it. */
export function whenText(at: number): string {
	return new Intl.DateTimeFormat(getLocale(), {
		weekday: 'short',
		day: 'numeric',
		month: 'short',
		hour: '2-digit',
		minute: '2-digit'
	}).format(at);
}

/** Practice or Test. */
export function modeWord({ mode }: Pick<AssignmentRules, 'mode'>): string {
	return mode === 'practice' ? m.assigned_mode_practice() : m.assigned_mode_test();
}

/** Why an attempt cannot be begun now. */
export function beginWords(problem: BeginProblem, no: number): string {
	switch (problem.code) {
		case 'too-short':
			return m.assigned_code_too_short();
		case 'mistyped':
			return m.assigned_code_mistyped({ no });
		case 'no-attempt-left':
			return problem.isElsewhere ? m.joined_elsewhere() : m.assigned_no_attempt();
		case 'early':
			return m.assigned_early({ when: whenText(problem.opensAt) });
		case 'closed':
			return m.assigned_closed({ when: whenText(problem.closesAt) });
	}
}

/** Why a release code opened nothing; nothing where the problem is another's. */
export function releaseWords(problem: AssignedProblem | undefined): string | undefined {
	switch (problem?.code) {
		case 'too-short':
			return m.assigned_release_too_short();
		case 'mistyped':
			return m.assigned_release_mistyped();
		case 'wrong-code':
			return m.assigned_problem_wrong_code();
		case 'altered':
			return m.assigned_problem_altered();
		default:
			return undefined;
	}
}
