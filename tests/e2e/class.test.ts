import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type AppServer } from './support/app-server.ts';
import { axeFindings } from './support/axe.ts';
import { DESK, openProfile, type Profile } from './support/browser.ts';
import {
	answerTest,
	assignTo,
	button,
	either,
	handIn,
	makeClass,
	makeTest,
	saved
} from './support/class-people.ts';

const TITLE = 'Aleppo: sources and claims';

let server: AppServer;
let teacher: Profile;
/** Where files that people hand each other lie. */
let folder: string;
/** By number, from 1. */
let codes: string[];
let handout: string;
/** The address of the class's page. */
let assignment = '';
let schoolClass: string;

beforeAll(async () => {
	server = await startApp();
	teacher = await openProfile({ viewport: DESK });
	folder = teacher.folder;
});

afterAll(async () => {
	await teacher?.close();
	await server?.stop();
});

/** A pupil's device: takes the file, says who it is, and sits the Test without a network. */
async function pupilSits(no: number, text: string): Promise<Profile> {
	const pupil = await openProfile();
	const { page } = pupil;
	await page.goto(`${server.url}/assigned`);
	await page.getByText('Nothing from a class yet').waitFor();
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await page.locator('input[type="file"]').setInputFiles(handout);
	await page.getByRole('heading', { name: TITLE }).waitFor();
	await pupil.context.setOffline(true);
	await page.reload();
	await button(page, `${no}`).click();
	await page.getByLabel('Code', { exact: true }).fill(codes[no - 1]?.toLowerCase() ?? '');
	await button(page, 'Go on').click();
	await button(page, 'Start').click();
	await answerTest(page, text);
	await handIn(page, page.getByRole('heading', { name: 'Give your answers to your teacher' }));
	return pupil;
}

describe('a class without a server', () => {
	it('is made, with a slip for each pupil', async () => {
		const { page } = teacher;
		await makeClass(page, server.url, '10b', 3);
		schoolClass = page.url();
		expect(await axeFindings(page)).toEqual([]);
		await either(page, 'Print the slips').click();
		const slips = page.getByText(/^Code:\s*[0-9A-Z]{4}-[0-9A-Z]{4}$/);
		await slips.nth(2).waitFor();
		const texts = await slips.allTextContents();
		codes = texts.map((text) => text.slice(-9));
		expect(new Set(codes).size).toBe(3);
	});

	it('gets a Test, from preset to file', async () => {
		const { page } = teacher;
		await makeTest(page, server.url, TITLE);
		expect(await axeFindings(page)).toEqual([]);
		await assignTo(page, '10b');
		const others = page.getByText('Other ways to hand it out');
		const save = button(page, /^Save .*\.recount$/);
		await others.waitFor();
		if (!(await save.isVisible())) await others.click();
		handout = await saved(page, () => save.click(), join(folder, 'quiz.recount'));
		expect(readFileSync(handout, 'utf8')).not.toContain('explain":"A');
	});

	it('can be printed', async () => {
		const { page } = teacher;
		assignment = page.url().replace('/hand-out', '');
		await page.goto(`${assignment}/print`);
		await page.getByText('End of the paper').first().waitFor();
		expect(await axeFindings(page)).toEqual([]);
	});

	it('can be presented', async () => {
		const { page } = teacher;
		await page.goto(`${assignment}/present`);
		await page.locator('main h1, main h2').first().waitFor();
		expect(await axeFindings(page)).toEqual([]);
	});

	it('can be told to parents', async () => {
		const { page } = teacher;
		await page.goto(`${schoolClass}/parents`);
		await page.locator('main h1').first().waitFor();
		expect(await axeFindings(page)).toEqual([]);
	});

	it('sits it offline, and every route brings the answers back once', async () => {
		const first = await pupilSits(1, 'Russia');
		const code = first.page.getByRole('img', { name: /sealed answers of number 1/ });
		await first.page.locator('nav').evaluate((nav) => nav.remove());
		const picture = join(folder, 'code.png');
		writeFileSync(picture, await code.screenshot());
		const second = await pupilSits(2, 'Syria');
		const file = await saved(
			second.page,
			() => button(second.page, 'Save as a file').click(),
			join(folder, 'second.recount')
		);

		const { page } = teacher;
		await page.goto(`${server.url}/teach/collect`);
		const files = page.locator('input[type="file"]').first();
		await files.setInputFiles([picture, file]);
		await page.getByText('2 of 3').first().waitFor();
		await files.setInputFiles([picture]);
		await page.getByText('Was there already').first().waitFor();
		const altered = readFileSync(file, 'utf8').replace(
			/"results":\["(.{60})(.)/,
			(_, start, one) => `"results":["${start}${one === 'A' ? 'B' : 'A'}`
		);
		const broken = join(folder, 'altered.recount');
		writeFileSync(broken, altered);
		await files.setInputFiles([broken]);
		await page.getByText('Altered on the way').first().waitFor();
		await page.getByText('2 of 3').first().waitFor();
		expect(await axeFindings(page)).toEqual([]);
		await Promise.all([first.close(), second.close()]);
	});

	it('has its marks, names the missing, and gives the answers out', async () => {
		const { page } = teacher;
		const third = await pupilSits(3, 'the United States');
		await page.goto(`${server.url}/teach`);
		await either(page, /^10b/).click();
		await page
			.getByRole('link', { name: new RegExp(TITLE) })
			.first()
			.click();
		await page.getByRole('table').first().waitFor();
		await page.getByText('not sat: 3').first().waitFor();
		expect(await axeFindings(page)).toEqual([]);
		await button(page, 'Release feedback').click();
		await button(page, 'Release now').click();
		const letters = page.getByText(/^(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}$/).first();
		await letters.waitFor();

		const pupil = third.page;
		await pupil.getByText('The release code').click();
		await pupil.getByLabel('Release code').fill(await letters.innerText());
		await button(pupil, 'Open the answers').click();
		await pupil.getByRole('link', { name: 'See what was right' }).click();
		await pupil.getByRole('heading', { name: /of 1?\d/ }).waitFor();
		expect(third.errors.filter((error) => !error.includes('ERR_INTERNET'))).toEqual([]);
		expect(third.strangers).toEqual([]);
		await third.close();
		expect(teacher.strangers).toEqual([]);
		expect(teacher.errors).toEqual([]);
	});
});
