import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SourceBank } from '#lib/bank/source.ts';
import { sourceOfDesk } from '#lib/domain/desk/source.ts';
import type { Desk } from '#lib/domain/desk/types.ts';
import { parseBankFile, printBankFile } from '#lib/domain/exchange/bank-file.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { firstValue } from '#lib/state/first-value.ts';
import { OwnReports } from '#lib/state/own-reports.ts';
import { countMatching, drawPaper } from '#lib/state/quiz-papers.ts';
import { watchLastDone } from '#lib/storage/own-undo-note.ts';
import { DEAD, SMALL_NAMES, smallDesk, WHERE } from '../../domain/desk/small-desk.ts';
import { recall } from '../reports/reviewing.ts';
import { clearAll, NOON, openApp } from '../review/open-app.ts';

const ID = smallDesk().id;
const WHERE_ID = `${ID}/f-bridge/q-where`;
const DEAD_ID = `${ID}/f-dead/q-dead`;

let apps: App[] = [];

async function opened(): Promise<App> {
	const app = await openApp({ now: NOON });
	await app.database.names.bulkPut(SMALL_NAMES);
	apps.push(app);
	return app;
}

beforeEach(clearAll);
afterEach(() => {
	for (const app of apps) app.database.close();
	apps = [];
});

/** A desk put up and finished. */
async function finished(app: App, desk: Desk = smallDesk()): Promise<OwnReports> {
	const own = new OwnReports(app);
	await app.database.desks.put({
		...{ id: desk.id, desk, state: 'open', revision: 1, at: 0, changedAt: NOON }
	});
	const outcome = await own.finish(desk);
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
	return own;
}

/** The bank file of a desk, as it comes back in. */
function fileOf(desk: Desk): SourceBank {
	const text = printBankFile(sourceOfDesk(desk, SMALL_NAMES));
	const reading = parseBankFile(text, { fileName: 'mine.yaml' });
	if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
	return reading.value;
}

/** Takes back what was done last, as a screen loaded anew would. */
async function undoLast(app: App) {
	const last = await firstValue(watchLastDone(app.database));
	if (!last) throw new Error('nothing to take back');
	expect(await new OwnReports(app).undo(last)).toMatchObject({ ok: true });
}

const goneOf = async (app: App) =>
	(await app.study.read([WHERE_ID, DEAD_ID])).map((card) => card && (card.gone ?? false));

const blueprint = {
	...{ reports: [ID], length: 10, levels: [], forms: [], grave: true, about: 'all' as const }
};

describe('a report that is finished', () => {
	it('is found, has cards, and is asked in a quiz', async () => {
		const app = await opened();
		// No question of a paper gives away another's answer.
		const ask = 'How many deaths did the mayor report after the flood of 2016?';
		await finished(app, smallDesk(WHERE, { ...DEAD, ask }));
		expect(app.look.report(ID)?.title).toBe('A flood in Milltown');
		expect(app.look.question(WHERE_ID)).toBeDefined();
		expect(await goneOf(app)).toEqual([false, false]);
		expect(countMatching(app, blueprint)).toBe(2);
		const parts = drawPaper(app, blueprint).items.flatMap((item) => item.parts);
		expect(parts.map(({ questionId }) => questionId).sort()).toEqual([WHERE_ID, DEAD_ID].sort());
	});

	it('tells a fact without words of its own by its sentence, which no file gets', async () => {
		const app = await opened();
		await finished(app);
		expect(app.look.fact(`${ID}/f-dead`)?.text).toMatch(/^The mayor of Milltown said about 70/);
		expect(printBankFile(sourceOfDesk(smallDesk(), SMALL_NAMES))).not.toContain('houses were gone');
	});

	it('is not finished while something must be seen to', async () => {
		const app = await opened();
		const desk = smallDesk({ ...WHERE, ask: '' });
		expect(await new OwnReports(app).finish(desk)).toMatchObject({
			ok: false,
			problem: { code: 'unfinished' }
		});
		expect(app.look.report(ID)).toBeUndefined();
	});

	it('keeps the card of a changed question, and the history of one that is taken away and back', async () => {
		const app = await opened();
		const own = await finished(app);
		await recall(app, WHERE_ID, 4);
		await recall(app, DEAD_ID, 4);
		const [before] = await app.study.read([DEAD_ID]);
		const day = await app.study.day(app.today);

		const changed = smallDesk({
			...WHERE,
			ask: 'In which town did a flood of 2016 break a bridge?'
		});
		await own.finish(changed);
		await vi.waitFor(async () => expect(await goneOf(app)).toEqual([false, true]));
		expect((await app.study.read([WHERE_ID]))[0]).toMatchObject({ reviews: 1 });
		expect(app.look.question(DEAD_ID)).toBeUndefined();
		expect((await app.study.history(DEAD_ID)).map(({ type }) => type)).toEqual(['add', 'review']);
		expect(await app.study.day(app.today)).toEqual(day);
		const due = await app.study.due({
			deck: { of: 'report', reportId: ID },
			today: app.today + 99
		});
		const ids = [...due.timed, ...due.byDay, ...due.fresh].map(({ id }) => id);
		expect(ids).toEqual([WHERE_ID]);

		await own.finish(smallDesk());
		expect((await app.study.read([DEAD_ID]))[0]).toEqual(before);
	});

	it('taken away is nowhere, and put back is as it was', async () => {
		const app = await opened();
		const own = await finished(app);
		await recall(app, WHERE_ID, 4);
		const [card] = await app.study.read([WHERE_ID]);
		const removed = await own.remove(ID);
		if (!removed.ok) throw new Error(removed.problem.code);
		expect(app.look.report(ID)).toBeUndefined();
		expect(await goneOf(app)).toEqual([true, true]);
		expect(await app.database.desks.get(ID)).toBeUndefined();
		await undoLast(app);
		expect(app.look.question(WHERE_ID)).toBeDefined();
		expect((await app.study.read([WHERE_ID]))[0]).toEqual(card);
		expect((await app.database.desks.get(ID))?.desk).toEqual(smallDesk());
	});
});

