import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NOTE = join(import.meta.dirname ?? '.', '..', '..', '.cache', 'chromium-path');

const KNOWN_PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe'
];

/** Flags under which Chromium runs in tests: no sandbox as root, no background traffic. */
export const CHROMIUM_FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

async function playwrightsOwn(): Promise<string | undefined> {
	const { chromium } = await import('playwright-core');
	const path = chromium.executablePath();
	return path && existsSync(path) ? path : undefined;
}

function canInstallWithApt(): boolean {
	const isRoot = process.getuid?.() === 0;
	return isRoot && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}

function installWithApt(): void {
	console.info('No Chromium found: installing it with apt-get …');
	execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
	execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
		stdio: 'inherit'
	});
}

function installWithPlaywright(): void {
	console.info('No Chromium found: downloading one with playwright-core …');
	spawnSync('npx', ['playwright-core', 'install', 'chromium'], {
		stdio: 'inherit',
		shell: process.platform === 'win32'
	});
}

const known = () => KNOWN_PLACES.find((path) => existsSync(path));

async function find(): Promise<string | undefined> {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		if (existsSync(named)) return named;
		throw new Error(`CHROMIUM_PATH is ${named}, and there is no file; correct or unset it.`);
	}
	const present = known() ?? (await playwrightsOwn());
	if (present) return present;
	if (canInstallWithApt()) {
		installWithApt();
		return known();
	}
	installWithPlaywright();
	return playwrightsOwn();
}

/** Path of a Chromium to test with, as the pretest step found it. */
export function chromiumPath(): string {
	if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
	if (existsSync(NOTE)) return readFileSync(NOTE, 'utf8').trim();
	const path = known();
	if (path) return path;
	throw new Error('No Chromium found: run `npx tsx src/cli/chromium.ts`, or set CHROMIUM_PATH.');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const path = await find();
	if (!path) {
		console.error(
			'No Chromium could be found or installed. Install Chromium or Chrome, or set CHROMIUM_PATH to its program file, then run the tests again.'
		);
		process.exit(1);
	}
	mkdirSync(join(NOTE, '..'), { recursive: true });
	writeFileSync(NOTE, path);
	console.info(`Chromium: ${path}`);
}
