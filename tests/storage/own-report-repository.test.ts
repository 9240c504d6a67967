import { describe, expect, test } from 'vitest';
import type { Bank, Name, Question } from '#lib/bank/types.ts';
import { deskRow } from '#lib/storage/desk-repository.ts';
import { OwnReportRepository, type WholeReport } from '#lib/storage/own-report-repository.ts';
import type { OwnReportRow } from '#lib/storage/rows.ts';
import { smallDesk } from '../domain/desk/small-desk.ts';
import { metaOf, MORNING, newDesk, recall, until } from './support.ts';

const ID = smallDesk().id;
const LEE: Name = { id: 'n-lee', name: 'Ann Lee', type: 'person', aliases: [] };

function question(own: string, was?: string[]): Question {
	return {
		id: `${ID}/f-one/${own}`,
		kind: 'who',
		level: 'core',
		ask: `Who is ${own}?`,
		answer: { form: 'name', name: 'n-lee' },
		distractors: [],
		explain: '',
		factIds: [`${ID}/f-one`],
		rivals: [],
		...(was && { was })
	};
}

function bankOf(questions: Question[], edition = 'one'): Bank {
	return {
		...{ version: 1, edition, reports: [], names: [LEE], facts: [], comparisons: [] },
		questions
	};
}

const rowOf = (bank: Bank, id = ID): OwnReportRow => ({
	...{ id, bank, from: 'desk', changedAt: MORNING }
});

const step = { no: 1, what: 'ask', target: 'q', back: {}, forth: {}, deskId: ID };
const whole = (bank: Bank): WholeReport => ({
	report: rowOf(bank),
	desk: deskRow(smallDesk(), 'open', MORNING),
	steps: [step]
});

function opened() {
	const desk = newDesk();
	return { ...desk, desk, reports: new OwnReportRepository(desk.database) };
}

/** All that is kept of reports, without the revisions that only rise. */
async function kept({ database }: ReturnType<typeof opened>) {
	const { reports, desks, deskSteps, names } = database;
	const rows = await desks.toArray();
	return {
		reports: await reports.toArray(),
		desks: rows.map(({ revision: _, ...row }) => row),
		steps: await deskSteps.toArray(),
		names: await names.toArray()
	};
}

describe('a report', () => {
	test('is read back page by page, all of them', async () => {
		const { reports } = opened();
		const ids = Array.from({ length: 60 }, (_, i) => `r-${String(i).padStart(8, '0')}`);
		for (const id of ids) await reports.publish(rowOf(bankOf([]), id));
		const pages: number[] = [];
		const read: string[] = [];
		for await (const page of reports.pages()) {
			pages.push(page.length);
			read.push(...page.map((row) => row.id));
		}
		expect(read).toEqual(ids);
		expect(Math.max(...pages)).toBeLessThan(60);
		expect(await reports.read(['r-none', 'r-00000007'])).toMatchObject([{ id: 'r-00000007' }]);
	});

	test('once finished leaves its desk finished, and the questions it has no more leave the decks', async () => {
		const all = opened();
		const { reports, database, study, desk } = all;
		const [stays, leaves] = [question('stays'), question('leaves')];
		await reports.replace(ID, whole(bankOf([stays, leaves])));
		const metas = [stays, leaves].map(({ id }) => metaOf(0, { id, reportId: ID }));
		await study.add(metas);
		if (metas[1]) await recall(desk, metas[1], 3);
		await reports.publish(rowOf(bankOf([stays], 'two')));
		expect((await database.desks.get(ID))?.state).toBe('finished');
		const cards = await study.read([stays.id, leaves.id]);
		expect(cards.map((card) => card?.gone)).toEqual([undefined, true]);
		expect(await study.history(leaves.id)).toHaveLength(2);
	});

	test('keeps the card of a question that has another id now', async () => {
		const { reports, study } = opened();
		const old = question('old');
		await reports.publish(rowOf(bankOf([old])));
		await study.add([metaOf(0, { id: old.id, reportId: ID })]);
		await reports.publish(rowOf(bankOf([question('new', [old.id])], 'two')));
		expect((await study.read([old.id]))[0]?.gone).toBeUndefined();
	});
});

describe('a whole report in the place of another', () => {
	test('gives back what was there, and that puts everything back', async () => {
		const all = opened();
		await all.reports.replace(ID, whole(bankOf([question('one')])));
		await all.database.names.put(LEE);
		const before = await kept(all);
		const other = { ...LEE, name: 'Ann Leigh' };
		const given = await all.reports.replace(ID, {
			report: rowOf(bankOf([], 'two')),
			steps: [],
			names: { 'n-lee': other, 'n-ray': { ...LEE, id: 'n-ray' } }
		});
		const now = await kept(all);
		expect(now).toMatchObject({ desks: [], steps: [], reports: [{ bank: { edition: 'two' } }] });
		expect(now.names.map(({ id, name }) => [id, name])).toEqual([
			['n-lee', 'Ann Leigh'],
			['n-ray', 'Ann Lee']
		]);
		if (!given.ok) throw new Error(given.problem.code);
		await all.reports.replace(ID, given.value);
		expect(await kept(all)).toEqual(before);
	});

	test('of a desk that a screen still shows is of another revision', async () => {
		const { reports, database } = opened();
		await reports.replace(ID, whole(bankOf([])));
		const shown = (await database.desks.get(ID))?.revision ?? 0;
		await reports.replace(ID, whole(bankOf([])));
		expect((await database.desks.get(ID))?.revision).toBeGreaterThan(shown);
	});

	test('is taken whole or not at all', async () => {
		const all = opened();
		await all.reports.replace(ID, whole(bankOf([question('one')])));
		await all.study.add([metaOf(0, { id: question('one').id, reportId: ID })]);
		const before = await kept(all);
		// A step without its number cannot be stored, and it is the last to be.
		const broken = { ...step, no: undefined as unknown as number };
		const next = { ...whole(bankOf([], 'two')), steps: [broken], names: { 'n-lee': LEE } };
		await expect(all.reports.replace(ID, next)).rejects.toThrow();
		expect(await kept(all)).toEqual(before);
		expect((await all.study.read([question('one').id]))[0]?.gone).toBeUndefined();
	});

	test('taken away leaves nothing but what was studied', async () => {
		const all = opened();
		const one = question('one');
		await all.reports.replace(ID, whole(bankOf([one])));
		await all.study.add([metaOf(0, { id: one.id, reportId: ID })]);
		await all.reports.replace(ID, { steps: [] });
		expect(await kept(all)).toEqual({ reports: [], desks: [], steps: [], names: [] });
		expect((await all.study.read([one.id]))[0]?.gone).toBe(true);
		expect(await all.study.history(one.id)).toHaveLength(1);
	});
});

test('each change is told by a number that rises, to whoever watches', async () => {
	const { reports } = opened();
	const seen: number[] = [];
	const watching = reports.watch().subscribe((revision) => seen.push(revision));
	await until(() => seen.length === 1);
	await reports.publish(rowOf(bankOf([])));
	await until(() => seen.length === 2);
	await reports.replace(ID, { steps: [] });
	await until(() => seen.length === 3);
	watching.unsubscribe();
	expect(seen).toEqual([0, 1, 2]);
});
