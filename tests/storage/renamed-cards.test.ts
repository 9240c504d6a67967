import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeBackup } from '#lib/storage/backup-merge.ts';
import { readBackup } from '#lib/storage/backup-read.ts';
import { exportBackup } from '#lib/storage/backup-write.ts';
import { checkAndRepair } from '#lib/storage/check.ts';
import type { RecountDatabase } from '#lib/storage/database.ts';
import type { Renamed } from '#lib/storage/renamed.ts';
import { StudyRepository } from '#lib/storage/study-repository.ts';
import { act, perform } from './acts.ts';
import { contentsOf, DAY_MS, metaOf, newDesk, recall, weights, type Desk } from './support.ts';

const OLD = metaOf(0);
const NOW = metaOf(0, { id: 'raid/fact-0/leader' });
const RENAMED: Renamed = new Map([
	[OLD.id, NOW.id],
	['raid/fact-0/chief', NOW.id]
]);
const SOUND = { value: { differing: 0, missing: 0, extra: 0, counters: 0 } };

/** The same desk once its bank has another id for the first question. */
function renewed(desk: Desk): Desk {
	const setup = { ...desk.setup, renamed: () => RENAMED };
	return { ...desk, setup, study: new StudyRepository(setup) };
}

async function adopted(desk: Desk): Promise<Desk> {
	const after = renewed(desk);
	expect(await after.study.adoptRenamed()).toEqual({ ok: true, value: undefined });
	await after.study.add([NOW]);
	return after;
}

async function merge(from: RecountDatabase, into: RecountDatabase): Promise<void> {
	const made = await exportBackup(from, { app: '1', learner: 'Ada', exportedAt: 0 });
	if (!made.ok) throw new Error(made.problem.code);
	const read = await readBackup(made.value.file);
	if (!read.ok) throw new Error(read.problem.code);
	const merged = await mergeBackup(into, read.value, { weights, renamed: RENAMED });
	if (!merged.ok) throw new Error(merged.problem.code);
}

const check = (database: RecountDatabase) =>
	checkAndRepair(database, { weights, renamed: RENAMED });

describe('a renamed question', () => {
	it('goes on with memory, due day, history and counts of its card', async () => {
		const desk = newDesk();
		await desk.study.add([OLD, metaOf(1)]);
		await recall(desk, OLD, 4);
		desk.clock.now += 20 * DAY_MS;
		await recall(desk, OLD, 3);
		const [before] = await desk.study.read([OLD.id]);
		const counters = await desk.database.counters.toArray();

		const { study, database } = await adopted(desk);
		const [after, byOldId] = await study.read([NOW.id, OLD.id]);
		expect(after).toEqual({ ...before, id: NOW.id });
		expect(byOldId).toEqual(after);
		expect(await database.cards.get(OLD.id)).toBe(undefined);
		expect((await study.history(NOW.id)).map(({ type }) => type)).toEqual([
			'add',
			'review',
			'review'
		]);
		expect(await study.recalledOn(before?.lastReviewDay ?? 0)).toEqual([NOW.id]);
		expect(await database.counters.toArray()).toEqual(counters);
		expect((await database.events.toArray()).filter(({ cardId }) => cardId === NOW.id)).toEqual([]);
		expect(await check(database)).toMatchObject(SOUND);
	});

	it('keeps that it was missed in a quiz, and its place for it', async () => {
		const desk = newDesk();
		await desk.study.add([metaOf(0, { fromMiss: true, position: -9 })]);
		const { study } = await adopted(desk);
		expect((await study.read([NOW.id]))[0]).toMatchObject({
			fromMiss: true,
			position: -9,
			due: -9
		});
	});

	it('unites the cards of both ids where both were studied', async () => {
		const desk = newDesk();
		await recall(desk, OLD, 3);
		desk.clock.now += DAY_MS;
		await recall(desk, NOW, 3);
		const { study, database } = await adopted(desk);
		expect((await study.read([NOW.id]))[0]).toMatchObject({ reviews: 2 });
		expect(await check(database)).toMatchObject(SOUND);
	});

	it('lets a review from before it be taken back', async () => {
		const desk = newDesk();
		await desk.study.add([OLD]);
		const review = await recall(desk, OLD, 3);
		const { study, database } = await adopted(desk);
		expect(await study.undo(review)).toMatchObject({
			ok: true,
			value: {
				event: { cardId: NOW.id, of: review },
				card: { id: NOW.id, phase: 'new', reviews: 0 }
			}
		});
		expect(await check(database)).toMatchObject(SOUND);
	});

	it('counts what an old device did under the old id, whenever its backup comes', async () => {
		const phone = newDesk(undefined, 'phone');
		await phone.study.add([OLD]);
		await recall(phone, OLD, 3);
		const desk = renewed(newDesk(undefined, 'desk'));
		desk.clock.now += DAY_MS;
		await recall(desk, NOW, 3);
		await merge(phone.database, desk.database);
		phone.clock.now += 3 * DAY_MS;
		await recall(phone, OLD, 1);
		await merge(phone.database, desk.database);
		await merge(phone.database, desk.database);
		const { database, study } = desk;
		const [card] = await study.read([NOW.id]);
		expect(card).toMatchObject({ id: NOW.id, reviews: 3 });
		expect(await database.cards.count()).toBe(1);
		expect(await study.history(NOW.id)).toHaveLength(4);
		expect(await check(database)).toMatchObject(SOUND);
	});

	it('is brought under its present id by the check too', async () => {
		const desk = newDesk();
		await recall(desk, OLD, 3);
		expect(await check(desk.database)).toMatchObject(SOUND);
		expect(await desk.database.cards.toCollection().primaryKeys()).toEqual([NOW.id]);
	});

	it('makes the card that the same deeds make without a rename', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
				const desk = newDesk();
				for (const one of acts) await perform(desk, one);
				const before = await contentsOf(desk.database);
				await renewed(desk).study.adoptRenamed();
				const after = await contentsOf(desk.database);
				const asNow = (rows: unknown[] = []) =>
					rows.map((row) => {
						const card = row as { id: string };
						return card.id === OLD.id ? { ...card, id: NOW.id } : card;
					});
				const sorted = (rows: { id: string }[]) => rows.sort((a, b) => (a.id < b.id ? -1 : 1));
				expect(sorted(asNow(after.cards))).toEqual(sorted(asNow(before.cards)));
				expect(after.events).toEqual(before.events);
				expect(after.counters).toEqual(before.counters);
				expect(await check(desk.database)).toMatchObject(SOUND);
			}),
			{ numRuns: 40 }
		);
	});
});
