import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { ServedProblem } from '#lib/state/teach/served-room.svelte.ts';
import type { AccountProblem } from '#lib/state/teach/server-account.svelte.ts';
import { keepingWords } from '#lib/components/teach/teach-words.ts';

type Problem = AccountProblem | ServedProblem;

const WORDS = {
	unreachable: m.server_problem_unreachable,
	starting: m.server_problem_starting,
	off: m.server_problem_off,
	unavailable: m.server_problem_unavailable,
	'signed-out': m.server_problem_signed_out,
	forbidden: m.server_problem_forbidden,
	'other-origin': m.server_problem_origin,
	insecure: m.server_problem_insecure,
	missing: m.server_problem_missing,
	gone: m.server_problem_gone,
	'changed-elsewhere': m.server_problem_changed,
	unfit: m.server_problem_unfit,
	'not-json': m.server_problem_unfit,
	'too-large': m.server_problem_large,
	'too-many': m.server_problem_many,
	'wrong-code': m.server_problem_code,
	'wrong-pin': m.server_problem_code,
	locked: m.server_problem_many,
	used: m.server_problem_used,
	unexpected: m.server_problem_unexpected,
	cancelled: m.server_problem_cancelled,
	known: m.server_problem_known,
	unsupported: m.server_problem_unsupported,
	'passkey-failed': m.server_problem_passkey
};

type Told = keyof typeof WORDS;
type KeepingCode = Exclude<Problem['code'], Told>;

/** Why something was not done with the class server, what is safe and what to do. */
export function serverWords(problem: Problem): string {
	if (!(problem.code in WORDS)) return keepingWords({ code: problem.code as KeepingCode });
	const words = WORDS[problem.code as Told]();
	const id =
		problem.code === 'unexpected' && 'requestId' in problem ? problem.requestId : undefined;
	return id === undefined ? words : `${words} ${m.server_problem_id({ id })}`;
}

/** A day as people say it, with its year. */
export function dayText(at: number): string {
	return new Intl.DateTimeFormat(getLocale(), { dateStyle: 'long' }).format(at);
}
