import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openProfile, type Profile } from './support/browser.ts';
import { answerItem, review, screen, skipFirstRun, startPreset } from './support/person.ts';
import { buildStatic, serveStatic } from './support/static-site.ts';

const BASE = '/recount';

let site: Awaited<ReturnType<typeof serveStatic>>;
let profile: Profile;
/** Whatever was asked for outside the app's own folder. */
const astray: string[] = [];

beforeAll(async () => {
	buildStatic(BASE);
	site = await serveStatic(BASE);
	profile = await openProfile();
	profile.context.on('request', (request) => {
		const { pathname, protocol } = new URL(request.url());
		if (protocol === 'http:' && !pathname.startsWith(`${BASE}/`)) astray.push(pathname);
	});
}, 600_000);

afterAll(async () => {
	await profile?.close();
	await site?.stop();
});

describe.sequential('a static site in a folder of a host', () => {
	it('opens, and all its links stay in the folder', async () => {
		const { page } = profile;
		await skipFirstRun(page, `${site.url}/`);
		await page.getByText('ready offline').first().waitFor();
		for (const name of ['Quiz', 'Reports', 'Progress', 'Today']) {
			await page.getByRole('link', { name, exact: true }).first().click();
			await page.getByRole('heading', { level: 1 }).waitFor();
			const links = await page
				.locator('a[href]')
				.evaluateAll((all) =>
					all.map((link) => new URL((link as HTMLAnchorElement).href).pathname)
				);
			expect(links.filter((path) => !`${path}/`.startsWith(`${BASE}/`))).toEqual([]);
		}
	});

	it('opens an address never visited with the host gone', async () => {
		const { page } = profile;
		await site.stop();
		await page.goto(`${site.url}/reports/aleppo-ground-assault`);
		expect(await screen(page)).toMatch(/\w/);
		await page.getByText('Plain').first().waitFor();
		await startPreset(page, site.url, 'Where');
		await answerItem(page);
		await page.goto(`${site.url}/review`);
		await review(page, 1);
	});

	it('asked for nothing outside its folder', () => {
		expect(astray).toEqual([]);
		expect(profile.strangers).toEqual([]);
	});
});
