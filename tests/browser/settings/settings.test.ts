import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { render } from 'vitest-browser-svelte';
import AppearancePart from '#lib/components/settings/AppearancePart.svelte';
import LearnersPart from '#lib/components/settings/LearnersPart.svelte';
import StudyPart from '#lib/components/settings/StudyPart.svelte';
import { SettingsScreen } from '#lib/state/settings-screen.svelte.ts';
import { clearDevice, openApp } from './support.ts';

afterEach(clearDevice);

describe('settings', () => {
	it('show theme and text size at once, and keep them for the next start', async () => {
		const view = await render(AppearancePart, { screen: new SettingsScreen(await openApp(), '1') });
		await view.getByText('Dark').click();
		await view.getByText('Largest').click();
		await expect
			.poll(() => ({ ...document.documentElement.dataset }))
			.toEqual({ theme: 'dark', textSize: 'largest' });
		expect(localStorage.getItem('recount:theme')).toBe('dark');
		expect(localStorage.getItem('recount:text-size')).toBe('largest');
		document.documentElement.removeAttribute('data-theme');
		const { settings } = await openApp();
		expect([settings.theme, settings.textSize]).toEqual(['dark', 'largest']);
		expect(document.documentElement.dataset.theme).toBe('dark');
	});

	it('follow the device again without a mark left behind', async () => {
		const view = await render(AppearancePart, { screen: new SettingsScreen(await openApp(), '1') });
		await view.getByText('Dark').click();
		await expect.poll(() => document.documentElement.dataset.theme).toBe('dark');
		await view.getByText('As the device').click();
		await expect.poll(() => document.documentElement.dataset.theme).toBe(undefined);
		expect(localStorage.getItem('recount:theme')).toBe(null);
	});

	it('colour the frame of the browser as the theme that is chosen, else as the device', async () => {
		const own = { light: '#fbf8f1', dark: '#15140f' };
		const metas = Object.entries(own).map(([theme, colour]) => {
			const meta = document.createElement('meta');
			Object.assign(meta, { name: 'theme-color', content: colour });
			meta.media = `(prefers-color-scheme: ${theme})`;
			meta.dataset.own = colour;
			document.head.append(meta);
			return meta;
		});
		onTestFinished(() => metas.forEach((meta) => meta.remove()));
		const view = await render(AppearancePart, { screen: new SettingsScreen(await openApp(), '1') });
		const shown = () => metas.map(({ content }) => content);
		for (const [label, colours] of [
			['Dark', [own.dark, own.dark]],
			['Light', [own.light, own.light]],
			['As the device', [own.light, own.dark]]
		] as const) {
			await view.getByText(label, { exact: true }).click();
			await expect.poll(shown).toEqual(colours);
		}
	});

	it('let a step come back earlier or never, and switch single keys off', async () => {
		const app = await openApp();
		const view = await render(StudyPart, { screen: new SettingsScreen(app, '1') });
		const field = view.getByLabelText('Learn ahead, in minutes');
		await expect.element(field).toHaveValue('20');
		await field.fill('1000');
		await expect.element(view.getByRole('alert')).toHaveTextContent('from 0 to 999');
		await field.fill('0');
		await view.getByRole('switch', { name: /Single keys/ }).click();
		await expect.poll(() => app.studySettings.learnAheadMinutes).toBe(0);
		await expect.poll(() => app.settings.shortcuts).toBe(false);
	});

	it('keep a sound number, and say what is wrong with another', async () => {
		const app = await openApp();
		const view = await render(StudyPart, { screen: new SettingsScreen(app, '1') });
		const field = view.getByLabelText('New cards a day');
		await field.fill('some');
		await expect.element(view.getByRole('alert')).toHaveTextContent('from 0 to 9999');
		await field.fill('2.5');
		await expect.element(view.getByRole('alert')).toHaveTextContent('whole number');
		expect((await openApp()).settings.newPerDay).toBe(10);
		await field.fill('7');
		await view.getByLabelText('Reviews a day').click();
		await expect.poll(async () => (await app.settingsStore.read()).newPerDay).toBe(7);
		await expect.poll(() => app.studySettings.newPerDay).toBe(7);
	});

	it('say what a retention costs, and schedule by it', async () => {
		const app = await openApp();
		const view = await render(StudyPart, { screen: new SettingsScreen(app, '1') });
		await view.getByLabelText('How much you want to recall').fill('80');
		await expect.element(view.getByText(/Fewer reviews, more forgotten/)).toBeVisible();
		await expect.poll(() => app.studySettings.desiredRetention).toBe(0.8);
	});

	it('let a learner be renamed, and refuse a name that is taken or missing', async () => {
		const app = await openApp();
		await app.learners.add({ id: 'other', name: 'Grace', createdAt: 9e12 });
		const view = await render(LearnersPart, {
			learners: new SettingsScreen(app, '1').learners,
			now: app.now()
		});
		await view.getByRole('button', { name: 'Rename Without a name' }).click();
		const save = view.getByRole('button', { name: 'Save' });
		await save.click();
		await expect.element(view.getByRole('alert')).toHaveTextContent('Give a name.');
		await view.getByLabelText('Name', { exact: true }).fill(' Grace ');
		await expect.element(view.getByRole('alert')).toHaveTextContent('already');
		await view.getByLabelText('Name', { exact: true }).fill('Ada');
		await save.click();
		await expect.element(view.getByRole('button', { name: 'Rename Ada' })).toBeVisible();
		expect(app.learner.name).toBe('Ada');
	});
});
