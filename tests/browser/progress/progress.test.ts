import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import ProgressScreen from '#lib/components/progress/ProgressScreen.svelte';
import type { App } from '#lib/state/app.svelte.ts';
import { forecastOf, groupProgress } from '#lib/state/progress-counts.ts';
import { ProgressSheet } from '#lib/state/progress.svelte.ts';
import type { Counts } from '#lib/storage/counts.ts';
import { recall } from '../reports/reviewing.ts';
import { clearAll, NOON, openApp, type Clock } from '../review/open-app.ts';

const DAY_MS = 86_400_000;

let clock: Clock;
let app: App;

beforeEach(async () => {
	await clearAll();
	clock = { now: NOON };
	app = await openApp(clock);
});

afterEach(() => app.database.close());

describe('the sums of progress', () => {
	const cell = { suspended: 1, fresh: 0, learning: 2, young: 3, mature: 4, missed: 0 };
	const cells = { 'a/who': cell, 'a/how-many': cell, 'b/who': cell };
	const totals = new Map([
		['a/who', 12],
		['a/how-many', 10],
		['b/who', 10],
		['compare/what', 5]
	]);

	it.each([
		['all', {}, { total: 37, known: 21, firm: 12, learning: 6, suspended: 3, fresh: 7 }],
		['a report', { reportId: 'a' }, { total: 22, known: 14, learning: 4, fresh: 2 }],
		['a kind', { kind: 'how-many' as const }, { total: 10, known: 7, fresh: 0 }],
		['what has no cards yet', { reportId: 'compare' }, { total: 5, known: 0, fresh: 5 }]
	])('count %s', (_, group, sums) => {
		expect(groupProgress(totals, cells, group)).toMatchObject(sums);
	});

	it('count what is overdue today, and nothing behind the last day', () => {
		const due: Counts['due'] = [
			{ day: 5, cells: { 'a/who': 2 } },
			{ day: 10, cells: { 'a/who': 1, 'b/who': 4 } },
			{ day: 12, cells: { 'b/who': 1 } },
			{ day: 13, cells: { 'a/who': 9 } }
		];
		expect(forecastOf(due, { today: 10, days: 3 }, {})).toEqual([7, 0, 1]);
		expect(forecastOf(due, { today: 10, days: 3 }, { reportId: 'a' })).toEqual([3, 0, 0]);
	});
});

describe('the Progress screen', () => {
	it('says where to begin while there is nothing to show', async () => {
		const view = await render(ProgressScreen, { sheet: new ProgressSheet(app) });
		const begin = view.getByRole('link', { name: 'Review your first cards' });
		await expect.element(begin).toHaveAttribute('href', '/review');
	});

	it('tells what is known, what falls due and what was done', async () => {
		for (const id of ['r/f0/who', 'r/f1/who']) await recall(app, id, 4);
		await recall(app, 'r/f2/who', 1);
		const dueDay = (await app.study.read(['r/f0/who']))[0]?.dueDay ?? 0;
		const view = await render(ProgressScreen, { sheet: new ProgressSheet(app) });
		await expect
			.element(view.getByRole('img', { name: 'Who: 2 known, 1 learning, 3 new, of 6' }))
			.toBeVisible();
		await expect.element(view.getByText('Too few to say')).toBeVisible();
		await expect.element(view.getByText('No backup yet')).toBeVisible();
		await view.getByText('As a table').first().click();
		const rows = [...view.container.querySelectorAll('tbody tr')].map((row) =>
			Number(row.querySelector('td')?.textContent)
		);
		expect(rows).toHaveLength(30);
		expect(rows[dueDay - app.today]).toBeGreaterThan(0);
		expect(rows.reduce((sum, count) => sum + count, 0)).toBe(2);
	});

	it('says how old the backup is and what came since', async () => {
		await recall(app, 'r/f0/who', 3);
		const { events } = (await app.database.counters.get(['total', 'all']))?.counts ?? {};
		await app.set({
			lastBackup: { at: NOON - 9 * DAY_MS, events: Number(events) - 1, answers: 0 }
		});
		const view = await render(ProgressScreen, { sheet: new ProgressSheet(app) });
		await expect.element(view.getByText('Last backup: 9 days ago')).toBeVisible();
		await expect.element(view.getByText('1 review or answer since then')).toBeVisible();
	});
});
