import type { LivePupil, LiveState } from '#lib/domain/classroom/api/class-api.ts';
import type { PupilNo } from '#lib/domain/classroom/types.ts';

/** How many are in each state. */
export function liveCounts(pupils: readonly LivePupil[]): Record<LiveState, number> {
	const counts = { away: 0, ready: 0, working: 0, 'handed-in': 0 };
	for (const { state } of pupils) counts[state] += 1;
	return counts;
}

/** Numbers of those who are at it; the same object as before where they are the same. */
export function workingNumbers(
	pupils: readonly LivePupil[],
	before: ReadonlySet<PupilNo>
): ReadonlySet<PupilNo> {
	const numbers = pupils.filter(({ state }) => state === 'working').map(({ no }) => no);
	const isSame = numbers.length === before.size && numbers.every((no) => before.has(no));
	return isSame ? before : new Set(numbers);
}

/** Nobody. */
export const NO_PUPILS: ReadonlySet<PupilNo> = new Set();
