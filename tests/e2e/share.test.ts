import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type AppServer } from './support/app-server.ts';
import { axeFindings } from './support/axe.ts';
import { openProfile, type Profile } from './support/browser.ts';
import { hashedFiles } from './support/deploy.ts';
import { skipFirstRun } from './support/person.ts';

const TEXT =
	'The river rose by four metres in one night.\n\nThree boats drifted downstream, the mayor said.';
const PAGE = `<!doctype html><meta property="og:site_name" content="The Lake">
<article><h1>Flood</h1><p>The dams hold, said the mayor.</p><script>document.title = 'ran'</script></article>`;

interface Manifest {
	share_target: {
		action: string;
		method: string;
		enctype: string;
		params: { text: string; files: { name: string }[] };
	};
}

let server: AppServer;
let profile: Profile;
let target: Manifest['share_target'];

beforeAll(async () => {
	server = await startApp();
	profile = await openProfile();
	const manifest = await fetch(`${server.url}/manifest.webmanifest`);
	target = ((await manifest.json()) as Manifest).share_target;
});

afterAll(async () => {
	await profile?.close();
	await server?.stop();
});

interface Shared {
	text?: string;
	file?: { name: string; type: string; text: string };
}

/** Shares as another app does: a real form, sent to where the manifest says. */
async function share(page: Page, shared: Shared): Promise<void> {
	await page.evaluate(
		({ shared, target }) => {
			const form = document.createElement('form');
			form.action = new URL(target.action, `${location.origin}/manifest.webmanifest`).href;
			form.method = target.method;
			form.enctype = target.enctype;
			const field = (name: string, type: string) => {
				const input = document.createElement('input');
				Object.assign(input, { name, type });
				form.append(input);
				return input;
			};
			if (shared.text !== undefined) {
				const area = document.createElement('textarea');
				Object.assign(area, { name: target.params.text, value: shared.text });
				form.append(area);
			}
			if (shared.file) {
				const { name, type, text } = shared.file;
				const files = new DataTransfer();
				files.items.add(new File([text], name, { type }));
				field(target.params.files[0]?.name ?? '', 'file').files = files.files;
			}
			document.body.append(form);
			form.submit();
		},
		{ shared, target }
	);
}

const keptLater = (page: Page) =>
	page.evaluate(async () => (await (await caches.open('recount-later-v1')).keys()).length);

const paragraph = (page: Page, text: string) =>
	page.getByRole('listitem').filter({ hasText: text });

describe.sequential('a text shared from another app', () => {
	it('is explained by a page while no worker runs yet', async () => {
		const { page } = profile;
		await page.route('**/service-worker.js', (route) => route.abort());
		await page.goto(`${server.url}/share`);
		await page.getByRole('heading', { name: 'Sharing is not ready yet' }).waitFor();
		expect(await axeFindings(page)).toEqual([]);
		await share(page, { text: TEXT });
		await page.waitForURL(`${server.url}/share`);
		await page.getByRole('link', { name: 'Paste the text' }).click();
		await page.getByLabel('Text of the report').waitFor();
		await page.unroute('**/service-worker.js');
	});

	it('arrives by the worker, without a network, and nothing is left behind', async () => {
		const { page, context } = profile;
		await skipFirstRun(page, server.url);
		await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
		await page.reload();
		await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
		// What writing needs comes behind the first screen, for who looked at Reports once.
		const parts = hashedFiles('build').filter((file) => /later.write.*\.js$/.test(file));
		await expect.poll(() => keptLater(page), { timeout: 15_000 }).toBe(parts.length);
		await context.setOffline(true);
		const answers: number[] = [];
		page.on('response', (response) => {
			if (response.request().method() === 'POST') answers.push(response.status());
		});
		await share(page, { text: TEXT });
		await paragraph(page, 'Three boats drifted downstream').waitFor();
		expect(answers).toEqual([303]);
		expect(page.url()).toBe(`${server.url}/reports/add`);
		expect(await page.getByText('2 paragraphs, 16 words').isVisible()).toBe(true);
		expect(await page.evaluate(() => caches.has('recount-shared'))).toBe(false);
		await page.reload();
		await paragraph(page, 'Three boats drifted downstream').waitFor();
	});

	it('can be a saved page, of which nothing runs; what stood there can be brought back', async () => {
		const { page, context } = profile;
		await share(page, { file: { name: 'flood.html', type: 'text/html', text: PAGE } });
		await paragraph(page, 'The dams hold').waitFor();
		expect(await page.title()).toContain('Add a report');
		expect(await page.getByLabel('Publisher', { exact: true }).inputValue()).toBe('The Lake');
		await page.getByRole('button', { name: 'Bring it back' }).click();
		await paragraph(page, 'Three boats drifted downstream').waitFor();
		expect(await axeFindings(page)).toEqual([]);
		await context.setOffline(false);
	});

	it('sends nothing anywhere', () => {
		expect(profile.strangers).toEqual([]);
	});
});
