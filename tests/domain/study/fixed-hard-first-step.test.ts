import { expect, it } from 'vitest';
import { previewOutcomes, unseen } from '#lib/domain/study/schedule.ts';
import { DEFAULT_STUDY_SETTINGS } from '#lib/domain/study/settings.ts';
import { momentOf } from '#lib/domain/study/study-day.ts';

// The mean of 1 and 10 minutes was rounded to 6 minutes.
it('Hard on the first step waits 330 seconds, to the millisecond', () => {
	const moment = momentOf(Date.parse('2026-06-10T12:00:00.123Z'), 'UTC', 4);
	const { 2: hard } = previewOutcomes(unseen('c'), moment, DEFAULT_STUDY_SETTINGS);
	expect((hard.dueAt ?? NaN) - moment.now).toBe(330_000);
});
