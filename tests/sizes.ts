import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Byte budgets of the built app: prints each figure and exits with 1 where one is over. */
const root = join(import.meta.dirname, '..');
const client = join(root, 'build', 'client');
const prerendered = join(root, 'build', 'prerendered');
/** What the server knows of each page: which files of the client belong to it. */
const nodes = join(root, '.svelte-kit', 'output', 'server', 'nodes');

const KB = 1000;

function filesUnder(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => join(folder, name))
		.filter((path) => statSync(path).isFile() && !/\.(gz|br)$/.test(path));
}

const gzipped = (path: string) => gzipSync(readFileSync(path), { level: 9 }).length;

interface PageFiles {
	scripts: string[];
	styles: string[];
}

const listed = (code: string, name: string) => {
	const [, list = ''] = new RegExp(`${name} = \\[([^\\]]*)\\]`).exec(code) ?? [];
	return [...list.matchAll(/"([^"]+)"/g)].map(([, file = '']) => join(client, file));
};

/** The client's files of each page by its route; the error page, which has none, by its number. */
const pages = new Map<string, PageFiles>(
	readdirSync(nodes)
		.filter((name) => name.endsWith('.js'))
		.map((name) => {
			const code = readFileSync(join(nodes, name), 'utf8');
			const [, route = name] = /universal_id = "src\/routes\/([^"]+)"/.exec(code) ?? [];
			return [route, { scripts: listed(code, 'imports'), styles: listed(code, 'stylesheets') }];
		})
);

function filesOf(route: string): PageFiles {
	const files = pages.get(route);
	if (!files) throw new Error(`The build has no ${route}: build it first.`);
	return files;
}

/** Scripts that start the app on a page: those of every page and its own, with all they import at once. */
function scriptsOf(route: string): string[] {
	const seen = new Set<string>();
	const visit = (path: string) => {
		if (seen.has(path)) return;
		if (!existsSync(path))
			throw new Error(`${path} is not there: another build came between; build anew.`);
		seen.add(path);
		const code = readFileSync(path, 'utf8');
		for (const [, from] of code.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g)) {
			if (from) visit(join(path, '..', from));
		}
	};
	const entry = join(client, '_app', 'immutable', 'entry');
	for (const name of readdirSync(entry)) if (name.endsWith('.js')) visit(join(entry, name));
	for (const page of ['+layout.ts', '1.js', route]) filesOf(page).scripts.forEach(visit);
	return [...seen].filter((path) => path.endsWith('.js'));
}

/** Styles that a page is drawn with, those of its dialogs included. */
function stylesOf(route: string): string[] {
	return [...new Set([...filesOf('+layout.ts').styles, ...filesOf(route).styles])];
}

const sum = (paths: string[]) => paths.reduce((total, path) => total + gzipped(path), 0);
const all = filesUnder(client);
const isPrecached = (path: string) =>
	!path.includes('/screenshots/') &&
	!path.includes('/immutable/later/') &&
	!path.endsWith('.wasm') &&
	!path.endsWith('service-worker.js') &&
	!path.endsWith('version.json');

/** What drafts questions, the word model with it: one file that only who writes ever fetches. */
const drafters = all.filter((path) => /\/draft-worker\.[^/]+\.js$/.test(path));
/** Learners' files that know of it. */
const drafting = all.filter(
	(path) =>
		isPrecached(path) && path.endsWith('.js') && readFileSync(path, 'utf8').includes('draft-worker')
);
if (drafters.length !== 1 || drafters.some(isPrecached) || drafting.length > 0)
	throw new Error(
		`The drafter is not for who writes alone: ${[...drafters, ...drafting].join(', ')}`
	);

const figures: { what: string; bytes: number; goal: number; limit: number }[] = [
	...[
		'+page.ts',
		'welcome/+page.ts',
		'review/+page.ts',
		'quiz/+page.ts',
		'quiz/[sitting]/+page.ts'
	].map((route) => ({
		what: `scripts before the first question of /${route.replace(/\/?\+page.ts$/, '')}, gzip`,
		bytes: sum(scriptsOf(route)),
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
		what: 'styles of the page with the most, gzip',
		bytes: Math.max(...[...pages.keys()].map((route) => sum(stylesOf(route)))),
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
		what: 'drafter, gzip',
		bytes: sum(drafters),
		goal: 1200 * KB,
		limit: 1200 * KB
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
