import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Question } from '#lib/bank/types.ts';
import { answerText } from '#lib/domain/answers/answer-text.ts';
import { root } from './pictures-stage.ts';
import { loadBankFromDisk } from './read-bank.ts';

/** What the made-up person of the pictures does in the app. */

const MOST_A_DAY = 14;
const THINKING_MS = 9000;
/** The share of ten answers that fail. */
const FAILS_OF_TEN = [4];

/** The quizzes that are looked through for a question that fits on one screen. */
const QUIZZES = [/^Where/, /^Who.s who/, /^Quick 10/];

const loaded = loadBankFromDisk(join(root, 'questions'));
if (!loaded.ok) throw new Error('The bank has problems: run `npm run bank`.');
const bank = loaded.value;

function questionOf(ask: string): Question | undefined {
	return bank.questions.find((question) => question.ask === ask.trim());
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const asked = async (page: Page) => (await page.locator('h1').first().textContent()) ?? '';
/** Lets what moves come to rest. */
export const settle = (page: Page) => page.waitForTimeout(400);

/** Five guesses, the brief, the same five typed right. */
export async function firstRun(page: Page, url: string): Promise<void> {
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
export async function study(page: Page, url: string, day: number): Promise<void> {
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
export async function saveBackup(page: Page, url: string): Promise<void> {
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
export async function showCard(page: Page, url: string): Promise<void> {
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
export async function showQuiz(page: Page, url: string): Promise<void> {
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
