import { execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import nodeAdapter from '@sveltejs/adapter-node';
import staticAdapter from '@sveltejs/adapter-static';

const isStatic = process.env.ADAPTER === 'static';
/** The development server's own client makes workers that Trusted Types would refuse. */
const isDev = process.env.NODE_ENV !== 'production' && process.argv.includes('dev');

/**
 * Changes on every deploy, so that open tabs and the service worker notice a new version. This file is
 * read several times in one build: the first reading's word stands for all.
 */
function versionName() {
	const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));
	process.env.RECOUNT_VERSION ??= `${version}+${commit() ?? Date.now().toString(36)}`;
	return process.env.RECOUNT_VERSION;
}

function commit() {
	try {
		const hash = execSync('git rev-parse --short=12 HEAD', { stdio: ['ignore', 'pipe', 'ignore'] });
		return hash.toString().trim();
	} catch {
		return undefined;
	}
}

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	// Packages decide for themselves: one that the component tests use is not in runes mode yet.
	vitePlugin: {
		dynamicCompileOptions: ({ filename }) =>
			filename.includes('node_modules') ? { runes: undefined } : undefined
	},
	kit: {
		adapter: isStatic
			? staticAdapter({ pages: 'build-static', assets: 'build-static', fallback: '404.html' })
			: nodeAdapter(),
		paths: { base: process.env.BASE_PATH ?? '', relative: false },
		serviceWorker: { register: false },
		version: { name: versionName() },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				// WebAssembly reads the codes of results where the browser has no reader of its own.
				'script-src': ['self', 'wasm-unsafe-eval'],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'blob:', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'manifest-src': ['self'],
				'worker-src': ['self'],
				'form-action': ['self'],
				'base-uri': ['none'],
				...(isDev
					? {}
					: {
							'require-trusted-types-for': ['script'],
							'trusted-types': [
								'svelte-trusted-html',
								'sveltekit-trusted-url',
								'recount-worker-url',
								'recount-inert-page'
							]
						})
			}
		}
	}
};
