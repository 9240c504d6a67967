import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type AppServer } from './support/app-server.ts';
import { axeFindings } from './support/axe.ts';
import { DESK, openProfile, type Profile } from './support/browser.ts';
import { finishPractice, review, screen, skipFirstRun } from './support/person.ts';
import { rowsOf } from './support/store.ts';

const TEXT = `Storm cuts off the island of Halvern

The Lakeside Post, 12 March 2017

A storm cut off the island of Halvern on 11 March 2017, and about 4,200 people spent the night without electricity. The mayor of Halvern, Ingrid Solberg, ordered the evacuation of the old harbour.

Rescue workers brought 85 residents to the school in Eastwick. The Norwegian Red Cross handed out blankets and food at the stadium. Two fishermen were injured when their boat struck the pier, police said.

"We have never seen waves like these," said Peter Larsen, a fisherman from Eastwick. He told reporters that the ferry company had cancelled all 16 crossings.

The energy minister, Tom Hagen, visited the island on Sunday. Hagen said the repair of the power line would cost about 3.5 million dollars. Engineers from Aleppo repaired the main cable on Monday.

The Norwegian government sent two helicopters and 120 soldiers to the island. According to the weather service, the wind reached 150 kilometres per hour. The service had warned of the storm on Friday.

Schools in Halvern stayed closed for three days. The harbour company estimated that the storm destroyed 27 boats and damaged more than 60 houses. Fish farms lost half of their stock, the fishermen's union said.

In 2009 a similar storm destroyed the bridge between Halvern and Eastwick. Parliament rejected a plan for a tunnel in 2012 because of its cost. Solberg called the decision a mistake and asked the government for a new bridge.

The storm reached the mainland on Sunday evening. Trains between Brenna and Eastwick stopped for six hours, and the airport of Brenna cancelled 42 flights. The police closed the coast road. A farmer near Brenna lost 300 sheep when a barn fell down.

The government promised 8 million dollars for the island. Hagen will present a plan for stronger power lines in April.`;

const KEPT = 10;

let server: AppServer;
let profile: Profile;
let page: Page;
let reportPath: string;
let asked: string[];

beforeAll(async () => {
	server = await startApp();
	profile = await openProfile({ viewport: DESK });
	({ page } = profile);
	await skipFirstRun(page, server.url);
});

