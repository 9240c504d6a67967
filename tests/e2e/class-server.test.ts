import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDatabase } from '../server/support/databases.ts';
import { setUpCode, startApp, type AppServer } from './support/app-server.ts';
import { axeFindings } from './support/axe.ts';
import { DESK, openProfile, type Profile } from './support/browser.ts';
import {
	answerTest,
	assignTo,
	button,
	either,
	handIn,
	makeClass,
	makeTest
} from './support/class-people.ts';

const TITLE = 'Aleppo: who is who';

/** Where a class server keeps its rows, and how that is made away with. */
interface Place {
	env: Record<string, string>;
	clear(): Promise<void>;
}

async function onPglite(): Promise<Place> {
	const folder = mkdtempSync(join(tmpdir(), 'recount-class-'));
	const clear = async () => rmSync(folder, { recursive: true, force: true });
	return { env: { CLASS_SERVER: 'on', CLASS_DATA: folder, DATABASE_URL: '' }, clear };
}

async function onPostgres(server: string): Promise<Place> {
	const database = await newDatabase(server);
	return {
		env: { CLASS_SERVER: 'on', DATABASE_URL: database.url },
		clear: () => database.drop()
	};
}

const postgres = process.env.TEST_DATABASE_URL;
if (!postgres)
	console.info('TEST_DATABASE_URL is not set: the class server is not tested on PostgreSQL.');
const stores: [string, () => Promise<Place>][] = [
	['PGlite', onPglite],
	...(postgres
		? [['PostgreSQL', () => onPostgres(postgres)] as [string, () => Promise<Place>]]
		: [])
];

/** A device that can make passkeys and always says yes. */
async function giveAuthenticator({ context, page }: Profile): Promise<void> {
	const client = await context.newCDPSession(page);
	await client.send('WebAuthn.enable');
	await client.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true
		}
	});
}

