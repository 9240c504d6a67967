import { availableParallelism, loadavg } from 'node:os';
import { startApp } from '../e2e/support/app-server.ts';
import { measureCards, measureOwnReports } from './browser.ts';
import { measureDrafting } from './drafting.ts';
import { measureIntake, measureLongAnswers } from './long-texts.ts';
import { ownLibrary } from './own-bank.ts';
import { measureFolding, measureGrading, measureOwnBank, measurePapers } from './pure.ts';
import { table } from './table.ts';

/**
 * Prints how the app compares with what it cannot go below, measured in the same run; asserts nothing.
 * `npm run bench [-- 1000 100000] [-- own] [-- sqlite] [-- pure] [-- browser]`: numbers of cards, only
 * own reports, the other store of Chromium, only what needs no browser, only what needs one. RECOUNT_BUILD names another built app.
 */
/** Of forty questions each. */
const OWN_REPORTS = 500;

const words = process.argv.slice(2);
const given = words.map(Number).filter((size) => size > 0);
const own = given.length === 0;
const sizes = own && !words.includes('own') ? [1000, 10_000, 100_000] : given;
const backend = words.includes('sqlite') ? 'sqlite' : 'leveldb';

if (!words.includes('browser')) {
	console.info(
		table('Pure functions', [
			...measurePapers(),
			...measureOwnBank(),
			...measureGrading(),
			...measureFolding(),
			...measureLongAnswers(),
			...measureIntake(),
			...measureDrafting()
		])
	);
}

if (!words.includes('pure')) {
	const server = await startApp(0, process.env.RECOUNT_BUILD);
	try {
		for (const cards of sizes) {
			const figures = await measureCards({ url: server.url, backend }, cards);
			console.info(table(`Chromium, ${backend}, ${cards.toLocaleString('en')} cards`, figures));
		}
		if (own) {
			const figures = await measureOwnReports(
				{ url: server.url, backend },
				ownLibrary(OWN_REPORTS)
			);
			console.info(table(`Chromium, ${backend}, 20,000 own questions`, figures));
		}
	} finally {
		await server.stop();
	}
}

const load = loadavg()[0]?.toFixed(1);
console.info(
	`\nload ${load} on ${availableParallelism()} cores: where it is more than one a core, read the ratios only`
);
