import type { AttemptRefusal } from '#lib/domain/classroom/api/pupil-api.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { JoinProblem } from '#lib/state/classroom/class-joining.svelte.ts';
import { problemWords } from '#lib/components/quiz/words.ts';

/** The fields of the form a class is joined with. */
export type JoinField = 'code' | 'number' | 'pin';

const FIELD_OF: Partial<Record<JoinProblem['code'], JoinField>> = {
	'no-code': 'code',
	'wrong-code': 'code',
	'no-number': 'number',
	'no-pin': 'pin',
	'wrong-pin': 'pin'
};

const WORDS: Record<
	Exclude<JoinProblem['code'], 'full' | 'closed' | 'lost' | 'wrong-pin' | 'too-many'>,
	() => string
> = {
	'no-code': m.joined_problem_no_code,
	'no-number': m.joined_problem_no_number,
	'no-pin': m.joined_problem_no_pin,
	'wrong-code': m.joined_problem_wrong_code,
	locked: m.joined_problem_locked,
	used: m.joined_problem_used,
	unreachable: m.joined_problem_unreachable,
	starting: m.joined_problem_starting,
	unavailable: m.joined_problem_starting,
	insecure: m.joined_problem_insecure,
	gone: m.joined_problem_gone,
	missing: m.joined_problem_gone,
	off: m.joined_problem_off,
	unexpected: m.joined_problem_unexpected,
	unfit: m.joined_problem_unexpected,
	'changed-elsewhere': m.joined_problem_unexpected,
	'too-large': m.joined_problem_unexpected,
	'not-json': m.joined_problem_unexpected,
	'other-origin': m.joined_problem_unexpected,
	forbidden: m.joined_problem_unexpected,
	'signed-out': m.joined_problem_unexpected
};

/** The field that a problem is about; none where it is of no field. */
export function fieldOf({ code }: JoinProblem): JoinField | undefined {
	return FIELD_OF[code];
}

/** Why nobody was signed in, and what to do. */
export function joinWords(problem: JoinProblem): string {
	switch (problem.code) {
		case 'full':
		case 'closed':
		case 'lost':
			return problemWords(problem.code);
		case 'wrong-pin':
			return problem.triesLeft === undefined
				? m.joined_problem_wrong_pin()
				: m.joined_problem_tries({ count: problem.triesLeft });
		case 'too-many':
			return m.joined_problem_too_many({ count: problem.retryAfterS ?? 10 });
		default:
			return WORDS[problem.code]();
	}
}

const REFUSED: Record<AttemptRefusal, () => string> = {
	unfit: m.joined_refused_unfit,
	missing: m.joined_refused_missing,
	gone: m.joined_refused_gone,
	'other-pupil': m.joined_refused_other_pupil,
	'wrong-version': m.joined_refused_wrong_version
};

/** Why a class server does not take an attempt. */
export function refusalWords(why: AttemptRefusal): string {
	return REFUSED[why]();
}

/** Who somebody is in their class. */
export function youWords({ no, pseudonym }: { no: number; pseudonym: string }): string {
	return pseudonym ? m.joined_you_named({ no, pseudonym }) : m.joined_you({ no });
}

const MS_PER_MINUTE = 60_000;

/** By how much a clock is wrong. */
export function clockWords(aheadMs: number): string {
	const count = Math.round(Math.abs(aheadMs) / MS_PER_MINUTE);
	return aheadMs > 0 ? m.joined_clock_ahead({ count }) : m.joined_clock_behind({ count });
}

/** A time of today, or a day with its time. */
export function heardText(at: number, now: number): string {
	const isToday = new Date(at).toDateString() === new Date(now).toDateString();
	return new Intl.DateTimeFormat(getLocale(), {
		...(!isToday && { weekday: 'short', day: 'numeric', month: 'short' }),
		hour: '2-digit',
		minute: '2-digit'
	}).format(at);
}
