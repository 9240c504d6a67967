import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type AppServer } from './support/app-server.ts';
import { axeFindings } from './support/axe.ts';
import { DESK, openProfile, type Profile } from './support/browser.ts';
import { hasFocus, press, unseenStops } from './support/keyboard.ts';
import { skipFirstRun } from './support/person.ts';

const TEXT = `A bridge gives way in Aleppo

*By Jane Doe, 12 March 2017*

The old footbridge over the Queiq river in Aleppo gave way on 12 March 2017. The city engineer was Salma Haddad.

About 70 people were brought to a stadium by 15 buses.`;

const LEAK = 'Who was the engineer Salma Haddad of Aleppo when a footbridge gave way in 2017?';
const ASK = 'Which engineer served Aleppo when a footbridge gave way in 2017?';

let server: AppServer;
let profile: Profile;
let page: Page;

beforeAll(async () => {
	server = await startApp();
	profile = await openProfile({ viewport: DESK });
	({ page } = profile);
	await skipFirstRun(page, server.url);
	for (const pointer of ['click', 'dblclick', 'down'] as const)
		page.mouse[pointer] = () => Promise.reject(new Error('There is no mouse.'));
});

afterAll(async () => {
	await profile?.close();
	await server?.stop();
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const field = (name: string) => page.locator(`[data-question].open [data-field="${name}"]`);
const chosen = () =>
	page
		.locator('.at-chosen')
		.allInnerTexts()
		.then((texts) => texts.join(''));
const stored = () => page.getByText('everything stored').waitFor();

async function keys(...pressed: string[]): Promise<void> {
	for (const key of pressed) await page.keyboard.press(key);
}

async function type(label: string, words: string): Promise<void> {
	await press(page, page.getByLabel(label, { exact: true }), 'End');
	await page.keyboard.insertText(words);
}

describe.sequential('the desk without a mouse', () => {
	it('is set up from a text that is put in', async () => {
		await page.goto(`${server.url}/reports/add`);
		await type('Text of the report', TEXT);
		await type('Title, in your own words', 'A footbridge is lost');
		await type('Publisher', 'The Lakeside Post');
		expect(await page.getByLabel('Date', { exact: true }).inputValue()).toBe('2017-03-12');
		await press(page, page.getByRole('button', { name: 'Aleppo', exact: true }));
		await press(page, button('Start writing questions'));
		await page.waitForURL(/\/reports\/r-[^/]+\/desk$/);
		await page.locator('[data-paragraph]').first().waitFor();
	});

	it('shows the focus wherever it stands', async () => {
		const { stops, unseen } = await unseenStops(page);
		expect(unseen).toEqual([]);
		expect(stops).toBeGreaterThan(8);
	});

	it('has its text one Tab away from its buttons, and one key from anywhere', async () => {
		await press(page, button('Finish'), 'Tab');
		await press(page, page.getByRole('application'), 'Escape');
		await keys('t');
		expect(await hasFocus(page.getByRole('application'))).toBe(true);
		expect(await chosen()).toBe('The');
	});

	it('has words chosen by arrow keys', async () => {
		await keys('ArrowRight', 'ArrowRight');
		expect(await chosen()).toBe('footbridge');
		await keys('ArrowDown');
		expect(await chosen()).toBe('The');
		await keys('PageDown');
		expect(await chosen()).toBe('About');
		await keys('ArrowUp', 'Shift+ArrowDown');
		expect(await chosen()).toBe('The city engineer was Salma Haddad');
		await keys('Escape', 't', 'ArrowRight', 'ArrowLeft', 'ArrowDown');
	});

	it('has a question begun about them, and its wording checked while it is typed', async () => {
		await keys('t', 'PageUp', 'ArrowDown', ...Array<string>(4).fill('ArrowRight'));
		await keys('Shift+ArrowRight');
		expect(await chosen()).toBe('Salma Haddad');
		await keys('Enter');
		await field('ask').waitFor();
		expect(await hasFocus(field('ask'))).toBe(true);
		await page.keyboard.type(LEAK);
		await page.getByText('The question gives away “Salma Haddad”').waitFor();
		await keys('Control+A');
		await page.keyboard.type(ASK);
		await page.getByText('The question gives away').waitFor({ state: 'detached' });
	});

	it('shows the focus at every part of an open question', async () => {
		await stored();
		const { stops, unseen } = await unseenStops(page);
		expect(unseen).toEqual([]);
		expect(stops).toBeGreaterThan(18);
		expect(await axeFindings(page)).toEqual([]);
	});

	it('has what was done taken back and done again, also while typing', async () => {
		await press(page, field('explain'), 'End');
		await page.keyboard.type('He said so');
		await keys('Control+z');
		await expect.poll(() => field('explain').inputValue()).toBe('');
		await keys('Control+Shift+Z');
		await expect.poll(() => field('explain').inputValue()).toBe('He said so');
		await keys('Control+z', 'Control+z');
		await expect.poll(() => field('ask').inputValue()).toBe('');
		await keys('Control+Shift+Z', 'Control+Shift+Z');
		await expect.poll(() => field('ask').inputValue()).toBe(ASK);
	});

	it('has the question closed and opened again from the list', async () => {
		await keys('Escape');
		const opener = page.locator('[data-question] .opener');
		expect(await hasFocus(opener)).toBe(true);
		await keys('Enter');
		await field('ask').waitFor();
		await keys('Control+Enter');
		await expect.poll(() => hasFocus(opener)).toBe(true);
		await keys('j');
		await expect.poll(() => hasFocus(field('ask'))).toBe(true);
		await keys('Control+Enter');
	});

	it('opens its dialogs by a key each, and gives the focus back', async () => {
		const opener = page.locator('[data-question] .opener');
		for (const [key, title] of [
			['n', 'Your names'],
			['i', 'About the report'],
			['?', 'Keys']
		] as const) {
			await expect.poll(() => hasFocus(opener)).toBe(true);
			await keys(key);
			await page.getByRole('heading', { name: title }).waitFor();
			await keys('Escape');
			await page.getByRole('heading', { name: title }).waitFor({ state: 'detached' });
		}
	});

	it('is finished', async () => {
		await press(page, button('Finish'));
		const study = page.getByRole('link', { name: 'Study it now' });
		await study.waitFor();
		await press(page, study);
		await page.waitForURL(/\/review\?/);
	});

	it('threw nothing', () => {
		expect(profile.errors).toEqual([]);
	});
});
