import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from '#lib/state/app.svelte.ts';
import { ReviewRun } from '#lib/state/review-run.svelte.ts';
import type { ReviewWish } from '#lib/state/review-view.ts';
import { clearAll, NOON, openApp, type Clock } from './open-app.ts';

const ALL: ReviewWish = { deck: { of: 'all' } };
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

let clock: Clock;
let app: App;
let runs: ReviewRun[];

beforeEach(async () => {
	await clearAll();
	clock = { now: NOON };
	app = await openApp(clock);
	runs = [];
});

afterEach(() => {
	for (const run of runs) run.stop();
	app.database.close();
});

async function start(wish: ReviewWish = ALL): Promise<ReviewRun> {
	const run = new ReviewRun(app, wish);
	runs.push(run);
	run.start();
	await vi.waitFor(() => expect(run.stage).not.toBe('opening'));
	await vi.waitFor(() => expect(run.saving).toBe(false));
	return run;
}

async function answer(run: ReviewRun, rating: 1 | 2 | 3 | 4): Promise<void> {
	await run.reveal();
	await run.rate(rating);
}

const reviews = async () =>
	(await app.database.events.toArray()).filter((event) => event.type === 'review');

describe('reviewing', () => {
	it('stores an answer and shows the next card', async () => {
		const run = await start();
		expect(run.shown?.card.id).toBe('r/f0/who');
		expect(run.left).toBe(6);
		clock.now += 4000;
		await answer(run, 3);
		expect(run.shown?.card.id).toBe('r/f1/who');
		expect(await reviews()).toMatchObject([
			{ cardId: 'r/f0/who', rating: 3, form: 'recall', origin: 'card', tookMs: 4000 }
		]);
	});

	it('takes a double tap once', async () => {
		const run = await start();
		await run.reveal();
		await Promise.all([run.rate(3), run.rate(3), run.rate(1)]);
		expect(await reviews()).toHaveLength(1);
		expect(run.stage).toBe('asking');
	});

	it('shows on its buttons what a tap then does', async () => {
		const run = await start();
		await run.reveal();
		const shown = run.buttons.find((button) => button.rating === 3)?.outcome;
		await run.rate(3);
		expect((await reviews())[0]?.outcome).toEqual(shown);
	});

	it('takes the last answer back, also in a run begun later', async () => {
		const first = await start();
		await answer(first, 3);
		first.stop();
		const second = await start();
		await vi.waitFor(() => expect(second.canUndo).toBe(true));
		await second.undo();
		expect(second.shown?.card).toMatchObject({ id: 'r/f0/who', phase: 'new', reviews: 0 });
		expect(second.canUndo).toBe(false);
		const history = await app.study.history('r/f0/who');
		expect(history.map((event) => event.type)).toEqual(['add', 'review', 'undo']);
	});

	it('does not count a card twice that another run has answered', async () => {
		const first = await start();
		await first.reveal();
		const second = new ReviewRun(app, ALL);
		runs.push(second);
		second.start();
		await vi.waitFor(() => expect(second.lock.state).toBe('elsewhere'));
		second.lock.takeOver();
		await vi.waitFor(() => expect(second.stage).toBe('asking'));
		expect(first.lock.state).toBe('lost');
		await vi.waitFor(() => expect(second.saving).toBe(false));
		await answer(second, 3);
		await first.rate(1);
		expect(await reviews()).toHaveLength(1);
		expect(first.notice).toBe('moved-on');
		expect(first.shown?.card.id).toBe('r/f1/who');
	});

	it('stays on the card where the store took nothing', async () => {
		const run = await start();
		await run.reveal();
		app.database.close();
		await run.rate(3);
		expect(run.problem).toBe('closed');
		expect(run.stage).toBe('shown');
		expect(run.saving).toBe(false);
	});

	it('puts a card off until tomorrow, and suspends one', async () => {
		const run = await start();
		await run.putAside('bury');
		expect(run.shown?.card.id).toBe('r/f1/who');
		await run.putAside('suspend');
		expect(run.shown?.card.id).toBe('r/f2/who');
		const [buried, suspended] = await app.study.read(['r/f0/who', 'r/f1/who']);
		expect(buried?.buriedUntil).toBe(app.moment().studyDay + 1);
		expect(suspended?.suspended).toBe(true);
	});

	it('ends after two minutes and goes on where that is wanted', async () => {
		const run = await start({ ...ALL, short: true });
		clock.now += MINUTE_MS;
		await answer(run, 3);
		expect(run.stage).toBe('asking');
		clock.now += MINUTE_MS;
		await answer(run, 3);
		expect(run.stage).toBe('ended');
		expect(run.end).toMatchObject({ over: true, left: 6 });
		await run.goOn();
		expect(run.stage).toBe('asking');
	});

	it('ends with the cards of the day, tells what is next, and lifts the limit where asked', async () => {
		await app.set({ newPerDay: 2 });
		const run = await start();
		for (let i = 0; i < 4; i += 1) await answer(run, 3);
		expect(run.stage).toBe('ended');
		expect(run.end).toMatchObject({ over: false, left: 0, next: { fresh: 4 } });
		await run.learnMore(2);
		expect(run.shown?.card.id).toBe('r/f2/who');
		expect(run.left).toBe(2);
	});

	it('tells at the limit of reviews how many more are due, and lifts it where asked', async () => {
		const first = await start();
		for (let i = 0; i < 4; i += 1) await answer(first, 4);
		first.stop();
		clock.now += 60 * DAY_MS;
		await app.set({ newPerDay: 0, reviewsPerDay: 1 });
		const run = await start();
		expect(run.left).toBe(1);
		await answer(run, 4);
		expect([run.stage, run.end?.held]).toEqual(['ended', 3]);
		await run.reviewMore(2);
		expect([run.stage, run.left]).toEqual(['asking', 2]);
		await answer(run, 4);
		await answer(run, 4);
		expect([run.stage, run.end?.held]).toEqual(['ended', 1]);
		await run.reviewMore(1);
		await answer(run, 4);
		expect([run.stage, run.end?.held]).toEqual(['ended', 0]);
	});

	it('brings a step back as early as is wished', async () => {
		await app.set({ newPerDay: 1, learnAheadMinutes: 0 });
		const run = await start();
		await answer(run, 3);
		expect(run.end?.steps).toEqual({ at: clock.now + 10 * MINUTE_MS, count: 1 });
		await app.set({ learnAheadMinutes: 10 });
		await run.goOn();
		expect(run.stage).toBe('asking');
	});

	it('goes on over the turn of the study day', async () => {
		await app.set({ newPerDay: 1 });
		const run = await start();
		await answer(run, 4);
		expect(run.stage).toBe('ended');
		clock.now += DAY_MS;
		await run.turnDay();
		expect(run.shown?.card.id).toBe('r/f1/who');
	});
});

describe('a typed answer', () => {
	const table = [
		['Ada Byron', 4, 'right', 3],
		['Ada Byrom', 4, 'spelling', 2],
		['Ada Byrom', 2, 'spelling', 3],
		['The Harbour Team', 4, 'partly', 2],
		['The Harbour Team', 2, 'partly', 1],
		['Grace Hopper', 4, 'wrong', 1],
		['', 2, 'wrong', 1]
	] as const;

	it.each(table)(
		'%j with %i buttons is %s: proposes %i',
		async (typed, buttons, verdict, rating) => {
			await app.set({ buttons, reviewForm: 'type' });
			const run = await start();
			run.type(typed);
			await run.reveal();
			expect(run.recall.mark?.verdict).toBe(verdict);
			expect(
				run.buttons.filter((button) => button.proposed).map((button) => button.rating)
			).toEqual([rating]);
		}
	);

	it("is the person's to overrule, and stored as typed", async () => {
		await app.set({ reviewForm: 'type' });
		const run = await start();
		run.type('somebody');
		await run.reveal();
		await run.rate(3);
		expect(await reviews()).toMatchObject([{ rating: 3, form: 'type' }]);
	});
});
