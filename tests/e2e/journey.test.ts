import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type AppServer } from './support/app-server.ts';
import { openProfile, type Profile } from './support/browser.ts';
import {
	answerItem,
	finishPractice,
	firstRun,
	goOn,
	review,
	screen,
	startPreset,
	stored
} from './support/person.ts';

let server: AppServer;
let profile: Profile;

beforeAll(async () => {
	server = await startApp();
	profile = await openProfile();
});

afterAll(async () => {
	await profile?.close();
	await server?.stop();
});

const button = (name: string | RegExp) => profile.page.getByRole('button', { name });

describe.sequential('a learner’s first day', () => {
	it('goes through the first run', async () => {
		await firstRun(profile.page, server.url);
		const { events, cards } = await stored(profile.page);
		expect(cards).toBeGreaterThanOrEqual(110);
		// Five typed answers are first reviews; every other question is added as a card to come.
		expect(events).toBe(cards);
	});

	it('takes a quiz and sees the results with their sources', async () => {
		await startPreset(profile.page, server.url, 'Quick 10');
		const answered = await finishPractice(profile.page);
		expect(answered).toBeGreaterThanOrEqual(10);
		const results = await profile.page.locator('main').innerText();
		expect(results).toMatch(/of 1\d|of 10/);
		expect(results).toMatch(/(Financial Times|The Telegraph \(inferred\)), 2016/);
		expect(results).toMatch(/paragraph \d+|caption of the picture/);
	});

	it('adds what was missed as cards, and writes no review for the quiz', async () => {
		const before = await stored(profile.page);
		await button('Study what I missed').click();
		await profile.page
			.getByText(/card added|cards added|already/)
			.first()
			.waitFor();
		const after = await stored(profile.page);
		expect(after.events).toBe(before.events);
		expect(after.answers).toBeGreaterThanOrEqual(10);
	});

	it('reviews cards, takes one back, and the undo survives a reload', async () => {
		const { page } = profile;
		await page.goto(`${server.url}/review`);
		await review(page, 3);
		const { events = 0 } = await stored(page);
		await page.reload();
		await button('Show answer').waitFor();
		await button('Take the last answer back').click();
		await page.getByText('Taken back. Here is the card again.').waitFor();
		expect((await stored(page)).events).toBe(events + 1);
		await review(page, 1);
	});

	it('sees it all in Progress', async () => {
		const { page } = profile;
		await page.goto(`${server.url}/progress`);
		expect(await screen(page)).toBe('Progress');
		await page.getByText(/known/).first().waitFor();
		expect(await page.locator('main').innerText()).not.toContain('Nothing to show yet');
	});
});

describe.sequential('the same, with the server stopped', () => {
	beforeAll(async () => {
		const { page } = profile;
		await page.goto(server.url);
		await page.getByText('ready offline').first().waitFor();
		await server.stop();
	});

	it.each([
		['/', /cards? today|Nothing due/],
		['/quiz', /^Quiz$/],
		['/reports', /^Reports$/],
		['/progress', /^Progress$/],
		['/settings', /^Settings$/]
	])('opens %s', async (path, heading) => {
		await profile.page.goto(server.url + path);
		expect(await screen(profile.page)).toMatch(heading);
	});

	it('opens a report never visited, at a fact', async () => {
		await profile.page.goto(`${server.url}/reports/aleppo-ground-assault#route-south`);
		expect(await screen(profile.page)).not.toBe('');
		expect(await profile.page.locator('main').innerText()).toMatch(/Plain/);
	});

	it('takes and resumes a quiz', async () => {
		const { page } = profile;
		await startPreset(page, server.url, 'Where');
		await answerItem(page);
		await goOn(page);
		await page
			.getByText(/2 of \d+/)
			.first()
			.waitFor();
		const address = page.url();
		await page.reload();
		await page
			.getByText(/2 of \d+/)
			.first()
			.waitFor();
		expect(page.url()).toBe(address);
	});

	it('reviews', async () => {
		const { page } = profile;
		const before = await stored(page);
		await page.goto(`${server.url}/review`);
		await review(page, 2);
		expect((await stored(page)).events).toBe((before.events ?? 0) + 2);
	});
});

it('asked nobody else for anything, and broke no rule of its own', () => {
	expect(profile.strangers).toEqual([]);
	const own = profile.errors.filter(
		(error) => !/net::ERR_|Failed to fetch|Failed to load/.test(error)
	);
	expect(own).toEqual([]);
});
