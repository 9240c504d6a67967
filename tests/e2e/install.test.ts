import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type AppServer } from './support/app-server.ts';
import { openProfile, type Profile } from './support/browser.ts';

let server: AppServer;
let profile: Profile;

beforeAll(async () => {
	server = await startApp();
	profile = await openProfile();
	await profile.page.goto(server.url);
	await profile.page.getByRole('heading', { level: 1 }).waitFor();
});

afterAll(async () => {
	await profile?.close();
	await server?.stop();
});

describe('the installed app', () => {
	it('has no installability errors', async () => {
		const client = await profile.context.newCDPSession(profile.page);
		await profile.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
		const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
		// A test profile counts as a private window.
		const errors = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
		expect(errors).toEqual([]);
	});

	it('has a manifest the browser reads without complaint, with shortcuts', async () => {
		const client = await profile.context.newCDPSession(profile.page);
		const { errors, data } = await client.send('Page.getAppManifest');
		expect(errors).toEqual([]);
		const manifest = JSON.parse(data ?? '{}') as {
			shortcuts: { url: string }[];
			icons: { src: string; purpose?: string }[];
			screenshots: { src: string }[];
		};
		expect(manifest.shortcuts).toHaveLength(2);
		expect(manifest.icons.some((icon) => icon.purpose === 'maskable')).toBe(true);
		const files = [...manifest.icons, ...manifest.screenshots].map(({ src }) => src);
		const found = await Promise.all(files.map((src) => fetch(`${server.url}/${src}`)));
		expect(found.map(({ status }) => status)).toEqual(files.map(() => 200));
	});

	it('never precaches the screenshots', async () => {
		const cached = await profile.page.evaluate(async () => {
			const names = await caches.keys();
			const lists = await Promise.all(
				names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url))
			);
			return lists.flat();
		});
		expect(cached.length).toBeGreaterThan(20);
		expect(cached.filter((url) => url.includes('/screenshots/'))).toEqual([]);
	});

	it.each(['/', '/quiz', '/theme.js', '/service-worker.js', '/manifest.webmanifest'])(
		'sends its security headers with %s',
		async (path) => {
			const { headers, status } = await fetch(server.url + path);
			expect(status).toBe(200);
			expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
			expect(headers.get('x-content-type-options')).toBe('nosniff');
			expect(headers.get('referrer-policy')).toBe('no-referrer');
		}
	);

	it('has the worker looked at anew on every visit', async () => {
		const { headers } = await fetch(`${server.url}/service-worker.js`);
		expect(headers.get('cache-control')).toBe('no-cache');
	});

	it('asks nobody else for anything', () => {
		expect(profile.strangers).toEqual([]);
	});

	it('runs under its own content policy and Trusted Types without a breach', () => {
		expect(profile.errors).toEqual([]);
	});
});
