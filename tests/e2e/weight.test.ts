import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type AppServer } from './support/app-server.ts';
import { openProfile, type Profile } from './support/browser.ts';
import { skipFirstRun, startPreset } from './support/person.ts';

const BUILD = 'build';
const MOST_BYTES = 110_000;

let server: AppServer;
let profile: Profile;

beforeAll(async () => {
	server = await startApp(0, BUILD);
	profile = await openProfile();
	await profile.page.addInitScript(markFirstQuestion);
});

afterAll(async () => {
	await profile?.close();
	await server?.stop();
});

/** Notes in each page when its first question stands. */
function markFirstQuestion() {
	const observer = new MutationObserver(() => {
		if (!document.querySelector('main h1.question')) return;
		performance.mark('first question');
		observer.disconnect();
	});
	observer.observe(document, { childList: true, subtree: true });
}

/** Paths of what a page asked for until its first question stood. */
async function fetchedByThen(page: Page): Promise<string[]> {
	await page.locator('main h1.question').waitFor();
	return page.evaluate(() => {
		const [then] = performance.getEntriesByName('first question');
		return performance
			.getEntriesByType('resource')
			.filter(({ startTime }) => then && startTime <= then.startTime)
			.map(({ name }) => new URL(name).pathname);
	});
}

/** How many bytes the scripts among them take as gzip sends them. */
function scriptBytes(paths: string[]): number {
	const scripts = [...new Set(paths)].filter((path) => path.endsWith('.js'));
	// Else nothing was measured.
	expect(scripts.length).toBeGreaterThan(4);
	const sizes = scripts.map((path) => gzipSync(readFileSync(join(BUILD, 'client', path))).length);
	return sizes.reduce((sum, size) => sum + size, 0);
}

function say(what: string, bytes: number) {
	console.info(`scripts until the first question of ${what}: ${(bytes / 1000).toFixed(1)} kB`);
}

describe.sequential('what is fetched until the first question stands', () => {
	it('is small in the first run, without fonts and strangers', async () => {
		const { page, strangers } = profile;
		await page.goto(server.url);
		await page.getByRole('button', { name: 'Start' }).click();
		const fetched = await fetchedByThen(page);
		const bytes = scriptBytes(fetched);
		say('the first run', bytes);
		expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
		expect(fetched.filter((path) => /\.(woff2?|ttf|otf)$/.test(path))).toEqual([]);
		expect(strangers).toEqual([]);
	});

	it('is small in a review', async () => {
		const { page } = profile;
		await skipFirstRun(page, server.url);
		await page.goto(`${server.url}/review`);
		const bytes = scriptBytes(await fetchedByThen(page));
		say('a review', bytes);
		expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
	});

	it('is small in a quiz that is gone on with', async () => {
		const { page } = profile;
		await startPreset(page, server.url, 'Quick 10');
		await page.reload();
		const bytes = scriptBytes(await fetchedByThen(page));
		say('a quiz', bytes);
		expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
	});
});
