import { beforeAll, describe, expect, it } from 'vitest';
import { checkBank } from '#lib/bank/check.ts';
import type { SourceBank } from '#lib/bank/source.ts';
import type { Bank, Name } from '#lib/bank/types.ts';
import { deskOf } from '#lib/domain/desk/desk-of.ts';
import type { Desk } from '#lib/domain/desk/types.ts';
import { compileOwn } from '#lib/state/desk-publishing.ts';
import { checkRow } from '#lib/storage/backup-rows.ts';
import { mergeBackup } from '#lib/storage/backup-merge.ts';
import { ownNews } from '#lib/storage/backup-own-merge.ts';
import { readBackup } from '#lib/storage/backup-read.ts';
import { exportBackup } from '#lib/storage/backup-write.ts';
import type { RecountDatabase } from '#lib/storage/database.ts';
import { deskRow, DeskRepository } from '#lib/storage/desk-repository.ts';
import { OwnReportRepository } from '#lib/storage/own-report-repository.ts';
import { OwnReportWriting } from '#lib/storage/own-report-writing.ts';
import { DEAD, smallDesk, SMALL_NAMES, WHERE } from '../domain/desk/small-desk.ts';
import { readBankFiles, SHIPPED } from '../../src/cli/read-bank.ts';
import { compiled, EMPTY, finish } from './own-support.ts';
import { metaOf, MORNING, newDesk, weights } from './support.ts';

const WORKED_ON = 'r-0190a1b2-0000-7000-8000-000000000002';
const { id: ID } = smallDesk();
const NOTHING = { reports: 0, desks: 0, names: 0 };

const KEPT = { id: 'where-1-48-56', rule: 'place', isEdited: true } as const;
const DROPPED = { id: 'who-1-0-9', rule: 'subject', kind: 'who', reason: 'vague' } as const;
const inWork = (): Desk => ({
	...smallDesk({ ...WHERE, draft: KEPT }, DEAD),
	id: WORKED_ON,
	drops: { [DROPPED.id]: DROPPED }
});
const titled = (title: string, ...questions: Parameters<typeof smallDesk>): Desk => {
	const desk = smallDesk(...questions);
	return { ...desk, head: { ...desk.head, title } };
};

/** A learner with a finished report, whose desk has steps, and another one in work. */
async function author(): Promise<RecountDatabase> {
	const { database } = newDesk();
	await finish(database, smallDesk(), MORNING);
	const desks = new DeskRepository(database);
	await desks.create(inWork(), MORNING + 1);
	const step = { no: 1, what: 'ask', target: 'q', back: {}, forth: {} };
	const head = { ...inWork().head, title: 'Changed' };
	await desks.change(WORKED_ON, {
		...{ patch: { head }, steps: [step], at: 1, now: MORNING + 2, expected: 1 }
	});
	return database;
}

async function contentsOf(database: RecountDatabase) {
	const made = await exportBackup(database, { app: '1', learner: 'Ada', exportedAt: 0 });
	if (!made.ok) throw new Error(JSON.stringify(made.problem));
	const read = await readBackup(made.value.file);
	if (!read.ok) throw new Error(JSON.stringify(read.problem));
	return read.value;
}

async function mergeInto(database: RecountDatabase, from: RecountDatabase) {
	const merged = await mergeBackup(database, await contentsOf(from), { weights });
	if (!merged.ok) throw new Error(merged.problem.code);
	return merged.value;
}

const revisionOf = (database: RecountDatabase) => new OwnReportRepository(database).revision();

async function ownOf({ reports, desks, deskSteps, names }: RecountDatabase) {
	return {
		reports: await reports.toArray(),
		desks: await desks.toArray(),
		steps: await deskSteps.toArray(),
		names: await names.toArray()
	};
}

describe('a backup of a person who writes', () => {
	it('brings reports, desks with their texts, and names into an empty store', async () => {
		const old = await author();
		const { database } = newDesk();
		expect(await mergeInto(database, old)).toMatchObject({ reports: 1, desks: 2, names: 6 });
		const [before, after] = [await ownOf(old), await ownOf(database)];
		const { cardsEdition, ...report } = before.reports[0] ?? {};
		expect(cardsEdition).toBeDefined();
		expect(after.reports).toEqual([report]);
		expect(after.names).toEqual(before.names);
		expect(after.desks).toEqual(before.desks.map((row) => ({ ...row, revision: 1, at: 0 })));
		expect(after.desks.map(({ state }) => state)).toEqual(['finished', 'open']);
		expect(before.steps).toHaveLength(1);
		expect(after.steps).toEqual([]);
	});

	it('is told by its footer', async () => {
		const { header, footer } = await contentsOf(await author());
		expect(header.version).toBe(3);
		expect(footer.counts).toMatchObject({ reports: 1, desks: 2, names: 6 });
	});

	it('changes nothing the second time, and tells nobody of it', async () => {
		const old = await author();
		const { database } = newDesk();
		await mergeInto(database, old);
		const reports = new OwnReportWriting(database);
		await reports.cardsKept(ID, 'in line');
		const [before, revision] = [await ownOf(database), await revisionOf(database)];
		expect(revision).toBe(1);
		expect(await mergeInto(database, old)).toMatchObject(NOTHING);
		expect(await ownOf(database)).toEqual(before);
		expect(await revisionOf(database)).toBe(revision);
	});
});

