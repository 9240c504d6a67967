import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Bank } from '#lib/bank/types.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { ReviewRun } from '#lib/state/review-run.svelte.ts';
import { clearAll, NOON, openApp } from './open-app.ts';
import { SMALL_BANK } from './small-bank.ts';

const OLD = 'r/f0/who';
const NOW = 'r/f0/doer';
const NEXT_EDITION: Bank = {
	...SMALL_BANK,
	edition: 'next',
	questions: SMALL_BANK.questions.map((one) =>
		one.id === OLD ? { ...one, id: NOW, was: [OLD] } : one
	)
};

let app: App;

beforeEach(clearAll);
afterEach(() => app.database.close());

async function recallFirst(): Promise<void> {
	const run = new ReviewRun(app, { deck: { of: 'all' } });
	run.start();
	await vi.waitFor(() => expect(run.stage).toBe('asking'));
	await vi.waitFor(() => expect(run.saving).toBe(false));
	await run.reveal();
	await run.rate(4);
	run.stop();
}

it('an edition that renames a question goes on with its card', async () => {
	const clock = { now: NOON };
	app = await openApp(clock);
	await recallFirst();
	const [before] = await app.study.read([OLD]);
	app.database.close();

	app = await openApp(clock, NEXT_EDITION);
	expect((await app.study.read([NOW]))[0]).toEqual({ ...before, id: NOW });
	expect(await app.database.cards.count()).toBe(SMALL_BANK.questions.length);
	clock.now += 60 * 86_400_000;
	await app.set({ newPerDay: 0 });
	await recallFirst();
	const history = await app.study.history(NOW);
	expect(history.map(({ type }) => type)).toEqual(['add', 'review', 'review']);
	const stored = await app.database.events.bulkGet(history.map(({ id }) => id));
	expect(stored.map((event) => event?.cardId)).toEqual([OLD, OLD, NOW]);
});
