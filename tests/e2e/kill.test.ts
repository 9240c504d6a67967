import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type AppServer } from './support/app-server.ts';
import { openProfile } from './support/browser.ts';
import { answerItem, review, skipFirstRun, startPreset, stored } from './support/person.ts';

const KILLS = 10;

let server: AppServer;

beforeAll(async () => {
	server = await startApp();
});

afterAll(async () => {
	await server?.stop();
});

/** Pids of the browser that runs on a profile, read from the processes' own command lines. */
function browserOf(profile: string): number[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map(Number)
		.filter((pid) => {
			try {
				return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--user-data-dir=${profile}`);
			} catch {
				return false;
			}
		});
}

function killAtOnce(profile: string): void {
	const pids = browserOf(profile);
	if (pids.length === 0) throw new Error('No browser to kill.');
	execFileSync('kill', ['-9', ...pids.map(String)], { stdio: 'ignore' });
	for (const lock of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
		rmSync(join(profile, lock), { force: true });
	}
}

const onLinux = process.platform === 'linux';
if (!onLinux) console.info('The kill tests read /proc and are skipped on this system.');

describe.skipIf(!onLinux).each(['leveldb', 'sqlite'] as const)('kill -9 on %s', (backend) => {
	const folder = mkdtempSync(join(tmpdir(), 'recount-kill-'));
	const open = () => openProfile({ profile: folder, backend });

	afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

	it(`loses nothing acknowledged in ${KILLS} kills while reviewing and answering`, async () => {
		const first = await open();
		await skipFirstRun(first.page, server.url);
		await startPreset(first.page, server.url, 'Quick 10');
		const quiz = first.page.url();
		let { events: reviewed = 0 } = await stored(first.page);
		let answered = 0;
		await first.close();

		for (let kill = 0; kill < KILLS; kill += 1) {
			const { page } = await open();
			if (kill % 2 === 0) {
				await page.goto(`${server.url}/review`);
				await review(page, 2);
				reviewed += 2;
				// The third is under way: shown, rated, perhaps stored.
				await page.getByRole('button', { name: 'Show answer' }).click();
				void page
					.getByRole('button', { name: /^Got it/ })
					.click()
					.catch(() => undefined);
				await page.waitForTimeout(Math.round(kill * 3));
			} else {
				await page.goto(quiz);
				await answerItem(page);
				answered += 1;
				void page
					.getByRole('button', { name: /^(Next|See results)$/ })
					.click()
					.catch(() => undefined);
				await page.waitForTimeout(Math.round(kill * 3));
			}
			killAtOnce(folder);

			const { page: after, close } = await open();
			await after.goto(server.url);
			await after.getByRole('heading', { level: 1 }).waitFor();
			const kept = await stored(after);
			expect(kept.events).toBeGreaterThanOrEqual(reviewed);
			expect(kept.events).toBeLessThanOrEqual(reviewed + 1);
			expect(kept.answers).toBe(answered);
			reviewed = kept.events ?? 0;
			await close();
		}

		const last = await open();
		await last.page.goto(`${server.url}/settings`);
		await last.page.getByRole('button', { name: 'Check now' }).click();
		await last.page.getByText('All is well').first().waitFor();
		await last.close();
	}, 600_000);
});
