import { describe, expect, test } from 'vitest';
import type { DeskStep } from '#lib/domain/desk/types.ts';
import { DeskRepository, type DeskChange } from '#lib/storage/desk-repository.ts';
import { smallDesk, SMALL_NAMES, WHERE } from '../domain/desk/small-desk.ts';
import { MORNING, newDesk } from './support.ts';

const ID = smallDesk().id;

async function opened() {
	const { database } = newDesk();
	const desks = new DeskRepository(database);
	await desks.create(smallDesk(), MORNING);
	return { database, desks };
}

const stepOf = (no: number): DeskStep => ({
	...{ no, what: 'ask', target: WHERE.id, back: {}, forth: {} }
});

/** The change that writes a question, as the step of a number. */
function asking(ask: string, no: number, expected = no): DeskChange {
	const patch = { questions: { [WHERE.id]: { ...WHERE, ask } } };
	return { patch, steps: [stepOf(no)], at: no, now: MORNING + no, expected };
}

const numbersOf = async (desks: DeskRepository) =>
	(await desks.read(ID))?.steps.map(({ no }) => no);

describe('a desk', () => {
	test('is kept with each change, its step and its revision', async () => {
		const { desks } = await opened();
		expect(await desks.change(ID, asking('Where was it?', 1))).toMatchObject({ ok: true });
		const record = await desks.read(ID);
		expect(record?.row).toMatchObject({
			state: 'open',
			revision: 2,
			at: 1,
			changedAt: MORNING + 1
		});
		expect(record?.row.desk.questions[WHERE.id]?.ask).toBe('Where was it?');
		expect(record?.steps).toMatchObject([stepOf(1)]);
	});

	test('that another tab changed first is left as it is', async () => {
		const { desks } = await opened();
		await desks.change(ID, asking('First?', 1));
		const refused = await desks.change(ID, asking('Second?', 1));
		expect(refused).toEqual({ ok: false, problem: { code: 'moved-on' } });
		expect((await desks.read(ID))?.row.desk.questions[WHERE.id]?.ask).toBe('First?');
	});

	test('that is not there is told', async () => {
		const { desks } = await opened();
		const refused = await desks.change('r-00000000', asking('Where?', 1));
		expect(refused).toEqual({ ok: false, problem: { code: 'missing' } });
		expect(await desks.read('r-00000000')).toBeUndefined();
	});

	test('loses the steps that a new one takes the place of', async () => {
		const { desks } = await opened();
		for (const no of [1, 2, 3]) await desks.change(ID, asking(`Ask ${no}?`, no));
		await desks.change(ID, { ...asking('Again?', 2), expected: 4 });
		expect(await numbersOf(desks)).toEqual([1, 2]);
	});

	test('keeps the last 500 steps', async () => {
		const { desks } = await opened();
		const steps = Array.from({ length: 503 }, (_, i) => stepOf(i + 1));
		await desks.change(ID, { patch: {}, steps, at: 503, now: MORNING, expected: 1 });
		const numbers = await numbersOf(desks);
		expect([numbers?.length, numbers?.[0]]).toEqual([500, 4]);
	});

	test('keeps and takes away the names of a change', async () => {
		const { database, desks } = await opened();
		const [name] = SMALL_NAMES;
		if (!name) throw new Error('no name');
		await desks.change(ID, { ...asking('Where?', 1), patch: { names: { [name.id]: name } } });
		expect(await database.names.toArray()).toEqual([name]);
		await desks.change(ID, { ...asking('Where?', 2), patch: { names: { [name.id]: null } } });
		expect(await database.names.toArray()).toEqual([]);
	});
});

test('open desks come newest first, finished ones not at all', async () => {
	const { database, desks } = await opened();
	const others = ['r-00000002', 'r-00000003'];
	for (const [at, id] of others.entries())
		await desks.create({ ...smallDesk(), id }, MORNING + at + 1);
	await database.desks.update('r-00000002', { state: 'finished' });
	expect((await desks.open()).map(({ id }) => id)).toEqual(['r-00000003', ID]);
});
