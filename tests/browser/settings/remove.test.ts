import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import AppNotices from '#lib/components/AppNotices.svelte';
import LearnersPart from '#lib/components/settings/LearnersPart.svelte';
import type { App } from '#lib/state/app.svelte.ts';
import { LearnerRemoval } from '#lib/state/learner-removal.svelte.ts';
import { Learners } from '#lib/state/learners.svelte.ts';
import { clearDevice, openApp, study } from './support.ts';

const grace = { id: 'grace', name: 'Grace', createdAt: 9e12 };

beforeEach(clearDevice);
afterEach(clearDevice);

const stores = async () => (await indexedDB.databases()).map(({ name }) => name);

/** Two on a device, both of whom have studied; the unnamed one learns now. */
async function two(): Promise<App> {
	const first = await openApp();
	await study(first);
	await first.learners.add(grace);
	const asGrace = await openApp();
	await study(asGrace);
	asGrace.database.close();
	await first.learners.choose(first.learner.id);
	return openApp();
}

describe('deleting a learner', () => {
	it('is not offered for the only one', async () => {
		const app = await openApp();
		const view = await render(LearnersPart, { learners: new Learners(app, '1'), now: app.now() });
		await expect.element(view.getByRole('button', { name: 'Add a learner' })).toBeVisible();
		expect(view.getByRole('button', { name: /^Delete/ }).elements()).toEqual([]);
	});

	it('says what goes, offers a backup, and waits for the name', async () => {
		const app = await two();
		const view = await render(LearnersPart, { learners: new Learners(app, '1'), now: app.now() });
		await view.getByRole('button', { name: 'Delete Grace' }).click();
		await expect.element(view.getByText(/From this device go 1 review/)).toBeVisible();
		await expect.element(view.getByRole('button', { name: 'Save a backup' })).toBeVisible();
		const doIt = view.getByRole('button', { name: 'Delete for good' });
		await doIt.click();
		await expect.element(view.getByRole('alert')).toHaveTextContent('as it stands here: Grace');
		await view.getByLabelText('To delete, type: Grace').fill('Grac');
		await doIt.click();
		expect(await stores()).toContain('recount-grace');
		await view.getByLabelText('To delete, type: Grace').fill('grace ');
		await doIt.click();
		await expect.element(view.getByText('Grace was deleted from this device.')).toBeVisible();
		expect(await stores()).not.toContain('recount-grace');
		expect(await app.learners.list()).toHaveLength(1);
		expect(app.givenUp).toBe(undefined);
		expect(await app.database.events.count()).toBeGreaterThan(0);
	});

	it('changes nothing where the dialog is left', async () => {
		const app = await two();
		const learners = new Learners(app, '1');
		const view = await render(LearnersPart, { learners, now: app.now() });
		await view.getByRole('button', { name: 'Delete Grace' }).click();
		await view.getByRole('button', { name: 'Cancel' }).click();
		await expect.poll(() => learners.removal).toBe(undefined);
		expect(await stores()).toContain('recount-grace');
		expect(await app.learners.list()).toHaveLength(2);
	});

	it('saves a backup of that learner, not of the one who learns', async () => {
		const app = await two();
		const removal = new LearnerRemoval(app, grace, '1');
		await removal.open();
		expect(removal.total).toMatchObject({ reviews: 1 });
		expect(removal.saving?.since).toBe(1);
		removal.close();
	});

	it('opens another where the one who learns goes; a second tab of theirs stops', async () => {
		const app = await two();
		const other = await openApp();
		expect(other.learner.id).toBe(app.learner.id);
		const view = await render(AppNotices, { app: other, quiet: true });
		const goTo = vi.spyOn(app, 'switchLearner').mockResolvedValue();
		const removal = new LearnerRemoval(app, app.learner, '1');
		await removal.open();
		await removal.remove();
		expect(removal.step).toEqual({ code: 'gone' });
		expect(goTo).toHaveBeenCalledWith('grace');
		expect(other.givenUp).toBe('deleted');
		await expect.element(view.getByText('This learner was deleted')).toBeVisible();
		expect(await stores()).not.toContain(`recount-${app.learner.id}`);
		expect((await openApp()).learner).toEqual(grace);
	});
});
