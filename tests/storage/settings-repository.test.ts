import { describe, expect, it } from 'vitest';
import { SettingsRepository } from '#lib/storage/settings-repository.ts';
import { DEFAULT_SETTINGS } from '#lib/storage/settings.ts';
import { metaOf, newDesk, recall, until } from './support.ts';

describe('SettingsRepository', () => {
	it('gives defaults for what was never set, and what was set', async () => {
		const settings = new SettingsRepository(newDesk().database);
		expect(await settings.read()).toEqual(DEFAULT_SETTINGS);
		await settings.set({ newPerDay: 3, theme: 'dark', firstRunAt: 7 });
		expect(await settings.read()).toEqual({
			...DEFAULT_SETTINGS,
			newPerDay: 3,
			theme: 'dark',
			firstRunAt: 7
		});
		await settings.set({ newPerDay: undefined, firstRunAt: undefined });
		expect(await settings.read()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
	});

	it('tells each change, and nothing of a review', async () => {
		const desk = newDesk();
		const settings = new SettingsRepository(desk.database);
		const seen: number[] = [];
		settings.watch().subscribe((now) => seen.push(now.newPerDay));
		await until(() => seen.length === 1);
		await recall(desk, metaOf(0), 3);
		await settings.set({ newPerDay: 4 });
		await until(() => seen.at(-1) === 4);
		expect(seen).toEqual([DEFAULT_SETTINGS.newPerDay, 4]);
	});
});
