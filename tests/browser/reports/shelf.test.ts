import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import ReportsScreen from '#lib/components/reports/ReportsScreen.svelte';
import type { App } from '#lib/state/app.svelte.ts';
import { Library } from '#lib/state/library.svelte.ts';
import { OwnReports } from '#lib/state/own-reports.ts';
import { ReportShelf } from '#lib/state/reports.svelte.ts';
import { OwnReportRepository } from '#lib/storage/own-report-repository.ts';
import { OwnReportWriting } from '#lib/storage/own-report-writing.ts';
import { SMALL_NAMES, smallDesk } from '../../domain/desk/small-desk.ts';
import { clearAll, NOON, openApp } from '../review/open-app.ts';
import { SMALL_BANK } from '../review/small-bank.ts';

const DAY_MS = 86_400_000;
const { id } = smallDesk();
const TITLE = 'A flood in Milltown';

let apps: App[] = [];

async function opened(now = NOON): Promise<App> {
	const app = await openApp({ now });
	apps.push(app);
	return app;
}

/** A person with a report of their own, and the page loaded anew. */
async function reloaded(meanwhile?: (own: OwnReports) => Promise<unknown>, now = NOON) {
	const app = await opened();
	await app.database.names.bulkPut(SMALL_NAMES);
	const own = new OwnReports(app);
	const finished = await own.finish(smallDesk());
	if (!finished.ok) throw new Error(JSON.stringify(finished.problem));
	await meanwhile?.(own);
	await expect
		.poll(async () => !meanwhile && (await app.reports.heads()) === undefined)
		.toBe(false);
	app.database.close();
	return opened(now);
}

const show = (app: App) => render(ReportsScreen, { shelf: new ReportShelf(app) });

beforeEach(clearAll);
afterEach(() => {
	for (const app of apps) app.database.close();
	apps = [];
});

describe('the list of reports', () => {
	it('is the same before the questions are read as after', async () => {
		const app = await reloaded();
		app.library = new Library(SMALL_BANK, app.reports);
		await app.library.listed();
		const shelf = new ReportShelf(app);
		expect(app.library.isWhole).toBe(false);
		const pick = () =>
			shelf.own.map(({ report, place, facts, progress, from }) => ({
				...{ title: report.title, date: report.date, place, facts, progress, from }
			}));
		const before = pick();
		expect(before).toMatchObject([{ title: TITLE, from: 'desk', progress: { total: 2 } }]);
		await app.library.whole();
		expect(pick()).toEqual(before);
		shelf.look('MILLTOWN');
		expect(shelf.count).toBe(1);
	});

	it('that a tab noted before another changed it is not believed', async () => {
		const app = await reloaded();
		await new OwnReportWriting(app.database).replace(id, { steps: [] });
		const library = new Library(SMALL_BANK, app.reports);
		await library.listed();
		expect(library.isWhole).toBe(true);
		expect(library.own).toEqual([]);
	});
});

describe('a store that does not give the reports', () => {
	it('is asked again, by who waits for them and by a tap', async () => {
		const app = await reloaded();
		// The app's own reading, behind its first screen, is let to its end: then only this test reads.
		await app.caughtUp;
		let isBroken = true;
		const store = new OwnReportRepository(app.database);
		const pages = store.pages.bind(store);
		let tries = 0;
		store.pages = () => {
			tries += 1;
			if (isBroken) throw new Error('lost');
			return pages();
		};
		app.library = new Library(SMALL_BANK, store);
		// The app, which is just starting, would read by itself what has changed since.
		app.library.follow = async () => undefined;
		await expect(app.library.whole()).rejects.toThrow('lost');
		await app.library.listed();
		const view = await show(app);
		await expect.element(view.getByRole('heading', { name: TITLE })).toBeVisible();
		const notice = view.getByText(/could not all be read/);
		await expect.element(notice).toBeVisible();
		const before = tries;
		await view.getByRole('button', { name: 'Try again' }).click();
		await expect.poll(() => tries).toBe(before + 1);
		await expect.element(notice).toBeVisible();
		isBroken = false;
		await view.getByRole('button', { name: 'Try again' }).click();
		await expect.element(notice).not.toBeInTheDocument();
		await expect.poll(() => app.library.isWhole).toBe(true);
	});
});

describe('a report that was deleted', () => {
	it('is brought back after the page was loaded anew', async () => {
		const view = await show(await reloaded((own) => own.remove(id)));
		await expect.element(view.getByText(/were deleted/)).toBeVisible();
		await expect.element(view.getByRole('heading', { name: TITLE })).not.toBeInTheDocument();
		await view.getByRole('button', { name: 'Undo' }).click();
		await expect.element(view.getByText(/is as it was/)).toBeVisible();
		await expect.element(view.getByRole('heading', { name: TITLE })).toBeVisible();
	});

	it('is gone for good once that is wanted', async () => {
		const app = await reloaded((own) => own.remove(id));
		const view = await show(app);
		await view.getByRole('button', { name: 'Let it go' }).click();
		await expect.element(view.getByText(/were deleted/)).not.toBeInTheDocument();
		await expect
			.poll(async () => JSON.stringify(await app.database.settings.toArray()))
			.not.toContain(TITLE);
	});

	it('is gone for good after a week', async () => {
		const app = await reloaded((own) => own.remove(id), NOON + 8 * DAY_MS);
		const view = await show(app);
		expect(view.container.textContent).not.toContain(TITLE);
		await expect
			.poll(async () => JSON.stringify(await app.database.settings.toArray()))
			.not.toContain(TITLE);
	});

	it('is not brought back over what came since', async () => {
		const app = await reloaded((own) => own.remove(id));
		const view = await show(app);
		await expect.element(view.getByText(/were deleted/)).toBeVisible();
		const finished = await new OwnReports(app).finish(smallDesk());
		expect(finished.ok).toBe(true);
		await view.getByRole('button', { name: 'Undo' }).click();
		await expect.element(view.getByText(/can no longer be taken back/)).toBeVisible();
		expect(app.library.own.map((row) => row.id)).toEqual([id]);
	});
});
