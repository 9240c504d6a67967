import { describe, expect, test } from 'vitest';
import type { Bank, Name, Question } from '#lib/bank/types.ts';
import { deskRow } from '#lib/storage/desk-repository.ts';
import { OwnReportRepository, type WholeReport } from '#lib/storage/own-report-repository.ts';
import { OwnReportWriting } from '#lib/storage/own-report-writing.ts';
import { forgetLastDone, watchLastDone, type LastDone } from '#lib/storage/own-undo-note.ts';
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
	const { database } = desk;
	const writing = new OwnReportWriting(database);
	return { ...desk, desk, writing, reports: new OwnReportRepository(database) };
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
		const { reports, writing } = opened();
		const ids = Array.from({ length: 60 }, (_, i) => `r-${String(i).padStart(8, '0')}`);
		for (const id of ids) await writing.publish(rowOf(bankOf([]), id));
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
		const { writing, database, study, desk } = all;
		const [stays, leaves] = [question('stays'), question('leaves')];
		await writing.replace(ID, whole(bankOf([stays, leaves])));
		const metas = [stays, leaves].map(({ id }) => metaOf(0, { id, reportId: ID }));
		await study.add(metas);
		if (metas[1]) await recall(desk, metas[1], 3);
		await writing.publish(rowOf(bankOf([stays], 'two')));
		expect((await database.desks.get(ID))?.state).toBe('finished');
		const cards = await study.read([stays.id, leaves.id]);
		expect(cards.map((card) => card?.gone)).toEqual([undefined, true]);
		expect(await study.history(leaves.id)).toHaveLength(2);
	});

	test('keeps the card of a question that has another id now', async () => {
		const { writing, study } = opened();
		const old = question('old');
		await writing.publish(rowOf(bankOf([old])));
		await study.add([metaOf(0, { id: old.id, reportId: ID })]);
		await writing.publish(rowOf(bankOf([question('new', [old.id])], 'two')));
		expect((await study.read([old.id]))[0]?.gone).toBeUndefined();
	});
});

