import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { previewOutcomes, unseen, type Schedulable } from '#lib/domain/study/schedule.ts';
import { DEFAULT_STUDY_SETTINGS as settings } from '#lib/domain/study/settings.ts';
import { momentOf } from '#lib/domain/study/study-day.ts';

const MINUTE = 60_000;
const noon = momentOf(Date.parse('2026-06-10T12:00:00Z'), 'UTC', 4);
const late = momentOf(Date.parse('2026-06-11T03:55:00Z'), 'UTC', 4);
const plain = { ...settings, fuzz: false };
const today = noon.studyDay;

const inReview: Schedulable = {
	id: 'c',
	phase: 'review',
	step: 0,
	memory: { stability: 10, difficulty: 5 },
	intervalDays: 10,
	lastReviewDay: today - 10,
	reviews: 4
};

describe('previewOutcomes: a new card', () => {
	const outcomes = previewOutcomes(unseen('c'), noon, plain);
	it.each([
		[1, { phase: 'learning', step: 0, dueAt: noon.now + MINUTE, intervalDays: 0 }],
		[2, { phase: 'learning', step: 0, dueAt: noon.now + 5.5 * MINUTE, intervalDays: 0 }],
		[3, { phase: 'learning', step: 1, dueAt: noon.now + 10 * MINUTE, intervalDays: 0 }],
		[4, { phase: 'review', step: 0, dueDay: today + 8, intervalDays: 8 }]
	] as const)('rating %i', (rating, expected) => {
		expect(outcomes[rating]).toEqual(expected);
	});

	it('goes by days at once where there are no steps', () => {
		const stepless = { ...plain, learningStepsMinutes: [] };
		const days = previewOutcomes(unseen('c'), noon, stepless);
		expect([1, 2, 3, 4].map((r) => days[r as 1].intervalDays)).toEqual([1, 1, 2, 8]);
	});
});

describe('previewOutcomes: the last step', () => {
	const card: Schedulable = {
		...unseen('c'),
		phase: 'learning',
		step: 1,
		memory: { stability: 2.3, difficulty: 2 },
		lastReviewDay: today,
		reviews: 1
	};
	it.each([
		[1, { phase: 'learning', step: 0, dueAt: noon.now + MINUTE, intervalDays: 0 }],
		[2, { phase: 'learning', step: 1, dueAt: noon.now + 10 * MINUTE, intervalDays: 0 }],
		[3, { phase: 'review', step: 0, dueDay: today + 2, intervalDays: 2 }]
	] as const)('rating %i', (rating, expected) => {
		expect(previewOutcomes(card, noon, plain)[rating]).toEqual(expected);
	});
	it('Easy is longer than Good', () => {
		const { 3: good, 4: easy } = previewOutcomes(card, noon, plain);
		expect(easy.intervalDays).toBeGreaterThan(good.intervalDays);
	});
});

describe('previewOutcomes: a step that ends after the rollover', () => {
	it('becomes a day', () => {
		const { 2: hard, 3: good } = previewOutcomes(unseen('c'), late, plain);
		expect(good).toEqual({ phase: 'learning', step: 1, dueDay: today + 1, intervalDays: 0 });
		expect(hard).toEqual({ phase: 'learning', step: 0, dueDay: today + 1, intervalDays: 0 });
	});
	it('three days are three study days', () => {
		const long = { ...plain, learningStepsMinutes: [4320] };
		expect(previewOutcomes(unseen('c'), late, long)[1].dueDay).toBe(today + 3);
	});
});

describe('previewOutcomes: a card in review', () => {
	it('Again relearns', () => {
		expect(previewOutcomes(inReview, noon, plain)[1]).toEqual({
			phase: 'relearning',
			step: 0,
			dueAt: noon.now + 10 * MINUTE,
			intervalDays: 0
		});
	});
	it('Again without relearning steps comes back by days', () => {
		const stepless = { ...plain, relearningStepsMinutes: [] };
		const again = previewOutcomes(inReview, noon, stepless)[1];
		expect(again).toEqual({ phase: 'review', step: 0, dueDay: today + 1, intervalDays: 1 });
	});
	it('the same card and day give the same fuzz, whatever the hour', () => {
		const later = { ...noon, now: noon.now + 60 * MINUTE };
		const { 3: good } = previewOutcomes(inReview, noon, settings);
		expect(previewOutcomes(inReview, later, settings)[3]).toEqual(good);
	});
	it('different cards get different fuzz', () => {
		const days = Array.from(
			{ length: 60 },
			(_, i) => previewOutcomes({ ...inReview, id: `c${i}` }, noon, settings)[3].intervalDays
		);
		expect(new Set(days).size).toBeGreaterThan(4);
	});
});

describe('previewOutcomes: laws', () => {
	const cards = fc.record({
		id: fc.string({ maxLength: 8 }),
		phase: fc.constantFrom('new', 'learning', 'review', 'relearning'),
		step: fc.nat(3),
		memory: fc.record({
			stability: fc.double({ min: 0.001, max: 36_500, noNaN: true }),
			difficulty: fc.double({ min: 1, max: 10, noNaN: true })
		}),
		intervalDays: fc.nat(36_500),
		lastReviewDay: fc.integer({ min: today - 3000, max: today + 2 }),
		reviews: fc.nat(500)
	}) as fc.Arbitrary<Schedulable>;
	const maxima = fc.integer({ min: 1, max: 36_500 });
	const retentions = fc.double({ min: 0.7, max: 0.99, noNaN: true });
	const ratings = [1, 2, 3, 4] as const;

	it('Hard is at most Good, Good is below Easy unless the maximum forbids it, all within it', () => {
		fc.assert(
			fc.property(cards, maxima, retentions, (card, maximumIntervalDays, desiredRetention) => {
				const given = { ...settings, maximumIntervalDays, desiredRetention };
				const outcomes = previewOutcomes(card, noon, given);
				const days = ratings.map((rating) => outcomes[rating].intervalDays);
				const [, hard = 0, good = 0, easy = 0] = days;
				expect(Math.max(...days)).toBeLessThanOrEqual(maximumIntervalDays);
				expect(hard).toBeLessThanOrEqual(good);
				if (easy < maximumIntervalDays) expect(good).toBeLessThan(easy);
			})
		);
	});

	it('every outcome is due later: at a time in the same day, or on a later day', () => {
		fc.assert(
			fc.property(cards, (card) => {
				const outcomes = previewOutcomes(card, noon, settings);
				for (const rating of ratings) {
					const { dueAt, dueDay } = outcomes[rating];
					if (dueAt !== undefined) expect(dueAt).toBeGreaterThan(noon.now);
					else expect(dueDay).toBeGreaterThan(today);
				}
			})
		);
	});

	it('a longer interval after a recall never ends below the previous one', () => {
		fc.assert(
			fc.property(cards, (card) => {
				const recalled: Schedulable = { ...card, phase: 'review' };
				const unfuzzed = previewOutcomes(recalled, noon, { ...settings, fuzz: false })[3];
				const fuzzed = previewOutcomes(recalled, noon, settings)[3];
				if (unfuzzed.intervalDays > card.intervalDays)
					expect(fuzzed.intervalDays).toBeGreaterThan(card.intervalDays);
			})
		);
	});
});
