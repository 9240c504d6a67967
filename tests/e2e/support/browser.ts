import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../../../src/cli/chromium.ts';

/** Sizes every screen is tried at. */
export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 800 };

export interface ProfileOptions {
	viewport?: { width: number; height: number };
	colorScheme?: 'light' | 'dark';
	/** An existing profile folder; a new one is made without it. */
	profile?: string;
	/** Which store Chromium keeps IndexedDB in. */
	backend?: 'leveldb' | 'sqlite';
	reducedMotion?: 'reduce' | 'no-preference';
	timezoneId?: string;
	args?: string[];
}

/** A browser with a profile of its own, as a person has one. */
export interface Profile {
	context: BrowserContext;
	page: Page;
	folder: string;
	/** Addresses outside the app that a page asked for: there must be none. */
	strangers: string[];
	/** Errors that pages threw or logged. */
	errors: string[];
	close(): Promise<void>;
}

export async function openProfile(options: ProfileOptions = {}): Promise<Profile> {
	const folder = options.profile ?? mkdtempSync(join(tmpdir(), 'recount-profile-'));
	const backend = options.backend === 'sqlite' ? ['--enable-features=IdbSqliteBackingStore'] : [];
	const context = await chromium.launchPersistentContext(folder, {
		executablePath: chromiumPath(),
		args: [...CHROMIUM_FLAGS, ...backend, ...(options.args ?? [])],
		viewport: options.viewport ?? PHONE,
		colorScheme: options.colorScheme ?? 'light',
		reducedMotion: options.reducedMotion ?? 'reduce',
		timezoneId: options.timezoneId
	});
	const strangers: string[] = [];
	const errors: string[] = [];
	context.on('request', (request) => {
		const { hostname, protocol } = new URL(request.url());
		if (protocol.startsWith('http') && hostname !== 'localhost') strangers.push(request.url());
	});
	context.on('weberror', (error) => errors.push(String(error.error())));
	context.on('console', (message) => {
		if (message.type() === 'error') errors.push(message.text());
	});
	const page = context.pages()[0] ?? (await context.newPage());
	page.setDefaultTimeout(15_000);
	return {
		context,
		page,
		folder,
		strangers,
		errors,
		async close() {
			await context.close();
			if (!options.profile)
				rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
		}
	};
}
