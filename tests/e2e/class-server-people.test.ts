import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import type { Profile } from './support/browser.ts';
import { answerTest, assignTo, button, either, handIn, makeTest } from './support/class-people.ts';
import {
	joinClass,
	onMadePglite,
	openAssigned,
	openClass,
	openSchool,
	tileOf,
	typeSlip,
	type School,
	type Slips
} from './support/class-school.ts';
import { rowsOf } from './support/store.ts';

const TITLE = 'Aleppo: who did what';
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

let school: School;
let url: string;
let teacher: Page;
let slips: Slips;
/** Addresses of the class's page on the server, and of the assignment. */
let onServer: string;
let assignment: string;

beforeAll(async () => {
	school = await openSchool(await onMadePglite());
	({ url } = school.server);
	({ teacher, onServer, slips } = await openClass(school, '9c', 4));
	await makeTest(teacher, url, TITLE);
	const closing = new Date(Date.now() + HOUR_MS);
	closing.setSeconds(0, 0);
	const local = new Date(closing.getTime() - closing.getTimezoneOffset() * MINUTE_MS);
	await teacher.getByLabel(/^Closes/).fill(local.toISOString().slice(0, 16));
	await teacher.getByText('10 min', { exact: true }).click();
	await assignTo(teacher, '9c');
	await teacher.getByText('On the class server: they have it').waitFor();
	assignment = teacher.url().replace(/\/hand-out$/, '');
});

afterAll(async () => {
	await school?.close();
});

/** A pupil's device that joined by a slip. */
async function joins(no: number, clockOffMs = 0): Promise<Profile> {
	const pupil = await school.device();
	if (clockOffMs) await pupil.page.clock.install({ time: Date.now() + clockOffMs });
	await joinClass(pupil.page, url, { slips, no });
	return pupil;
}

/** A pupil's row in the table of marks. */
const rowOf = (no: number) =>
	teacher
		.locator('main table tbody tr')
		.filter({ has: teacher.getByText(`${no}`.padStart(2, '0'), { exact: true }) });

