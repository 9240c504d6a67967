/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { base, build, files, prerendered, version } from '$service-worker';
import { setCacheNameDetails } from 'workbox-core';
import {
	addPlugins,
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

/** What only who teaches, or writes reports, opens comes with their first visit: see src/cli/vite-chunks.ts. */
const isLater = (file: string) => file.includes('/immutable/later/') || file.endsWith('.wasm');
const LATER_CACHE = 'recount-later-v1';
const later = build.filter(isLater);

/** What is to be kept for each: who teaches writes too; the drafter, as large as all the rest, is for who asks for it. */
const KEPT_FOR: Record<string, (file: string) => boolean> = {
	write: (file) => file.includes('/later/write/'),
	draft: (file) => file.includes('/later/draft/'),
	teach: (file) => !file.includes('/later/draft/')
};

// A constant name: with the version in it every release would download everything again.
setCacheNameDetails({ prefix: 'recount', suffix: 'v1', precache: 'precache' });
cleanupOutdatedCaches();

const pages = new Set(prerendered);

/** The sign-in page of a captive portal answers every address with 200: kept, it would stay for good. */
async function isGenuine(request: Request, response: Response): Promise<boolean> {
	if (!response.ok) return false;
	const isHtml = response.headers.get('content-type')?.includes('text/html') ?? false;
	if (!pages.has(new URL(request.url).pathname)) return !isHtml;
	return isHtml && (await response.clone().text()).includes('__sveltekit');
}

// A file that is refused fails the whole installation: the version before it goes on.
addPlugins([
	{
		cacheWillUpdate: async ({ request, response }) =>
			(await isGenuine(request, response)) ? response : null
	}
]);

precacheAndRoute(
	[
		...build.filter((url) => !isLater(url)).map((url) => ({ url, revision: null })),
		...files.filter((file) => !notForOffline(file)).map((url) => ({ url, revision: version })),
		...prerendered.map((url) => ({ url, revision: version }))
	],
	{ cleanURLs: false, directoryIndex: '' }
);

/** Fetches what is still missing for that part to work offline, and drops what an older version left. */
async function keepLater(part = ''): Promise<void> {
	const isKept = KEPT_FOR[part] ?? (() => false);
	const cache = await caches.open(LATER_CACHE);
	const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
	for (const url of later.filter((file) => isKept(file) && !kept.has(file))) {
		const response = await fetch(url);
		if (await isGenuine(new Request(url), response)) await cache.put(url, response);
	}
	const old = [...kept].filter((file) => !later.includes(file));
	await Promise.all(old.map((file) => cache.delete(file)));
}

registerRoute(
	({ url }) => later.includes(url.pathname),
	async ({ request }) => (await caches.match(request, { cacheName: LATER_CACHE })) ?? fetch(request)
);

registerRoute(
	new NavigationRoute(createHandlerBoundToURL(SHELL), {
		denylist: [new RegExp(`^${base}/api/`)]
	})
);

/** Keeps what another app shares until the page takes it: no server ever sees it. */
async function stash(request: Request): Promise<Response> {
	const shared = new Response(await request.blob(), {
		headers: { 'Content-Type': request.headers.get('Content-Type') ?? '' }
	});
	const cache = await caches.open('recount-shared');
	await cache.put(`${base}/share/${crypto.randomUUID()}`, shared);
	return Response.redirect(`${base}/reports/add?shared=1`, 303);
}

registerRoute(
	({ url }) => url.pathname === `${base}/share`,
	({ request }) => stash(request).catch(() => Response.redirect(`${base}/share`, 303)),
	'POST'
);

self.addEventListener('install', (event) => {
	// Hashed files never change: where the browser can, it serves them without waking this worker.
	const routes = (event as InstallEvent & { addRoutes?: (rules: unknown) => Promise<void> })
		.addRoutes;
	if (!routes) return;
	event.waitUntil(
		routes
			.call(event, [
				...['later/*/*', 'assets/*.wasm'].map((pathname) => ({
					condition: { urlPattern: { pathname: `${base}/_app/immutable/${pathname}` } },
					source: { cacheName: LATER_CACHE }
				})),
				{
					condition: { urlPattern: { pathname: `${base}/_app/immutable/*` } },
					source: { cacheName: 'recount-precache-v1' }
				}
			])
			.catch(() => undefined)
	);
});

self.addEventListener('message', (event) => {
	const { type, part } = (event.data ?? {}) as { type?: string; part?: string };
	if (type === 'SKIP_WAITING') void self.skipWaiting();
	if (type === 'CLAIM') void self.clients.claim();
	// Offline, or refused by a portal: the next visit tries again.
	if (type === 'KEEP_LATER') event.waitUntil(keepLater(part).catch(() => undefined));
});
