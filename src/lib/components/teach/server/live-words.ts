import type { IconName } from '#lib/components/base/icons.ts';
import type { LivePupil, LiveState } from '#lib/domain/classroom/api/class-api.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

const STATES: Record<LiveState, { word: () => string; sign?: IconName }> = {
	away: { word: m.live_state_away },
	ready: { word: m.live_state_ready, sign: 'flag' },
	working: { word: m.live_state_working, sign: 'edit' },
	'handed-in': { word: m.live_state_handed_in, sign: 'check' }
};

/** Where a pupil stands, in a word. */
export function liveWord(state: LiveState): string {
	return STATES[state].word();
}

/** The same as a sign; none for who was not heard of. */
export function liveSign(state: LiveState): IconName | undefined {
	return STATES[state].sign;
}

/** How far, or when. */
export function liveDetail({ state, saved, handedInAt }: LivePupil, of: number): string {
	if (state === 'working') return m.live_saved({ saved, of });
	return state === 'handed-in' && handedInAt !== undefined ? minuteText(handedInAt) : '';
}

function minuteText(at: number): string {
	return new Intl.DateTimeFormat(getLocale(), { hour: 'numeric', minute: '2-digit' }).format(at);
}

/** A time of the day to the second. */
export function clockText(at: number): string {
	return new Intl.DateTimeFormat(getLocale(), { timeStyle: 'medium' }).format(at);
}
