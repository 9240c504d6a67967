import { expect, it } from 'vitest';
import { previewOutcomes } from '#lib/domain/study/schedule.ts';
import { DEFAULT_STUDY_SETTINGS } from '#lib/domain/study/settings.ts';
import { momentOf } from '#lib/domain/study/study-day.ts';

// Keeping Hard, Good and Easy apart pushed a maximum of 100 days to 100, 101 and 102.
it.each([true, false])('the maximum holds for every rating (fuzz %s)', (fuzz) => {
	const moment = momentOf(Date.parse('2026-06-10T12:00:00Z'), 'UTC', 4);
	const card = {
		id: 'c',
		phase: 'review' as const,
		step: 0,
		memory: { stability: 5000, difficulty: 3 },
		intervalDays: 100,
		lastReviewDay: moment.studyDay - 100,
		reviews: 9
	};
	const settings = { ...DEFAULT_STUDY_SETTINGS, maximumIntervalDays: 100, fuzz };
	const { 2: hard, 3: good, 4: easy } = previewOutcomes(card, moment, settings);
	expect([hard.intervalDays, good.intervalDays, easy.intervalDays]).toEqual([100, 100, 100]);
});
