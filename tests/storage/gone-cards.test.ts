import { describe, expect, test } from 'vitest';
import { keepOnly, takeOut } from '#lib/storage/gone-cards.ts';
import { checkAndRepair } from '#lib/storage/check.ts';
import { DAY_MS, metaOf, newDesk, recall, TODAY, weights, type Desk } from './support.ts';

const ALL = { of: 'all' } as const;

/** Two cards of one report and one of another; the first was recalled. */
async function studied(): Promise<Desk> {
	const desk = newDesk();
	await desk.study.add([metaOf(0), metaOf(2), metaOf(1)]);
	await recall(desk, metaOf(0), 4);
	return desk;
}

const inLog = (desk: Desk, work: () => Promise<number>) => {
	const { cards, counters } = desk.database;
	return desk.database.transaction('rw', cards, counters, work);
};
const eventsIn = (desk: Desk) => desk.database.events.orderBy('id').toArray();
const waitingIn = (desk: Desk) =>
	desk.study.waiting({ deck: ALL, today: TODAY + 400, most: { fresh: 99 } });

describe('cards of questions that were taken away', () => {
	test('leave every deck and cell; their events and the day they were recalled on stay', async () => {
		const desk = await studied();
		const before = { events: await eventsIn(desk), day: await desk.study.day(TODAY) };
		expect(await inLog(desk, () => keepOnly(desk.database, 'raid', new Set()))).toBe(2);
		expect(await eventsIn(desk)).toEqual(before.events);
		expect(await desk.study.day(TODAY)).toEqual(before.day);
		expect(before.day.reviews).toBe(1);
		expect(await waitingIn(desk)).toEqual({ due: 0, fresh: 1 });
		const due = await desk.study.due({
			deck: { of: 'report', reportId: 'raid' },
			today: TODAY + 400
		});
		expect([...due.fresh, ...due.byDay, ...due.timed]).toEqual([]);
		const wrong = { differing: 0, missing: 0, extra: 0, counters: 0 };
		const checked = await checkAndRepair(desk.database, { weights });
		expect(checked).toMatchObject({ ok: true, value: wrong });
	});

	test('come back as they were when their question does', async () => {
		const desk = await studied();
		const ids = [metaOf(0).id, metaOf(2).id];
		const before = await desk.study.read(ids);
		const counters = await desk.database.counters.toArray();
		await inLog(desk, () => takeOut(desk.database, ids));
		desk.clock.now += DAY_MS;
		await desk.study.add([metaOf(0), metaOf(2)]);
		expect(await desk.study.read(ids)).toEqual(before);
		const nonEmpty = (await desk.database.counters.toArray()).filter(({ counts }) =>
			Object.values(counts).some((count) => count !== 0)
		);
		expect(nonEmpty).toEqual(
			counters.filter(({ counts }) => Object.values(counts).some((count) => count !== 0))
		);
	});

	test.each([
		['those that are kept stay', 'raid', [metaOf(0).id], [undefined, true]],
		['another report keeps its own', 'siege', [], [undefined, undefined]]
	] as const)('%s', async (_, report, kept, expected) => {
		const desk = await studied();
		await inLog(desk, () => keepOnly(desk.database, report, new Set<string>(kept)));
		const cards = await desk.study.read([metaOf(0).id, metaOf(2).id]);
		expect(cards.map((card) => card?.gone)).toEqual(expected);
	});

	test('are taken out once, and questions without a card are no matter', async () => {
		const desk = await studied();
		const ids = [metaOf(0).id, 'raid/never/who'];
		expect(await inLog(desk, () => takeOut(desk.database, ids))).toBe(1);
		expect(await inLog(desk, () => takeOut(desk.database, ids))).toBe(0);
	});
});
