import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type AppServer } from './support/app-server.ts';
import { axeFindings } from './support/axe.ts';
import { DESK, openProfile, type Profile } from './support/browser.ts';
import { finishPractice, review, screen, skipFirstRun } from './support/person.ts';
import { rowsOf } from './support/store.ts';

const TEXT = `A bridge gives way in Aleppo

The Lakeside Post, 12 March 2017

The old footbridge over the Queiq river in Aleppo gave way on 12 March 2017 after three
days of rain, said the city engineer Salma Haddad.

About 70 people were brought to a stadium, and 15 buses took them there.

Haddad said the repair would cost about 2 million dollars.

Volunteers handed out blankets near the citadel.`;

/** What is selected in the text, and what is asked about it. */
const ASKED: { words: string; ask: string; kind?: string; form?: string }[] = [
	{
		words: 'Salma Haddad',
		ask: 'Which city engineer spoke after a footbridge of Aleppo gave way in 2017?',
		kind: 'Who',
		form: 'a name'
	},
	{
		words: 'About 70 people',
		ask: 'How many were brought to safety when a footbridge of Aleppo gave way in 2017?'
	},
	{
		words: '15 buses',
		ask: 'How many vehicles drove the evacuees of the Aleppo footbridge in 2017?'
	},
	{
		words: 'about 2 million dollars',
		ask: 'How much was the repair of the Aleppo footbridge to cost in 2017?'
	},
	{
		words: 'blankets',
		ask: 'What did volunteers hand out after the footbridge of Aleppo gave way in 2017?',
		kind: 'What',
		form: 'words'
	}
];

const folder = mkdtempSync(join(tmpdir(), 'recount-own-'));
const bankFile = join(folder, 'bridge.recount.yaml');
const backup = join(folder, 'backup.json.gz');
let server: AppServer;
let profile: Profile;
let page: Page;
let reportPath: string;
let studied: Event[];

interface Event {
	id: string;
	cardId: string;
	type: string;
}

beforeAll(async () => {
	server = await startApp();
	profile = await openProfile({ viewport: DESK });
	page = profile.page;
	// Asking where to put a file is the browser's own window, which no test can press.
	await profile.context.addInitScript(() =>
		Object.assign(window, { showSaveFilePicker: undefined })
	);
	await skipFirstRun(page, server.url);
});

afterAll(async () => {
	await profile?.close();
	await server?.stop();
	rmSync(folder, { recursive: true, force: true });
});

const button = (name: string | RegExp) => page.getByRole('button', { name });

/** Selects words of the text as a mouse would. */
async function select(words: string): Promise<void> {
	await page.locator('[data-paragraph]').first().waitFor();
	await page.evaluate((wanted) => {
		const paragraphs = [...document.querySelectorAll('[data-paragraph]')];
		const paragraph = paragraphs.find((one) => one.textContent.includes(wanted));
		if (!paragraph) throw new Error(`"${wanted}" stands in no paragraph`);
		const start = paragraph.textContent.indexOf(wanted);
		const range = document.createRange();
		const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
		let passed = 0;
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const { length } = node.textContent ?? '';
			const [from, to] = [start - passed, start + wanted.length - passed];
			if (from >= 0 && from < length) range.setStart(node, from);
			if (to > 0 && to <= length) range.setEnd(node, to);
			passed += length;
		}
		const selection = getSelection();
		selection?.removeAllRanges();
		selection?.addRange(range);
	}, words);
}

async function write({ words, ask, kind, form }: (typeof ASKED)[number]): Promise<void> {
	await select(words);
	await button(/^Ask about this/).click();
	const card = page.locator('[data-question].open');
	await card.locator('[data-field="ask"]').fill(ask);
	if (kind) await card.getByText(kind, { exact: true }).last().click();
	if (form) await card.getByText(form, { exact: true }).click();
	await card.locator('[data-field="explain"]').fill('It stands in the report of the day after.');
	await card.getByRole('button', { name: 'Done' }).click();
	await page.getByText(ask).waitFor();
}

/** Takes a file that the app hands to the downloads. */
async function saved(press: () => Promise<void>, path: string): Promise<string> {
	const [download] = await Promise.all([page.waitForEvent('download'), press()]);
	await download.saveAs(path);
	return download.suggestedFilename();
}

const reviews = (events: Event[]) => events.filter(({ type }) => type === 'review');

