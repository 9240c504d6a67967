import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type AppServer } from './support/app-server.ts';
import { openProfile, type Profile } from './support/browser.ts';
import { answerItem, review, skipFirstRun, startPreset, stored } from './support/person.ts';

let server: AppServer;
let profile: Profile;
let second: Page;

beforeAll(async () => {
	server = await startApp();
	profile = await openProfile();
	await skipFirstRun(profile.page, server.url);
	second = await profile.context.newPage();
});

afterAll(async () => {
	await profile?.close();
	await server?.stop();
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const heading = (page: Page, name: string) => page.getByRole('heading', { name });

describe('two tabs on one quiz', () => {
	it('are told of each other, and one of them answers', async () => {
		const { page: first } = profile;
		await startPreset(first, server.url, 'Where');
		await second.goto(first.url());
		await heading(second, 'Open in another tab').waitFor();

		await button(second, 'Take over here').click();
		await heading(first, 'Taken over by another tab').waitFor();
		expect(await button(first, /^(Check|I have my answer|Skip|I don.t know)$/).count()).toBe(0);

		await answerItem(second);
		expect((await stored(second)).answers).toBe(1);
	});

	it('give the quiz back where it stands', async () => {
		const { page: first } = profile;
		await button(first, 'Take back here').click();
		await heading(second, 'Taken over by another tab').waitFor();
		await button(first, 'Next').click();
		await first.getByText('2 of ').first().waitFor();
		await answerItem(first);
		expect((await stored(first)).answers).toBe(2);
	});

	it('pass it on when the tab that has it goes away', async () => {
		const third = await profile.context.newPage();
		await third.goto(profile.page.url());
		await heading(third, 'Open in another tab').waitFor();
		await profile.page.goto(server.url);
		await button(third, 'Next').waitFor();
		await third.close();
	});
});

describe('two tabs reviewing', () => {
	it('never count an answer twice', async () => {
		const { page: first } = profile;
		await first.goto(`${server.url}/review`);
		await button(first, 'Show answer').click();
		const { events = 0 } = await stored(first);
		const question = await first.locator('main h1').innerText();

		await second.goto(`${server.url}/review`);
		await heading(second, 'Reviewing in another tab').waitFor();
		await button(second, 'Review here instead').click();
		await heading(first, 'Another tab took over').waitFor();
		expect(await button(first, /^Got it/).count()).toBe(0);
		expect(await second.locator('main h1').innerText()).toBe(question);
		await review(second, 1);

		await button(first, 'Review here instead').click();
		await button(first, 'Show answer').waitFor();
		expect(await first.locator('main h1').innerText()).not.toBe(question);
		expect((await stored(first)).events).toBe(events + 1);
	});

	it('refuse a rating of a card that was answered elsewhere meanwhile', async () => {
		const { page: first } = profile;
		await button(first, 'Show answer').click();
		const address = await cardAddress(first);
		await second.goto(server.url + address);
		await button(second, 'Suspend').click();
		await button(second, 'Bring back').waitFor();
		const { events } = await stored(second);

		await button(first, /^Got it/).click();
		await first.getByText('That card was answered in another tab meanwhile').waitFor();
		await button(first, 'Show answer').waitFor();
		expect((await stored(first)).events).toBe(events);
	});
});

/** Where the info of the card on the screen is. */
async function cardAddress(page: Page): Promise<string> {
	await button(page, 'More').click();
	const link = page.getByRole('link', { name: 'Card info and history' });
	const address = await link.getAttribute('href');
	await button(page, 'Close').click();
	if (!address) throw new Error('The card has no address.');
	return address;
}
