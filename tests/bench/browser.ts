import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StudyEvent } from '#lib/domain/study/types.ts';
import type { StoredCard } from '#lib/storage/rows.ts';
import { openProfile, type Profile, type ProfileOptions } from '../e2e/support/browser.ts';
import * as inPage from './in-page.ts';
import { seedRows } from './seed.ts';
import { quantile, type Figure } from './table.ts';

const ANSWERS = 30;
const WARM_UP = 3;
const COLD_RUNS = 5;
const SLOWER = 4;
/** A document of the app's origin without the app. */
const BARE = '/theme.js';

const RAW_REVIEW = 'raw strict put of event and card, get of a card, p50';
const RAW_FIRST = 'bare document, raw open, first due card, one frame';

/** A browser, a server and how many cards to try with. */
interface Setting {
	url: string;
	cards: number;
	backend: ProfileOptions['backend'];
}

/** First and next card of a learner with so many cards. */
export async function measureCards(setting: Setting): Promise<Figure[]> {
	const folder = mkdtempSync(join(tmpdir(), 'recount-bench-'));
	const open = () => openBrowser(folder, setting.backend);
	try {
		const database = await within(open, (profile) => seed(profile, setting));
		const next = await within(open, (profile) => nextCards(profile, setting, database));
		const first = await firstCards(open, setting, database);
		return [...first, ...next];
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
async function seed({ page }: Profile, { url, cards }: Setting): Promise<string> {
	await page.goto(url);
	await page.getByRole('heading', { level: 1 }).first().waitFor();
	const { device, database } = await page.evaluate(inPage.findLearner);
	const put = (rows: object) =>
		page.evaluate(inPage.putRows, [database, JSON.stringify(rows)] as [string, string]);
	const read = async <T>(store: string) =>
		JSON.parse(await page.evaluate(inPage.readRows, [database, store] as [string, string])) as T[];

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
	for (const rows of seedRows({ ...shipped, events }, cards)) await put(rows);
	return database;
}

async function nextCards(
	{ page }: Profile,
	{ url, cards }: Setting,
	database: string
): Promise<Figure[]> {
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
	const common = { floor: quantile(floors, 0.5), floorIs: RAW_REVIEW };
	const painted = times.map((time) => time.painted);
	const here = times.map((time) => time.inPage);
	const what = (share: string) => `answer → next card painted, ${of(cards)}, ${share}`;
	return [
		{
			...common,
			what: `answer → next card in the page, ${of(cards)}, p50`,
			ours: quantile(here, 0.5)
		},
		{ ...common, what: what('p50'), ours: quantile(painted, 0.5), budget: '≤ 16 ms' },
		{ ...common, what: what('p95'), ours: quantile(painted, 0.95), budget: '≤ 50 ms' }
	];
}

/** Each in a browser just started, floor and ours in turn. */
async function firstCards(
	open: () => Promise<Profile>,
	{ url, cards }: Setting,
	database: string
): Promise<Figure[]> {
	const floors: number[] = [];
	const plain: number[] = [];
	const throttled: number[] = [];
	for (let run = 0; run < COLD_RUNS; run += 1) {
		floors.push(await within(open, (profile) => bareFirstCard(profile, url, database)));
		plain.push(await within(open, (profile) => firstCard(profile, url)));
		throttled.push(await within(open, (profile) => firstCard(profile, url, SLOWER)));
	}
	const common = { floor: quantile(floors, 0.5), floorIs: RAW_FIRST };
	const what = `cold /review → first card, ${of(cards)}`;
	return [
		{ ...common, what: `${what}, p50`, ours: quantile(plain, 0.5), budget: '≤ 300 ms' },
		{
			...common,
			what: `${what}, CPU ${SLOWER}× slower, p50`,
			ours: quantile(throttled, 0.5),
			budget: '≤ 1000 ms'
		}
	];
}

async function bareFirstCard({ page }: Profile, url: string, database: string): Promise<number> {
	await page.goto(url + BARE, { waitUntil: 'commit' });
	return page.evaluate(inPage.rawFirstCard, database);
}

async function firstCard({ page, context }: Profile, url: string, slower = 1): Promise<number> {
	const devtools = await context.newCDPSession(page);
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
	await page.goto(`${url}/review`, { waitUntil: 'commit' });
	return page.evaluate(() => window.bench.firstCard);
}

function of(cards: number): string {
	return `${cards.toLocaleString('en')} cards`;
}
