import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_FLAGS, chromiumPath } from './src/cli/chromium.ts';
import { bankPlugin } from './src/cli/vite-bank.ts';
import { clientParts, draftWorker } from './src/cli/vite-chunks.ts';

const define = { __HAS_SERVER__: JSON.stringify(process.env.ADAPTER !== 'static') };
const isTest = process.env.VITEST === 'true';

export default defineConfig({
	define,
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['baseLocale']
		}),
		bankPlugin(),
		sveltekit(),
		draftWorker()
	],
	// Dexie as browsers of today take it: without what was written for older ones.
	resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
	build: { target: 'es2022' },
	environments: {
		client: { build: { rolldownOptions: { output: clientParts(import.meta.dirname) } } }
	},
	test: {
		projects: [
			{
				define,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['tests/**/*.test.ts'],
					exclude: ['tests/browser/**', 'tests/e2e/**'],
					testTimeout: 30_000
				}
			},
			...(isTest
				? [
						{
							extends: true as const,
							optimizeDeps: {
								include: [
									'dexie',
									'fake-indexeddb',
									'ts-fsrs',
									'valibot',
									'vitest-browser-svelte',
									'workbox-window',
									'yaml'
								]
							},
							test: {
								name: 'browser',
								// All files share one origin, and so one store.
								fileParallelism: false,
								include: ['tests/browser/**/*.test.ts'],
								browser: {
									enabled: true,
									headless: true,
									screenshotFailures: false,
									provider: playwright({
										launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_FLAGS }
									}),
									instances: [{ browser: 'chromium' as const }]
								}
							}
						}
					]
				: []),
			{
				define,
				test: {
					name: 'e2e',
					environment: 'node',
					include: ['tests/e2e/**/*.test.ts'],
					fileParallelism: false,
					testTimeout: 120_000,
					hookTimeout: 120_000
				}
			}
		]
	}
});