afterAll(async () => {
	await profile?.close();
	await server?.stop();
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const current = () => page.locator('[data-draft]');
const counted = (words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();

/** Presses a key and waits for the draft behind. */
async function go(...keys: string[]): Promise<void> {
	const before = await current().getAttribute('data-draft');
	for (const key of keys) await page.keyboard.press(key);
	await page
		.locator(`[data-draft]:focus:not([data-draft="${before}"])`)
		.waitFor({ state: 'attached' });
}

interface StoredDesk {
	desk: { questions: Record<string, { ask: string }>; drops?: Record<string, unknown> };
}
const desks = () => rowsOf<StoredDesk>(page, 'desks');
const stored = () => page.getByText('everything stored').waitFor();

describe.sequential('questions drafted from a report', () => {
	it('are offered first, each with its sentence set off in the text', async () => {
		await page.goto(`${server.url}/reports/add`);
		await page.getByLabel('Text of the report').fill(TEXT);
		await page.getByLabel('Title, in your own words').fill('A storm on Halvern');
		await page.getByLabel('Publisher', { exact: true }).fill('The Lakeside Post');
		await page.getByLabel('Date', { exact: true }).fill('2017-03-12');
		await button('Aleppo').click();
		await button('Start writing questions').click();
		await page.waitForURL(/\/reports\/r-[^/]+\/desk$/);
		reportPath = new URL(page.url()).pathname.replace(/\/desk$/, '');
		await button('Draft questions').click();
		await current().waitFor();
		expect(await page.locator('.at-sentence').count()).toBeGreaterThan(0);
		expect(await page.locator('.at-answer').first().innerText()).not.toBe('');
		expect(await axeFindings(page)).toEqual([]);
		expect((await desks())[0]?.desk.questions).toEqual({});
	});

	it('are dropped with a reason and taken back, each by a key or two', async () => {
		const first = await current().getAttribute('data-draft');
		await go('x', '3');
		await counted('Dropped.');
		await stored();
		expect(Object.keys((await desks())[0]?.desk.drops ?? {})).toEqual([first]);
		await page.keyboard.press('Control+z');
		await page.locator(`[data-draft="${first}"]`).waitFor();
		await stored();
		expect((await desks())[0]?.desk.drops).toEqual({});
	});

	it('are not lost on a reload, and ten are kept by one key each', async () => {
		for (let kept = 1; kept <= 4; kept += 1) await go('y');
		await counted('4 kept');
		await stored();
		await page.reload();
		await counted('4 kept');
		await current().focus();
		for (let kept = 5; kept < KEPT; kept += 1) await go('Enter');
		await page.keyboard.press('e');
		const field = current().locator('[data-field="ask"]');
		const ask = `${(await field.inputValue()).slice(0, -1)}, in the report of 2017?`;
		await field.fill(ask);
		await page.keyboard.press('Control+Enter');
		await counted(`${KEPT} kept`);
		await stored();
		const [row] = await desks();
		asked = Object.values(row?.desk.questions ?? {}).map((question) => question.ask);
		expect(asked).toHaveLength(KEPT);
		expect(asked).toContain(ask);
	});

	it('are finished as they are', async () => {
		await button(`Questions (${KEPT})`).click();
		await button('Finish').click();
		await page.getByText(`${KEPT} questions are now in Reports`).waitFor();
	});

	it('are asked in a quiz', async () => {
		await page.goto(`${server.url}/quiz?report=${reportPath.split('/').at(-1)}`);
		await button(/^Start: \d+ questions?/).click();
		await page.waitForURL(/\/quiz\/[0-9a-f-]{36}$/);
		expect(await finishPractice(page)).toBeGreaterThanOrEqual(KEPT / 2);
	});

	it('are recalled in a review', async () => {
		const id = reportPath.split('/').at(-1);
		await page.goto(`${server.url}/review?deck=report:${id}`);
		await review(page, 2);
		const events = await rowsOf<{ cardId: string; type: string }>(page, 'events');
		const own = events.filter(
			({ cardId, type }) => type === 'review' && cardId.startsWith(`${id}/`)
		);
		expect(own).toHaveLength(2);
	});

	it('are there offline, and more are drafted there', async () => {
		await page.goto(`${server.url}${reportPath}`);
		await page.evaluate(() => navigator.serviceWorker.ready);
		const isKept = () =>
			page.evaluate(async () => {
				const requests = await (await caches.open('recount-later-v1')).keys();
				return requests.some(({ url }) => url.includes('/draft-worker'));
			});
		await expect.poll(isKept, { timeout: 15_000 }).toBe(true);
		await page.reload();
		await screen(page);
		await profile.context.setOffline(true);
		await page.reload();
		await page.getByRole('heading', { name: 'A storm on Halvern' }).waitFor();
		for (const ask of asked) await page.getByText(ask).first().waitFor();
		await page.goto(`${server.url}${reportPath}/desk`);
		await button('Draft questions').click();
		await counted(`${KEPT} kept`);
		await profile.context.setOffline(false);
	});

	it('asked nobody else, and threw nothing', () => {
		expect(profile.strangers).toEqual([]);
		expect(profile.errors.filter((error) => !/ERR_INTERNET_DISCONNECTED/.test(error))).toEqual([]);
	});
});

describe.sequential('the best drafts together', () => {
	it('are read through once, kept in one step and taken back in one', async () => {
		await page.goto(`${server.url}${reportPath}/desk`);
		await button('Draft questions').click();
		await button(/^Keep the best \d+/).click();
		const dialog = page.getByRole('dialog', { name: 'Read them through once' });
		const boxes = dialog.getByRole('checkbox');
		const offered = await boxes.count();
		expect(offered).toBeGreaterThan(2);
		expect(await axeFindings(page)).toEqual([]);
		await boxes.first().uncheck();
		await dialog.getByRole('button', { name: `Keep ${offered - 1} questions` }).click();
		await counted(`${KEPT + offered - 1} kept`);
		await page.keyboard.press('Control+z');
		await counted(`${KEPT} kept`);
		await stored();
		expect(Object.keys((await desks())[0]?.desk.questions ?? {})).toHaveLength(KEPT);
	});
});
