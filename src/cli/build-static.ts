import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { securityHeaders } from './security-headers.ts';

/**
 * Builds a folder that any static host serves: `npm run build:static`, with BASE_PATH=/recount for a
 * sub-folder of a site. Writes `_headers` in the form that Netlify and Cloudflare Pages read.
 */
const root = join(import.meta.dirname, '..', '..');
const out = join(root, 'build-static');
const base = process.env.BASE_PATH ?? '';

const { status } = spawnSync(
	process.execPath,
	[join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
	{ cwd: root, stdio: 'inherit', env: { ...process.env, ADAPTER: 'static' } }
);
if (status !== 0) process.exit(status ?? 1);

const block = (path: string, headers: Record<string, string>) =>
	[path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');

writeFileSync(
	join(out, '_headers'),
	[
		block(`${base}/*`, securityHeaders('https://')),
		block(`${base}/_app/immutable/*`, { 'Cache-Control': 'public, max-age=31536000, immutable' }),
		block(`${base}/service-worker.js`, { 'Cache-Control': 'no-cache' })
	].join('\n\n') + '\n'
);
console.info(`The static site is in build-static/${base ? `, for ${base}` : ''}.`);