describe('a whole report in the place of another', () => {
	test('gives back what was there, and that puts everything back', async () => {
		const all = opened();
		await all.writing.replace(ID, whole(bankOf([question('one')])));
		await all.database.names.put(LEE);
		const before = await kept(all);
		const other = { ...LEE, name: 'Ann Leigh' };
		const given = await all.writing.replace(ID, {
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
		await all.writing.replace(ID, given.value);
		expect(await kept(all)).toEqual(before);
	});

	test('of a desk that a screen still shows is of another revision', async () => {
		const { writing, database } = opened();
		await writing.replace(ID, whole(bankOf([])));
		const shown = (await database.desks.get(ID))?.revision ?? 0;
		await writing.replace(ID, whole(bankOf([])));
		expect((await database.desks.get(ID))?.revision).toBeGreaterThan(shown);
	});

	test('is taken whole or not at all', async () => {
		const all = opened();
		await all.writing.replace(ID, whole(bankOf([question('one')])));
		await all.study.add([metaOf(0, { id: question('one').id, reportId: ID })]);
		const before = await kept(all);
		// A step without its number cannot be stored, and it is the last to be.
		const broken = { ...step, no: undefined as unknown as number };
		const next = { ...whole(bankOf([], 'two')), steps: [broken], names: { 'n-lee': LEE } };
		await expect(all.writing.replace(ID, next)).rejects.toThrow();
		expect(await kept(all)).toEqual(before);
		expect((await all.study.read([question('one').id]))[0]?.gone).toBeUndefined();
	});

	test('taken away leaves nothing but what was studied', async () => {
		const all = opened();
		const one = question('one');
		await all.writing.replace(ID, whole(bankOf([one])));
		await all.study.add([metaOf(0, { id: one.id, reportId: ID })]);
		await all.writing.replace(ID, { steps: [] });
		expect(await kept(all)).toEqual({ reports: [], desks: [], steps: [], names: [] });
		expect((await all.study.read([one.id]))[0]?.gone).toBe(true);
		expect(await all.study.history(one.id)).toHaveLength(1);
	});
});

test('each change is told by a number that rises, to whoever watches', async () => {
	const { reports, writing } = opened();
	const seen: number[] = [];
	const watching = reports.watch().subscribe((revision) => seen.push(revision));
	await until(() => seen.length === 1);
	await writing.publish(rowOf(bankOf([])));
	await until(() => seen.length === 2);
	await writing.replace(ID, { steps: [] });
	await until(() => seen.length === 3);
	watching.unsubscribe();
	expect(seen).toEqual([0, 1, 2]);
});

describe('what lists tell', () => {
	const PLACE: Name = { id: 'n-town', name: 'Milltown', type: 'city', aliases: [] };
	const report: Bank['reports'][number] = {
		...{ id: ID, title: 'A flood', place: 'n-town', paragraphs: 3, timeline: [] },
		publisher: { name: 'The Paper', basis: 'stated' },
		date: { value: '2016', basis: 'stated' },
		brief: { plain: [], full: [] }
	};
	const told = (title = 'A flood'): OwnReportRow => {
		const bank = bankOf([question('one'), { ...question('two'), comparisonId: 'both' }]);
		return rowOf({ ...bank, reports: [{ ...report, title }], names: [PLACE] });
	};

	test('is there once it was noted, and gone with the next change', async () => {
		const { reports, writing } = opened();
		await writing.publish(told());
		expect(await reports.heads()).toBeUndefined();
		await reports.noteHeads(await reports.revision(), [told()]);
		const { title, publisher, date, place } = report;
		expect(await reports.heads()).toEqual([
			{
				...{ id: ID, title, publisher, date, place },
				placeName: 'Milltown',
				facts: 0,
				questions: { who: 1 },
				from: 'desk',
				changedAt: MORNING
			}
		]);
		await writing.publish(told('Two floods'));
		expect(await reports.heads()).toBeUndefined();
	});

	test('is not noted of reports that have changed meanwhile', async () => {
		const { reports, writing } = opened();
		await writing.publish(told());
		const before = await reports.revision();
		await writing.publish(told('Two floods'));
		await reports.noteHeads(before, [told()]);
		expect(await reports.heads()).toBeUndefined();
	});
});

describe('what was done last', () => {
	const last = (more: Partial<LastDone> = {}): LastDone => ({
		...{ what: 'removed', id: ID, title: 'A flood', questions: 1, at: MORNING },
		...more
	});
	const shown = async ({ database }: ReturnType<typeof opened>) => {
		const seen: (LastDone | undefined)[] = [];
		const watching = watchLastDone(database).subscribe((one) => seen.push(one));
		await until(() => seen.length > 0);
		watching.unsubscribe();
		return seen[0];
	};

	/** A report that was deleted, in a store that a page loaded anew opens. */
	async function removed() {
		const all = opened();
		await all.writing.replace(ID, whole(bankOf([question('one')])));
		await all.study.add([metaOf(0, { id: question('one').id, reportId: ID })]);
		const before = await kept(all);
		await all.writing.replace(ID, { steps: [] }, last());
		return { ...all, before };
	}

	test('is taken back by who only knows the store', async () => {
		const all = await removed();
		expect(await shown(all)).toEqual(last());
		const undone = await new OwnReportWriting(all.database).undo(last());
		expect(undone).toEqual({ ok: true, value: undefined });
		expect(await kept(all)).toEqual(all.before);
		expect(await shown(all)).toBeUndefined();
		expect(await all.writing.undo(last())).toMatchObject({ ok: false });
		expect(await kept(all)).toEqual(all.before);
	});

	test('is not taken back once the report is another', async () => {
		const all = await removed();
		await all.writing.publish(rowOf(bankOf([], 'two')));
		const before = await kept(all);
		expect(await all.writing.undo(last())).toEqual({ ok: false, problem: { code: 'moved-on' } });
		expect(await kept(all)).toEqual(before);
	});

	test('is not taken back where another tab has done something else', async () => {
		const all = await removed();
		const later = last({ what: 'taken', at: MORNING + 1 });
		await all.writing.replace(ID, whole(bankOf([])), later);
		expect(await all.writing.undo(last())).toMatchObject({ ok: false });
		expect(await shown(all)).toEqual(later);
	});

	test('takes a name away that came with it, but none that may be in use by now', async () => {
		const names = async (all: ReturnType<typeof opened>) =>
			(await all.database.names.toArray()).map(({ id }) => id);
		const taken = { ...whole(bankOf([])), names: { 'n-lee': LEE } };
		const all = opened();
		await all.writing.replace(ID, taken, last());
		await all.writing.undo(last());
		expect(await names(all)).toEqual([]);

		await all.writing.replace(ID, taken, last());
		await all.writing.publish(rowOf(bankOf([]), 'r-00000001'));
		await all.writing.undo(last());
		expect(await names(all)).toEqual(['n-lee']);
		expect(await all.database.desks.count()).toBe(0);
	});

	test('is let go of at once, or once it is long ago', async () => {
		const all = await removed();
		await forgetLastDone(all.database, MORNING + 6 * 86_400_000);
		expect(await shown(all)).toEqual(last());
		await forgetLastDone(all.database, MORNING + 8 * 86_400_000);
		expect(await shown(all)).toBeUndefined();
		const rows = await all.database.settings.toArray();
		expect(rows.filter(({ key }) => key.startsWith('own-undo'))).toEqual([]);
	});
});
