import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type AppServer } from './support/app-server.ts';
import { openProfile, type Profile } from './support/browser.ts';
import { skipFirstRun } from './support/person.ts';
import { startHalfPortal } from './support/portal.ts';

let server: AppServer;
let profile: Profile;
let portal: Awaited<ReturnType<typeof startHalfPortal>>;

beforeAll(async () => {
	server = await startApp();
	portal = await startHalfPortal(server.url);
	profile = await openProfile();
});

afterAll(async () => {
	await profile?.close();
	await portal?.stop();
	await server?.stop();
});

/** Kept files that are a web page under another name. */
const falseFiles = () =>
	profile.page.evaluate(async () => {
		const found: string[] = [];
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				const type = (await cache.match(request))?.headers.get('content-type') ?? '';
				if (type.includes('text/html') && request.url.includes('.js')) found.push(request.url);
			}
		}
		return found;
	});

it('keeps no sign-in page, does not claim to be ready, and gets ready once the net is open', async () => {
	const { page } = profile;
	await skipFirstRun(page, portal.url);
	await page.waitForFunction(async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		return !registration?.installing && !registration?.active;
	});
	expect(await falseFiles()).toEqual([]);
	expect(await page.getByText('ready offline', { exact: true }).count()).toBe(0);

	portal.isClosed = false;
	await page.reload();
	await page.getByText('ready offline', { exact: true }).first().waitFor();
	expect(await falseFiles()).toEqual([]);
});
