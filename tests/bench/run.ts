import { availableParallelism, loadavg } from 'node:os';
import { startApp } from '../e2e/support/app-server.ts';
import { measureCards } from './browser.ts';
import { measureIntake, measureLongAnswers } from './long-texts.ts';
import { measureFolding, measureGrading, measurePapers } from './pure.ts';
import { table } from './table.ts';

/**
 * Prints how the app compares with what it cannot go below, measured in the same run; asserts nothing.
 * `npm run bench [-- 1000 100000] [-- sqlite] [-- pure] [-- browser]`: numbers of cards, the other store
 * of Chromium, only what needs no browser, only what needs one. RECOUNT_BUILD names another built app.
 */
const words = process.argv.slice(2);
const sizes = words.map(Number).filter((size) => size > 0);
const backend = words.includes('sqlite') ? 'sqlite' : 'leveldb';

if (!words.includes('browser')) {
	console.info(
		table('Pure functions', [
			...measurePapers(),
			...measureGrading(),
			...measureFolding(),
			...measureLongAnswers(),
			...measureIntake()
		])
	);
}

if (!words.includes('pure')) {
	const server = await startApp(0, process.env.RECOUNT_BUILD);
	try {
		for (const cards of sizes.length > 0 ? sizes : [1000, 10_000, 100_000]) {
			const figures = await measureCards({ url: server.url, cards, backend });
			console.info(table(`Chromium, ${backend}, ${cards.toLocaleString('en')} cards`, figures));
		}
	} finally {
		await server.stop();
	}
}

const load = loadavg()[0]?.toFixed(1);
console.info(
	`\nload ${load} on ${availableParallelism()} cores: where it is more than one a core, read the ratios only`
);
