import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setUpCode } from './support/app-server.ts';
import { axeFindings } from './support/axe.ts';
import { DESK, type Profile } from './support/browser.ts';
import {
	answerTest,
	assignTo,
	button,
	either,
	handIn,
	makeClass,
	makeTest
} from './support/class-people.ts';
import {
	becomeTeacher,
	giveAuthenticator,
	onPglite,
	onPostgres,
	openAssigned,
	openSchool,
	putOnServer,
	readyOffline,
	slipsOf,
	tileOf,
	typeSlip,
	type Place,
	type School,
	type Slips
} from './support/class-school.ts';
import { rowsOf } from './support/store.ts';

const TITLE = 'Aleppo: who is who';

const postgres = process.env.TEST_DATABASE_URL;
if (!postgres)
	console.info('TEST_DATABASE_URL is not set: the class server is not tested on PostgreSQL.');
const stores: [string, () => Promise<Place>][] = [
	['PGlite', onPglite],
	...(postgres
		? [['PostgreSQL', () => onPostgres(postgres)] as [string, () => Promise<Place>]]
		: [])
];

describe.each(stores)('a class with the class server on %s', (store, make) => {
	let school: School;
	let url: string;
	let teacher: Page;
	let slips: Slips;
	let live: string;
	let last: Page;

	beforeAll(async () => {
		school = await openSchool(await make());
		({ url } = school.server);
		const profile = await school.device({ viewport: DESK });
		await giveAuthenticator(profile);
		teacher = profile.page;
	});

	afterAll(async () => {
		await school?.close();
	});

	/** A pupil's device that joined the class. */
	async function joins(no: number): Promise<Profile> {
		const pupil = await school.device();
		last = pupil.page;
		await last.goto(`${url}/assigned`);
		await readyOffline(last);
		await either(last, 'Join a class with a code').click();
		await typeSlip(last, slips, no);
		await last.getByRole('heading', { name: 'You are in' }).waitFor();
		return pupil;
	}

	const tile = (no: number) => tileOf(teacher, no);

	it('has its first teacher by the printed code and a passkey', async () => {
		const printed = await setUpCode(school.server);
		await teacher.goto(`${url}/teach/server`);
		await teacher.getByLabel('Set-up code').fill(printed);
		const codes = await becomeTeacher(teacher, 'Ada');
		expect(new Set(codes).size).toBe(10);
		await button(teacher, 'Sign out').click();
		await button(teacher, 'Sign in with a passkey').click();
		await teacher.getByText('Signed in as Ada').waitFor();
		// Behind the passkeys: once it has run, the virtual authenticator is asked no more.
		expect(await axeFindings(teacher)).toEqual([]);
	});

	it('is put there, with a PIN for each pupil, and gets a Test', async () => {
		await makeClass(teacher, url, '9b', 3);
		await putOnServer(teacher);
		slips = await slipsOf(teacher);
		expect(slips.code).not.toBe('');
		expect(new Set(slips.pins).size).toBe(3);
		await makeTest(teacher, url, TITLE);
		await assignTo(teacher, '9b');
		await teacher.getByText('On the class server: they have it').waitFor();
		await either(teacher, 'Live').click();
		await teacher.getByRole('heading', { name: `${TITLE}, live` }).waitFor();
		live = teacher.url();
	});

	// The same whatever the store is.
	it.runIf(store === 'PGlite')('refuses a wrong PIN, and a classmate who guesses', async () => {
		const { page } = await school.device();
		await page.goto(`${url}/join`);
		const wrong = slips.pins[0] === '482915' ? '482916' : '482915';
		await typeSlip(page, { ...slips, pins: [wrong] }, 1);
		await page.getByText('You have 9 more tries').waitFor();
		expect(await axeFindings(page)).toEqual([]);
	});

	it('works offline, and its answers come by themselves', async () => {
		const { page, context } = await joins(1);
		await openAssigned(page, url, TITLE);
		await button(page, 'Start').waitFor();
		await expect.poll(() => tile(1).innerText(), { timeout: 20_000 }).toContain('ready');
		await context.setOffline(true);
		await page.reload();
		await button(page, 'Start').click();
		await answerTest(page, 'Russia');
		await handIn(page, page.getByText('Saved on this device').first());
		expect(await tile(1).innerText()).toContain('ready');
		await context.setOffline(false);
		await expect.poll(() => tile(1).innerText(), { timeout: 60_000 }).toContain('handed in');
		await page.getByText('Your teacher’s server has it').first().waitFor();
	});

	it('shows who is working, answer by answer', async () => {
		const { page } = await joins(2);
		await openAssigned(page, url, TITLE);
		await button(page, 'Start').click();
		await answerTest(page, 'Syria', 3);
		await expect.poll(() => tile(2).innerText(), { timeout: 30_000 }).toMatch(/working[^]*3 of/);
		expect(await axeFindings(teacher)).toEqual([]);
		await answerTest(page, 'Syria');
		await handIn(page, page.getByText('Your teacher’s server has it').first());
		await expect.poll(() => tile(2).innerText(), { timeout: 30_000 }).toContain('handed in');
		expect(await tile(3).innerText()).toContain('away');
	});

	it('never has what is right on a device before the release', async () => {
		const [row] = await rowsOf<HandoutLike>(last, 'handouts');
		if (!row) throw new Error('no handout');
		const { handout, released } = row;
		expect(released).toBeUndefined();
		expect(handout.sealedKey).toBeUndefined();
		expect(handout.quiz.bank).toMatchObject({ facts: [], names: [], reports: [] });
		expect(handout.quiz.bank.questions.map(({ explain }) => explain).join('')).toBe('');
		expect(handout.quiz.items.every((item) => !('right' in item))).toBe(true);
	});

	it('is marked, released and marked anew', async () => {
		await teacher.goto(live.replace(/\/live$/, ''));
		await teacher.getByRole('table').first().waitFor();
		await expect.poll(() => teacher.getByText('not sat: 3').first().isVisible()).toBe(true);
		await button(teacher, 'Release feedback').click();
		// A device that asks before it is there asks again only half a minute later.
		const told = teacher.waitForResponse((response) => response.request().method() === 'PUT');
		await button(teacher, 'Release now').click();
		await told;
		await teacher.getByText('The class server has the release').waitFor();
		await openAssigned(last, url, TITLE);
		await last
			.getByText(/Marked at school/)
			.first()
			.waitFor({ timeout: 60_000 });
		await last.getByRole('link', { name: 'See what was right' }).first().click();
		await last.getByRole('heading', { name: /of 1?\d/ }).waitFor();
	});

	it('asks nobody else for anything', () => {
		expect(school.people.flatMap(({ strangers }) => strangers)).toEqual([]);
	});
});

interface HandoutLike {
	handout: {
		sealedKey?: string;
		quiz: {
			bank: { facts: []; names: []; reports: []; questions: { explain: string }[] };
			items: object[];
		};
	};
	released?: object;
}
