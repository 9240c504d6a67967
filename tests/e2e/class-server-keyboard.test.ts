import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { DESK, PHONE } from './support/browser.ts';
import { assignTo, makeTest } from './support/class-people.ts';
import { onMadePglite, openClass, openSchool, tileOf } from './support/class-school.ts';
import type { School, Slips } from './support/class-school.ts';
import { hasFocus, press, unseenStops } from './support/keyboard.ts';

const TITLE = 'Aleppo: by keys';

let school: School;
let url: string;
let teacher: Page;
let slips: Slips;
/** Addresses of the class, of its quiz and of the assignment. */
let klass: string;
let quiz: string;
let assignment: string;

beforeAll(async () => {
	school = await openSchool(await onMadePglite());
	({ url } = school.server);
	({ teacher, klass, slips } = await openClass(school, '8d', 3));
	await makeTest(teacher, url, TITLE);
	quiz = teacher.url().replace(/\/assign$/, '');
	await assignTo(teacher, '8d');
	await teacher.getByText('On the class server: they have it').waitFor();
	assignment = teacher.url().replace(/\/hand-out$/, '');
	withoutMouse(teacher);
});

afterAll(async () => {
	await school?.close();
});

function withoutMouse(page: Page): void {
	for (const pointer of ['click', 'dblclick'] as const)
		page.mouse[pointer] = () => Promise.reject(new Error('There is no mouse.'));
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Types into a field that Tab gets to. */
async function type(page: Page, label: string, text: string): Promise<void> {
	const field = page.getByLabel(label);
	await press(page, field, 'Control+A');
	await page.keyboard.type(text);
}

/** Answers the question that is shown and goes on; whether there was another. */
async function answerByKeys(page: Page): Promise<boolean> {
	const question = page.locator('main h1');
	const field = page.getByRole('textbox', { name: 'Your answer' });
	const options = page.getByRole('radio');
	await field.or(options.first()).first().waitFor();
	const asked = await question.innerText();
	if (await field.isVisible()) {
		await press(page, field, 'Control+A');
		await page.keyboard.type('Syria');
	} else await press(page, options.first(), 'Space');
	const next = button(page, /^Next$/);
	if (!(await next.isVisible())) return false;
	await press(page, next);
	await expect.poll(() => question.innerText()).not.toBe(asked);
	return true;
}

it('a pupil joins, sits a Test and hands it in without a mouse', async () => {
	const { page } = await school.device({ viewport: DESK });
	withoutMouse(page);
	await page.goto(`${url}/join`);
	await page.getByLabel('Class code').waitFor();
	expect(await unseenStops(page)).toMatchObject({ unseen: [] });
	await type(page, 'Class code', slips.code);
	await type(page, 'Your number', '1');
	await type(page, 'PIN', slips.pins[0] ?? '');
	await page.keyboard.press('Enter');
	await expect.poll(() => hasFocus(page.getByRole('heading', { name: 'You are in' }))).toBe(true);
	await press(page, page.getByRole('link', { name: 'See what your class has' }));
	await press(page, page.getByRole('link', { name: new RegExp(TITLE) }).first());
	await button(page, 'Start').waitFor();
	expect(await unseenStops(page)).toMatchObject({ unseen: [] });
	await press(page, button(page, 'Start'));
	let more = await answerByKeys(page);
	expect(await unseenStops(page)).toMatchObject({ unseen: [] });
	while (more) more = await answerByKeys(page);
	await press(page, button(page, 'Hand in').first());
	const sure = page.locator('dialog[open]').getByRole('button', { name: 'Hand in' });
	const done = page.getByText('Your teacher’s server has it').first();
	await press(page, sure);
	const left = page.getByRole('heading', { name: 'Hand in now?' });
	await left.or(done).first().waitFor();
	if (await left.isVisible()) await press(page, sure);
	await done.waitFor();
});

it('a teacher watches, takes, prints and releases without a mouse', async () => {
	await teacher.goto(`${assignment}/live`);
	await expect.poll(() => tileOf(teacher, 1).innerText()).toContain('handed in');
	await press(teacher, teacher.locator('summary', { hasText: 'Not handed in' }));
	await teacher.getByText('Nobody has answers saved').waitFor();
	expect(await unseenStops(teacher)).toMatchObject({ unseen: [] });
	await press(teacher, button(teacher, 'Full screen'));
	await press(teacher, button(teacher, 'Leave full screen'));

	await press(teacher, teacher.getByRole('link', { name: 'To the results' }).first());
	await teacher.getByRole('heading', { level: 1, name: TITLE }).waitFor();
	await press(teacher, teacher.getByRole('link', { name: 'Paper and key' }));
	await teacher.getByText('One answer to each question').first().waitFor();
	expect(await unseenStops(teacher)).toMatchObject({ unseen: [] });
	await press(teacher, teacher.getByRole('link', { name: 'To the results' }).first());

	await press(teacher, button(teacher, 'Release feedback'));
	await press(teacher, button(teacher, 'Release now'));
	await teacher.getByText(/^(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}$/).waitFor();
	await teacher.keyboard.press('Escape');
	await button(teacher, 'Release code').waitFor();
	// What was left by Escape gives the focus back, and nothing keeps it.
	expect(await unseenStops(teacher)).toMatchObject({ unseen: [] });
});

it('axe finds nothing on the pages of a class that is on the server', async () => {
	const pages = [
		...['', '/server', '/server/slips', '/slips', '/marks', '/parents'].map((at) => klass + at),
		...['', '/hand-out', '/live', '/print', '/present'].map((at) => assignment + at),
		...['', '/print', '/present'].map((at) => quiz + at)
	];
	const found: string[] = [];
	for (const [viewport, colorScheme] of [
		[DESK, 'light'],
		[PHONE, 'dark']
	] as const) {
		await teacher.setViewportSize(viewport);
		await teacher.emulateMedia({ colorScheme });
		for (const address of pages) {
			await teacher.goto(address);
			await teacher.locator('main h1').first().waitFor();
			const at = `${new URL(address).pathname}, ${colorScheme}`;
			found.push(...(await axeFindings(teacher)).map((finding) => `${at}: ${finding}`));
			const isTooWide = await teacher.evaluate(
				() => document.documentElement.scrollWidth > innerWidth
			);
			if (isTooWide) found.push(`${at}: wider than the screen`);
		}
	}
	expect(found).toEqual([]);
});