describe.sequential('a report of one’s own', () => {
	it('is pasted, and its questions are written on the desk', async () => {
		await page.goto(`${server.url}/reports`);
		await page.getByRole('link', { name: 'Add a report' }).click();
		await page.getByLabel('Text of the report').fill(TEXT);
		await page.getByLabel('Title, in your own words').fill('A footbridge is lost');
		await page.getByLabel('Publisher', { exact: true }).fill('The Lakeside Post');
		await page.getByLabel('Date', { exact: true }).fill('2017-03-12');
		await page.getByRole('button', { name: 'Aleppo', exact: true }).click();
		await button('Start writing questions').click();
		await page.waitForURL(/\/reports\/r-[^/]+\/desk$/);
		reportPath = new URL(page.url()).pathname.replace(/\/desk$/, '');
		for (const asked of ASKED) await write(asked);
		await button('Finish').click();
		await page.getByText('5 questions are now in Reports').waitFor();
	});

	it('stands among the reports, with its marks and actions, and nothing for axe to find', async () => {
		await page.goto(`${server.url}/reports`);
		await page.getByRole('heading', { name: 'A footbridge is lost' }).waitFor();
		await page.getByText('Yours', { exact: true }).waitFor();
		expect(await axeFindings(page)).toEqual([]);
		await page.goto(`${server.url}${reportPath}`);
		await button('Export as a bank file').waitFor();
		expect(await axeFindings(page)).toEqual([]);
	});

	it('is asked in a quiz', async () => {
		const id = reportPath.split('/').at(-1);
		await page.goto(`${server.url}/quiz?report=${id}`);
		await button(/^Start: \d questions?/).click();
		await page.waitForURL(/\/quiz\/[0-9a-f-]{36}$/);
		expect(await finishPractice(page)).toBeGreaterThanOrEqual(3);
		await page.getByText('The Lakeside Post').first().waitFor();
		await page.getByRole('link', { name: 'in the report' }).first().waitFor();
	});

	it('has cards to recall', async () => {
		const id = reportPath.split('/').at(-1);
		await page.goto(`${server.url}/review?deck=report:${id}`);
		await review(page, 1);
		studied = (await rowsOf<Event>(page, 'events')).filter((one) =>
			one.cardId.startsWith(`${id}/`)
		);
		expect(reviews(studied)).toHaveLength(1);
		expect(studied).toHaveLength(6);
	});

	it('is there offline, after a reload', async () => {
		await page.goto(`${server.url}${reportPath}`);
		await page.evaluate(() => navigator.serviceWorker.ready);
		await page.reload();
		await screen(page);
		await profile.context.setOffline(true);
		await page.reload();
		await page.getByRole('heading', { name: 'A footbridge is lost' }).waitFor();
		await page.getByText(ASKED[1]?.ask ?? '').waitFor();
		await profile.context.setOffline(false);
	});

	it('goes out as a bank file without a sentence of its text', async () => {
		await page.goto(`${server.url}${reportPath}`);
		await button('Export as a bank file').click();
		const name = await saved(() => button('Save the file').click(), bankFile);
		expect(name).toBe('a-footbridge-is-lost.recount.yaml');
		const text = readFileSync(bankFile, 'utf8');
		expect(text).toContain('kind: recount-bank');
		expect(text).not.toContain('gave way on 12 March 2017 after three');
		await page.goto(`${server.url}/settings`);
		await saved(() => button('Save a backup').click(), backup);
	});

	it('comes back from the file once the store was wiped', async () => {
		await page.goto('about:blank');
		const session = await profile.context.newCDPSession(page);
		const storageTypes = 'indexeddb,local_storage';
		await session.send('Storage.clearDataForOrigin', { origin: server.url, storageTypes });
		await skipFirstRun(page, server.url);
		expect(await rowsOf(page, 'reports')).toEqual([]);
		await page.goto(`${server.url}/reports`);
		await screen(page);
		await page.locator('input[type=file]').setInputFiles(bankFile);
		await page.getByText('The file is in order. It holds 5 questions').waitFor();
		expect(await axeFindings(page)).toEqual([]);
		await button('Take it').click();
		await page.getByRole('link', { name: 'Open the report' }).click();
		for (const { ask } of ASKED) await page.getByText(ask).waitFor();
	});

	it('gets its history back from the backup', async () => {
		await page.goto(`${server.url}/settings`);
		await screen(page);
		await page.locator('input[type=file]').setInputFiles(backup);
		await button(/^Add to/).click();
		await page.getByText('The backup is restored').waitFor();
		const events = await rowsOf<Event>(page, 'events');
		expect(events.map(({ id }) => id)).toEqual(expect.arrayContaining(studied.map(({ id }) => id)));
		const [recalled] = reviews(studied);
		await page.goto(`${server.url}/cards/${recalled?.cardId}`);
		await page
			.getByText(/Got it|Good/)
			.first()
			.waitFor();
		await page.goto(`${server.url}${reportPath}`);
		for (const { ask } of ASKED) await page.getByText(ask).waitFor();
	});

	it('deleted is gone, and undone is back', async () => {
		await button('Delete').click();
		await button('Delete the report').click();
		await page.getByText('its 5 questions were deleted').waitFor();
		expect(await page.getByRole('heading', { name: 'A footbridge is lost' }).count()).toBe(0);
		await button('Undo').click();
		await page.getByRole('heading', { name: 'A footbridge is lost' }).waitFor();
	});

	it('asked nobody else, and threw nothing', () => {
		expect(profile.strangers).toEqual([]);
		expect(profile.errors.filter((error) => !/ERR_INTERNET_DISCONNECTED/.test(error))).toEqual([]);
	});
});
