import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sitting } from '#lib/domain/quiz/types.ts';
import type { StoredAnswer } from '#lib/storage/rows.ts';
import { startApp, type AppServer } from './support/app-server.ts';
import { openProfile, type Profile } from './support/browser.ts';
import { skipFirstRun } from './support/person.ts';
import { rowsOf } from './support/store.ts';

const MINUTES = 3;
const folder = mkdtempSync(join(tmpdir(), 'recount-exam-'));
let server: AppServer;
let profile: Profile;
let page: Page;
let address = '';

beforeAll(async () => {
	server = await startApp();
	await reopen();
});

afterAll(async () => {
	await profile?.close();
	await server?.stop();
	rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function reopen(): Promise<void> {
	await profile?.close();
	profile = await openProfile({ profile: folder });
	({ page } = profile);
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const field = () => page.getByRole('textbox', { name: 'Your answer' });
const at = (no: number) => page.getByRole('progressbar', { name: `Question ${no} of 5` }).waitFor();
const answers = () => rowsOf<StoredAnswer>(page, 'answers');

/** What was last answered to each item. */
async function latest(): Promise<Record<number, unknown>> {
	const rows = (await answers()).sort((a, b) => a.seq - b.seq);
	return Object.fromEntries(rows.map(({ itemNo, raw }) => [itemNo, raw]));
}

describe.sequential('an exam-like quiz with a time limit', () => {
	it('is answered back and forth, with a flag', async () => {
		await skipFirstRun(page, server.url);
		await page.goto(`${server.url}/quiz`);
		await page.locator('summary', { hasText: 'Build your own' }).click();
		await page.getByText('5', { exact: true }).click();
		await page.getByText('Type', { exact: true }).click();
		await page.getByText('Exam-like').click();
		await page.getByText(`${MINUTES} min`, { exact: true }).click();
		await button(/^Start/).click();
		await page.waitForURL(/\/quiz\/[0-9a-f-]{36}$/);
		address = page.url();

		await at(1);
		await field().fill('first');
		await button('Next').click();
		await at(2);
		await button('Flag for later').click();
		await field().fill('second');
		await button('Next').click();
		await at(3);
		await button('Back').click();
		await at(2);
		expect(await field().inputValue()).toBe('second');
		await button('Back').click();
		await at(1);
		await field().fill('first, changed');
		await button('Next').click();
		await at(2);
		expect(await latest()).toMatchObject({ 0: { text: 'first, changed' }, 1: { text: 'second' } });
		expect(await page.getByText('Not right').count()).toBe(0);
	});

	it('stands at the same item with all answers after the browser was closed', async () => {
		const before = await answers();
		await reopen();
		await page.goto(server.url);
		await page.getByRole('heading', { name: /cards? today/ }).waitFor();
		await page.goto(address);
		await at(2);
		expect(await field().inputValue()).toBe('second');
		expect(await button('Flag for later').getAttribute('aria-pressed')).toBe('true');
		expect(await answers()).toEqual(before);
		await button('Overview').click();
		await button('Question 1: answered').waitFor();
		await button('Question 2: answered, flagged').waitFor();
		await button('Question 3: open').click();
		await at(3);
	});

	it('hands itself in when the time ran out while it was closed', async () => {
		const before = await answers();
		await reopen();
		await page.clock.setFixedTime(Date.now() + (MINUTES + 1) * 60_000);
		await page.goto(address);
		await page.getByText('Time is over; your answers were handed in.').waitFor();
		const [sitting] = await rowsOf<Sitting>(page, 'sittings');
		expect(sitting?.state).toBe('expired');
		expect(sitting?.endedAt).toBe(sitting?.deadlineAt);
		expect(await answers()).toEqual(before);
	});
});
