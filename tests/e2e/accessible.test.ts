import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type AppServer } from './support/app-server.ts';
import { axeFindings } from './support/axe.ts';
import { DESK, openProfile, PHONE, type Profile } from './support/browser.ts';
import {
	answerItem,
	finishPractice,
	goOn,
	screen,
	skipFirstRun,
	startPreset
} from './support/person.ts';

let server: AppServer;

beforeAll(async () => {
	server = await startApp();
});

afterAll(async () => {
	await server?.stop();
});

const looks = [
	{ viewport: PHONE, colorScheme: 'light' as const, where: 'a phone, light' },
	{ viewport: PHONE, colorScheme: 'dark' as const, where: 'a phone, dark' },
	{ viewport: DESK, colorScheme: 'light' as const, where: 'a desk, light' },
	{ viewport: DESK, colorScheme: 'dark' as const, where: 'a desk, dark' }
];

describe.each(looks)('axe finds nothing on $where', ({ viewport, colorScheme }) => {
	let profile: Profile;

	beforeAll(async () => {
		profile = await openProfile({ viewport, colorScheme });
	});

	afterAll(async () => {
		await profile?.close();
	});

	it('welcome', async () => {
		await profile.page.goto(server.url);
		await screen(profile.page);
		expect(await axeFindings(profile.page)).toEqual([]);
		await skipFirstRun(profile.page, server.url);
		expect(await axeFindings(profile.page)).toEqual([]);
	});

	it.each([
		'/quiz',
		'/reports',
		'/reports/aleppo-bombardment',
		'/reports/browse',
		'/reports/add',
		'/reports/compare',
		'/share',
		'/progress',
		'/settings',
		'/review',
		'/cards/aleppo-bombardment/toll-of-second-day/how-many',
		'/assigned',
		'/join',
		'/privacy',
		'/teach',
		'/teach/collect',
		'/teach/schools',
		'/teach/server',
		'/no-such-page'
	])('%s', async (path) => {
		await profile.page.goto(server.url + path);
		await profile.page.locator('main h1, main h2').first().waitFor();
		expect(await axeFindings(profile.page)).toEqual([]);
	});

	it('a quiz, its feedback and its results', async () => {
		const { page } = profile;
		await startPreset(page, server.url, 'Claims and facts');
		expect(await axeFindings(page)).toEqual([]);
		await answerItem(page);
		expect(await axeFindings(page)).toEqual([]);
		await goOn(page);
		await finishPractice(page);
		expect(await axeFindings(page)).toEqual([]);
	});

	it('a card and its answer', async () => {
		const { page } = profile;
		await page.goto(`${server.url}/review`);
		await page.getByRole('button', { name: 'Show answer' }).click();
		await page.getByRole('button', { name: /^Got it/ }).waitFor();
		expect(await axeFindings(page)).toEqual([]);
	});
});
