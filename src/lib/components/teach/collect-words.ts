import type { ArrivalRoute, ArrivalState } from '#lib/domain/classroom/arrival-types.ts';
import type { ArrivalDoubt } from '#lib/domain/classroom/arrivals.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CollectProblem } from '#lib/state/teach/collecting.svelte.ts';
import { keepingWords } from './teach-words.ts';

const STATE_WORDS: Record<ArrivalState, { is: () => string; todo?: () => string }> = {
	counted: { is: m.collect_state_counted },
	late: { is: m.collect_state_late, todo: m.collect_do_late },
	extra: { is: m.collect_state_extra, todo: m.collect_do_extra },
	duplicate: { is: m.collect_state_duplicate, todo: m.collect_do_duplicate },
	'unknown-number': { is: m.collect_state_unknown_number, todo: m.collect_do_unknown_number },
	'wrong-code': { is: m.collect_state_wrong_code, todo: m.collect_do_wrong_code },
	'wrong-version': { is: m.collect_state_wrong_version, todo: m.collect_do_wrong_version },
	altered: { is: m.collect_state_altered, todo: m.collect_do_altered },
	'other-class': { is: m.collect_state_other_class, todo: m.collect_do_other_class },
	unreadable: { is: m.collect_state_unreadable, todo: m.collect_do_unreadable }
};

const DOUBT_WORDS: Record<Exclude<ArrivalDoubt, 'left-screen'>, () => string> = {
	'clock-ahead': m.collect_doubt_clock_ahead,
	'clock-back': m.collect_doubt_clock_back,
	'before-opening': m.collect_doubt_before_opening,
	'took-too-long': m.collect_doubt_took_too_long,
	'came-after-closing': m.collect_doubt_came_after_closing
};

const ROUTE_WORDS: Record<ArrivalRoute, () => string> = {
	qr: m.collect_route_qr,
	text: m.collect_route_text,
	file: m.collect_route_file,
	server: m.collect_route_server
};

/** What became of something that arrived. */
export function stateWords(state: ArrivalState): string {
	return STATE_WORDS[state].is();
}

/** What to do about it; nothing where all is well. */
export function todoWords(state: ArrivalState): string | undefined {
	return STATE_WORDS[state].todo?.();
}

/** What speaks against a result's claims. */
export function doubtWords(doubt: ArrivalDoubt, { leftScreen }: { leftScreen: number }): string {
	return doubt === 'left-screen'
		? m.collect_doubt_left_screen({ count: leftScreen })
		: DOUBT_WORDS[doubt]();
}

/** By which route it came. */
export function routeWords(route: ArrivalRoute): string {
	return ROUTE_WORDS[route]();
}

/** Why nothing was taken, and what to do. */
export function collectWords(problem: CollectProblem): string {
	switch (problem.code) {
		case 'empty':
			return m.collect_problem_empty();
		case 'none-found':
			return m.collect_problem_none_found();
		case 'insecure':
			return m.collect_problem_insecure();
		default:
			return keepingWords(problem);
	}
}
