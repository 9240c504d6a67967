import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { newDatabase } from '../../server/support/databases.ts';
import { emptyDatabase } from '../../server/support/empty-database.ts';
import { firstTeacher } from '../../server/support/school.ts';
import { setUpCode, startApp, type AppServer } from './app-server.ts';
import { DESK, openProfile, type Profile } from './browser.ts';
import { button, either, makeClass } from './class-people.ts';

/** Where a class server keeps its rows, and how that is made away with. */
export interface Place {
	env: Record<string, string>;
	clear(): Promise<void>;
}

/** A folder of its own, for PGlite: empty, as a first start finds it. */
export function onPglite(): Promise<Place> {
	const folder = mkdtempSync(join(tmpdir(), 'recount-class-'));
	const clear = async () => rmSync(folder, { recursive: true, force: true });
	return Promise.resolve({
		env: { CLASS_SERVER: 'on', CLASS_DATA: folder, DATABASE_URL: '' },
		clear
	});
}

/** The same with a database that is made already, which takes PGlite longest: nothing is in it. */
export async function onMadePglite(): Promise<Place> {
	const place = await onPglite();
	const folder = join(place.env.CLASS_DATA ?? '', 'pglite');
	mkdirSync(folder);
	const input = Buffer.from(await (await emptyDatabase()).arrayBuffer());
	const { status } = spawnSync('tar', ['-x', '-f', '-', '-C', folder], { input });
	// Without tar the server makes one itself.
	if (status !== 0) rmSync(folder, { recursive: true });
	return place;
}

/** A database of its own, on a PostgreSQL that runs. */
export async function onPostgres(server: string): Promise<Place> {
	const database = await newDatabase(server);
	return {
		env: { CLASS_SERVER: 'on', DATABASE_URL: database.url },
		clear: () => database.drop()
	};
}

/** A class server with everybody who was on a device of their own there. */
export interface School {
	server: AppServer;
	/** Opens somebody's browser; it is closed with the school. */
	device: typeof openProfile;
	/** Everybody, in the order they came. */
	people: Profile[];
	/** Starts the server anew where it was, so many days later by its clock. */
	later(days: number): Promise<void>;
	close(): Promise<void>;
}

const DAY_MS = 86_400_000;

/** Loaded before the server: its clock is ahead from then on. */
function clockAhead(ms: number): string {
	const script = `const now=Date.now;globalThis.Date=class extends Date{constructor(...of){of.length?super(...of):super(now()+${ms})}static now(){return now()+${ms}}}`;
	return `--import=data:text/javascript,${encodeURIComponent(script)}`;
}

/** Starts a class server on a place. */
export async function openSchool(place: Place): Promise<School> {
	let server = await startApp(0, 'build', place.env);
	const people: Profile[] = [];
	return {
		server,
		people,
		async later(days) {
			await server.stop();
			const env = { ...place.env, NODE_OPTIONS: clockAhead(days * DAY_MS) };
			server = await startApp(server.port, 'build', env);
		},
		async device(options) {
			const profile = await openProfile(options);
			people.push(profile);
			return profile;
		},
		async close() {
			await Promise.all(people.map((person) => person.close()));
			await server.stop();
			await place.clear();
		}
	};
}

/** A device that can make passkeys and always says yes. */
export async function giveAuthenticator({ context, page }: Profile): Promise<void> {
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

/** Makes a passkey for a name, where the page asks for a code; the ten recovery codes. */
export async function becomeTeacher(page: Page, name: string): Promise<string[]> {
	await page.getByLabel(/^Your name/).fill(name);
	await button(page, 'Make a passkey and go on').click();
	const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
	await codes.first().waitFor();
	const texts = await codes.allInnerTexts();
	await page.getByText('I have kept them').click();
	await button(page, 'Go on').click();
	await page.getByText(`Signed in as ${name}`).waitFor();
	return texts;
}

/** Puts the class whose page is open on the server; its page there is open then. */
export async function putOnServer(page: Page): Promise<void> {
	await page
		.getByRole('link', { name: /On the class server/ })
		.first()
		.click();
	await button(page, 'Put it on the server').click();
	await either(page, 'Print the PINs').waitFor();
}

/** What pupils join with: the class code, and a PIN by number. */
export interface Slips {
	code: string;
	pins: string[];
}

/** Class code and PINs by number, as they stand on the printed slips. */
export async function slipsOf(page: Page): Promise<Slips> {
	await either(page, 'Print the PINs').click();
	await page.getByRole('heading', { name: /^PINs of/ }).waitFor();
	const slips = page.locator('main li, main article').filter({ hasText: /PIN/ });
	await slips.nth(2).waitFor();
	const texts = (await slips.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '));
	const code = /[0-9A-Z]{3}-[0-9A-Z]{4}/.exec(texts[0] ?? '')?.[0] ?? '';
	return { code, pins: texts.map((text) => /\d{6}/.exec(text)?.[0] ?? '') };
}

/** A class on the server, as its teacher's browser has it. */
interface TaughtClass {
	teacher: Page;
	/** Addresses of the class's page, and of its page on the server. */
	klass: string;
	onServer: string;
	slips: Slips;
}

/** The first teacher with a class on the server: signed in behind the page's back, which is quicker than a passkey. */
export async function openClass(
	{ server, device }: School,
	name: string,
	pupils: number
): Promise<TaughtClass> {
	const { url } = server;
	const [{ cookie }, profile] = await Promise.all([
		setUpCode(server).then((code) => firstTeacher({ url }, code)),
		device({ viewport: DESK })
	]);
	const [key = '', value = ''] = cookie.split('=');
	await profile.context.addCookies([{ name: key, value, url }]);
	const teacher = profile.page;
	await makeClass(teacher, url, name, pupils);
	const klass = teacher.url();
	await putOnServer(teacher);
	const onServer = teacher.url();
	return { teacher, klass, onServer, slips: await slipsOf(teacher) };
}

/** Types what stands on a pupil's slip and joins. */
export async function typeSlip(page: Page, { code, pins }: Slips, no: number): Promise<void> {
	await page.getByLabel('Class code').fill(code.toLowerCase());
	await page.getByLabel('Your number').fill(`${no}`);
	await page.getByLabel('PIN').fill(pins[no - 1] ?? '');
	await button(page, 'Join').click();
}

/** Joins a class by a slip; says what the page says where that is refused. */
export async function joinClass(
	page: Page,
	url: string,
	{ slips, no }: { slips: Slips; no: number }
): Promise<void> {
	await page.goto(`${url}/join`);
	await typeSlip(page, slips, no);
	const isIn = page.getByRole('heading', { name: 'You are in' });
	await isIn.waitFor().catch(async (cause) => {
		throw new Error(await page.locator('main').innerText(), { cause });
	});
}

/** Opens what the class was given, as a pupil does. */
export async function openAssigned(page: Page, url: string, title: string): Promise<void> {
	await page.goto(`${url}/assigned`);
	await page
		.getByRole('link', { name: new RegExp(title) })
		.first()
		.click();
}

/** A pupil's tile in the live view. */
export function tileOf(page: Page, no: number): Locator {
	const number = page.locator('b', { hasText: new RegExp(`^${no}$`) });
	return page.locator('main li').filter({ has: number });
}

/** Waits until the app on a device works without a network. */
export async function readyOffline(page: Page): Promise<void> {
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}
