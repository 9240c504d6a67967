import type { Page } from 'playwright-core';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

const ONWARDS = /^(Next|See results)$/;

/** Waits until the app has opened its store and shows a screen. */
export async function screen(page: Page): Promise<string> {
	const heading = page.locator('main h1').first();
	await heading.waitFor();
	return heading.innerText();
}

/** Opens the app for the first time and skips the introduction. */
export async function skipFirstRun(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await button(page, 'Skip this').click();
	await page.getByRole('heading', { name: /cards? today/ }).waitFor();
}

/** The whole introduction: five guesses, the brief, the same five typed. */
export async function firstRun(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await button(page, 'Start').click();
	for (let guess = 1; guess <= 5; guess += 1) {
		await page.getByText(`Guess ${guess} of 5`).waitFor();
		await button(page, 'No idea').click();
	}
	await button(page, 'Ask me again').click();
	for (let question = 1; question <= 5; question += 1) {
		await page.getByText(`Question ${question} of 5`).waitFor();
		await button(page, /I don.t know/).click();
		await button(page, 'Next').click();
	}
	await page.getByRole('heading', { name: /Come back tomorrow: 5 cards/ }).waitFor();
	await page.getByRole('link', { name: 'To Today' }).or(button(page, 'To Today')).first().click();
	await page.getByRole('heading', { level: 1, name: /cards? today|Nothing due/ }).waitFor();
}

/** Starts a preset by its name on the Quiz screen. */
export async function startPreset(page: Page, url: string, name: string): Promise<void> {
	await page.goto(`${url}/quiz`);
	await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
	await page.waitForURL(/\/quiz\/[0-9a-f-]{36}$/);
	await page.locator('main h1, main h2').first().waitFor();
}

/** Passes a repeat, which would come back until it is right once; says whether feedback shows now. */
async function passRepeat(page: Page): Promise<boolean> {
	const skip = button(page, 'Skip');
	if (!(await skip.isVisible())) {
		await button(page, /^I don.t know/).click();
		await button(page, ONWARDS).waitFor();
		return true;
	}
	// Grave matter is passed without a word.
	const before = await page.locator('main').innerText();
	await skip.click();
	await page.waitForFunction((text) => document.querySelector('main')?.innerText !== text, before);
	return false;
}

/** Fills in some answer, whatever the form. */
async function fillIn(page: Page): Promise<void> {
	const field = page.getByRole('textbox', { name: 'Your answer' });
	const selects = await page.locator('main select').all();
	if (await field.isVisible()) await field.fill('no such thing');
	else if (selects.length > 0) {
		for (const select of selects) await select.selectOption({ index: 1 });
	} else {
		const groups = page.locator('main fieldset:has(input[type="radio"])');
		const isSort = (await page.getByText('What is the standing').count()) > 0;
		for (const group of isSort ? await groups.all() : [groups.first()]) {
			await group.locator('label').first().click();
		}
	}
}

/** Answers what stands on the screen in practice, whatever its form; says whether feedback shows now. */
export async function answerItem(page: Page): Promise<boolean> {
	const have = button(page, 'I have my answer');
	const check = button(page, 'Check');
	const told = button(page, ONWARDS);
	const results = page.getByRole('heading', { name: 'Results' });
	await have.or(check).or(told).or(results).first().waitFor();
	if (await results.isVisible()) return false;
	if (await told.isVisible()) {
		// Resumed where the feedback of an answer already kept was open.
		await goOn(page);
		return answerItem(page);
	}
	// Only now: an item that is still to be drawn is no repeat yet.
	if (await page.getByText('You missed this one before.').isVisible()) return passRepeat(page);
	if (await have.isVisible()) await have.click();
	// The last item may still have stood there when its results were already on their way.
	await check.or(results).first().waitFor();
	if (await results.isVisible()) return false;
	await fillIn(page);
	await check.click();
	const showAnswer = button(page, 'Show the answer');
	await showAnswer.or(told).first().waitFor();
	if (await showAnswer.isVisible()) await showAnswer.click();
	await told.waitFor();
	return true;
}

/** Leaves the feedback for what comes next. */
export async function goOn(page: Page): Promise<void> {
	await button(page, ONWARDS).click();
	await button(page, ONWARDS).waitFor({ state: 'detached' });
}

/** Answers everything until the results show. */
export async function finishPractice(page: Page): Promise<number> {
	const results = page.getByRole('heading', { name: 'Results' });
	let answered = 0;
	while (!(await results.isVisible())) {
		const told = await answerItem(page);
		answered += 1;
		if (told) await goOn(page);
		if (answered > 60) throw new Error('The practice does not end.');
	}
	return answered;
}

/** Recalls some cards: shows the answer, then taps the button of that name. */
export async function review(page: Page, count: number, rating = 'Got it'): Promise<void> {
	for (let card = 0; card < count; card += 1) {
		await button(page, 'Show answer').click();
		await button(page, new RegExp(`^${rating}`)).click();
		await button(page, new RegExp(`^${rating}`)).waitFor({ state: 'detached' });
	}
}

/** Everything the learner's stores hold, by table, straight from IndexedDB. */
export async function stored(page: Page): Promise<Record<string, number>> {
	return page.evaluate(async () => {
		const counts: Record<string, number> = {};
		for (const { name } of await indexedDB.databases()) {
			if (!name?.startsWith('recount-') || name === 'recount-device') continue;
			const database = await new Promise<IDBDatabase>((resolve, reject) => {
				const request = indexedDB.open(name);
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
			for (const table of database.objectStoreNames) {
				counts[table] = await new Promise<number>((resolve, reject) => {
					const request = database.transaction(table).objectStore(table).count();
					request.onsuccess = () => resolve(request.result);
					request.onerror = () => reject(request.error);
				});
			}
			database.close();
		}
		return counts;
	});
}
