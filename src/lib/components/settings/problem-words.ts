import { m } from '#lib/paraglide/messages.js';
import type { RestoringStep } from '#lib/state/backup-restoring.svelte.ts';
import type { SavingProblem } from '#lib/state/backup-saving.svelte.ts';
import type { RemovalStep } from '#lib/state/learner-removal.svelte.ts';
import type { Learners, NameProblem } from '#lib/state/learners.svelte.ts';
import { sayBytes } from './say.ts';

type StepProblem<C> = Extract<RestoringStep, { code: C; problem: unknown }>['problem'];
type Refusal = StepProblem<'refused'>;
type RemovalProblem = Extract<RemovalStep, { problem: unknown }>['problem'];
type StoreProblem = StepProblem<'failed'> | NonNullable<Learners['problem']> | RemovalProblem;

const STORE_WORDS: Record<StoreProblem['code'], () => string> = {
	full: m.settings_problem_full,
	closed: m.settings_problem_closed,
	lost: m.settings_problem_lost,
	blocked: m.settings_problem_blocked,
	newer: m.settings_problem_newer,
	unavailable: m.settings_problem_unopened,
	timeout: m.settings_problem_unopened,
	failed: m.settings_problem_unopened,
	missing: m.settings_problem_missing,
	last: m.settings_problem_last
};

const NAME_WORDS: Record<NameProblem, () => string> = {
	empty: m.settings_name_empty,
	long: m.settings_name_long,
	taken: m.settings_name_taken
};

/** What stands in the way of the store, what is safe and what to do. */
export function storeWords({ code }: Pick<StoreProblem, 'code'>): string {
	return STORE_WORDS[code]();
}

/** What is wrong with a learner's name. */
export function nameWords(problem: NameProblem | undefined): string | undefined {
	return problem && NAME_WORDS[problem]();
}

/** Why no backup was saved, and what to do. */
export function savingWords(problem: SavingProblem): string {
	switch (problem.code) {
		case 'full':
		case 'closed':
		case 'lost':
			return storeWords(problem);
		case 'not-written':
			return m.settings_backup_failed_not_written();
		case 'differs':
			return m.settings_backup_failed_differs();
		case 'insecure':
			return m.settings_backup_failed_insecure();
		default:
			return m.settings_backup_failed_store();
	}
}

/** Why a file is not taken as a backup, and what to do. */
export function refusalWords(problem: Refusal): string {
	switch (problem.code) {
		case 'not-gzip':
			return m.settings_refused_not_gzip();
		case 'foreign':
			return foreignWords(problem.kind);
		case 'newer':
			return m.settings_refused_newer(problem);
		case 'truncated':
			return m.settings_refused_truncated();
		case 'damaged':
			return m.settings_refused_damaged();
		case 'bad-row':
			return m.settings_refused_bad_row(problem);
		case 'too-large':
			return m.settings_refused_too_large({ most: sayBytes(problem.mostBytes) });
		case 'insecure':
			return m.settings_refused_insecure();
	}
}

function foreignWords(kind: string | undefined): string {
	return kind ? m.settings_refused_foreign_kind({ kind }) : m.settings_refused_foreign();
}
