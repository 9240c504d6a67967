import { describe, expect, test } from 'vitest';
import {
	gateOf,
	releasedSitting,
	savedAnswersOf,
	startAssigned,
	submissionOf,
	termsByClock,
	termsFor,
	type Terms
} from '#lib/domain/classroom/assigned.ts';
import type { AssignmentRules } from '#lib/domain/classroom/types.ts';
import { withhold } from '#lib/domain/classroom/withhold.ts';
import { markItem } from '#lib/domain/quiz/marking.ts';
import { submit } from '#lib/domain/quiz/sitting.ts';
import type { AnswerRow, RawAnswer, Sitting } from '#lib/domain/quiz/types.ts';
import { crypto, frozen } from './classroom-support.ts';

const MINUTE = 60_000;
const NOW = 1_000_000;
const RULES: AssignmentRules = {
	...{ mode: 'test', attempts: 1, counts: 'first', order: 'per-pupil', feedback: 'release' }
};
const quiz = await frozen();
const open = await withhold(crypto, quiz, 'code');

function start(rules: Partial<AssignmentRules> = {}, terms: Terms = {}, shown = open): Sitting {
	const handout = {
		assignmentId: 'a',
		title: 'A quiz',
		quiz: shown,
		rules: { ...RULES, ...rules }
	};
	return startAssigned({ ...{ id: 's', handout, no: 7, attempt: 1 }, token: 'T', terms, now: NOW });
}

const rowOf = (itemNo: number, seq: number, raw: RawAnswer): AnswerRow => ({
	...{ sittingId: 's', itemNo, seq, raw, questionIds: [], at: NOW, tookMs: 5_000_000 }
});

describe('terms', () => {
	test.each([
		['as the rules say', {}, undefined, {}],
		['extra minutes', { minutes: 20 }, { extraMinutes: 5 }, { minutes: 25 }],
		['extra minutes without a limit', {}, { extraMinutes: 5 }, {}],
		['a later end', { closesAt: 5 }, { closesAt: 9 }, { closesAt: 9 }],
		['an end of one’s own', {}, { closesAt: 9 }, { closesAt: 9 }],
		['an opening time', { opensAt: 3 }, {}, { opensAt: 3 }]
	])('%s', (_, rules, exception, terms) => {
		expect(termsFor({ ...RULES, ...rules }, exception)).toEqual(terms);
	});

	test.each([
		['a clock ahead', 5, { opensAt: 15, closesAt: 25, minutes: 3 }],
		['a clock behind', -5, { opensAt: 5, closesAt: 15, minutes: 3 }]
	])('by %s', (_, aheadMs, terms) => {
		expect(termsByClock({ opensAt: 10, closesAt: 20, minutes: 3 }, aheadMs)).toEqual(terms);
		expect(termsByClock({}, aheadMs)).toEqual({});
	});

	test.each([
		[9, 'early'],
		[10, 'open'],
		[19, 'open'],
		[20, 'closed']
	] as const)('at %i it is %s', (now, gate) => {
		expect(gateOf({ opensAt: 10, closesAt: 20 }, now)).toBe(gate);
	});
});

describe('an attempt', () => {
	test('feedback after each item makes a practice, any other an exam', () => {
		expect(start({ feedback: 'each' }).mode).toBe('practice');
		expect(start({ feedback: 'handed-in' }).mode).toBe('exam');
		expect(start().mode).toBe('exam');
	});

	test.each([
		['no limit', {}, undefined],
		['the limit', { minutes: 10 }, NOW + 10 * MINUTE],
		['the closing time', { minutes: 10, closesAt: NOW + MINUTE }, NOW + MINUTE]
	])('is over with %s', (_, terms, deadline) => {
		expect(start({}, terms).deadlineAt).toBe(deadline);
	});

	test('shows all items, in an order of the pupil’s own or as handed out', () => {
		expect(start({ order: 'fixed' }).paper.items).toEqual(open.items);
		const { paper } = start();
		expect(paper.items).not.toEqual(open.items);
		expect(new Set(paper.items.map((item) => item.parts[0]?.questionId))).toEqual(
			new Set(open.items.map((item) => item.parts[0]?.questionId))
		);
	});
});

describe('what is handed in', () => {
	const sitting = start();
	const chosen = sitting.paper.items.flatMap((item, place) =>
		item.form === 'choose' ? [place] : []
	);
	const [first = 0, second = 0] = chosen;
	const rows = [
		rowOf(first, 1, { form: 'choose', option: 0 }),
		rowOf(second, 2, { form: 'choose', option: 1 }),
		rowOf(first, 3, { form: 'choose', option: 2 }),
		rowOf(sitting.paper.items.length, 4, { form: 'type', text: 'a repeat' })
	];

	test('is nothing while the sitting is open or nobody’s assignment', () => {
		expect(submissionOf(sitting, rows)).toBeUndefined();
		expect(
			submissionOf({ ...submit(sitting, NOW + 9), assigned: undefined }, rows)
		).toBeUndefined();
	});

	test('has the last answer to each item in the numbers handed out, and no score', () => {
		const submission = submissionOf(submit(sitting, NOW + 9), rows);
		expect(submission).toMatchObject({
			...{ id: 's', assignmentId: 'a', quizHash: open.hash, no: 7, attempt: 1 },
			...{ startedAt: NOW, finishedAt: NOW + 9, leftScreen: 0 }
		});
		const { shown } = sitting.assigned ?? { shown: { items: [], options: [] } };
		const expected = [first, second].map((place, i) => ({
			itemNo: shown.items[place],
			raw: { form: 'choose', option: shown.options[place]?.[i === 0 ? 2 : 1] },
			tookMs: 3_600_000
		}));
		expect(submission?.answers).toEqual(expected.sort((a, b) => (a.itemNo ?? 0) - (b.itemNo ?? 0)));
	});

	test('goes answer by answer before that, each in the numbers handed out, without repeats', () => {
		const { shown } = sitting.assigned ?? { shown: { items: [], options: [] } };
		const saved = savedAnswersOf(sitting, [...rows].reverse());
		expect(saved.map(({ seq, itemNo, at }) => [seq, itemNo, at])).toEqual([
			[1, shown.items[first], NOW],
			[2, shown.items[second], NOW],
			[3, shown.items[first], NOW]
		]);
		const latest = submissionOf(submit(sitting, NOW + 9), rows)?.answers;
		expect(latest).toContainEqual({
			itemNo: saved[2]?.itemNo,
			raw: saved[2]?.raw,
			tookMs: saved[2]?.tookMs
		});
	});

	test('is worth what the pupil is told once the key is released', () => {
		const released = releasedSitting(submit(sitting, NOW + 9), quiz);
		const submission = submissionOf(submit(sitting, NOW + 9), rows);
		const told = [first, second].map((place) => {
			const item = released.paper.items[place];
			const row = rows.findLast(({ itemNo }) => itemNo === place);
			if (!item || !row) throw new Error('an item was lost');
			return [sitting.assigned?.shown.items[place], markItem(quiz.bank, item, row.raw)];
		});
		const marked = submission?.answers.map(({ itemNo, raw }) => {
			const item = quiz.items[itemNo];
			if (!item) throw new Error('an item was lost');
			return [itemNo, markItem(quiz.bank, item, raw)];
		});
		expect(new Map(marked as [number, unknown][])).toEqual(new Map(told as [number, unknown][]));
	});
});
