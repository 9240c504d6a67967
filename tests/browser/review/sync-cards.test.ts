import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bank } from '#lib/bank/types.ts';
import { checkAndRepair } from '#lib/storage/check.ts';
import { App } from '#lib/state/app.svelte.ts';
import { ReviewRun } from '#lib/state/review-run.svelte.ts';
import { clearAll, NOON, openApp } from './open-app.ts';
import { SMALL_BANK } from './small-bank.ts';

const MANY = 2100;
const AT_ONCE = 500;
const LONG = { timeout: 30_000 };

/** The small bank and as many questions more as make `MANY`. */
const BIG_BANK: Bank = {
	...SMALL_BANK,
	edition: 'big',
	questions: Array.from({ length: MANY / SMALL_BANK.questions.length }, (_, round) =>
		SMALL_BANK.questions.map((question) =>
			round === 0 ? question : { ...question, id: `${question.id}-${round}` }
		)
	).flat()
};

let app: App;
const clock = { now: NOON };

/** The app as the next start finds it, before anything is added. */
async function restart(bank: Bank): Promise<App> {
	const opened = new App({
		base: '',
		loadBank: async () => ({ ok: true, value: bank }),
		now: () => clock.now,
		zone: () => 'UTC'
	});
	await opened.start();
	return opened;
}

const cards = () => app.database.cards.count();
const added = () => app.database.events.filter(({ type }) => type === 'add').count();
const isWhole = () => vi.waitFor(() => expect(app.settings.deckEdition).toBe('big'), LONG);

beforeEach(async () => {
	await clearAll();
	clock.now = NOON;
});

afterEach(() => app.database.close());

describe('the cards of a large bank', () => {
	it('come by and by, each once, while the first are learned', async () => {
		app = await openApp(clock, BIG_BANK);
		expect(await cards()).toBeLessThan(MANY);
		const run = new ReviewRun(app, { deck: { of: 'all' } });
		run.start();
		await vi.waitFor(() => expect(run.stage).toBe('asking'));
		await run.reveal();
		await run.rate(4);
		expect(app.settings.deckEdition).toBeUndefined();
		expect(run.problem).toBeUndefined();
		run.stop();
		await isWhole();
		expect([await cards(), await added()]).toEqual([MANY, MANY]);
		expect((await app.study.read(['r/f0/who']))[0]?.reviews).toBe(1);
		const { weights } = app.studySettings;
		const nothingWrong = { differing: 0, missing: 0, extra: 0, counters: 0 };
		expect(await checkAndRepair(app.database, { weights })).toMatchObject({
			ok: true,
			value: { cards: MANY, ...nothingWrong }
		});
	}, 60_000);

	it('are completed by the next start where a closed tab cut them off', async () => {
		app = await openApp(clock, BIG_BANK);
		app.database.close();
		app = await restart(BIG_BANK);
		expect(app.settings.deckEdition).toBeUndefined();
		expect(await cards()).toBeGreaterThanOrEqual(AT_ONCE);
		await isWhole();
		expect([await cards(), await added()]).toEqual([MANY, MANY]);
	}, 60_000);

	it('of a new edition wait until the first screen is drawn', async () => {
		app = await openApp(clock);
		app.database.close();
		app = await restart(BIG_BANK);
		expect(app.status.code).toBe('ready');
		expect(await cards()).toBe(SMALL_BANK.questions.length);
		await isWhole();
		expect([await cards(), await added()]).toEqual([MANY, MANY]);
	}, 60_000);
});
