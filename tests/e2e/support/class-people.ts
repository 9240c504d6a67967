import type { Locator, Page } from 'playwright-core';

/** What people of a class do, with or without a server. */

/** A button of a page, or of a part of it. */
export const button = (place: Page | Locator, name: string | RegExp): Locator =>
	place.getByRole('button', { name }).first();
export const either = (page: Page, name: string | RegExp): Locator =>
	page.getByRole('button', { name }).or(page.getByRole('link', { name })).first();

/** Presses what saves a file, and keeps it. */
export async function saved(page: Page, press: () => Promise<void>, path: string): Promise<string> {
	const [download] = await Promise.all([page.waitForEvent('download'), press()]);
	await download.saveAs(path);
	return path;
}

/** Answers the question that is shown, somehow. */
async function answer(page: Page, text: string): Promise<void> {
	const field = page.getByRole('textbox', { name: 'Your answer' });
	const options = page.locator('main fieldset label');
	await field.or(options.first()).first().waitFor();
	if (await field.isVisible()) await field.fill(text);
	else await options.first().click();
}

/** Goes on to the next question; whether there was one. */
async function goOn(page: Page): Promise<boolean> {
	const next = button(page, /^Next$/);
	if (!(await next.isVisible())) return false;
	const before = await page.locator('main h1').innerText();
	await next.click();
	await page.waitForFunction(
		(asked) => document.querySelector('main h1')?.textContent?.trim() !== asked,
		before.trim()
	);
	return true;
}

/** Answers so many questions of a Test, all of them unless told, without handing it in. */
export async function answerTest(page: Page, text: string, most = Infinity): Promise<void> {
	for (let given = 1; ; given += 1) {
		await answer(page, text);
		if (!(await goOn(page)) || given >= most) return;
	}
}

/** Hands a Test in; done once `done` is there. */
export async function handIn(page: Page, done: Locator): Promise<void> {
	await button(page, 'Hand in').click();
	const sure = page.locator('dialog[open]').getByRole('button', { name: 'Hand in' });
	await sure.click();
	const left = page.getByRole('heading', { name: 'Hand in now?' });
	await left.or(done).first().waitFor();
	if (await left.isVisible()) await sure.click();
	await done.waitFor();
}

/** Makes a class of so many pupils; its page is open then. */
export async function makeClass(page: Page, url: string, name: string, pupils: number) {
	await page.goto(`${url}/teach`);
	await either(page, 'New class').click();
	await page.getByLabel('Name of the class').fill(name);
	await page.getByLabel('How many pupils').fill(String(pupils));
	await button(page, 'Make the class').click();
	await page.waitForURL(/\/teach\/class\/[^/]+$/);
}

/** Makes a Test of the first preset; the screen of assigning it is open then. */
export async function makeTest(page: Page, url: string, title: string) {
	await page.goto(`${url}/teach`);
	await either(page, 'Make a quiz').click();
	await page.waitForURL(/\/teach\/quiz\/[^/]+$/);
	await button(page, /^Who.s who/).click();
	await page.getByText('Right:').first().waitFor();
	await page.getByLabel('Title').fill(title);
	await either(page, 'Publish and assign').click();
	await page.locator('label', { hasText: 'answers stay locked' }).click();
}

/** Assigns what was made; the screen of handing out is open then. */
export async function assignTo(page: Page, name: string) {
	await button(page, `Assign to ${name}`).click();
	await page.waitForURL(/\/hand-out$/);
}
