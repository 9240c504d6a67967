import { m } from '#lib/paraglide/messages.js';
import type { PupilRow } from '#lib/state/teach/pupil-rows.ts';
import { doubtWords } from './collect-words.ts';
import { waitWords } from './grade-words.ts';

const MINUTE_MS = 60_000;

/** How long a pupil took; empty where nothing came or no time is known. */
export function minutesText({ attempt }: PupilRow): string {
	const { startedAt = 0, finishedAt = 0 } = attempt?.submission ?? {};
	const minutes = Math.max(1, Math.round((finishedAt - startedAt) / MINUTE_MS));
	return attempt && finishedAt > startedAt ? m.grade_minutes({ minutes }) : '';
}

/** What a teacher should know of what a pupil handed in. */
export function pupilNotes({ sum, attempt, arrival, doubts }: PupilRow): string[] {
	const all = sum.attempts;
	return [
		...(all > 1 && attempt
			? [m.grade_attempt_of({ attempt: attempt.submission.attempt, count: all })]
			: []),
		...(sum.extra > 0 ? [m.grade_extra({ count: sum.extra })] : []),
		...(arrival?.state === 'late' ? [m.grade_late()] : []),
		...(attempt ? waitWords(sum) : []),
		...doubts.map((doubt) => doubtWords(doubt, { leftScreen: attempt?.submission.leftScreen ?? 0 }))
	];
}