describe('a bank file', () => {
	it('taken on a device that has nothing of it brings report, desk, cards and names', async () => {
		const app = await opened();
		await app.database.names.clear();
		const own = new OwnReports(app);
		const source = fileOf(smallDesk());
		const { fresh, otherwise } = await own.brought(source);
		expect(fresh.map(({ id }) => id)).toContain('n-mayor');
		expect(otherwise).toEqual([]);
		await own.take(source);
		expect(await goneOf(app)).toEqual([false, false]);
		expect((await app.database.names.toArray()).map(({ id }) => id)).toContain('n-mayor');
		expect(await app.database.desks.get(ID)).toMatchObject({ state: 'finished' });
		expect(app.library.own).toMatchObject([{ id: ID, from: 'file' }]);
	});

	it('takes the place of what is here, keeps its text, and goes back whole', async () => {
		const app = await opened();
		const own = await finished(app);
		await recall(app, DEAD_ID, 4);
		const before = await app.database.desks.get(ID);
		const taken = await own.take(fileOf(smallDesk(WHERE)));
		expect(await goneOf(app)).toEqual([false, true]);
		expect((await app.database.desks.get(ID))?.desk.paragraphs).toEqual(smallDesk().paragraphs);
		if (!taken.ok) throw new Error(taken.problem.code);
		await undoLast(app);
		expect(await goneOf(app)).toEqual([false, false]);
		expect((await app.study.read([DEAD_ID]))[0]).toMatchObject({ reviews: 1 });
		expect((await app.database.desks.get(ID))?.desk).toEqual(before?.desk);
		expect(app.library.own).toMatchObject([{ from: 'desk' }]);
	});

	it('leaves names as this device tells them, unless those of the file are wanted', async () => {
		const app = await opened();
		const ours = { id: 'n-mayor', name: 'the mayor', type: 'role' as const, aliases: [] };
		await app.database.names.put(ours);
		const own = new OwnReports(app);
		const source = fileOf(smallDesk());
		expect((await own.brought(source)).otherwise.map(({ id }) => id)).toEqual(['n-mayor']);
		await own.take(source);
		expect(app.look.name('n-mayor')?.name).toBe('the mayor');
		const taken = await own.take(source, true);
		expect(app.look.name('n-mayor')?.name).toBe('mayor of Milltown');
		if (!taken.ok) throw new Error(taken.problem.code);
		await undoLast(app);
		expect(app.look.name('n-mayor')?.name).toBe('the mayor');
	});
});

describe('a tab that was closed', () => {
	it('between the report and its cards leaves the rest to the next start', async () => {
		const app = await opened();
		await finished(app);
		const [row] = app.library.own;
		if (!row) throw new Error('no report');
		await app.database.cards.clear();
		await app.database.events.clear();
		await app.database.counters.clear();
		// As it is stored before the first card is added.
		await app.database.reports.update(ID, { cardsEdition: undefined });
		app.database.close();
		const next = await opened();
		await expect.poll(() => goneOf(next)).toEqual([false, false]);
		await expect
			.poll(async () => (await next.database.reports.get(ID))?.cardsEdition)
			.toBe(row.bank.edition);
	});
});

describe('another tab', () => {
	it('sees a report that comes, changes and goes', async () => {
		const [app, other] = [await opened(), await opened()];
		const title = () => other.look.report(ID)?.title;
		await expect.poll(() => other.library.isWhole).toBe(true);
		const own = await finished(app);
		await expect.poll(title, { timeout: 5000 }).toBe('A flood in Milltown');
		const desk = smallDesk(WHERE, DEAD);
		await own.finish({ ...desk, head: { ...desk.head, title: 'A flood' } });
		await expect.poll(title, { timeout: 5000 }).toBe('A flood');
		await own.remove(ID);
		await expect.poll(title, { timeout: 5000 }).toBeUndefined();
	});
});
