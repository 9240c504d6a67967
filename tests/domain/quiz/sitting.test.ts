import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemblePaper } from '#lib/domain/quiz/assemble-paper.ts';
import { markSitting } from '#lib/domain/quiz/marking.ts';
import { nextItemNo, queueRepeats } from '#lib/domain/quiz/repeats.ts';
import { summarise } from '#lib/domain/quiz/results.ts';
import {
	abandon,
	expireIfDue,
	goTo,
	itemAt,
	latestAnswers,
	markDone,
	progressOf,
	startSitting,
	submit,
	toggleFlag
} from '#lib/domain/quiz/sitting.ts';
import type { AnswerRow, Item, Mode, RawAnswer, Sitting } from '#lib/domain/quiz/types.ts';
import { ANYTHING, questionOf, sure, wordingsOf } from './papers.ts';
import { sampleBank } from './sample-bank.ts';

const bank = sampleBank({ factsPerReport: 32 });

function begin(mode: Mode, seed = 'sit', length = 6, minutes?: number): Sitting {
	const paper = assemblePaper(bank, { ...ANYTHING, length, ...(minutes ? { minutes } : {}) }, seed);
	return startSitting({ id: 's', title: 'A quiz', mode, paper, now: 1000 });
}

function rowOf(itemNo: number, seq: number, raw: RawAnswer): AnswerRow {
	return { sittingId: 's', itemNo, seq, raw, questionIds: [], at: seq, tookMs: 1 };
}

/** An answer to every part of an item, right or wrong. */
function answerTo(item: Item, right: boolean): RawAnswer {
	switch (item.form) {
		case 'type': {
			const text = sure(wordingsOf(bank, questionOf(bank, item.parts[0].questionId))[0]);
			return { form: 'type', text: right ? text : 'certainly nothing of the sort' };
		}
		case 'choose':
			return { form: 'choose', option: (sure(item.right) + (right ? 0 : 1)) % 4 };
		case 'true-false':
			return { form: 'true-false', says: item.right === right };
		case 'match':
			return { form: 'match', options: sure(item.right).map((at) => (right ? at : null)) };
		case 'sort':
			return { form: 'sort', standings: sure(item.right).map((at) => (right ? at : null)) };
	}
}

interface Walk {
	sitting: Sitting;
	rows: AnswerRow[];
	order: number[];
}

/** Works through a practice; `isRight` says of each answer in turn whether it is. */
function walk(start: Sitting, isRight: (step: number) => boolean, steps = 200): Walk {
	let sitting = start;
	const rows: AnswerRow[] = [];
	const order: number[] = [];
	for (let step = 0; step < steps; step++) {
		const itemNo = nextItemNo(sitting, rows);
		if (itemNo === undefined) break;
		rows.push(rowOf(itemNo, step + 1, answerTo(sure(itemAt(sitting, itemNo)), isRight(step))));
		sitting = queueRepeats(bank, sitting, rows);
		order.push(itemNo);
	}
	return { sitting, rows, order };
}

const anyWalk = fc
	.tuple(fc.string(), fc.array(fc.boolean(), { maxLength: 25 }))
	.map(([seed, rights]) => walk(begin('practice', seed), (step) => rights[step] ?? true));

describe('practice', () => {
	test('a miss comes back typed after three other items', () => {
		const typed = begin('practice');
		const items = typed.paper.items;
		const { sitting, order } = walk(typed, (step) => step !== 0);
		const missed = items[0]?.parts.length ?? 0;
		expect(order.slice(0, 4)).toEqual([0, 1, 2, 3]);
		expect(order[4]).toBe(items.length);
		expect(sitting.repeats).toHaveLength(missed);
		expect(itemAt(sitting, items.length)?.form).toBe('type');
	});

	test('a miss comes back at least three items later, or when nothing else is left', () => {
		fc.assert(
			fc.property(anyWalk, ({ sitting, order }) => {
				const first = sitting.paper.items.length;
				sitting.repeats.forEach(({ afterItem }, i) => {
					const gap = order.indexOf(first + i) - order.indexOf(afterItem);
					const lastOfPaper = Math.max(...order.map((no, at) => (no < first ? at : -1)));
					expect(gap > 3 || order.indexOf(first + i) > lastOfPaper).toBe(true);
				});
			}),
			{ seed: 3, numRuns: 40 }
		);
	});

	test('what was missed comes back until it was right once', () => {
		fc.assert(
			fc.property(anyWalk, ({ sitting, rows }) => {
				const parts = markSitting(bank, sitting, rows);
				for (const { questionId } of sitting.repeats) {
					const tries = parts.filter((part) => part.questionId === questionId);
					expect(tries.filter(({ mark }) => mark.credit === 1)).toHaveLength(1);
					expect(tries.at(-1)?.mark.credit).toBe(1);
				}
			}),
			{ seed: 4, numRuns: 40 }
		);
	});

	test('repeats never change the score', () => {
		fc.assert(
			fc.property(anyWalk, ({ sitting, rows }) => {
				const first = sitting.paper.items.length;
				const alone = rows.filter(({ itemNo }) => itemNo < first);
				const { credit, outOf } = summarise(bank, markSitting(bank, sitting, rows));
				const bare = summarise(bank, markSitting(bank, sitting, alone));
				expect([credit, outOf]).toEqual([bare.credit, bare.outOf]);
				expect(credit).toBeLessThanOrEqual(outOf);
			}),
			{ seed: 5, numRuns: 40 }
		);
	});

	test('resuming from what was stored, in any order of rows, gives the same next item', () => {
		fc.assert(
			fc.property(
				fc.string(),
				fc.array(fc.boolean(), { maxLength: 12 }),
				fc.nat(12),
				(seed, rights, steps) => {
					const begun = begin('practice', seed);
					const { sitting, rows } = walk(begun, (step) => rights[step] ?? true, steps);
					const stored = structuredClone({ sitting, rows: [...rows].reverse() });
					expect(nextItemNo(stored.sitting, stored.rows)).toBe(nextItemNo(sitting, rows));
					const unstored = queueRepeats(bank, begun, stored.rows);
					expect(unstored.repeats).toEqual(sitting.repeats);
				}
			),
			{ seed: 6, numRuns: 40 }
		);
	});

	test('queueing repeats twice changes nothing', () => {
		const { sitting, rows } = walk(begin('practice'), () => false, 9);
		expect(sitting.repeats.length).toBeGreaterThan(0);
		expect(queueRepeats(bank, sitting, rows)).toBe(sitting);
	});

	test('passing over grave matter is no miss, passing over other matter is', () => {
		const graveId = sure(bank.questions.find(({ grave }) => grave)).id;
		const plainId = sure(bank.questions.find(({ grave }) => !grave)).id;
		const paper = {
			...begin('practice').paper,
			items: [graveId, plainId].map((questionId): Item => ({
				form: 'type',
				parts: [{ questionId }]
			}))
		};
		const sitting = { ...begin('practice'), paper };
		const rows = [rowOf(0, 1, { form: 'skipped' }), rowOf(1, 2, { form: 'skipped' })];
		const queued = queueRepeats(bank, sitting, rows);
		expect(queued.repeats).toEqual([{ questionId: plainId, afterItem: 1 }]);
		const again = queueRepeats(bank, queued, [...rows, rowOf(2, 3, { form: 'skipped' })]);
		expect(again.repeats).toHaveLength(1);
	});
});

