import { m } from '#lib/paraglide/messages.js';
import type { AssignProblem } from '#lib/state/teach/assigning.svelte.ts';
import { keepingWords } from './teach-words.ts';

const WORDS: Record<AssignProblem['code'], () => string> = {
	'no-class': m.make_assign_no_class,
	nobody: m.make_assign_nobody,
	nothing: m.make_assign_nothing,
	'closes-early': m.make_assign_closes_early,
	insecure: () => keepingWords({ code: 'insecure' }),
	full: () => keepingWords({ code: 'full' }),
	closed: () => keepingWords({ code: 'closed' }),
	lost: () => keepingWords({ code: 'lost' })
};

/** Why a quiz was not assigned, and what to do. */
export function assignWords({ code }: AssignProblem): string {
	return WORDS[code]();
}

/** A moment as a field for day and time holds it, by this device's clock; empty where there is none. */
export function localTime(at: number | undefined): string {
	if (at === undefined) return '';
	const date = new Date(at);
	const two = (number: number) => String(number).padStart(2, '0');
	const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
	return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The moment that a field for day and time holds, epoch ms; nothing where it is empty or half filled. */
export function momentIn(value: string): number | undefined {
	const at = value === '' ? Number.NaN : new Date(value).getTime();
	return Number.isNaN(at) ? undefined : at;
}