/** Class code and PINs by number, as they stand on the printed slips. */
async function slipsOf(page: Page): Promise<{ code: string; pins: string[] }> {
	await either(page, 'Print the PINs').click();
	const slips = page.locator('main li, main article').filter({ hasText: /PIN/ });
	await slips.nth(2).waitFor();
	const texts = (await slips.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '));
	const code = /[0-9A-Z]{3}-[0-9A-Z]{4}/.exec(texts[0] ?? '')?.[0] ?? '';
	return { code, pins: texts.map((text) => /\d{6}/.exec(text)?.[0] ?? '') };
}

describe.each(stores)('a class with the class server on %s', (_, make) => {
	let place: Place;
	let server: AppServer;
	let teacher: Profile;
	let code: string;
	let pins: string[];
	let live: string;
	const pupils: Profile[] = [];

	beforeAll(async () => {
		place = await make();
		server = await startApp(0, 'build', place.env);
		teacher = await openProfile({ viewport: DESK });
		await giveAuthenticator(teacher);
	});

	afterAll(async () => {
		await Promise.all(pupils.map((pupil) => pupil.close()));
		await teacher?.close();
		await server?.stop();
		await place?.clear();
	});

	/** A pupil's device that joined the class. */
	async function joins(no: number): Promise<Profile> {
		const pupil = await openProfile();
		pupils.push(pupil);
		const { page } = pupil;
		await page.goto(`${server.url}/assigned`);
		await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
		await either(page, 'Join a class with a code').click();
		await page.getByLabel('Class code').fill(code.toLowerCase());
		await page.getByLabel('Your number').fill(`${no}`);
		await page.getByLabel('PIN').fill(pins[no - 1] ?? '');
		await button(page, 'Join').click();
		await page.getByRole('heading', { name: 'You are in' }).waitFor();
		return pupil;
	}

	const tile = (no: number) =>
		teacher.page
			.locator('main li')
			.filter({ has: teacher.page.locator('b', { hasText: new RegExp(`^${no}$`) }) });

	it('has its first teacher by the printed code and a passkey', async () => {
		const printed = await setUpCode(server);
		const { page } = teacher;
		await page.goto(`${server.url}/teach/server`);
		await page.getByLabel('Set-up code').fill(printed);
		await page.getByLabel(/^Your name/).fill('Ada');
		await button(page, 'Make a passkey and go on').click();
		await page.getByRole('heading', { name: 'Keep these ten recovery codes' }).waitFor();
		expect(
			await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').count()
		).toBe(10);
		await page.getByText('I have kept them').click();
		await button(page, 'Go on').click();
		await page.getByText('Signed in as Ada').waitFor();
		await button(page, 'Sign out').click();
		await button(page, 'Sign in with a passkey').click();
		await page.getByText('Signed in as Ada').waitFor();
		// Behind the passkeys: once it has run, the virtual authenticator is asked no more.
		expect(await axeFindings(page)).toEqual([]);
	});

	it('is put there, with a PIN for each pupil, and gets a Test', async () => {
		const { page } = teacher;
		await makeClass(page, server.url, '9b', 3);
		await page
			.getByRole('link', { name: /On the class server/ })
			.first()
			.click();
		await button(page, 'Put it on the server').click();
		await page.getByText('PIN').first().waitFor();
		({ code, pins } = await slipsOf(page));
		expect(code).not.toBe('');
		expect(new Set(pins).size).toBe(3);
		await makeTest(page, server.url, TITLE);
		await assignTo(page, '9b');
		await page.getByText('On the class server: they have it').waitFor();
		await either(page, 'Live').click();
		await page.getByRole('heading', { name: `${TITLE}, live` }).waitFor();
		live = page.url();
	});

	it('refuses a wrong PIN, and a classmate who guesses', async () => {
		const guesser = await openProfile();
		pupils.push(guesser);
		const { page } = guesser;
		await page.goto(`${server.url}/join`);
		await page.getByLabel('Class code').fill(code);
		await page.getByLabel('Your number').fill('1');
		await page.getByLabel('PIN').fill(pins[0] === '482915' ? '482916' : '482915');
		await button(page, 'Join').click();
		await page.getByText('You have 9 more tries').waitFor();
		expect(await axeFindings(page)).toEqual([]);
	});

	it('works offline, and its answers come by themselves', async () => {
		const first = await joins(1);
		await first.page.goto(`${server.url}/assigned`);
		await first.page
			.getByRole('link', { name: new RegExp(TITLE) })
			.first()
			.click();
		await button(first.page, 'Start').waitFor();
		await teacher.page.goto(live);
		await expect.poll(() => tile(1).innerText(), { timeout: 20_000 }).toContain('ready');
		await first.context.setOffline(true);
		await first.page.reload();
		await button(first.page, 'Start').click();
		await answerTest(first.page, 'Russia');
		await handIn(first.page, first.page.getByText('Saved on this device').first());
		expect(await tile(1).innerText()).toContain('ready');
		await first.context.setOffline(false);
		await expect.poll(() => tile(1).innerText(), { timeout: 60_000 }).toContain('handed in');
		await first.page.getByText('Your teacher’s server has it').first().waitFor();
	});

	it('shows who is working, answer by answer', async () => {
		const second = await joins(2);
		const { page } = second;
		await page.goto(`${server.url}/assigned`);
		await page
			.getByRole('link', { name: new RegExp(TITLE) })
			.first()
			.click();
		await button(page, 'Start').click();
		await answerTest(page, 'Syria', 3);
		await expect.poll(() => tile(2).innerText(), { timeout: 30_000 }).toMatch(/working[^]*3 of/);
		expect(await axeFindings(teacher.page)).toEqual([]);
		await answerTest(page, 'Syria');
		await handIn(page, page.getByText('Your teacher’s server has it').first());
		await expect.poll(() => tile(2).innerText(), { timeout: 30_000 }).toContain('handed in');
		expect(await tile(3).innerText()).toContain('away');
	});

	it('never has what is right on a device before the release', async () => {
		const { page } = pupils.at(-1) ?? teacher;
		const text = await page.evaluate(async () => {
			const [database] = (await indexedDB.databases()).filter((each) =>
				/^recount-[0-9a-f]{8}-/.test(each.name ?? '')
			);
			const open = indexedDB.open(database?.name ?? '');
			await new Promise((done) => (open.onsuccess = done));
			const rows = open.result.transaction('handouts').objectStore('handouts').getAll();
			await new Promise((done) => (rows.onsuccess = done));
			open.result.close();
			return JSON.stringify(rows.result);
		});
		const { handout, released } = (JSON.parse(text) as [HandoutLike])[0];
		expect(released).toBeUndefined();
		expect(handout.sealedKey).toBeUndefined();
		expect(handout.quiz.bank).toMatchObject({ facts: [], names: [], reports: [] });
		expect(handout.quiz.bank.questions.map(({ explain }) => explain).join('')).toBe('');
		expect(handout.quiz.items.every((item) => !('right' in item))).toBe(true);
	});

	it('is marked, released and marked anew', async () => {
		const { page } = teacher;
		await page.goto(live.replace(/\/live$/, ''));
		await page.getByRole('table').first().waitFor();
		await expect.poll(() => page.getByText('not sat: 3').first().isVisible()).toBe(true);
		await button(page, 'Release feedback').click();
		await button(page, 'Release now').click();
		const pupil = pupils.at(-1)?.page ?? page;
		await pupil.goto(`${server.url}/assigned`);
		await pupil
			.getByRole('link', { name: new RegExp(TITLE) })
			.first()
			.click();
		await pupil
			.getByText(/Marked at school/)
			.first()
			.waitFor({ timeout: 60_000 });
		await pupil.getByRole('link', { name: 'See what was right' }).first().click();
		await pupil.getByRole('heading', { name: /of 1?\d/ }).waitFor();
	});

	it('asks nobody else for anything', () => {
		for (const { strangers } of [teacher, ...pupils]) expect(strangers).toEqual([]);
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
