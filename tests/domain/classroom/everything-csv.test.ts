import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everythingCsv } from '#lib/domain/classroom/everything-csv.ts';
import { markAssignment } from '#lib/domain/classroom/mark-assignment.ts';
import type { Pupil } from '#lib/domain/classroom/types.ts';
import {
	ALL_RIGHT,
	NOON,
	WAITS,
	anyRaws,
	anyRulings,
	assigned,
	chose,
	collected,
	drop,
	handedIn,
	judge,
	ruledPart,
	typed
} from './marking-support.ts';
import { readCsv } from './csv-support.ts';

const pupils: Pupil[] = [{ no: 1, pseudonym: 'Quiet Heron', slip: 1 }];
const names = { 1: 'Ada Lovelace' };

const marked = markAssignment(
	collected(
		[
			handedIn(1, [typed(' =the bridge '), typed('350 people'), chose(2)], { leftScreen: 2 }),
			handedIn(1, ALL_RIGHT, { id: 's1b', attempt: 2, finishedAt: NOON - 1, arrivedAt: NOON }),
			handedIn(1, [WAITS], { id: 's1c', attempt: 3, startedAt: 9e15, finishedAt: 9e15 })
		],
		{
			assignment: assigned({}, { title: 'Aleppo', pupils: [1, 2] }),
			rulings: [
				judge('a', { part: ruledPart(2), answer: { option: 2 }, credit: 0.5 }),
				drop('d', 1)
			]
		}
	)
);
const rows = readCsv(everythingCsv({ assignments: [marked], pupils }));
const byHeader = rows
	.slice(1)
	.map((row) => Object.fromEntries(row.map((cell, i) => [rows[0]?.[i], cell])));

describe('a file with everything', () => {
	test('has a row for each part of each submission', () => {
		expect(byHeader.length).toBe(27);
		expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([25]));
	});

	test('tells what was answered, what it is worth and who said so', () => {
		expect(byHeader[0]).toEqual({
			number: '1',
			pseudonym: 'Quiet Heron',
			assignment: 'Aleppo',
			attempt: '1',
			submission: 's1',
			attempt_is: 'not-counted',
			item: '1',
			part: '1',
			question: 'r/city/where',
			kind: 'where',
			form: 'type',
			ask: 'Ask of city?',
			answer: "'=the bridge",
			mark: 'wrong',
			rule: expect.any(String),
			credit: '0',
			decided_by: 'grader',
			dropped: 'no',
			confidence: '',
			took_seconds: '4',
			started_claimed: '2026-09-01T12:00:00.000Z',
			finished_claimed: '2026-09-01T12:10:00.000Z',
			arrived: '2026-09-01T12:11:00.000Z',
			left_screen: '2',
			doubts: 'left-screen'
		});
		expect(byHeader[1]).toMatchObject({ dropped: 'yes', credit: '1' });
		expect(byHeader[2]).toMatchObject({ answer: 'rice', credit: '0.5', decided_by: 'judged' });
		expect(byHeader[3]).toMatchObject({ answer: '', took_seconds: '', rule: 'empty' });
	});

	test('tells which attempt counts, and what speaks against claims', () => {
		expect(byHeader[9]).toMatchObject({ attempt_is: 'counted', doubts: 'clock-back' });
		expect(byHeader[18]).toMatchObject({
			attempt_is: 'extra',
			credit: 'undecided',
			started_claimed: '',
			doubts: 'clock-ahead'
		});
	});

	test('has names only where they are given', () => {
		expect(rows[0]).not.toContain('name');
		const named = readCsv(everythingCsv({ assignments: [marked], pupils, names }));
		expect(named[0]?.slice(0, 4)).toEqual(['number', 'pseudonym', 'name', 'assignment']);
		expect(named[1]?.slice(0, 4)).toEqual(['1', 'Quiet Heron', 'Ada Lovelace', 'Aleppo']);
	});

	test('has its header even where nothing came', () => {
		expect(readCsv(everythingCsv({ assignments: [], pupils: [] }))).toEqual([rows[0]]);
	});

	test('whatever was answered, its rows are whole', () => {
		fc.assert(
			fc.property(anyRaws, anyRulings, (raws, rulings) => {
				const one = markAssignment(collected([handedIn(1, raws)], { rulings }));
				const read = readCsv(everythingCsv({ assignments: [one], pupils }));
				expect(read.map(({ length }) => length)).toEqual(Array.from({ length: 10 }, () => 25));
			})
		);
	});
});
