import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { lookUp } from '#lib/bank/look-up.ts';
import type { Bank } from '#lib/bank/types.ts';
import QuizHomeScreen from '#lib/components/quiz/QuizHome.svelte';
import { PRESETS } from '#lib/domain/quiz/presets.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { presetFor, QuizBuilder } from '#lib/state/quiz-builder.svelte.ts';
import { QuizHome, type QuizWish } from '#lib/state/quiz-home.svelte.ts';
import { clearAll, NOON, openApp } from '../review/open-app.ts';
import { QUIZ_BANK } from './quiz-bank.ts';

const COMPARED: Bank = {
	...QUIZ_BANK,
	comparisons: [{ id: 'c', factIds: ['r/f0', 'r/f1'], relation: 'same', why: 'Both say so.' }]
};

let app: App;
/** How many papers were drawn. */
let drawn: number;

beforeEach(async () => {
	await clearAll();
	app = await openApp({ now: NOON }, QUIZ_BANK);
	drawn = 0;
	const newId = app.newId.bind(app);
	vi.spyOn(app, 'newId').mockImplementation(() => {
		drawn += 1;
		return newId();
	});
});

afterEach(() => {
	vi.restoreAllMocks();
	app.database.close();
});

const countsOf = (home: QuizHome) => home.offers.map(({ paper }) => paper?.items.length);

describe('the one-tap quizzes', () => {
	it('stand there before anything is drawn, and start what their row tells', async () => {
		const home = new QuizHome(app);
		expect(home.offers.map(({ preset }) => preset)).toEqual(PRESETS);
		expect(countsOf(home)).toEqual(PRESETS.map(() => undefined));
		expect(drawn).toBe(0);
		void home.load();
		await vi.waitFor(() => expect(countsOf(home)).not.toContain(undefined));
		const [offer] = home.offers;
		const draw = () => home.paperOf(PRESETS[0] ?? fail());
		const id = await home.start({ title: 'Quick', mode: 'practice', draw });
		const record = await app.sittings.read(id ?? '');
		expect(offer?.paper?.items.length).toBeGreaterThan(0);
		expect(record?.sitting.paper).toEqual(offer?.paper);
	});

	it('tapped before they are drawn, are drawn once', async () => {
		const home = new QuizHome(app);
		const preset = PRESETS[0] ?? fail();
		const [one, two] = await Promise.all([home.paperOf(preset), home.paperOf(preset)]);
		expect(one).toBe(two);
		expect(home.offers[0]?.paper).toBe(one);
	});
});

describe('the builder', () => {
	it('draws nothing before it is asked, then keeps to what it shows', async () => {
		const builder = new QuizBuilder(app, { reports: ['r'] });
		expect([builder.paper, builder.matching]).toEqual([undefined, undefined]);
		const paper = await builder.draw();
		expect(paper.blueprint).toMatchObject({ reports: ['r'], about: 'all' });
		expect(paper.items.length).toBeGreaterThan(0);
		expect(builder.matching).toBe(QUIZ_BANK.questions.length);
	});

	it.each([
		['a report', 'r', { reports: ['r'] }],
		['comparisons', 'compare', { about: 'comparisons' }],
		['a report that has left', 'gone', undefined],
		['nothing', null, undefined]
	])('%s in the address', (_, on, expected) => {
		expect(presetFor(lookUp(COMPARED), on)).toEqual(expected);
	});

	it('takes no comparisons where the bank has none', () => {
		expect(presetFor(lookUp(QUIZ_BANK), 'compare')).toBeUndefined();
	});
});

it('the screen draws the own quiz only once it is opened', async () => {
	const home = new QuizHome(app);
	const builder = new QuizBuilder(app);
	const started: QuizWish[] = [];
	render(QuizHomeScreen, {
		home,
		builder,
		look: app.look,
		onstart: (wish: QuizWish) => started.push(wish)
	});
	await page.getByRole('button', { name: /^Quick 10/ }).click();
	expect(started).toHaveLength(1);
	expect([drawn, builder.paper]).toEqual([0, undefined]);
	await page.getByText('Build your own').click();
	await page.getByRole('button', { name: /^Start: \d+ question/ }).click();
	expect(await started[1]?.draw()).toBe(builder.paper);
});

function fail(): never {
	throw new Error('there is no preset');
}
