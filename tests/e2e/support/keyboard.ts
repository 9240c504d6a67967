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