describe('a personal link', () => {
	let link: string;
	let pupil: Page;

	it('signs one device in, without a PIN', async () => {
		await teacher.goto(onServer);
		await button(teacher, 'More for number 1').click();
		await button(teacher, 'Personal link, Number 1').click();
		const dialog = teacher.locator('dialog[open]');
		const text = dialog.getByText(/^https?:.*#/);
		await text.waitFor();
		link = await text.innerText();
		expect(await axeFindings(teacher)).toEqual([]);
		await button(teacher, 'Close').click();
		({ page: pupil } = await school.device());
		await pupil.goto(link);
		await pupil.getByText('9c, number 1').waitFor();
		expect(pupil.url()).toBe(`${url}/join`);
	});

	it('signs nobody in a second time', async () => {
		const { page } = await school.device();
		await page.goto(link);
		await page.getByText('This link was used already').waitFor();
		expect(await axeFindings(page)).toEqual([]);
		await page.goto(`${url}/assigned`);
		await page.getByText('Nothing from a class yet').waitFor();
	});

	it('is taken back, and the device with it', async () => {
		await pupil.goto(`${url}/assigned`);
		await pupil.getByText('In touch with your class server').waitFor();
		await button(teacher, 'Take the link back, Number 1').click();
		await teacher.getByText('is worth nothing now').waitFor();
		await pupil.reload();
		await pupil.getByText('no longer knows this device').waitFor();
		expect(await axeFindings(pupil)).toEqual([]);
		await either(pupil, 'Sign in again').click();
		await typeSlip(pupil, slips, 1);
		await pupil.getByRole('heading', { name: 'You are in' }).waitFor();
	});
});

describe('what was saved and never handed in', () => {
	it('is taken, marked and told to the device, which loses nothing', async () => {
		const { page, context } = await joins(2);
		await openAssigned(page, url, TITLE);
		await button(page, 'Start').click();
		await answerTest(page, 'Syria', 3);
		await page.getByText('3 of 3 answers saved at school').waitFor();
		await context.setOffline(true);
		await answerTest(page, 'Russia', 1);
		const before = await rowsOf(page, 'answers');

		await teacher.goto(`${assignment}/live`);
		await expect.poll(() => tileOf(teacher, 2).innerText()).toContain('working');
		await teacher.getByText('Not handed in').click();
		await button(teacher, 'Take it, Number 2').click();
		expect(await axeFindings(teacher)).toEqual([]);
		await button(teacher.locator('dialog[open]'), 'Take it').click();
		await teacher.getByText('What was saved of number 2 is taken').waitFor();
		await expect.poll(() => tileOf(teacher, 2).innerText()).toContain('handed in');
		await teacher.goto(assignment);
		await expect.poll(() => rowOf(2).locator('.mark').innerText()).toMatch(/^\d.* of \d/);

		await context.setOffline(false);
		await page.getByText('Your teacher has taken in what was saved').waitFor();
		expect(await rowsOf(page, 'answers')).toEqual(before);
		await answerTest(page, 'Russia');
		await handIn(page, page.getByText('Your teacher’s server has it').first());
	});
});

/** A submission or an arrival as the teacher's device keeps it; times are epoch ms. */
interface Came {
	no: number;
	at?: number;
	startedAt?: number;
	finishedAt?: number;
}

describe('a clock that is wrong', () => {
	it.each([
		{ no: 3, offMs: 3 * HOUR_MS, told: '180 minutes ahead', doubt: 'finished after it arrived' },
		{ no: 4, offMs: -3 * HOUR_MS, told: '180 minutes behind', doubt: '' }
	])('counts for nothing: $told', async ({ no, offMs, told, doubt }) => {
		const { page } = await joins(no, offMs);
		await openAssigned(page, url, TITLE);
		await page.getByText(told).waitFor();
		await button(page, 'Start').click();
		await answerTest(page, 'Syria', 2);
		// Its time limit runs out all the same.
		await page.clock.fastForward(11 * MINUTE_MS);
		const before = Date.now();
		await page.getByText('Your teacher’s server has it').first().waitFor();
		await teacher.goto(`${assignment}/live`);
		await expect.poll(() => tileOf(teacher, no).innerText()).toContain('handed in');
		await teacher.goto(assignment);
		await expect.poll(() => rowOf(no).locator('.mark').innerText()).toMatch(/^\d.* of \d/);
		expect(await rowOf(no).locator('.notes').innerText()).toContain(doubt);
		const arrivals = await rowsOf<Came>(teacher, 'arrivals');
		const arrived = arrivals.find((each) => each.no === no)?.at ?? 0;
		expect(Math.abs(arrived - before)).toBeLessThan(MINUTE_MS);
	});
});

describe('what is taken off the server', () => {
	it('goes from pupils’ devices: an assignment, also one that is being sat', async () => {
		const { page, context } = await joins(1);
		await openAssigned(page, url, TITLE);
		await button(page, 'Start').click();
		await answerTest(page, 'Syria', 2);
		await page.getByText('2 of 2 answers saved at school').waitFor();
		await context.setOffline(true);
		await answerTest(page, 'Russia', 1);

		await teacher.goto(assignment);
		await button(teacher, 'Delete this assignment').click();
		expect(await axeFindings(teacher)).toEqual([]);
		const told = teacher.waitForResponse((response) => response.request().method() === 'DELETE');
		await button(teacher.locator('dialog[open]'), 'Delete it').click();
		await teacher.waitForURL(/\/teach\/class\/[^/]+$/);
		await told;

		await context.setOffline(false);
		await expect
			.poll(() => rowsOf(page, 'handouts').then(({ length }) => length), { timeout: 20_000 })
			.toBe(0);
		expect(await rowsOf(page, 'sittings')).toEqual([]);
		await page.goto(`${url}/assigned`);
		await page.getByText('In touch with your class server').waitFor();
		expect(await page.getByText(TITLE).count()).toBe(0);
	});

	it('comes back with no late sync: a class', async () => {
		const pupil = school.people.at(-1);
		if (!pupil) throw new Error('nobody');
		await makeTest(teacher, url, TITLE);
		await assignTo(teacher, '9c');
		await teacher.getByText('On the class server: they have it').waitFor();
		await openAssigned(pupil.page, url, TITLE);
		await pupil.context.setOffline(true);
		await button(pupil.page, 'Start').click();
		await answerTest(pupil.page, 'Syria');
		await handIn(pupil.page, pupil.page.getByText('Saved on this device').first());

		await teacher.goto(onServer);
		await button(teacher, 'Take 9c off the server').click();
		const sure = teacher.locator('dialog[open]');
		await sure.getByRole('textbox').fill('9c');
		await button(sure, 'Take it off').click();
		await teacher.getByText('Put 9c on the class server').waitFor();

		await pupil.context.setOffline(false);
		await pupil.page.getByText('no longer has you in this class').first().waitFor();
		expect(await axeFindings(pupil.page)).toEqual([]);
		await pupil.page.goto(`${url}/assigned`);
		await button(pupil.page, 'Take the class off this device').click();
		await button(pupil.page.locator('dialog[open]'), 'Leave').click();
		await pupil.page.getByText('Nothing from a class yet').waitFor();
		expect(await rowsOf(pupil.page, 'handouts')).toEqual([]);
		await teacher.goto(`${url}/teach/server`);
		await teacher.getByText('Signed in as Ada').waitFor();
		expect(await teacher.getByText('9c').count()).toBe(0);
	});

	it('asked nobody else for anything', () => {
		expect(school.people.flatMap(({ strangers }) => strangers)).toEqual([]);
	});
});
