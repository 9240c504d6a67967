import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { App } from '#lib/state/app.svelte.ts';
import { Welcome } from '#lib/state/welcome.svelte.ts';
import { clearAll, NOON, type Clock } from './open-app.ts';
import { SMALL_BANK } from './small-bank.ts';

let clock: Clock;
let app: App;

async function open(): Promise<App> {
	const opened = new App({
		base: '',
		loadBank: async () => ({ ok: true, value: SMALL_BANK }),
		now: () => clock.now,
		zone: () => 'UTC'
	});
	await opened.start();
	return opened;
}

beforeEach(async () => {
	await clearAll();
	clock = { now: NOON };
	app = await open();
});

afterEach(() => app.database.close());

describe('the first run', () => {
	it('asks five, lets read, asks the same typed, and makes them cards for tomorrow', async () => {
		const welcome = new Welcome(app);
		const asked = welcome.questions.map(({ id }) => id);
		expect(asked).toHaveLength(5);
		await welcome.begin();
		for (let i = 0; i < 5; i += 1) await welcome.guessed();
		expect(welcome.step).toBe('brief');
		expect(welcome.brief.filter(({ lit }) => lit)).toHaveLength(5);
		await welcome.read();
		for (let i = 0; i < 5; i += 1) {
			welcome.type(i === 0 ? 'nobody' : (welcome.view?.answer ?? ''));
			await welcome.check();
			await welcome.keep(welcome.proposal ?? 1);
		}
		expect(welcome.step).toBe('end');
		const tomorrow = app.moment().studyDay + 1;
		const cards = await app.study.read(asked);
		expect(cards.map((card) => card?.dueDay)).toEqual(Array(5).fill(tomorrow));
		expect(cards.map((card) => card?.phase)).toEqual([
			'learning',
			...Array<string>(4).fill('review')
		]);
		expect(await app.database.cards.count()).toBe(6);
		expect(app.settings.firstRunAt).toBe(NOON);
	});

	it('goes on where a killed tab left it and stores no answer twice', async () => {
		const before = new Welcome(app);
		await before.begin();
		for (let i = 0; i < 5; i += 1) await before.guessed();
		await before.read();
		await before.check();
		await before.keep(1);
		const asked = before.questions[1]?.id;
		app.database.close();

		app = await open();
		const after = new Welcome(app);
		expect([after.step, after.at, after.question?.id]).toEqual(['typed', 1, asked]);
		after.at = 0;
		await after.check();
		await after.keep(3);
		const first = after.questions[0]?.id ?? '';
		const history = await app.study.history(first);
		expect(history.filter((event) => event.type === 'review')).toHaveLength(1);
	});
});
