import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type AppServer } from './support/app-server.ts';
import { DESK, openProfile, type Profile } from './support/browser.ts';
import { hasFocus, press } from './support/keyboard.ts';
import { stored } from './support/person.ts';

const MOST_ITEMS = 30;

let server: AppServer;
let profile: Profile;
let page: Page;

beforeAll(async () => {
	server = await startApp();
	profile = await openProfile({ viewport: DESK });
	({ page } = profile);
	for (const pointer of ['click', 'dblclick'] as const) {
		page.mouse[pointer] = () => Promise.reject(new Error('There is no mouse.'));
	}
});

afterAll(async () => {
	await profile?.close();
	await server?.stop();
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const tick = (name: string) => page.getByRole('checkbox', { name });

/** Answers what stands on the screen and goes on, by keys alone. */
async function answerByKeys(): Promise<string> {
	const alone = button('I have my answer');
	const field = page.getByRole('textbox', { name: 'Your answer' });
	const options = page.getByRole('radio');
	const judge = page.getByRole('radio', { name: 'True' });
	await alone.or(field).or(options.first()).first().waitFor();
	if (await page.getByText('You missed this one before.').isVisible()) {
		const isFree = await button('Skip').isVisible();
		await press(page, button(/^(I don.t know|Skip)$/));
		// What may be skipped at no cost is left at once.
		return isFree ? 'passed' : 'repeat';
	}
	if (await alone.isVisible()) {
		await page.keyboard.press('Enter');
		await options.first().waitFor();
	}
	const form = (await field.isVisible()) ? 'type' : (await judge.count()) ? 'judge' : 'choose';
	if (form === 'type') {
		await expect.poll(() => hasFocus(field)).toBe(true);
		await page.keyboard.type('no such thing');
	} else await page.keyboard.press(form === 'judge' ? 't' : '1');
	await page.keyboard.press('Enter');
	return form;
}

/** Goes on from what an answer is told, by keys alone. */
async function goOnByKeys(): Promise<void> {
	const onwards = button(/^(Next|See results)$/);
	const showAnswer = button('Show the answer');
	await onwards.or(showAnswer).first().waitFor();
	if (await showAnswer.isVisible()) await press(page, showAnswer);
	await expect.poll(() => hasFocus(onwards)).toBe(true);
	await page.keyboard.press('Enter');
	await onwards.waitFor({ state: 'detached' });
}

it('begins without a mouse', async () => {
	await page.goto(server.url);
	await press(page, button('Skip this'));
	await page.getByRole('heading', { name: /cards? today/ }).waitFor();
});

it('takes a whole quiz without a mouse', async () => {
	await press(page, page.getByRole('link', { name: 'Quiz', exact: true }).first());
	await page.getByRole('heading', { level: 1, name: 'Quiz' }).waitFor();
	await press(page, page.locator('summary', { hasText: 'Build your own' }));
	for (const form of ['Choose', 'Type', 'True or false']) await press(page, tick(form), 'Space');
	await press(page, button(/^Start/));
	await page.waitForURL(/\/quiz\/[0-9a-f-]{36}$/);

	const results = page.getByRole('heading', { name: 'Results' });
	const forms = new Set<string>();
	const question = page.locator('#quiz-question');
	for (let item = 0; item < MOST_ITEMS; item += 1) {
		await question.or(results).first().waitFor();
		if (await results.isVisible()) break;
		const before = await question.allInnerTexts();
		const form = await answerByKeys();
		forms.add(form);
		if (form === 'passed') await expect.poll(() => question.allInnerTexts()).not.toEqual(before);
		else await goOnByKeys();
	}
	expect([...forms]).toEqual(expect.arrayContaining(['choose', 'type', 'judge']));
	expect(await results.isVisible()).toBe(true);
	expect((await stored(page)).answers).toBeGreaterThanOrEqual(10);
});

it('reviews three cards without a mouse, and takes one back', async () => {
	await press(page, page.getByRole('link', { name: 'All quizzes' }));
	await press(page, page.getByRole('link', { name: 'Today', exact: true }).first());
	await press(page, page.getByRole('link', { name: /^Review/ }).first());
	const { events = 0 } = await stored(page);
	const ratings = button(/^(Not yet|Got it)/);
	for (const key of ['Space', '2', '1']) {
		await button('Show answer').waitFor();
		await page.keyboard.press('Space');
		await ratings.first().waitFor();
		await page.keyboard.press(key);
		await ratings.first().waitFor({ state: 'detached' });
	}
	expect((await stored(page)).events).toBe(events + 3);
	await page.keyboard.press('z');
	await page.getByText('Taken back. Here is the card again.').waitFor();
	expect((await stored(page)).events).toBe(events + 4);
});
