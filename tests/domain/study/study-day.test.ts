import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	dateOfStudyDay,
	momentOf,
	nextRollover,
	offsetMinutesOf,
	studyDayOf
} from '#lib/domain/study/study-day.ts';

const HOUR = 3_600_000;
const date = (iso: string, zone: string, dayStartHour = 4) =>
	dateOfStudyDay(studyDayOf(Date.parse(iso), zone, dayStartHour));

describe('studyDayOf', () => {
	it.each([
		['before the rollover', '2016-09-24T03:59:59.999Z', 'UTC', 4, '2016-09-23'],
		['at the rollover', '2016-09-24T04:00:00Z', 'UTC', 4, '2016-09-24'],
		['rollover at midnight', '2016-09-24T00:00:00Z', 'UTC', 0, '2016-09-24'],
		['late rollover', '2016-09-24T22:59:00Z', 'UTC', 23, '2016-09-23'],
		['Berlin before spring forward', '2026-03-29T00:59:00Z', 'Europe/Berlin', 4, '2026-03-28'],
		['Berlin, 04:00 summer time', '2026-03-29T02:00:00Z', 'Europe/Berlin', 4, '2026-03-29'],
		['Berlin, 03:59 winter time', '2026-10-25T02:59:00Z', 'Europe/Berlin', 4, '2026-10-24'],
		['Berlin, 04:00 winter time', '2026-10-25T03:00:00Z', 'Europe/Berlin', 4, '2026-10-25'],
		['New York, evening', '2026-11-02T03:00:00Z', 'America/New_York', 4, '2026-11-01'],
		['Apia before the lost date', '2011-12-30T09:59:00Z', 'Pacific/Apia', 0, '2011-12-29'],
		['Apia after the lost date', '2011-12-30T10:00:00Z', 'Pacific/Apia', 0, '2011-12-31'],
		['a zone nobody knows reads as UTC', '2016-09-24T04:00:00Z', 'Mars/Olympus', 4, '2016-09-24']
	])('%s', (_name, ...[iso, zone, dayStartHour, expected]) => {
		expect(date(iso, zone, dayStartHour)).toBe(expected);
	});

	it('does not read a summer morning as another day from winter', () => {
		const days = Array.from({ length: 30 }, (_, i) =>
			date(new Date(Date.UTC(2026, 6, 1 + i, 2, 30)).toISOString(), 'Europe/Berlin')
		);
		expect(days[0]).toBe('2026-07-01');
		expect(new Set(days).size).toBe(30);
	});

	it.each([
		['Europe/Berlin', '2026-01-01T00:00:00Z'],
		['America/New_York', '2026-01-01T00:00:00Z'],
		['Australia/Lord_Howe', '2026-01-01T00:00:00Z'],
		['Asia/Tokyo', '2026-01-01T00:00:00Z'],
		['America/Sao_Paulo', '2018-01-01T00:00:00Z'],
		['Africa/Casablanca', '2026-01-01T00:00:00Z'],
		['Pacific/Apia', '2011-06-01T00:00:00Z']
	])('%s: 395 days without a skipped or a backward one', (zone, from) => {
		const start = Date.parse(from);
		const halfHours = Array.from({ length: 395 * 48 }, (_, i) =>
			studyDayOf(start + (i * HOUR) / 2, zone, 4)
		);
		const steps = halfHours.slice(1).map((day, i) => day - (halfHours[i] ?? NaN));
		expect(new Set(steps)).toEqual(new Set([0, 1]));
		expect((halfHours.at(-1) ?? NaN) - (halfHours[0] ?? NaN)).toBeGreaterThanOrEqual(394);
	});
});

describe('offsetMinutesOf', () => {
	it.each([
		['Berlin in summer', '2026-07-01T12:00:00.500Z', 'Europe/Berlin', 120],
		['Berlin in winter', '2026-01-01T12:00:00Z', 'Europe/Berlin', 60],
		['New York in winter', '2026-01-01T12:00:00Z', 'America/New_York', -300],
		['Lord Howe in its summer', '2026-01-01T12:00:00Z', 'Australia/Lord_Howe', 660],
		['Lord Howe in its winter', '2026-07-01T12:00:00Z', 'Australia/Lord_Howe', 630],
		['Apia before 2011-12-30', '2011-12-29T12:00:00Z', 'Pacific/Apia', -600],
		['Apia after', '2011-12-31T12:00:00Z', 'Pacific/Apia', 840]
	])('%s', (_name, iso, zone, minutes) => {
		expect(offsetMinutesOf(Date.parse(iso), zone)).toBe(minutes);
	});
});

describe('nextRollover', () => {
	it.each([
		['plain', '2026-01-10T12:00:00Z', 'UTC', '2026-01-11T04:00:00.000Z'],
		['just before', '2026-01-10T03:59:59.999Z', 'UTC', '2026-01-10T04:00:00.000Z'],
		['at the rollover: the next one', '2026-01-10T04:00:00Z', 'UTC', '2026-01-11T04:00:00.000Z'],
		['a short day', '2026-03-28T12:00:00Z', 'Europe/Berlin', '2026-03-29T02:00:00.000Z'],
		['a long day', '2026-10-24T02:00:00Z', 'Europe/Berlin', '2026-10-25T03:00:00.000Z'],
		['over the lost date', '2011-12-29T20:00:00Z', 'Pacific/Apia', '2011-12-30T10:00:00.000Z']
	])('%s', (_name, iso, zone, expected) => {
		expect(new Date(nextRollover(Date.parse(iso), zone, 4)).toISOString()).toBe(expected);
	});

	it('is the first instant of another day', () => {
		const zones = fc.constantFrom('Europe/Berlin', 'Australia/Lord_Howe', 'America/New_York');
		const times = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) });
		fc.assert(
			fc.property(times, zones, fc.integer({ min: 0, max: 23 }), (at, zone, hour) => {
				const next = nextRollover(at, zone, hour);
				const today = studyDayOf(at, zone, hour);
				expect(studyDayOf(next - 1, zone, hour)).toBe(today);
				expect(studyDayOf(next, zone, hour)).toBe(today + 1);
			}),
			{ numRuns: 50 }
		);
	});
});

describe('momentOf', () => {
	it('adds the study day', () => {
		const now = Date.parse('1970-01-03T01:00:00Z');
		expect(momentOf(now, 'UTC', 4)).toEqual({ now, zone: 'UTC', studyDay: 1 });
	});
});
