import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type AppServer } from './support/app-server.ts';
import { openProfile, type Profile } from './support/browser.ts';
import { answerItem, review, screen, skipFirstRun, startPreset, stored } from './support/person.ts';

const folder = mkdtempSync(join(tmpdir(), 'recount-backup-'));
const backup = join(folder, 'backup.json.gz');
let server: AppServer;
let old: Profile;
let fresh: Profile;
let saved: Record<string, number>;

beforeAll(async () => {
	server = await startApp();
	old = await openProfile();
	// Asking where to put the file is the browser's own window, which no test can press.
	await old.context.addInitScript(() => Object.assign(window, { showSaveFilePicker: undefined }));
	await skipFirstRun(old.page, server.url);
	await startPreset(old.page, server.url, 'Where');
	await answerItem(old.page);
	await old.page.goto(`${server.url}/review`);
	await review(old.page, 2);
	saved = kept(await stored(old.page));
});

afterAll(async () => {
	await old?.close();
	await fresh?.close();
	await server?.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** What of the store is the learner's own work. */
const kept = ({ events = 0, cards = 0, sittings = 0, answers = 0 }: Record<string, number>) => ({
	events,
	cards,
	sittings,
	answers
});

async function give(page: Page, buffer: Buffer): Promise<void> {
	const mimeType = 'application/gzip';
	await page
		.locator('input[type=file]')
		.setInputFiles({ name: 'backup.json.gz', mimeType, buffer });
}

describe.sequential('a backup', () => {
	it('goes to the downloads', async () => {
		const { page } = old;
		await page.goto(`${server.url}/settings`);
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'Save a backup' }).click()
		]);
		await download.saveAs(backup);
		expect(download.suggestedFilename()).toMatch(/^recount-backup-\d{4}-\d\d-\d\d\.json\.gz$/);
		await page.getByText('Handed to your downloads').waitFor();
	});

	it.each([
		['cut short', (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * 0.7))],
		[
			'with one byte changed',
			(bytes: Buffer) => bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte))
		],
		['of something else', () => Buffer.from('{"kind":"recipe"}')]
	])('%s is refused, and nothing changes', async (_, damage) => {
		const { page } = old;
		await give(page, Buffer.from(damage(readFileSync(backup))));
		await page.getByText('This file was not restored').waitFor();
		await page.getByText('Nothing on this device was changed.').waitFor();
		expect(kept(await stored(page))).toEqual(saved);
		await page.goto(`${server.url}/settings`);
		await screen(page);
	});

	it('brings everything back on another device', async () => {
		fresh = await openProfile();
		const { page } = fresh;
		await page.goto(`${server.url}/settings`);
		await screen(page);
		await give(page, readFileSync(backup));
		await page.getByRole('button', { name: /^Add to/ }).click();
		await page.getByText('The backup is restored').waitFor();
		expect(kept(await stored(page))).toEqual(saved);

		await page.goto(server.url);
		await page.getByRole('heading', { name: /cards? today/ }).waitFor();
		await page.goto(`${server.url}/quiz`);
		await page
			.getByText(/1 of \d+ answered/)
			.first()
			.waitFor();
	});

	it('restored twice adds nothing', async () => {
		const { page } = fresh;
		await page.goto(`${server.url}/settings`);
		await screen(page);
		await give(page, readFileSync(backup));
		await page.getByRole('button', { name: /^Add to/ }).click();
		await page.getByText('Everything in it was here already').waitFor();
		expect(kept(await stored(page))).toEqual(saved);
	});
});
