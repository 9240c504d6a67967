import { afterEach, beforeEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import SaveCopy from '#lib/components/SaveCopy.svelte';
import StartFailed from '#lib/components/StartFailed.svelte';
import { App } from '#lib/state/app.svelte.ts';
import { StoreCopying } from '#lib/state/store-copying.svelte.ts';
import { clearDevice, openApp, study } from './support.ts';

beforeEach(clearDevice);
afterEach(clearDevice);

/** Leaves a store as a newer program would: a table more, and a higher version. */
async function upgraded(name: string): Promise<void> {
	const request = indexedDB.open(name, 990);
	request.onupgradeneeded = () => request.result.createObjectStore('visions');
	await new Promise((resolve, reject) => {
		request.onsuccess = resolve;
		request.onerror = reject;
	});
	request.result.close();
}

it('a store of a newer program stays closed, and a copy of it can be had', async () => {
	const app = await openApp();
	await study(app);
	const events = await app.database.events.count();
	app.database.close();
	const store = app.database.name;
	await upgraded(store);
	const before = await indexedDB.databases();

	const older = new App({
		base: '',
		loadBank: () => Promise.resolve({ ok: false, problem: { code: 'bank-unreadable' } })
	});
	await older.start();
	expect(older.status).toEqual({ code: 'failed', problem: { code: 'newer', version: 99, store } });
	if (older.status.code !== 'failed') return;
	const { problem } = older.status;
	const view = await render(StartFailed, { problem, onretry: () => undefined });
	await expect.element(view.getByRole('button', { name: 'Save a copy of it' })).toBeVisible();

	const handed: [Blob, string][] = [];
	const copying = new StoreCopying(store, '1', {
		download: (file, name) => handed.push([file, name])
	});
	await copying.copy();
	expect(copying.step).toMatchObject({ code: 'handed', left: 0 });
	expect(handed[0]?.[1]).toMatch(/^recount-copy-.*\.json\.gz$/);
	const unpacked = handed[0]?.[0].stream().pipeThrough(new DecompressionStream('gzip'));
	const lines = (await new Response(unpacked).text()).trim().split('\n');
	expect(lines.filter((line) => line.startsWith('{"table":"events"'))).toHaveLength(events);
	expect(await indexedDB.databases()).toEqual(before);
});

it('says where no copy could be made', async () => {
	const view = await render(SaveCopy, { store: 'recount-nobody' });
	await view.getByRole('button', { name: 'Save a copy of it' }).click();
	await expect.element(view.getByRole('alert')).toHaveTextContent('It is as it was');
	expect(await indexedDB.databases()).toEqual([]);
});
