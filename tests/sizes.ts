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

/** The client's files of the pages: the layout and the error page first, the others by their route. */
const files = new Map(
	readdirSync(nodes)
		.filter((name) => name.endsWith('.js'))
		.map((name) => {
			const code = readFileSync(join(nodes, name), 'utf8');
			const [, route = name] = /universal_id = "src\/routes\/([^"]+)"/.exec(code) ?? [];
			const [, imports = ''] = /imports = \[([^\]]*)\]/.exec(code) ?? [];
			return [route, [...imports.matchAll(/"([^"]+)"/g)].map(([, file = '']) => file)];
		})
);

/** Scripts that start the app on a page: those of every page and its own, with all they import at once. */
function scriptsOf(route: string): string[] {
	const own = files.get(route);
	if (!own) throw new Error(`The build has no ${route}: build it first.`);
	const seen = new Set<string>();
	const visit = (path: string) => {
		if (seen.has(path) || !existsSync(path)) return;
		seen.add(path);
		const code = readFileSync(path, 'utf8');
		for (const [, from] of code.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g)) {
			if (from) visit(join(path, '..', from));
		}
	};
	const entry = join(client, '_app', 'immutable', 'entry');
	for (const name of readdirSync(entry)) if (name.endsWith('.js')) visit(join(entry, name));
	const frame = [...(files.get('+layout.ts') ?? []), ...(files.get('1.js') ?? [])];
	for (const file of [...frame, ...own]) visit(join(client, file));
	return [...seen].filter((path) => path.endsWith('.js'));
}

const sum = (paths: string[]) => paths.reduce((total, path) => total + gzipped(path), 0);
const all = filesUnder(client);
const isPrecached = (path: string) =>
	!path.includes('/screenshots/') &&
	!path.endsWith('service-worker.js') &&
	!path.endsWith('version.json');

const figures: { what: string; bytes: number; goal: number; limit: number }[] = [
	...['+page.ts', 'welcome/+page.ts', 'review/+page.ts', 'quiz/[sitting]/+page.ts'].map(
		(route) => ({
			what: `scripts before the first question of /${route.replace(/\/?\+page.ts$/, '')}, gzip`,
			bytes: sum(scriptsOf(route)),
			goal: 90 * KB,
			limit: 110 * KB
		})
	),
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
