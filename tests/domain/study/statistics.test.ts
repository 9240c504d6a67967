import { describe, expect, it } from 'vitest';
import type { DayCounts } from '#lib/domain/study/day-counts.ts';
import {
	calendar,
	forecast,
	meanTookMs,
	minutesLeft,
	progressBy,
	trueRetention
} from '#lib/domain/study/statistics.ts';

const day = (n: number, given: Partial<DayCounts> = {}): DayCounts => ({
	day: n,
	reviews: 0,
	firsts: 0,
	dues: 0,
	recalls: 0,
	recalled: 0,
	tookMs: 0,
	...given
});
const awake = { suspended: false };

describe('progressBy', () => {
	it('counts each question in each of its groups', () => {
		const phases = { a: 'review', b: 'relearning', c: 'learning', d: 'new' } as const;
		const questions = [
			{ id: 'a', groups: ['who', 'bombardment'] },
			{ id: 'b', groups: ['who'] },
			{ id: 'c', groups: ['where'] },
			{ id: 'd', groups: ['where'] },
			{ id: 'e', groups: ['where'] }
		];
		expect(progressBy(questions, (id) => phases[id as 'a'])).toEqual(
			new Map([
				['who', { known: 1, learning: 1, fresh: 0 }],
				['bombardment', { known: 1, learning: 0, fresh: 0 }],
				['where', { known: 0, learning: 1, fresh: 2 }]
			])
		);
	});
});

describe('forecast', () => {
	it.each([
		['due today', { ...awake, dueDay: 10 }, 0],
		['overdue counts today', { ...awake, dueDay: 2 }, 0],
		['within steps counts today', { ...awake, dueAt: 5 }, 0],
		['later', { ...awake, dueDay: 13 }, 3],
		['buried until later', { ...awake, dueDay: 10, buriedUntil: 11 }, 1],
		['beyond the days asked for', { ...awake, dueDay: 14 }, undefined],
		['suspended', { suspended: true, dueDay: 10 }, undefined],
		['new', awake, undefined]
	])('%s', (_name, card, place) => {
		expect(forecast([card], 10, 4)).toEqual([0, 1, 2, 3].map((i) => (i === place ? 1 : 0)));
	});
	it('covers thirty days', () => {
		expect(
			forecast(
				[
					{ ...awake, dueDay: 39 },
					{ ...awake, dueDay: 40 }
				],
				10
			)
		).toEqual(Array.from({ length: 30 }, (_, i) => (i === 29 ? 1 : 0)));
	});
});

describe('calendar', () => {
	it('has a row for every day', () => {
		const counts = [day(3, { reviews: 7, tookMs: 100_000 }), day(9, { reviews: 1 })];
		expect(calendar(counts, 2, 4)).toEqual([
			{ day: 2, reviews: 0, minutes: 0 },
			{ day: 3, reviews: 7, minutes: 2 },
			{ day: 4, reviews: 0, minutes: 0 }
		]);
	});
});

describe('trueRetention', () => {
	it('takes the last thirty days, today included', () => {
		const counts = [
			day(70, { recalls: 100, recalled: 0 }),
			day(71, { recalls: 6, recalled: 5 }),
			day(100, { recalls: 4, recalled: 3 }),
			day(101, { recalls: 50, recalled: 0 })
		];
		expect(trueRetention(counts, 100)).toEqual({ recalls: 10, recalled: 8, share: 0.8 });
	});
	it('has no share without a recall', () => {
		expect(trueRetention([], 100)).toEqual({ recalls: 0, recalled: 0 });
	});
});

describe('minutes left', () => {
	it.each([
		['nobody knows yet', [day(1, { reviews: 19, tookMs: 19_000 })], 10_000],
		[
			'the mean of all days',
			[day(1, { reviews: 30, tookMs: 60_000 }), day(2, { reviews: 10, tookMs: 100_000 })],
			4000
		]
	])('mean: %s', (_name, counts, expected) => {
		expect(meanTookMs(counts)).toBe(expected);
	});
	it('shows a new question once and once a step', () => {
		expect(minutesLeft({ learning: 2, review: 10, fresh: 6 }, 10_000, 2)).toBe(5);
		expect(minutesLeft({ learning: 0, review: 0, fresh: 0 }, 10_000, 2)).toBe(0);
	});
});
