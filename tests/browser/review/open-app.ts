import type { Bank } from '#lib/bank/types.ts';
import { App } from '#lib/state/app.svelte.ts';
import { SMALL_BANK } from './small-bank.ts';

/** A clock that tests set. */
export interface Clock {
	/** epoch ms */
	now: number;
}

/** Noon of a day. */
export const NOON = Date.UTC(2026, 4, 4, 12);

function remove(name: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.deleteDatabase(name);
		request.onsuccess = () => resolve();
		request.onerror = () => reject(new Error(`${name} was not deleted`));
	});
}

/** Leaves nothing of earlier tests. */
export async function clearAll(): Promise<void> {
	for (const { name } of await indexedDB.databases()) if (name) await remove(name);
	localStorage.clear();
}

/** An app with its cards laid out, on what this browser stores; UTC, by a clock of the test's. */
export async function openApp(clock: Clock, bank: Bank = SMALL_BANK): Promise<App> {
	const app = new App({
		base: '',
		loadBank: async () => ({ ok: true, value: bank }),
		now: () => clock.now,
		zone: () => 'UTC'
	});
	await app.start();
	await app.set({ firstRunAt: NOON });
	await app.syncCards();
	return app;
}
