import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import KeysDialog from '#lib/components/KeysDialog.svelte';
import QuizScreen from '#lib/components/quiz/QuizScreen.svelte';
import ReviewScreen from '#lib/components/review/ReviewScreen.svelte';
import type { App } from '#lib/state/app.svelte.ts';
import { QuizSitting } from '#lib/state/quiz-sitting.svelte.ts';
import { startQuiz } from '#lib/state/quiz-start.ts';
import { ReviewRun } from '#lib/state/review-run.svelte.ts';
import { paperOf, QUIZ_BANK } from '../quiz/quiz-bank.ts';
import { clearAll, NOON, openApp } from './open-app.ts';

let app: App;
let closers: (() => void)[];

beforeEach(async () => {
	await clearAll();
	app = await openApp({ now: NOON }, QUIZ_BANK);
	closers = [];
});

afterEach(() => {
	for (const close of closers) close();
	app.database.close();
});

async function reviewing(): Promise<ReviewRun> {
	const run = new ReviewRun(app, { deck: { of: 'all' } });
	closers.push(() => run.stop());
	run.start();
	await render(ReviewScreen, { run, ondeck: () => undefined });
	await vi.waitFor(() => expect(run.stage).toBe('asking'));
	return run;
}

async function choosing(shortcuts: boolean): Promise<QuizSitting> {
	const options = [{ text: 'Millbank' }, { text: 'Southgate' }];
	const parts: [{ questionId: string }] = [{ questionId: 'r/f1/where' }];
	const paper = paperOf([{ form: 'choose', parts, options, right: 1 }]);
	const started = await startQuiz(app, { title: 'A quiz', mode: 'practice', paper });
	if (!started.ok) throw new Error(started.problem.code);
	const run = new QuizSitting(app, started.value.id);
	closers.push(run.open());
	const nothing = () => undefined;
	await render(QuizScreen, {
		run,
		results: undefined,
		questionFirst: false,
		shortcuts,
		onquestionfirst: nothing,
		onleave: nothing,
		onretry: nothing
	});
	await vi.waitFor(() => expect(run.stage).toBe('open'));
	return run;
}

const hints = () => document.querySelectorAll('[aria-keyshortcuts]').length;

describe('single keys', () => {
	it('turn a card and rate it', async () => {
		const run = await reviewing();
		expect(hints()).toBe(1);
		await userEvent.keyboard(' ');
		await vi.waitFor(() => expect(run.stage).toBe('shown'));
		await vi.waitFor(() => expect(hints()).toBe(3));
		await userEvent.keyboard('2');
		await vi.waitFor(() => expect(run.answered).toBe(1));
	});

	it('switched off do nothing to a card, and its buttons still take Space and Enter', async () => {
		await app.set({ shortcuts: false });
		const run = await reviewing();
		const first = run.shown?.card.id;
		await userEvent.keyboard(' z?{Enter}');
		expect([run.stage, run.shown?.card.id, hints()]).toEqual(['asking', first, 0]);
		expect(document.querySelector('dialog[open]')).toBe(null);
		buttonNamed('Show').focus();
		await userEvent.keyboard(' ');
		await vi.waitFor(() => expect(run.stage).toBe('shown'));
		await vi.waitFor(() => buttonNamed('Got it').focus());
		await userEvent.keyboard('1');
		expect([run.answered, hints()]).toEqual([0, 0]);
		await userEvent.keyboard('{Enter}');
		await vi.waitFor(() => expect(run.answered).toBe(1));
	});

	it.each([
		[true, 0],
		[false, null]
	])('choose an option in a quiz; switched on: %s', async (shortcuts, chosen) => {
		const run = await choosing(shortcuts);
		await userEvent.keyboard('1');
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(run.draft?.option).toBe(chosen);
		expect(document.querySelector('label.option i')?.textContent).toBe(shortcuts ? '1' : '');
		expect(hints()).toBe(shortcuts ? 1 : 0);
	});

	it('are listed while they work, else what to do instead', async () => {
		const lines = [{ keys: ['Z'], does: 'Take back' }];
		const given = { open: true, lines, onclose: () => undefined };
		const view = await render(KeysDialog, { ...given, shortcuts: true });
		await expect.element(view.getByText('Take back')).toBeVisible();
		await view.rerender({ shortcuts: false });
		await expect.element(view.getByText(/switched off/)).toBeVisible();
		await expect.element(view.getByRole('link')).toHaveAttribute('href', '/settings#study');
		expect(document.querySelector('kbd')).toBe(null);
	});
});

function buttonNamed(words: string): HTMLButtonElement {
	const button = [...document.querySelectorAll('button')].find((one) =>
		one.textContent?.includes(words)
	);
	if (!button) throw new Error(`no button "${words}"`);
	return button;
}
