import { MOST_PUPILS } from '#lib/domain/classroom/register.ts';
import { m } from '#lib/paraglide/messages.js';
import type { OpeningProblem } from '#lib/state/teach/class-file-opening.svelte.ts';
import type { RosterProblem } from '#lib/state/teach/class-making.svelte.ts';
import type { NumberProblem } from '#lib/state/teach/class-register.svelte.ts';

const STORE_WORDS = {
	full: m.settings_problem_full,
	closed: m.settings_problem_closed,
	lost: m.settings_problem_lost,
	missing: m.teach_problem_missing,
	insecure: m.teach_problem_insecure
};

const OPENING_WORDS: Record<OpeningProblem['code'], () => string> = {
	...STORE_WORDS,
	foreign: m.teach_file_foreign,
	newer: m.teach_file_newer,
	altered: m.teach_file_altered,
	'wrong-passphrase': m.teach_file_wrong_phrase
};

/** What stands in the way of keeping something, what is safe and what to do. */
export function keepingWords({ code }: { code: keyof typeof STORE_WORDS }): string {
	return STORE_WORDS[code]();
}

/** Why a class file was not opened, and what to do. */
export function openingWords({ code }: OpeningProblem): string {
	return OPENING_WORDS[code]();
}

/** What is wrong with the register of a new class, and what to do. */
export function rosterWords(problem: RosterProblem): string {
	switch (problem.code) {
		case 'count':
			return m.teach_count_problem(problem);
		case 'empty':
			return m.teach_list_empty();
		case 'too-many':
			return m.teach_too_many({ count: problem.count, most: MOST_PUPILS });
		case 'number-range':
			return m.teach_list_range(problem);
		case 'number-twice':
			return m.teach_list_twice(problem);
	}
}

/** Why nobody can be added under a number, and what to do. */
export function numberWords(problem: NumberProblem): string {
	switch (problem.code) {
		case 'range':
			return m.teach_no_range(problem);
		case 'taken':
			return m.teach_no_taken();
		case 'left':
			return m.teach_no_left();
	}
}
