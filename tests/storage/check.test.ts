import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAndRepair } from '#lib/storage/check.ts';
import { takeOut } from '#lib/storage/gone-cards.ts';
import { act, perform } from './acts.ts';
import { contentsOf, metaOf, newDesk, recall, TODAY, weights, type Desk } from './support.ts';

const nothingWrong = { differing: 0, missing: 0, extra: 0, counters: 0 };

describe('checkAndRepair', () => {
	it('finds nothing wrong after anything a person does: snapshots and counters are the fold', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
				const desk = newDesk();
				let events = 0;
				for (const what of acts) {
					await perform(desk, what);
					const now = await desk.database.events.count();
					expect(now).toBeGreaterThanOrEqual(events);
					events = now;
				}
				const before = await contentsOf(desk.database);
				const checked = await checkAndRepair(desk.database, { weights, chunk: 7 });
				expect(checked).toMatchObject({ ok: true, value: { events, ...nothingWrong } });
				expect(await contentsOf(desk.database)).toEqual(before);
			}),
			{ numRuns: 60 }
		);
	}, 60_000);

	async function studied() {
		const desk = newDesk();
		await desk.study.add([metaOf(0), metaOf(1), metaOf(2), metaOf(3)]);
		for (const n of [0, 1, 0, 2, 0]) await recall(desk, metaOf(n), 3);
		return desk;
	}

	const damages: [string, (desk: Desk) => PromiseLike<unknown>, object][] = [
		[
			'a snapshot that differs',
			(desk) => desk.database.cards.update(metaOf(0).id, { reviews: 7 }),
			{ differing: 1 }
		],
		[
			'a snapshot in the wrong queue',
			(desk) => desk.database.cards.update(metaOf(3).id, { queue: 'suspended' }),
			{}
		],
		[
			'a counter that differs',
			(desk) => desk.database.counters.put({ group: 'day', key: TODAY, counts: { reviews: 99 } }),
			{ counters: 1 }
		],
		['counters that are gone', (desk) => desk.database.counters.clear(), { counters: 7 }],
		[
			'a counter too many',
			(desk) => desk.database.counters.add({ group: 'due', key: 3, counts: { x: 1 } }),
			{ counters: 1 }
		]
	];

	it.each(damages)('puts right %s', async (_, damage, found) => {
		const desk = await studied();
		const before = await contentsOf(desk.database);
		await damage(desk);
		const checked = await checkAndRepair(desk.database, { weights, chunk: 2 });
		expect(checked).toMatchObject({ ok: true, value: { ...nothingWrong, ...found, cards: 4 } });
		expect(await contentsOf(desk.database)).toEqual(before);
	});

	it('makes lost snapshots again, from the ids where nothing else is known', async () => {
		const desk = await studied();
		const before = await desk.database.cards.toArray();
		await desk.database.cards.clear();
		const checked = await checkAndRepair(desk.database, { weights });
		expect(checked).toMatchObject({ ok: true, value: { missing: 4 } });
		const after = await desk.database.cards.toArray();
		const known = before.map((row) => ({ ...row, position: Number.MAX_SAFE_INTEGER, due: 0 }));
		expect(after.map((row) => ({ ...row, due: 0 }))).toEqual(known);
	});

	it.each<[string, (desk: Desk) => Promise<unknown>, object]>([
		['as they were left', () => Promise.resolve(), nothingWrong],
		[
			'where one is back in a deck',
			({ database }) => database.cards.update(metaOf(0).id, { queue: 'review', due: TODAY }),
			nothingWrong
		],
		[
			'where one is counted',
			({ database }) =>
				database.counters.put({ group: 'cell', key: 'raid/who', counts: { young: 1 } }),
			{ ...nothingWrong, counters: 1 }
		],
		[
			'whose snapshot differs',
			({ database }) => database.cards.update(metaOf(0).id, { reviews: 7 }),
			{ ...nothingWrong, differing: 1 }
		]
	])('counts cards of questions that were taken away in no deck: %s', async (_, damage, found) => {
		const desk = await studied();
		const { cards, counters } = desk.database;
		const gone = [metaOf(0).id, metaOf(2).id];
		await desk.database.transaction('rw', cards, counters, () => takeOut(desk.database, gone));
		const before = await contentsOf(desk.database);
		expect(await counters.get(['cell', 'raid/who'])).toBeUndefined();
		expect(await counters.get(['day', TODAY])).toMatchObject({ counts: { reviews: 5 } });
		await damage(desk);
		const checked = await checkAndRepair(desk.database, { weights, chunk: 2 });
		expect(checked).toMatchObject({ ok: true, value: { cards: 4, ...found } });
		expect(await contentsOf(desk.database)).toEqual(before);
		expect((await desk.study.read(gone)).map((card) => card?.gone)).toEqual([true, true]);
	});

	it('leaves a snapshot that no event accounts for', async () => {
		const desk = await studied();
		await desk.database.events.where('cardId').equals(metaOf(0).id).delete();
		const [before] = await desk.study.read([metaOf(0).id]);
		const checked = await checkAndRepair(desk.database, { weights });
		expect(checked).toMatchObject({ ok: true, value: { extra: 1, cards: 3 } });
		expect(await desk.study.read([metaOf(0).id])).toEqual([before]);
	});

	it('keeps nothing of a check that was stopped', async () => {
		const desk = await studied();
		await desk.database.counters.clear();
		await desk.database.cards.update(metaOf(0).id, { reviews: 7 });
		const before = await contentsOf(desk.database);
		const stop = new AbortController();
		const seen: number[] = [];
		const checked = await checkAndRepair(desk.database, {
			weights,
			chunk: 2,
			signal: stop.signal,
			onProgress: (events, of) => {
				seen.push(events / of);
				if (events > 4) stop.abort();
			}
		});
		expect(checked).toEqual({ ok: false, problem: { code: 'cancelled' } });
		expect(seen.length).toBeGreaterThan(0);
		expect(await contentsOf(desk.database)).toEqual(before);
	});
});
