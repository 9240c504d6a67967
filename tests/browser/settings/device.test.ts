import { describe, expect, it } from 'vitest';
import { Installer } from '#lib/state/installer.svelte.ts';
import { StorageCare } from '#lib/state/storage-care.svelte.ts';

const MEGABYTE = 1024 * 1024;
const SAFARI = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0';

describe('Installer', () => {
	it.each([
		['an iPhone', `Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) ${SAFARI} Mobile Safari/604.1`, 'ios'],
		['Safari on a Mac', `Mozilla/5.0 (Macintosh; Intel) ${SAFARI} Safari/605.1.15`, 'safari'],
		['Chrome', 'Mozilla/5.0 (X11; Linux) Chrome/140.0.0.0 Safari/537.36', 'menu'],
		['Firefox', 'Mozilla/5.0 (X11; Linux) Gecko/20100101 Firefox/140.0', 'menu']
	])('knows the way on %s', (_, agent, way) => {
		expect(new Installer(agent).way).toBe(way);
	});

	it('shows the question of the browser once', async () => {
		const installer = new Installer('Chrome');
		installer.start();
		let asked = 0;
		const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
			prompt: () => Promise.resolve((asked += 1))
		});
		dispatchEvent(offer);
		expect(installer.way).toBe('button');
		await installer.ask();
		await installer.ask();
		expect([asked, installer.way]).toEqual([1, 'menu']);
		dispatchEvent(new Event('appinstalled'));
		expect(installer.way).toBe('done');
	});
});

describe('StorageCare', () => {
	it.each([
		['most of a large room is used', 950, 1000, true],
		['hardly any of a small room is left', 6, 10, true],
		['there is room', 6, 1000, false]
	])('warns by what is left: %s', async (_, used, quota, warns) => {
		const estimate = { usage: used * MEGABYTE, quota: quota * MEGABYTE };
		const care = new StorageCare({ estimate: () => Promise.resolve(estimate) });
		await care.look();
		expect(care.isNearlyFull).toBe(warns);
	});

	it('says nothing where the browser says nothing', async () => {
		const care = new StorageCare({});
		await care.look();
		expect([care.isKnown, care.isNearlyFull, care.state.persisted]).toEqual([
			true,
			false,
			undefined
		]);
	});

	it.each([
		[true, false],
		[false, true]
	])('asks to keep the store; granted: %s', async (granted, refused) => {
		let persisted = false;
		const care = new StorageCare({
			persisted: () => Promise.resolve(persisted),
			persist: () => Promise.resolve((persisted = granted))
		});
		await care.ask();
		expect([care.refused, care.state.persisted]).toEqual([refused, granted]);
	});
});
