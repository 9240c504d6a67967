import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
const site = join(root, 'build-static');

const TYPES: Record<string, string> = {
	'.html': 'text/html',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.webmanifest': 'application/manifest+json'
};

/** When anything below a folder was last written (epoch ms). */
function newestIn(folder: string): number {
	const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
	const files = entries.filter(
		(entry) => entry.isFile() && !entry.parentPath.includes('paraglide')
	);
	return Math.max(...files.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
}

function isFresh(base: string): boolean {
	const headers = join(site, '_headers');
	if (!existsSync(headers) || !readFileSync(headers, 'utf8').startsWith(`${base}/*`)) return false;
	const newest = Math.max(...['src', 'questions', 'static', 'messages'].map(newestIn));
	return statSync(headers).mtimeMs > newest;
}

/** Builds the static site for a base path, unless it stands there already and nothing changed since. */
export function buildStatic(base: string): void {
	if (isFresh(base)) return;
	const script = join(root, 'src', 'cli', 'build-static.ts');
	const { status } = spawnSync(process.execPath, ['--import', 'tsx', script], {
		cwd: root,
		env: { ...process.env, NODE_ENV: 'production', VITEST: undefined, BASE_PATH: base },
		stdio: 'inherit'
	});
	if (status !== 0) throw new Error('The static site could not be built.');
}

/** The file that an address stands for on a host that knows nothing of the app. */
function fileAt(path: string): string | undefined {
	const places = [path, `${path}.html`, join(path, 'index.html')];
	return places
		.map((place) => join(site, place))
		.find((file) => existsSync(file) && statSync(file).isFile());
}

/** Serves the static site under a base path, and nothing beside it. */
export async function serveStatic(base: string): Promise<{ url: string; stop(): Promise<void> }> {
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const found = pathname.startsWith(`${base}/`) ? fileAt(pathname.slice(base.length)) : undefined;
		const file = found ?? join(site, '404.html');
		response.writeHead(found ? 200 : 404, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain' });
		response.end(readFileSync(file));
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (typeof address !== 'object' || !address) throw new Error('No free port.');
	return {
		url: `http://localhost:${address.port}${base}`,
		async stop() {
			if (!server.listening) return;
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		}
	};
}
