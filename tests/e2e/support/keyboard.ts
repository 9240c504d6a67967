import type { Locator, Page } from 'playwright-core';

const MOST_STOPS = 80;

/** Whether a thing has the focus. */
export function hasFocus(target: Locator): Promise<boolean> {
	return target.evaluate((element) => element === document.activeElement);
}

/** Presses Tab until the focus is on a thing, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
	await target.waitFor({ state: 'attached' });
	for (let stop = 0; stop < MOST_STOPS; stop += 1) {
		if (await hasFocus(target)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error('The keyboard does not get there.');
}

/** Goes to a thing by Tab and presses a key on it. */
export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
	await tabTo(page, target);
	await page.keyboard.press(key);
}

/** Puts the focus before everything on the page. */
async function goToStart(page: Page): Promise<void> {
	await page.evaluate(() => {
		document.body.tabIndex = -1;
		document.body.focus();
		document.body.removeAttribute('tabindex');
	});
}

/** Presses Tab from the start of a page until the focus comes round, and says where it cannot be seen: one line a thing. */
export async function unseenStops(page: Page): Promise<{ stops: number; unseen: string[] }> {
	const unseen: string[] = [];
	const isFirst = () =>
		page.evaluate(() => {
			const { activeElement: here } = document;
			const isRound = here === null || here === document.body || here.hasAttribute('data-passed');
			here?.setAttribute('data-passed', '');
			return isRound;
		});
	let stops = 0;
	await goToStart(page);
	for (; stops < MOST_STOPS; stops += 1) {
		await page.keyboard.press('Tab');
		if (await isFirst()) break;
		if (!(await isSeen(page)))
			unseen.push(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? ''));
	}
	await page.evaluate(() => {
		for (const passed of document.querySelectorAll('[data-passed]'))
			passed.removeAttribute('data-passed');
	});
	return { stops, unseen };
}

/** Whether the page looks otherwise with the focus than without. */
async function isSeen(page: Page): Promise<boolean> {
	const focused = await page.evaluateHandle(() => document.activeElement);
	const withFocus = await page.screenshot();
	await page.evaluate(() => (document.activeElement as HTMLElement).blur());
	const without = await page.screenshot();
	await focused.evaluate((element) => (element as HTMLElement).focus({ preventScroll: true }));
	return !withFocus.equals(without);
}