describe('of one report on both sides', () => {
	async function two(ours: number, theirs: number) {
		const [here, there] = [newDesk().database, newDesk().database];
		await finish(here, titled('Ours', WHERE), ours);
		await finish(there, titled('Theirs', WHERE, DEAD), theirs);
		return { here, there };
	}

	it.each([
		['the later one of the backup wins', MORNING, MORNING + 1, 'Theirs'],
		['the later one here stays', MORNING + 1, MORNING, 'Ours'],
		['the one here stays of two as old as each other', MORNING, MORNING, 'Ours']
	])('%s', async (_, ours, theirs, title) => {
		const { here, there } = await two(ours, theirs);
		const won = title === 'Theirs' ? 1 : 0;
		const news = await ownNews(here, await contentsOf(there).then(({ rows }) => rows));
		expect([news.reports.newer.length, news.desks.newer.length]).toEqual([won, won]);
		expect([news.reports.fresh.length, news.desks.fresh.length]).toEqual([0, 0]);
		expect(await mergeInto(here, there)).toMatchObject({ reports: won, desks: won });
		const [report] = await here.reports.toArray();
		expect(report?.bank.reports[0]?.title).toBe(title);
		expect(report?.cardsEdition === undefined).toBe(won === 1);
		expect((await here.desks.get(ID))?.desk.head.title).toBe(title);
	});

	it('a desk that is replaced loses its steps and is of another revision', async () => {
		const { here, there } = await two(MORNING, MORNING + 1);
		await here.deskSteps.put({ deskId: ID, no: 1, what: 'a', target: 'b', back: {}, forth: {} });
		await here.desks.update(ID, { revision: 7, at: 1 });
		await mergeInto(here, there);
		expect(await here.desks.get(ID)).toMatchObject({ revision: 8, at: 0 });
		expect(await here.deskSteps.count()).toBe(0);
	});

	it('the same desk, finished elsewhere, is finished here', async () => {
		const [here, there] = [newDesk().database, newDesk().database];
		await here.desks.put(deskRow(smallDesk(), 'open', MORNING));
		await finish(there, smallDesk(), MORNING);
		expect(await mergeInto(here, there)).toMatchObject({ reports: 1, desks: 1 });
		expect((await here.desks.get(ID))?.state).toBe('finished');
		expect(await mergeInto(there, here)).toMatchObject({ reports: 0, desks: 0 });
	});

	it('cards that came for it are looked through anew, whichever report wins', async () => {
		const [here, there] = [newDesk(), newDesk()];
		await finish(here.database, titled('Ours', WHERE), MORNING + 1);
		const bank = await finish(there.database, titled('Theirs', WHERE, DEAD), MORNING);
		const metas = bank.questions.map(({ id }, at) => metaOf(at, { id, reportId: ID }));
		await there.study.add(metas);
		const before = await revisionOf(here.database);
		await mergeInto(here.database, there.database);
		expect((await here.database.reports.get(ID))?.cardsEdition).toBeUndefined();
		expect(await revisionOf(here.database)).toBe(before + 1);
	});

	it('a name of this device stays as it is', async () => {
		const { here, there } = await two(MORNING, MORNING + 1);
		const [first] = SMALL_NAMES as [Name];
		await here.names.put({ ...first, name: 'As it is called here' });
		expect(await mergeInto(here, there)).toMatchObject({ names: 0 });
		expect((await here.names.get(first.id))?.name).toBe('As it is called here');
	});
});

/** What of a bank is one report's, with the comparisons that touch it. */
function ownPart(bank: SourceBank, id: string): SourceBank {
	const isPart = (part: string) => part.startsWith(`${id}/`);
	return {
		...bank,
		reports: bank.reports.filter((report) => report.id === id),
		facts: bank.facts.filter(({ reportId }) => reportId === id),
		questions: bank.questions.filter(({ factIds }) => factIds.some(isPart)),
		comparisons: bank.comparisons.filter(({ facts }) => facts.some(isPart))
	};
}

