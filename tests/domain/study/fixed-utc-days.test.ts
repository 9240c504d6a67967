import { expect, it } from 'vitest';
import { foldCard } from '#lib/domain/study/fold.ts';
import { DEFAULT_WEIGHTS } from '#lib/domain/study/weights.ts';
import { studyDayOf } from '#lib/domain/study/study-day.ts';
import { review } from './make-events.ts';

/** Stability after two Good reviews at these times. */
function stabilityAfter(first: string, second: string, zone: string): number | undefined {
	const events = [first, second].map((iso, i) => {
		const at = Date.parse(iso);
		return review(i + 1, { at, zone, studyDay: studyDayOf(at, zone, 4) });
	});
	return foldCard(events, DEFAULT_WEIGHTS)?.memory?.stability;
}

// Counting UTC dates takes eleven minutes over midnight UTC for a day, and eight days in Tokyo for nine.
it('two reviews eleven minutes apart over midnight UTC are of one day', () => {
	const over = stabilityAfter('2026-06-10T23:55:00Z', '2026-06-11T00:06:00Z', 'UTC');
	const within = stabilityAfter('2026-06-10T12:00:00Z', '2026-06-10T12:11:00Z', 'UTC');
	expect(over).toBe(within);
});

it('eight days in Tokyo are eight', () => {
	const tokyo = stabilityAfter('2026-06-09T23:00:00Z', '2026-06-18T00:30:00Z', 'Asia/Tokyo');
	const eight = stabilityAfter('2026-06-10T12:00:00Z', '2026-06-18T12:00:00Z', 'UTC');
	expect(tokyo).toBe(eight);
});
