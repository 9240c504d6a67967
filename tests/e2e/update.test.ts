import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type AppServer } from './support/app-server.ts';
import { openProfile, type Profile } from './support/browser.ts';
import { copyBuild, hashedFiles, nextBuild } from './support/deploy.ts';
import { review, skipFirstRun, startPreset, stored } from './support/person.ts';

const NEWS = 'A new version of Recount is ready.';
const SECOND = '0.2.0+second';

const builds = { first: '', second: '' };
let server: AppServer;
let profile: Profile;

beforeAll(() => {
	builds.first = copyBuild();
	builds.second = nextBuild(SECOND);
});

afterAll(async () => {
	await profile?.close();
	await server?.stop();
	for (const folder of Object.values(builds)) rmSync(folder, { recursive: true, force: true });
});

async function deploy(build: string): Promise<void> {
	await server.stop();
	server = await startApp(server.port, build);
}

async function emptyHttpCache(): Promise<void> {
	const client = await profile.context.newCDPSession(profile.page);
	await client.send('Network.clearBrowserCache');
	await client.detach();
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Leaves a sign in the page that a reload wipes off, and notes when another worker takes over. */
const sign = (page: Page) =>
	page.evaluate(() => {
		document.documentElement.dataset.sign = 'same page';
		navigator.serviceWorker.addEventListener('controllerchange', () => {
			document.documentElement.dataset.worker = 'new';
		});
	});

const isSamePage = (page: Page) =>
	page.evaluate(() => document.documentElement.dataset.sign === 'same page');

const reloaded = (page: Page) =>
	page.locator('html:not([data-sign])').waitFor({ state: 'attached' });

/** Addresses of hashed files that the page has loaded or the worker keeps. */
const hashedInUse = (page: Page) =>
	page.evaluate(async () => {
		const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
		const caching = (await caches.keys()).map(async (name) => (await caches.open(name)).keys());
		const kept = (await Promise.all(caching)).flat().map(({ url }) => url);
		const paths = [...loaded, ...kept].map((url) => new URL(url).pathname);
		return [...new Set(paths)].filter((path) => path.includes('/immutable/')).sort();
	});

beforeEach(async () => {
	await profile?.close();
	await server?.stop();
	server = await startApp(0, builds.first);
	profile = await openProfile();
	await skipFirstRun(profile.page, server.url);
	await profile.page.getByText('ready offline').first().waitFor();
});

describe('a new version', () => {
	it('waits for a word, and then for the end of an answer in the other tab', async () => {
		const { page: first, context } = profile;
		const second = await context.newPage();
		await second.goto(`${server.url}/quiz`);
		await button(second, /^Where/).waitFor();
		const before = await stored(first);
		await Promise.all([sign(first), sign(second)]);

		await deploy(builds.second);
		await emptyHttpCache();
		await second.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
		await first.getByText(NEWS).waitFor();
		await second.getByText(NEWS).waitFor();
		await button(second, /^Where/).click();
		await second.waitForURL(/\/quiz\/[0-9a-f-]{36}$/);
		await button(second, /^I (have my answer|don.t know)$|^Skip$/)
			.first()
			.waitFor();
		expect([await isSamePage(first), await isSamePage(second)]).toEqual([true, true]);

		await button(first, 'Update now').click();
		await reloaded(first);
		await second.locator('html[data-worker=new]').waitFor({ state: 'attached' });
		await button(second, /^(I don.t know|Skip)$/).click();
		await button(second, 'Next').click();
		await second.getByText('2 of ').first().waitFor();
		expect(await isSamePage(second)).toBe(true);

		await button(second, 'Leave the quiz').click();
		await second.getByRole('button', { name: 'Leave', exact: true }).click();
		await reloaded(second);

		for (const page of [first, second]) {
			await page.goto(`${server.url}/settings`);
			await page.getByText(SECOND).waitFor();
			const current = hashedFiles(builds.second);
			expect((await hashedInUse(page)).filter((path) => !current.includes(path))).toEqual([]);
			expect(await page.getByText(NEWS).isVisible()).toBe(false);
		}
		expect(await stored(second)).toEqual({
			...before,
			sittings: 1,
			answers: 1
		});
	});
});

describe('a page whose files are gone from the server', () => {
	beforeEach(async () => {
		await startPreset(profile.page, server.url, 'Where');
		await profile.page.goto(`${server.url}/review`);
		await review(profile.page, 2);
		await profile.page.evaluate(async () => {
			for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
			for (const name of await caches.keys()) await caches.delete(name);
		});
		await emptyHttpCache();
		await sign(profile.page);
		await deploy(builds.second);
	});

	it('reloads instead of staying dead, and nothing is lost', async () => {
		const { page } = profile;
		const { events, answers, sittings } = await stored(page);
		await button(page, 'Type the answer instead').click();
		await reloaded(page);
		await page.getByRole('textbox', { name: 'Your answer' }).waitFor();
		expect(await stored(page)).toMatchObject({ events, answers, sittings });
	});

	it('lets the person go on to another screen', async () => {
		const { page } = profile;
		const today = page.getByRole('heading', { name: /cards? today/ });
		const toToday = page.getByRole('link', { name: 'Back to Today' });
		await toToday.click();
		await reloaded(page);
		// The same screen anew, or already the next one: whichever navigation came last.
		await today.or(toToday).first().waitFor();
		if (await toToday.isVisible()) await toToday.click();
		await today.waitFor();
	});
});
