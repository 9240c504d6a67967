import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StudyEvent } from '#lib/domain/study/types.ts';
import type { StoredCard } from '#lib/storage/rows.ts';
import { openProfile, type Profile, type ProfileOptions } from '../e2e/support/browser.ts';
import * as inPage from './in-page.ts';
import type { OwnLibrary } from './own-bank.ts';
import { madeUpCards, ownRows, seedRows, type MoreCards } from './seed.ts';
import { quantile, type Figure } from './table.ts';

const ANSWERS = 30;
const WARM_UP = 3;
const COLD_RUNS = 5;
const SLOWER = 4;
/** A document of the app's origin without the app. */
const BARE = '/theme.js';

const RAW_REVIEW = 'raw strict put of event and card, get of a card, p50';
const RAW_FIRST = 'bare document, raw open, first due card, one frame';
const RAW_REPORTS = 'bare document, raw open, twenty own reports, one frame';

/** A browser and a server to try with. */
interface Setting {
	url: string;
	backend: ProfileOptions['backend'];
}

/** A seeded profile, opened anew for each measurement. */
interface Seeded extends Setting {
	open: () => Promise<Profile>;
	database: string;
	/** What is in it. */
	what: string;
}

/** First and next card of a learner with so many cards. */
export function measureCards(setting: Setting, count: number): Promise<Figure[]> {
	const what = `${count.toLocaleString('en')} cards`;
	const more = (shipped: number) => madeUpCards(Math.max(0, count - shipped));
	return seeded(setting, { what, more }, async (profile) => {
		const next = await nextCards(profile);
		return [...(await firstCards(profile)), ...next];
	});
}

/** The list of reports, first and next card of a learner with so many reports of their own. */
export function measureOwnReports(setting: Setting, own: OwnLibrary): Promise<Figure[]> {
	const what = `${own.rows.length.toLocaleString('en')} own reports`;
	const more = () => ({ metas: own.metas, fromDay: 0 });
	return seeded(setting, { what, more, own }, async (profile) => {
		await within(profile.open, (visit) => noteReports(visit, profile));
		const list = await firstReports(profile);
		const next = await nextCards(profile);
		return [...list, ...(await firstCards(profile)), ...next];
	});
}

/** The first visit reads everything, and notes what later ones list. */
async function noteReports(profile: Profile, { url, database }: Seeded): Promise<void> {
	await firstReport(profile, url);
	const isNoted = async () =>
		(await readRows<{ key: string }>(profile, database, 'settings')).some(
			({ key }) => key === 'report-heads'
		);
	while (!(await isNoted())) await profile.page.waitForTimeout(100);
}

async function readRows<T>({ page }: Profile, database: string, store: string): Promise<T[]> {
	const from: [string, string] = [database, store];
	return JSON.parse(await page.evaluate(inPage.readRows, from)) as T[];
}

/** What is put into a profile beside the shipped bank and its cards. */
interface Seed {
	what: string;
	more: (shipped: number) => MoreCards;
	own?: OwnLibrary;
}

