import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import type { Question } from '#lib/bank/types.ts';
import { answerText } from '#lib/domain/answers/answer-text.ts';
import { CHROMIUM_FLAGS, chromiumPath } from './chromium.ts';
import { withPalette } from './palette-png.ts';
import { loadBankFromDisk } from './read-bank.ts';

/**
 * Takes the pictures of the README and of the manifest from the built app: a made-up person goes
 * through the first run, some weeks of reviews and a quiz. Run again when the look changes.
 */

const root = join(import.meta.dirname, '..', '..');
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };
const DAY_MS = 86_400_000;

/** The day the pictures are taken on, and how many days before it the person began. */
const LAST_DAY = Date.UTC(2026, 10, 22, 9);
const DAYS = 26;
const MOST_A_DAY = 14;
const THINKING_MS = 9000;
/** The day on which a backup was saved. */
const BACKUP_DAY = 21;
/** Days of ten on which nothing is studied, and the share of ten answers that fail. */
const IDLE_OF_TEN = [3, 6, 9];
const FAILS_OF_TEN = [4];

/** The quizzes that are looked through for a question that fits on one screen. */
const QUIZZES = [/^Where/, /^Who.s who/, /^Quick 10/];

const WIDE_REPORT = '/reports/aleppo-ground-assault';
const MOST_BYTES = 250_000;

const loaded = loadBankFromDisk(join(root, 'questions'));
if (!loaded.ok) throw new Error('The bank has problems: run `npm run bank`.');
const bank = loaded.value;

function questionOf(ask: string): Question | undefined {
	return bank.questions.find((question) => question.ask === ask.trim());
}

/** Serves the built app at a free port. */
async function serve(): Promise<{ server: ChildProcess; url: string }> {
	const start = join(root, 'src', 'cli', 'start.ts');
	const server = spawn(process.execPath, ['--import', 'tsx', start], {
		cwd: root,
		env: { ...process.env, PORT: '0', HOST: '127.0.0.1' },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const url = await new Promise<string>((resolve, reject) => {
		server.stdout.on('data', (said: Buffer) => {
			const at = /Recount is at (\S+)/.exec(said.toString())?.[1];
			if (at) resolve(at);
		});
		server.once('exit', () => reject(new Error('The built app could not be served.')));
	});
	return { server, url };
}

async function openBrowser(
	profile: string,
	viewport: typeof PHONE,
	scale: number
): Promise<{ context: BrowserContext; page: Page }> {
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: chromiumPath(),
		args: CHROMIUM_FLAGS,
		viewport,
		deviceScaleFactor: scale,
		hasTouch: viewport === PHONE,
		isMobile: viewport === PHONE,
		timezoneId: 'UTC',
		locale: 'en-GB',
		reducedMotion: 'reduce'
	});
	await context.clock.install({ time: LAST_DAY - DAYS * DAY_MS });
	return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const asked = async (page: Page) => (await page.locator('h1').first().textContent()) ?? '';
const settle = (page: Page) => page.waitForTimeout(400);

/** Five guesses, the brief, the same five typed right. */
async function firstRun(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/welcome`);
	await press(page, 'Start');
	for (let i = 0; i < 5; i += 1) {
		await page.getByText(`Guess ${i + 1} of 5`).waitFor();
		await press(page, 'No idea');
	}
	await press(page, 'Ask me again');
	for (let i = 0; i < 5; i += 1) {
		await page.getByText(`Question ${i + 1} of 5`).waitFor();
		const question = questionOf(await asked(page));
		if (!question) throw new Error(`The build is older than the bank: run \`npm run build\`.`);
		await page.getByRole('textbox').fill(answerText(bank, question));
		await press(page, 'Check');
		await press(page, 'Next');
	}
	await page.getByRole('link', { name: 'To Today' }).click();
	await page.getByText('ready offline').waitFor();
}

/** A day's reviews, most of them known. */
async function study(page: Page, url: string, day: number): Promise<void> {
	await page.goto(`${url}/review`);
	for (let i = 0; i < MOST_A_DAY && (await hasCard(page)); i += 1) {
		await page.clock.fastForward(THINKING_MS);
		await page.keyboard.press('Space');
		await page.locator('button.proposed').waitFor();
		const fails = FAILS_OF_TEN.includes((day * 7 + i) % 10);
		await page.keyboard.press(fails ? '1' : '2');
		await page.locator('button.proposed').waitFor({ state: 'detached' });
	}
}

/** Saves a backup to the downloads, as phones do. */
async function saveBackup(page: Page, url: string): Promise<void> {
	await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
	await page.goto(`${url}/settings`);
	const saved = page.waitForEvent('download');
	await press(page, 'Save a backup');
	await saved;
}

async function hasCard(page: Page): Promise<boolean> {
	const heading = page.locator('h1').first();
	await heading.waitFor();
	return (await page.locator('h1.question').count()) > 0;
}

/** Whether all that matters stands on the screen: the last lines may be below it. */
const fits = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollHeight <= innerHeight + 160);

/** Shows the first card with a claim and its whole answer on one screen. */
async function showCard(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/review?deck=kind:how-many`);
	while (await hasCard(page)) {
		const question = questionOf(await asked(page));
		await page.keyboard.press('Space');
		await page.locator('button.proposed').waitFor();
		const facts = bank.facts.filter(({ id }) => question?.factIds.includes(id));
		const isClaim = facts.some(({ standing }) => standing === 'claimed');
		if (isClaim && !question?.grave && (await fits(page))) return;
		await page.keyboard.press('2');
		await page.locator('button.proposed').waitFor({ state: 'detached' });
	}
	throw new Error('No card fits on one screen with its answer.');
}

/** Shows a question of a quiz with its options, answered wrongly, on one screen. */
async function showQuiz(page: Page, url: string): Promise<void> {
	// Papers are drawn by chance: another one may hold what this one lacks.
	for (const preset of [...QUIZZES, ...QUIZZES, ...QUIZZES]) {
		await page.goto(`${url}/quiz`);
		await page.getByRole('button', { name: preset }).first().click();
		await page.locator('#quiz-question').waitFor();
		while ((await page.locator('#quiz-question').count()) > 0) {
			if (await answerWrongly(page)) return;
			await settle(page);
		}
	}
	throw new Error('No item of the quizzes fits on one screen with its feedback.');
}

/** Answers the shown item: with a wrong option where that makes a picture, else not at all. */
async function answerWrongly(page: Page): Promise<boolean> {
	const question = questionOf(await asked(page));
	const right = question && answerText(bank, question);
	const next = page.getByRole('button', { name: /^(Next|See results)/ });
	const show = page.getByRole('button', { name: 'I have my answer' });
	if (question?.grave || (await show.count()) === 0) {
		await page.getByRole('button', { name: /^(I don.t know|Skip)/ }).click();
		await settle(page);
		if ((await next.count()) > 0) await next.click();
		return false;
	}
	await show.click();
	const options = page.locator('label.option');
	await options.first().waitFor();
	const texts = await options.locator('.grow').allTextContents();
	await options.nth(texts.findIndex((text) => text.trim() !== right)).click();
	await press(page, 'Check');
	await next.waitFor();
	if (await fits(page)) return true;
	await next.click();
	return false;
}

async function phoneShots(profile: string, url: string): Promise<Buffer[]> {
	const { context, page } = await openBrowser(profile, PHONE, 2);
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
	const { context, page } = await openBrowser(profile, DESK, 1);
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