describe('an exam', () => {
	test('has no repeats and goes on behind the item one is at, then from the start', () => {
		const sitting = goTo(begin('exam'), 3);
		const wrong = rowOf(4, 1, { form: 'skipped' });
		expect(queueRepeats(bank, sitting, [wrong])).toBe(sitting);
		expect(nextItemNo(sitting, [wrong])).toBe(5);
		const rows = [1, 2, 3, 4, 5].map((itemNo) => rowOf(itemNo, itemNo, { form: 'skipped' }));
		expect(nextItemNo(sitting, rows)).toBe(0);
		expect(nextItemNo(sitting, [rowOf(0, 9, { form: 'skipped' }), ...rows])).toBeUndefined();
	});

	test.each([
		['forth', 4, 4],
		['before the first', -2, 0],
		['behind the last', 99, 5],
		['nowhere', Number.NaN, 0]
	])('turns %s', (_, to, at) => {
		expect(goTo(goTo(begin('exam'), 2), to).at).toBe(at);
	});

	test('flags and takes flags away', () => {
		const flagged = toggleFlag(toggleFlag(begin('exam'), 4), 1);
		expect(flagged.flags).toEqual([1, 4]);
		expect(toggleFlag(flagged, 4).flags).toEqual([1]);
		expect(toggleFlag(flagged, 77)).toBe(flagged);
	});
});

describe('the states', () => {
	const open = begin('exam', 'sit', 6, 10);
	const deadline = 1000 + 10 * 60_000;

	test('a time limit sets the deadline', () => {
		expect(open.deadlineAt).toBe(deadline);
		expect(begin('exam').deadlineAt).toBeUndefined();
	});

	test.each<[string, Sitting, Partial<Sitting>]>([
		['open', open, { state: 'open', startedAt: 1000 }],
		['submitted', submit(open, 2000), { state: 'submitted', endedAt: 2000 }],
		['marked', markDone(submit(open, 2000)), { state: 'marked', endedAt: 2000 }],
		['abandoned', abandon(open, 2000), { state: 'abandoned', endedAt: 2000 }],
		['not yet expired', expireIfDue(open, deadline - 1), { state: 'open' }],
		['expired', expireIfDue(open, deadline + 5), { state: 'expired', endedAt: deadline }],
		['untimed', expireIfDue(begin('exam'), deadline), { state: 'open' }]
	])('%s', (_, sitting, expected) => {
		expect(sitting).toMatchObject(expected);
	});

	test('what has ended does not change', () => {
		for (const ended of [submit(open, 1), abandon(open, 1), expireIfDue(open, deadline)]) {
			expect(submit(ended, 9)).toBe(ended);
			expect(abandon(ended, 9)).toBe(ended);
			expect(expireIfDue(ended, deadline + 9)).toBe(ended);
			expect(goTo(ended, 2)).toBe(ended);
			expect(toggleFlag(ended, 2)).toBe(ended);
			expect(queueRepeats(bank, ended, [])).toBe(ended);
		}
		expect(markDone(open)).toBe(open);
	});
});

test('the last seq of each item counts', () => {
	const rows = [2, 9, 4].map((seq) => rowOf(1, seq, { form: 'choose', option: seq }));
	expect(latestAnswers(rows).get(1)?.raw).toEqual({ form: 'choose', option: 9 });
	expect(latestAnswers(rows).size).toBe(1);
});

test('progress counts items answered and repeats to come', () => {
	const missed = walk(begin('practice'), () => false, 2);
	const left = missed.sitting.repeats.length;
	expect(progressOf(missed.sitting, missed.rows)).toEqual({
		answered: 2,
		of: 6,
		repeatsLeft: left,
		flagged: 0
	});
	expect(left).toBeGreaterThan(0);
});