async function seeded(
	setting: Setting,
	given: Seed,
	measure: (profile: Seeded) => Promise<Figure[]>
): Promise<Figure[]> {
	const folder = mkdtempSync(join(tmpdir(), 'recount-bench-'));
	const open = () => openBrowser(folder, setting.backend);
	try {
		const database = await within(open, (profile) => seed(profile, setting.url, given));
		return await measure({ ...setting, open, database, what: given.what });
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function openBrowser(folder: string, backend: Setting['backend']): Promise<Profile> {
	const profile = await openProfile({ profile: folder, backend });
	profile.page.setDefaultTimeout(120_000);
	// tsx gives functions their names through a helper that a page does not have.
	await profile.context.addInitScript({ content: 'globalThis.__name = (given) => given' });
	await profile.context.addInitScript(inPage.install);
	return profile;
}

async function within<T>(
	open: () => Promise<Profile>,
	work: (profile: Profile) => Promise<T>
): Promise<T> {
	const profile = await open();
	try {
		return await work(profile);
	} finally {
		await profile.close();
	}
}

/** Lets the app make its own learner and cards, then adds the others behind its back. */
async function seed(profile: Profile, url: string, { more, own }: Seed): Promise<string> {
	const { page } = profile;
	await page.goto(url);
	await page.getByRole('heading', { level: 1 }).first().waitFor();
	const { device, database } = await page.evaluate(inPage.findLearner);
	const put = (rows: object) =>
		page.evaluate(inPage.putRows, [database, JSON.stringify(rows)] as [string, string]);
	const read = <T>(store: string) => readRows<T>(profile, database, store);

	await put({ settings: [{ key: 'firstRunAt', value: Date.now() }] });
	await page.goto(url);
	await page.getByRole('navigation').first().waitFor();
	while (!(await read<{ key: string }>('settings')).some(({ key }) => key === 'deckEdition')) {
		await page.waitForTimeout(100);
	}
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	const shipped = { device, cards: await read<StoredCard>('cards') };
	const events = await read<StudyEvent>('events');
	await page.goto(url + BARE);
	for (const rows of own ? ownRows(own) : []) await put(rows);
	for (const rows of seedRows({ ...shipped, events }, more(shipped.cards.length))) await put(rows);
	return database;
}

async function nextCards({ open, url, database, what }: Seeded): Promise<Figure[]> {
	const { times, floors } = await within(open, (profile) => answers(profile, url, database));
	const common = { floor: quantile(floors, 0.5), floorIs: RAW_REVIEW };
	const painted = times.map((time) => time.painted);
	const here = times.map((time) => time.inPage);
	const next = `answer → next card painted, ${what}`;
	return [
		{
			...common,
			what: `answer → next card in the page, ${what}, p50`,
			ours: quantile(here, 0.5)
		},
		{ ...common, what: `${next}, p50`, ours: quantile(painted, 0.5), budget: '≤ 16 ms' },
		{ ...common, what: `${next}, p95`, ours: quantile(painted, 0.95), budget: '≤ 50 ms' }
	];
}

/** The times of some answers, each beside the floor of one. */
async function answers({ page }: Profile, url: string, database: string) {
	await page.goto(`${url}/review`);
	await page.evaluate(() => window.bench.firstCard);
	const times: inPage.AnswerTimes[] = [];
	const floors: number[] = [];
	for (let i = 0; i < WARM_UP + ANSWERS; i += 1) {
		const floor = await page.evaluate(inPage.rawReview, database);
		const time = await page.evaluate(inPage.answerCard);
		if (i < WARM_UP) continue;
		floors.push(floor);
		times.push(time);
	}
	return { times, floors };
}

/** A cold start of a screen, in ms, at full speed and throttled, beside its floor. */
interface Cold {
	what: string;
	ours: (profile: Profile, url: string, slower?: number) => Promise<number>;
	floor: (database: string) => Promise<number>;
	floorIs: string;
}

function firstCards(profile: Seeded): Promise<Figure[]> {
	const what = `cold /review → first card, ${profile.what}`;
	const floor = inPage.rawFirstCard;
	return coldStarts(profile, { what, ours: firstCard, floor, floorIs: RAW_FIRST });
}

function firstReports(profile: Seeded): Promise<Figure[]> {
	const what = `cold /reports → list painted, ${profile.what}`;
	const floor = inPage.rawFirstReports;
	return coldStarts(profile, { what, ours: firstReport, floor, floorIs: RAW_REPORTS });
}

/** Each in a browser just started, floor and ours in turn. */
async function coldStarts({ open, url, database }: Seeded, cold: Cold): Promise<Figure[]> {
	const floors: number[] = [];
	const plain: number[] = [];
	const throttled: number[] = [];
	for (let run = 0; run < COLD_RUNS; run += 1) {
		floors.push(
			await within(open, async ({ page }) => {
				await page.goto(url + BARE, { waitUntil: 'commit' });
				return page.evaluate(cold.floor, database);
			})
		);
		plain.push(await within(open, (profile) => cold.ours(profile, url)));
		throttled.push(await within(open, (profile) => cold.ours(profile, url, SLOWER)));
	}
	const common = { floor: quantile(floors, 0.5), floorIs: cold.floorIs };
	return [
		{ ...common, what: `${cold.what}, p50`, ours: quantile(plain, 0.5), budget: '≤ 300 ms' },
		{
			...common,
			what: `${cold.what}, CPU ${SLOWER}× slower, p50`,
			ours: quantile(throttled, 0.5),
			budget: '≤ 1000 ms'
		}
	];
}

async function firstCard(profile: Profile, url: string, slower = 1): Promise<number> {
	await visit(profile, `${url}/review`, slower);
	return profile.page.evaluate(() => window.bench.firstCard);
}

async function firstReport(profile: Profile, url: string, slower = 1): Promise<number> {
	await visit(profile, `${url}/reports`, slower);
	return profile.page.evaluate(() => window.bench.firstReport);
}

async function visit({ page, context }: Profile, url: string, slower: number): Promise<void> {
	const devtools = await context.newCDPSession(page);
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
	await page.goto(url, { waitUntil: 'commit' });
}
