import type { Workbox } from 'workbox-window';
import { ownWorkerUrl } from './script-url.ts';

const CHECK_EVERY_MS = 60 * 60 * 1000;

/** What comes only with its first visit; who teaches gets what writing needs as well. */
export type LaterPart = 'write' | 'draft' | 'teach';

/** Whether the app opens without a network. */
export type OfflineState = 'unsupported' | 'preparing' | 'ready' | 'failed';

/**
 * The service worker as screens see it. A new version waits for the person's word; after it, each tab
 * reloads once nothing holds it.
 */
export class Updates {
	#base: string;
	#workbox: Workbox | undefined;
	#holds = 0;
	#reloadWanted = false;
	#later: LaterPart[] = [];
	#reload: () => void;

	offline = $state<OfflineState>('preparing');
	/** A new version is here and waits. */
	waiting = $state(false);

	constructor(base: string, reload: () => void = () => location.reload()) {
		this.#base = base;
		this.#reload = reload;
	}

	/** Registers the worker and looks for new versions when the person comes back, and hourly. */
	async start(): Promise<void> {
		// The development server has nothing to precache.
		if (import.meta.env.DEV || !('serviceWorker' in navigator)) {
			this.offline = 'unsupported';
			return;
		}
		addEventListener('vite:preloadError', (event) => {
			// Offline a part that was never fetched stays away, however often the page is loaded.
			if (!navigator.onLine) return;
			event.preventDefault();
			this.#reloadWhenFree();
		});
		try {
			await this.#register();
		} catch {
			this.offline = navigator.serviceWorker.controller ? 'ready' : 'failed';
		}
	}

	async #register(): Promise<void> {
		// CommonJS for Node: a static import would break prerendering.
		const { Workbox } = await import('workbox-window');
		const workbox = new Workbox(ownWorkerUrl(`${this.#base}/service-worker.js`, this.#base), {
			scope: `${this.#base}/`
		});
		this.#workbox = workbox;
		workbox.addEventListener('waiting', () => (this.waiting = true));
		workbox.addEventListener('activated', () => {
			this.offline = 'ready';
			workbox.messageSW({ type: 'CLAIM' });
			this.#askForLater();
		});
		this.#followWorkers();
		const registration = await workbox.register({ immediate: true });
		if (registration?.active) this.offline = 'ready';
		if (registration?.waiting) this.waiting = true;
		if (registration?.active) this.#askForLater();
		const look = () => workbox.update().catch(() => undefined);
		document.addEventListener('visibilitychange', () => {
			if (document.visibilityState === 'visible') void look();
		});
		setInterval(look, CHECK_EVERY_MS);
	}

	/** The first worker to take a page over is of its own version; every later one is a new version. */
	#followWorkers(): void {
		let hasWorker = navigator.serviceWorker.controller !== null;
		navigator.serviceWorker.addEventListener('controllerchange', () => {
			if (hasWorker) this.#reloadWhenFree();
			hasWorker = true;
		});
	}

	/** The person wants the new version: every tab takes it, each at its next free moment. */
	accept(): void {
		this.#workbox?.messageSkipWaiting();
	}

	/** Fetches what only who writes, drafts or teaches opens, so that it works offline too; again after each new version. */
	keepLater(part: LaterPart): void {
		if (!this.#later.includes(part)) this.#later.push(part);
		this.#askForLater();
	}

	#askForLater(): void {
		for (const part of this.#later) {
			void this.#workbox?.messageSW({ type: 'KEEP_LATER', part });
		}
	}

	/** Keeps this tab from reloading until the returned function is called. */
	hold(): () => void {
		this.#holds += 1;
		let held = true;
		return () => {
			if (!held) return;
			held = false;
			this.#holds -= 1;
			if (this.#reloadWanted && this.#holds === 0) this.#reload();
		};
	}

	#reloadWhenFree(): void {
		this.#reloadWanted = true;
		if (this.#holds === 0) this.#reload();
	}
}
