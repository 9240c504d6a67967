import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from './chromium.ts';
import { withPalette } from './palette-png.ts';
import { firstRun, saveBackup, settle, showCard, showQuiz, study } from './pictures-person.ts';
import { openBrowser, PHONE, root, serve } from './pictures-stage.ts';

/**
 * Takes the pictures of the README and of the manifest from the built app: a made-up person goes
 * through the first run, some weeks of reviews and a quiz. Run again when the look changes.
 */

const DESK = { width: 1280, height: 800 };
const DAY_MS = 86_400_000;

/** The day the pictures are taken on, and how many days before it the person began. */
const LAST_DAY = Date.UTC(2026, 10, 22, 9);
const DAYS = 26;
const FIRST_DAY = LAST_DAY - DAYS * DAY_MS;
/** The day on which a backup was saved. */
const BACKUP_DAY = 21;
/** Days of ten on which nothing is studied. */
const IDLE_OF_TEN = [3, 6, 9];

const WIDE_REPORT = '/reports/aleppo-ground-assault';
const MOST_BYTES = 250_000;

async function phoneShots(profile: string, url: string): Promise<Buffer[]> {
	const { context, page } = await openBrowser(profile, PHONE, { scale: 2, now: FIRST_DAY });
	const shot = async () => {
		await settle(page);
		return page.screenshot();
	};
	try {
		await firstRun(page, url);
		for (let day = 1; day < DAYS; day += 1) {
			if (IDLE_OF_TEN.includes(day % 10)) continue;
			await context.clock.setSystemTime(LAST_DAY - (DAYS - day) * DAY_MS);
			await study(page, url, day);
			if (day === BACKUP_DAY) await saveBackup(page, url);
		}
		await context.clock.setSystemTime(LAST_DAY);
		await page.goto(url);
		await page.getByText('ready offline').waitFor();
		const today = await shot();
		await showCard(page, url);
		const card = await shot();
		await showQuiz(page, url);
		const quiz = await shot();
		await page.emulateMedia({ colorScheme: 'dark' });
		await page.goto(`${url}/progress`);
		await page.locator('.figure').first().waitFor();
		return [today, card, quiz, await shot()];
	} finally {
		await context.close();
	}
}

async function wideShot(profile: string, url: string): Promise<Buffer> {
	const { context, page } = await openBrowser(profile, DESK, { scale: 1, now: FIRST_DAY });
	try {
		await context.clock.setSystemTime(LAST_DAY);
		await page.goto(url + WIDE_REPORT);
		await page.locator('#brief-title').waitFor();
		await settle(page);
		return await page.screenshot();
	} finally {
		await context.close();
	}
}

/** The phone screens side by side. */
async function sideBySide(page: Page, shots: Buffer[]): Promise<Buffer> {
	const gap = 24;
	const { width, height } = PHONE;
	const images = shots.map(
		(shot) => `<img src="data:image/png;base64,${shot.toString('base64')}">`
	);
	await page.setViewportSize({
		width: (width + gap) * shots.length + gap,
		height: height + 2 * gap
	});
	await page.setContent(`<style>
		body { margin: 0; padding: ${gap}px; display: flex; gap: ${gap}px; background: #cfc9bb }
		img { width: ${width}px; height: ${height}px; border-radius: 28px }
	</style>${images.join('')}`);
	await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
	return page.screenshot();
}

async function writeAll(shots: Buffer[], wide: Buffer): Promise<void> {
	const [today, card] = shots;
	if (!today || !card) throw new Error('Some pictures could not be taken.');
	const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS });
	try {
		const page = await browser.newPage();
		await write(page, 'static/screenshots/today-narrow.png', today);
		await write(page, 'static/screenshots/question-narrow.png', card);
		await write(page, 'static/screenshots/report-wide.png', wide);
		await write(page, 'docs/pictures/phone.png', await sideBySide(page, shots));
	} finally {
		await browser.close();
	}
}

async function write(page: Page, path: string, picture: Buffer): Promise<void> {
	const small = await withPalette(page, picture);
	mkdirSync(join(root, path, '..'), { recursive: true });
	writeFileSync(join(root, path), small);
	const size = `${path}: ${(small.length / 1000).toFixed(0)} kB`;
	if (small.length > MOST_BYTES) console.warn(`${size}, more than it should have`);
	else console.info(size);
}

const profile = mkdtempSync(join(tmpdir(), 'recount-pictures-'));
const { server, url } = await serve();
try {
	const shots = await phoneShots(profile, url);
	await writeAll(shots, await wideShot(profile, url));
} finally {
	server.kill();
	rmSync(profile, { recursive: true, force: true });
}
