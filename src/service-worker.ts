/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { base, build, files, prerendered, version } from '$service-worker';
import { setCacheNameDetails } from 'workbox-core';
import {
	cleanupOutdatedCaches,
	createHandlerBoundToURL,
	precacheAndRoute
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & typeof globalThis;

/** The page every address not yet visited opens with; it finds its screen by itself. */
const SHELL = `${base}/shell`;

/** Never precached: pictures for the install dialogue. */
const notForOffline = (file: string) => file.includes('/screenshots/');

// A constant name: with the version in it every release would download everything again.
setCacheNameDetails({ prefix: 'recount', suffix: 'v1', precache: 'precache' });
cleanupOutdatedCaches();

precacheAndRoute(
	[
		...build.map((url) => ({ url, revision: null })),
		...files.filter((file) => !notForOffline(file)).map((url) => ({ url, revision: version })),
		...prerendered.map((url) => ({ url, revision: version }))
	],
	{ cleanURLs: false, directoryIndex: '' }
);

registerRoute(
	new NavigationRoute(createHandlerBoundToURL(SHELL), {
		denylist: [new RegExp(`^${base}/api/`)]
	})
);

self.addEventListener('install', (event) => {
	// Hashed files never change: where the browser can, it serves them without waking this worker.
	const routes = (event as InstallEvent & { addRoutes?: (rules: unknown) => Promise<void> })
		.addRoutes;
	if (!routes) return;
	event.waitUntil(
		routes
			.call(event, {
				condition: { urlPattern: { pathname: `${base}/_app/immutable/*` } },
				source: { cacheName: 'recount-precache-v1' }
			})
			.catch(() => undefined)
	);
});

self.addEventListener('message', (event) => {
	const type = (event.data as { type?: string } | null)?.type;
	if (type === 'SKIP_WAITING') void self.skipWaiting();
	if (type === 'CLAIM') void self.clients.claim();
});
