import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Byte budgets of the built app: prints each figure and exits with 1 where one is over. */
const client = join(import.meta.dirname, '..', 'build', 'client');
const prerendered = join(import.meta.dirname, '..', 'build', 'prerendered');

const KB = 1000;

function filesUnder(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => join(folder, name))
		.filter((path) => statSync(path).isFile() && !/\.(gz|br)$/.test(path));
}

const gzipped = (path: string) => gzipSync(readFileSync(path), { level: 9 }).length;

/** Scripts a page names for loading at once, and those they import in turn. */
function scriptsOf(page: string): string[] {
	const seen = new Set<string>();
	const visit = (path: string) => {
		if (seen.has(path) || !existsSync(path)) return;
		seen.add(path);
		const code = readFileSync(path, 'utf8');
		for (const [, from] of code.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g)) {
			if (from) visit(join(path, '..', from));
		}
	};
	const html = readFileSync(join(prerendered, page), 'utf8');
	for (const [, url] of html.matchAll(/["'](\/_app\/immutable\/[^"']+\.js)["']/g)) {
		if (url) visit(join(client, url));
	}
	return [...seen];
}

const sum = (paths: string[]) => paths.reduce((total, path) => total + gzipped(path), 0);
const all = filesUnder(client);
const isPrecached = (path: string) =>
	!path.includes('/screenshots/') &&
	!path.endsWith('service-worker.js') &&
	!path.endsWith('version.json');

const figures: { what: string; bytes: number; goal: number; limit: number }[] = [
	...['index.html', 'quiz.html', 'review.html']
		.filter((page) => existsSync(join(prerendered, page)))
		.map((page) => ({
			what: `scripts of ${page}, gzip`,
			bytes: sum(scriptsOf(page)),
			goal: 90 * KB,
			limit: 110 * KB
		})),
	{
		what: 'bank, gzip',
		bytes: sum(all.filter((path) => /bank[^/]*\.json$/.test(path))),
		goal: 40 * KB,
		limit: 40 * KB
	},
	{
		what: 'styles, gzip',
		bytes: sum(all.filter((path) => path.endsWith('.css'))),
		goal: 12 * KB,
		limit: 12 * KB
	},
	{
		what: 'fonts',
		bytes: sum(all.filter((path) => /\.(woff2?|ttf|otf)$/.test(path))),
		goal: 0,
		limit: 0
	},
	{
		what: 'precached for a learner, as sent',
		bytes: sum([...all.filter(isPrecached), ...filesUnder(prerendered)]),
		goal: 600 * KB,
		limit: 600 * KB
	}
];

let over = 0;
for (const { what, bytes, goal, limit } of figures) {
	const verdict = bytes > limit ? 'OVER' : bytes > goal ? 'above goal' : 'ok';
	if (bytes > limit) over += 1;
	console.info(
		`${verdict.padEnd(10)} ${what}: ${(bytes / KB).toFixed(1)} kB (goal ${goal / KB}, limit ${limit / KB})`
	);
}
if (over > 0) {
	console.error(`${over} over the limit: find what grew with \`npx vite build\`'s list of chunks.`);
	process.exit(1);
}