describe('a row of somebody else’s making', () => {
	let bank: Bank;
	beforeAll(async () => {
		bank = await compiled(smallDesk());
	});

	type Rows = Record<string, unknown>;
	const reportRow = (changes: Partial<Record<keyof Bank, unknown>> = {}, more: Rows = {}) => ({
		...{ id: ID, bank: { ...bank, ...changes }, from: 'desk', changedAt: 1, ...more }
	});
	const workRow = (changes: Partial<Record<keyof Desk, unknown>> = {}, more: Rows = {}) => ({
		...{ id: ID, desk: { ...smallDesk(), ...changes }, state: 'open', changedAt: 1, ...more }
	});

	it('is taken where everything is right', () => {
		expect(checkRow('reports', reportRow())).toEqual({ ok: true, row: reportRow() });
		expect(checkRow('desks', workRow())).toEqual({ ok: true, row: workRow() });
	});

	it('is taken of every shipped report, had a person written it', async () => {
		const { bank: shipped, problems } = checkBank(readBankFiles(SHIPPED));
		if (!shipped) throw new Error(problems.map(({ code }) => code).join());
		for (const [at, { id: slug }] of shipped.reports.entries()) {
			const own = `r-0190a1b2-0000-7000-8000-00000000010${at}`;
			const renamed = JSON.stringify(shipped).replaceAll(slug, own);
			const source = ownPart(JSON.parse(renamed) as SourceBank, own);
			const desk = deskOf(source);
			const compiledBank = await compileOwn(source, EMPTY);
			const rows = {
				desks: { id: own, desk, state: 'finished', changedAt: 1 },
				reports: { id: own, bank: compiledBank, from: 'file', changedAt: 1 }
			};
			expect(source.questions.length).toBeGreaterThan(20);
			expect(checkRow('desks', rows.desks)).toEqual({ ok: true, row: rows.desks });
			expect(checkRow('reports', rows.reports)).toEqual({ ok: true, row: rows.reports });
		}
	});

	const part = <K extends 'reports' | 'facts' | 'questions'>(list: K, changes: Rows) => ({
		[list]: bank[list].map((each) => ({ ...each, ...changes }))
	});

	it.each<[string, 'reports' | 'desks' | 'names', () => unknown, RegExp]>([
		['a shipped report’s id', 'reports', () => reportRow({}, { id: 'aleppo' }), /own report/],
		[
			'another report inside',
			'reports',
			() => reportRow(part('reports', { id: WORKED_ON })),
			/bank/
		],
		['no report inside', 'reports', () => reportRow({ reports: [] }), /bank.reports/],
		['another’s fact', 'reports', () => reportRow(part('facts', { id: 'aleppo/x' })), /bank/],
		[
			'another’s question',
			'reports',
			() => reportRow(part('questions', { id: 'a/b/who' })),
			/bank/
		],
		[
			'a comparison’s question that takes a report’s place',
			'reports',
			() => reportRow(part('questions', { comparisonId: 'c' })),
			/bank/
		],
		['a newer bank', 'reports', () => reportRow({ version: 2 }), /bank.version/],
		[
			'a question on nothing',
			'reports',
			() => reportRow(part('questions', { factIds: [] })),
			/factIds/
		],
		[
			'an answer of no form',
			'reports',
			() => reportRow(part('questions', { answer: {} })),
			/answer/
		],
		[
			'a question without end',
			'reports',
			() => reportRow(part('questions', { ask: 'x'.repeat(10_001) })),
			/ask/
		],
		[
			'endless paragraphs',
			'reports',
			() => reportRow(part('reports', { paragraphs: 1e9 })),
			/paragraphs/
		],
		['an unknown field', 'reports', () => reportRow({}, { admin: true }), /admin/],
		[
			'what is this device’s own',
			'reports',
			() => reportRow({}, { cardsEdition: 'e' }),
			/cardsEdition/
		],
		['a desk of another report', 'desks', () => workRow({ id: WORKED_ON }), /another report/],
		['a list in the place of parts', 'desks', () => workRow({ facts: [] }), /facts/],
		[
			'parts without their fields',
			'desks',
			() => workRow({ questions: { q: { id: 'q' } } }),
			/questions/
		],
		['no date', 'desks', () => workRow({}, { changedAt: -1 }), /changedAt/],
		['a name of no type', 'names', () => ({ ...SMALL_NAMES[0], type: 'deity' }), /type/]
	])('is refused with %s', (_, table, row, reason) => {
		expect(checkRow(table, row())).toEqual({ ok: false, reason: expect.stringMatching(reason) });
	});

	it('lets nothing into prototypes', () => {
		const fact = JSON.stringify(Object.values(smallDesk().facts)[0]);
		const poison = `{"__proto__":${fact.replace('"f-bridge"', '"__proto__"')}}`;
		const parts: unknown = JSON.parse(poison);
		expect(checkRow('desks', workRow({ facts: parts }))).toMatchObject({ ok: false });
		const row: unknown = JSON.parse(
			JSON.stringify(workRow()).replace('"facts":{', `"facts":{"__proto__":${fact},`)
		);
		const checked = checkRow('desks', row);
		expect(checked).toEqual({ ok: true, row: workRow() });
	});
});
