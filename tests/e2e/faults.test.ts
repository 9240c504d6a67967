import type { Page } from 'playwright-core';
import {
	afterAll,
	afterEach,
	beforeAll,
	beforeEach,
	describe,
	expect,
	it,
	onTestFinished
} from 'vitest';
import type { StudyEvent } from '#lib/domain/study/types.ts';
import type { StoredCard } from '#lib/storage/rows.ts';
import { startApp, type AppServer } from './support/app-server.ts';
import { openProfile, type Profile } from './support/browser.ts';
import { review, screen, skipFirstRun, startPreset, stored } from './support/person.ts';
import { startPortal } from './support/portal.ts';
import { rowsOf } from './support/store.ts';

const DAY_MS = 86_400_000;
const PLENTY = 2 ** 30;

let server: AppServer;
let profile: Profile;
let page: Page;

beforeAll(async () => {
	server = await startApp();
});

afterAll(async () => {
	await server?.stop();
});

beforeEach(async () => {
	profile = await openProfile();
	({ page } = profile);
});

afterEach(async () => {
	await profile.close();
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const today = () => page.getByRole('heading', { name: /cards? today/ });

describe('a store that does not open', () => {
	it('is told with what is safe, and tried again', async () => {
		await page.addInitScript(() => {
			const { open } = IDBFactory.prototype;
			IDBFactory.prototype.open = function (name: string, version?: number) {
				if (!localStorage.getItem('broken')) return open.call(this, name, version);
				const error = new DOMException('Internal error.', 'UnknownError');
				const request = { error } as IDBOpenDBRequest;
				const event = { type: 'error', target: request, preventDefault() {}, stopPropagation() {} };
				setTimeout(() => request.onerror?.(event as unknown as Event));
				return request;
			};
		});
		await skipFirstRun(page, server.url);
		const before = await stored(page);
		await page.evaluate(() => localStorage.setItem('broken', 'yes'));
		await page.reload();
		expect(await screen(page)).toBe('Recount could not open');
		await page.getByText('nothing was changed or deleted').waitFor();

		await page.evaluate(() => localStorage.removeItem('broken'));
		await button('Try again').click();
		await today().waitFor();
		expect(await stored(page)).toEqual(before);
	});
});

describe('a browser without a store', () => {
	it('works in memory, and says that nothing is kept', async () => {
		await page.addInitScript(() =>
			Object.defineProperty(window, 'indexedDB', { value: undefined })
		);
		await skipFirstRun(page, server.url);
		await page.getByText('This browser keeps nothing here').waitFor();
		await page
			.getByRole('link', { name: /^Review/ })
			.first()
			.click();
		await review(page, 2);
		await page.getByRole('link', { name: 'Back to Today' }).click();
		await page.getByRole('link', { name: 'Progress' }).first().click();
		await page.getByText('This browser keeps nothing here').waitFor();
		expect(await page.locator('main').innerText()).not.toContain('Nothing to show yet');
	});
});

describe('a store that the browser cleared', () => {
	it('is told from a first run, and a backup is asked for', async () => {
		await skipFirstRun(page, server.url);
		const client = await profile.context.newCDPSession(page);
		await client.send('Storage.clearDataForOrigin', {
			origin: server.url,
			storageTypes: 'indexeddb'
		});
		await page.goto(server.url);
		await page.getByText('Your cards are not here any more').waitFor();
		await page.getByRole('link', { name: 'Restore a backup' }).click();
		await page.getByText('Choose a backup file').waitFor();
		expect(page.url()).toBe(`${server.url}/settings#backup`);
	});
});

describe('a device without room', () => {
	it('refuses a review in words, keeps what was there, and takes it once there is room', async () => {
		await skipFirstRun(page, server.url);
		const before = await stored(page);
		await profile.context.close();
		// Chromium looks at the room anew only when it opens the store.
		const full = await openProfile({ profile: profile.folder });
		onTestFinished(() => full.close());
		({ page } = full);
		const client = await full.context.newCDPSession(page);
		const give = (quotaSize: number) =>
			client.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize });
		await give(1);

		await page.goto(`${server.url}/review`);
		await button('Show answer').click();
		const question = await page.locator('main h1').innerText();
		await button(/^Got it/).click();
		await page.getByText('This answer was not stored').waitFor();
		await page.getByText('All answers before it are safe').waitFor();
		expect(await page.locator('main h1').innerText()).toBe(question);
		expect(await stored(page)).toEqual(before);

		await give(PLENTY);
		await button(/^Got it/).click();
		await button('Show answer').waitFor();
		expect((await stored(page)).events).toBe((before.events ?? 0) + 1);
	});
});

describe('a network that answers everything with its own page', () => {
	it('does not get between the learner and the app', async () => {
		await skipFirstRun(page, server.url);
		await page.getByText('ready offline').first().waitFor();
		const { url, port } = server;
		await server.stop();
		const portal = await startPortal(port);
		await page.goto(url);
		await today().waitFor();
		await page.evaluate(async () => {
			const registration = await navigator.serviceWorker.getRegistration();
			await registration?.update().catch(() => undefined);
		});
		await page.goto(`${url}/reports/aleppo-ground-assault`);
		expect(await screen(page)).not.toContain('WiFi');
		await startPreset(page, url, 'Where');
		await page.goto(`${url}/review`);
		await review(page, 2);
		await portal.stop();
		server = await startApp(port);
		await page.reload();
		await button('Show answer').waitFor();
	});
});

describe('a clock that is set back', () => {
	it('changes neither the order of the answers nor any interval for the worse', async () => {
		const now = Date.now();
		await page.clock.setFixedTime(now);
		await skipFirstRun(page, server.url);
		await page.goto(`${server.url}/review`);
		await review(page, 2);
		await page.clock.setFixedTime(now - DAY_MS);
		await page.reload();
		await review(page, 2);
		await button('Take the last answer back').click();
		await page.getByText('Taken back. Here is the card again.').waitFor();

		const events = await rowsOf<StudyEvent>(page, 'events');
		const times = events.sort((a, b) => a.seq - b.seq).map(({ at }) => at);
		expect(times).toEqual([...times].sort((a, b) => a - b));
		const reviews = events.filter((event) => event.type === 'review');
		expect(reviews).toHaveLength(4);
		for (const { tookMs, outcome } of reviews) {
			expect(tookMs).toBeGreaterThanOrEqual(0);
			expect(outcome.intervalDays ?? 0).toBeGreaterThanOrEqual(0);
		}
		const cards = await rowsOf<StoredCard>(page, 'cards');
		expect(cards.filter(({ memory }) => memory && !(memory.stability > 0))).toEqual([]);

		await page.goto(`${server.url}/settings`);
		await button('Check now').click();
		await page.getByText('All is well').waitFor();
	});
});
