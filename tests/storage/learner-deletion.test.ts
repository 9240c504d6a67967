import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { databaseName } from '#lib/storage/database.ts';
import { DeviceDatabase } from '#lib/storage/device-database.ts';
import { deleteLearner, finishDeletions } from '#lib/storage/learner-deletion.ts';
import { LearnerRepository } from '#lib/storage/learner-repository.ts';
import { memoryFactory } from '#lib/storage/memory.ts';
import { openDatabase } from '#lib/storage/opening.ts';
import { deskOf, metaOf, recall } from './support.ts';

const ada = { id: 'a', name: 'Ada', createdAt: 1 };
const ben = { id: 'b', name: 'Ben', createdAt: 2 };
const cleo = { id: 'c', name: 'Cleo', createdAt: 3 };

/** A device of three, of whom Cleo learns now; Ada has studied. */
async function device() {
	const factory = memoryFactory();
	const learners = new LearnerRepository(new DeviceDatabase(factory));
	for (const learner of [ada, ben, cleo]) await learners.add(learner);
	const told: string[] = [];
	const opened = await openDatabase('a', { factory, onGivenUp: (why) => told.push(why) });
	if (!opened.ok) throw new Error(opened.problem.code);
	const desk = deskOf(opened.value.database);
	await recall(desk, metaOf(0), 3);
	const { databases } = factory.indexedDB as IDBFactory;
	const names = async () => (await databases.call(factory.indexedDB)).map(({ name }) => name);
	return { factory, learners, told, desk, names };
}

describe('leaving', () => {
	it('is refused to the last one, and to nobody', async () => {
		const learners = new LearnerRepository(new DeviceDatabase(memoryFactory()));
		await learners.add(ada);
		expect(await learners.leave('a')).toEqual({ ok: false, problem: { code: 'last' } });
		expect(await learners.leave('x')).toEqual({ ok: false, problem: { code: 'missing' } });
		expect(await learners.list()).toEqual([ada]);
	});

	it('leaves the current one as they are, or makes the oldest other one it', async () => {
		const { learners } = await device();
		expect(await learners.leave('a')).toEqual({ ok: true, value: cleo });
		expect(await learners.leave('c')).toEqual({ ok: true, value: ben });
		expect(await learners.current()).toEqual(ben);
		expect(await learners.list()).toEqual([ben]);
		expect(await learners.leave('b')).toEqual({ ok: false, problem: { code: 'last' } });
		expect(await learners.choose('a')).toEqual({ ok: false, problem: { code: 'missing' } });
	});
});

describe('deleteLearner', () => {
	it('deletes that learner alone, and open tabs of theirs stop', async () => {
		const { factory, learners, told, desk, names } = await device();
		await learners.leave('a');
		expect(await names()).toContain(databaseName('a'));
		expect(await deleteLearner(learners, 'a', { factory })).toEqual({ ok: true, value: 'gone' });
		expect(told).toEqual(['deleted']);
		expect(await desk.study.undo('any')).toEqual({ ok: false, problem: { code: 'closed' } });
		expect(await names()).not.toContain(databaseName('a'));
		expect(await learners.leaving()).toEqual({ ok: true, value: [] });
		expect(await learners.list()).toEqual([ben, cleo]);
	});

	it('waits for a tab that holds on, and is finished later', async () => {
		const { factory, learners, desk, names } = await device();
		desk.database.close();
		const stubborn = new Dexie(databaseName('a'), factory);
		stubborn.on('versionchange', () => false);
		await stubborn.open();
		await learners.leave('a');
		const waiting = await deleteLearner(learners, 'a', { factory, waitMs: 20 });
		expect(waiting).toEqual({ ok: true, value: 'waiting' });
		expect(await learners.leaving()).toEqual({ ok: true, value: [{ ...ada, leaving: true }] });
		stubborn.close();
		await finishDeletions(learners, { factory });
		expect(await learners.leaving()).toEqual({ ok: true, value: [] });
		expect(await names()).not.toContain(databaseName('a'));
	});
});
