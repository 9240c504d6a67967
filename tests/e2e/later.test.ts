import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type AppServer } from './support/app-server.ts';
import { openProfile, type Profile } from './support/browser.ts';

let server: AppServer;
let profile: Profile;

beforeAll(async () => {
	server = await startApp();
	profile = await openProfile();
	const { page } = profile;
	await page.goto(server.url);
	await page.getByRole('heading', { level: 1 }).waitFor();
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
});

afterAll(async () => {
	await profile?.close();
	await server?.stop();
});

/** How many files of a part are kept on the device. */
const kept = (part: string) =>
	profile.page.evaluate(async (name) => {
		const requests = await (await caches.open('recount-later-v1')).keys();
		return requests.filter(({ url }) => url.includes(`/later/${name}/`)).length;
	}, part);

const heading = (name: string) => profile.page.getByRole('heading', { level: 1, name });
const ADD = 'Add a report';

describe('what comes only with its first visit', () => {
	it('says so where it is asked for without a network first', async () => {
		const { page, context } = profile;
		expect(await kept('write')).toBe(0);
		await context.setOffline(true);
		await page.goto(`${server.url}/reports/add`);
		await heading('This part is not on this device yet').waitFor();
		await context.setOffline(false);
	});

	it('comes with a look at Reports, and no part of Teach with it', async () => {
		const { page } = profile;
		await page.goto(`${server.url}/reports`);
		await page.getByRole('heading', { level: 1 }).waitFor();
		await expect.poll(() => kept('write'), { timeout: 15_000 }).toBeGreaterThan(3);
		expect(await kept('teach')).toBe(0);
		expect(await kept('draft')).toBe(0);
	});

	it('works offline from then on', async () => {
		const { page, context } = profile;
		await context.setOffline(true);
		await page.goto(`${server.url}/reports/add`);
		await heading(ADD).waitFor();
		await context.setOffline(false);
	});
});
