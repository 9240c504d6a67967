import type { Tell } from '#lib/domain/answers/types.ts';
import { m } from '#lib/paraglide/messages.js';

/** From here on a figure is off by a number of times, below by a share. */
const TIMES_FROM = 1.75;

type Teller<C extends Tell['code']> = (tell: Extract<Tell, { code: C }>) => string | undefined;

const TELLERS: { [C in Tell['code']]: Teller<C> } = {
	'is-someone': ({ name, role }) => (role ? m.quiz_tell_someone({ name, role }) : undefined),
	'near-miss': ({ why }) => why,
	'answers-other': ({ text, tells }) =>
		tells ? m.quiz_tell_other({ text, question: tells }) : undefined,
	'too-high': ({ factor }) =>
		factor < TIMES_FROM
			? m.quiz_tell_high_percent({ percent: percentText(factor - 1) })
			: m.quiz_tell_high_times({ times: timesText(factor) }),
	'too-low': ({ factor }) =>
		factor < TIMES_FROM
			? m.quiz_tell_low_percent({ percent: percentText(1 - 1 / factor) })
			: m.quiz_tell_low_times({ times: timesText(factor) }),
	unit: ({ expected }) => m.quiz_tell_unit({ expected }),
	hedge: () => m.quiz_tell_hedge(),
	'wider-place': ({ typed }) => m.quiz_tell_wider({ place: typed }),
	'narrower-place': ({ typed }) => m.quiz_tell_narrower({ place: typed }),
	'acts-for': ({ name }) => m.quiz_tell_acts_for({ name }),
	'one-of': ({ right, of }) => m.quiz_tell_one_of({ right, of }),
	opposite: ({ typed, of }) => m.quiz_tell_opposite({ typed, of }),
	'inside-class': () => m.quiz_tell_inside()
};

/** What can usefully be said of an answer that is not right, if anything. */
export function tellWords(tell: Tell | undefined): string | undefined {
	return tell && (TELLERS[tell.code] as (tell: Tell) => string | undefined)(tell);
}

function percentText(share: number): string {
	return String(Math.max(1, Math.round(share * 100)));
}

/** Halves below ten, whole numbers above. */
function timesText(factor: number): string {
	const rounded = factor < 10 ? Math.round(factor * 2) / 2 : Math.round(factor);
	return new Intl.NumberFormat('en', { maximumSignificantDigits: 2 }).format(rounded);
}
