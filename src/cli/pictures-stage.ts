import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from './chromium.ts';

/** The project's own folder. */
export const root = join(import.meta.dirname, '..', '..');

/** A phone's window, in CSS px. */
export const PHONE = { width: 390, height: 844 };

/** Serves the built app at a free port. */
export async function serve(): Promise<{ server: ChildProcess; url: string }> {
	const start = join(root, 'src', 'cli', 'start.ts');
	const server = spawn(process.execPath, ['--import', 'tsx', start], {
		cwd: root,
		env: { ...process.env, PORT: '0', HOST: '127.0.0.1' },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const url = await new Promise<string>((resolve, reject) => {
		server.stdout.on('data', (said: Buffer) => {
			const at = /Recount is at (\S+)/.exec(said.toString())?.[1];
			if (at) resolve(at);
		});
		server.once('exit', () => reject(new Error('The built app could not be served.')));
	});
	return { server, url };
}

/** A browser with a profile of its own and a clock that can be set. */
export async function openBrowser(
	profile: string,
	viewport: typeof PHONE,
	{ scale, now }: { scale: number; /** epoch ms */ now: number }
): Promise<{ context: BrowserContext; page: Page }> {
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: chromiumPath(),
		args: CHROMIUM_FLAGS,
		viewport,
		deviceScaleFactor: scale,
		hasTouch: viewport === PHONE,
		isMobile: viewport === PHONE,
		timezoneId: 'UTC',
		locale: 'en-GB',
		reducedMotion: 'reduce'
	});
	await context.clock.install({ time: now });
	return { context, page: context.pages()[0] ?? (await context.newPage()) };
}
