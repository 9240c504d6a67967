import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import RestoreBackup from '#lib/components/settings/RestoreBackup.svelte';
import SaveBackup from '#lib/components/settings/SaveBackup.svelte';
import type { App } from '#lib/state/app.svelte.ts';
import type { Handing } from '#lib/state/backup-handing.ts';
import { BackupRestoring } from '#lib/state/backup-restoring.svelte.ts';
import { BackupSaving } from '#lib/state/backup-saving.svelte.ts';
import { CheckRun } from '#lib/state/check-run.svelte.ts';
import { Learners } from '#lib/state/learners.svelte.ts';
import { smallDesk } from '../../domain/desk/small-desk.ts';
import { finish } from '../../storage/own-support.ts';
import { clearDevice, openApp, studiedIn, study } from './support.ts';

let app: App;

beforeEach(async () => {
	// Another file may have left its own on this origin.
	await clearDevice();
	app = await openApp();
	await study(app);
});
afterEach(clearDevice);

/** A real file of this browser's own, in place of one that the person picks. */
async function fileHandle(): Promise<FileSystemFileHandle> {
	const root = await navigator.storage.getDirectory();
	return root.getFileHandle('backup.gz', { create: true });
}

async function backupOf(learner: App): Promise<Blob> {
	const taken: Blob[] = [];
	const handing: Handing = { download: (file) => taken.push(file) };
	await new BackupSaving(learner, '1', { handing }).save();
	const [file] = taken;
	if (!file) throw new Error('no backup was handed over');
	return file;
}

async function packed(lines: string): Promise<Blob> {
	const stream = new Blob([lines]).stream().pipeThrough(new CompressionStream('gzip'));
	return new Response(stream).blob();
}

async function flipped(file: Blob): Promise<Blob> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	const middle = bytes.length >> 1;
	bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
	return new Blob([bytes]);
}

describe('saving a backup', () => {
	it('reads the written file back before it says so', async () => {
		const handle = await fileHandle();
		const saving = new BackupSaving(app, '1', {
			handing: { pick: () => Promise.resolve(handle), download: () => undefined }
		});
		const view = await render(SaveBackup, { saving, now: app.now() });
		await expect.element(view.getByText('1 answer stands on this device alone')).toBeVisible();
		await view.getByRole('button', { name: 'Save a backup' }).click();
		await expect.element(view.getByText(/The file was read back/)).toBeVisible();
		await expect.element(view.getByText('Last backup: today. Nothing new')).toBeVisible();
		const { size } = await handle.getFile();
		expect(saving.step).toMatchObject({ code: 'saved', way: 'file', bytes: size });
	});

	it('is not one where the file reads otherwise', async () => {
		const handle = await fileHandle();
		const cut = {
			createWritable: () => handle.createWritable(),
			getFile: async () => (await handle.getFile()).slice(0, 40)
		} as unknown as FileSystemFileHandle;
		const saving = new BackupSaving(app, '1', {
			handing: { pick: () => Promise.resolve(cut), download: () => undefined }
		});
		await saving.save();
		expect(saving.step).toEqual({ code: 'failed', problem: { code: 'differs' } });
		expect((await app.settingsStore.read()).lastBackup).toBe(undefined);
	});

	it.each([
		['AbortError', 'idle'],
		['SecurityError', 'made']
	])('stays with nothing saved after %s', async (name, code) => {
		const saving = new BackupSaving(app, '1', {
			handing: { pick: () => Promise.reject(new DOMException('', name)), download: () => undefined }
		});
		await saving.save();
		expect(saving.step.code).toBe(code);
		expect((await app.settingsStore.read()).lastBackup).toBe(undefined);
	});
});

describe('restoring a backup', () => {
	it('brings back in a new store what was in the old one', async () => {
		await app.set({ newPerDay: 3 });
		const file = await backupOf(app);
		const before = await studiedIn(app.database);
		await clearDevice();
		const anew = await openApp();
		const restoring = new BackupRestoring(anew);
		await restoring.read(file);
		expect(restoring.step).toMatchObject({ code: 'preview', preview: { reviews: 1, cards: 1 } });
		await restoring.merge();
		expect(restoring.step).toMatchObject({ code: 'merged', report: { events: 1, cards: 1 } });
		expect(await studiedIn(anew.database)).toEqual(before);
		expect(anew.settings.newPerDay).toBe(3);
		await restoring.read(file);
		await restoring.merge();
		expect(restoring.step).toMatchObject({ code: 'merged', report: { events: 0, cards: 0 } });
	});

	it('tells what it brings of own reports, shows them, and brings their cards in line', async () => {
		const bank = await finish(app.database, smallDesk(), app.now());
		const file = await backupOf(app);
		await clearDevice();
		const anew = await openApp();
		const restoring = new BackupRestoring(anew);
		const view = await render(RestoreBackup, {
			...{ restoring, learners: new Learners(anew, '1'), learner: '' }
		});
		await restoring.read(file);
		await expect.element(view.getByText(/, 1 report of your own, and 1 desk$/)).toBeVisible();
		await expect
			.element(view.getByText('New here: 1 report of your own and 1 desk.'))
			.toBeVisible();
		await restoring.merge();
		await expect.element(view.getByText(/1 report of your own, 1 desk, and 6 names/)).toBeVisible();
		expect(anew.look.report(smallDesk().id)?.title).toBe('A flood in Milltown');
		const ids = bank.questions.map(({ id }) => id);
		const cards = await anew.study.read(ids);
		expect(cards.map((card) => card?.queue)).toEqual(['new', 'new']);
		const own = await anew.database.reports.get(smallDesk().id);
		expect(own?.cardsEdition).toBe(bank.edition);
		await restoring.read(file);
		await expect.element(view.getByText(/are here already/)).toBeVisible();
		await restoring.merge();
		await expect.element(view.getByText(/nothing had to be added/)).toBeVisible();
	});

	it('makes a learner of its own and leaves the present one alone', async () => {
		const file = await backupOf(app);
		const before = await studiedIn(app.database);
		const restoring = new BackupRestoring(app);
		await restoring.read(file);
		await restoring.mergeAsNew('Ada');
		expect(restoring.step).toMatchObject({ code: 'merged', learner: { name: 'Ada' } });
		expect(await studiedIn(app.database)).toEqual(before);
		expect((await app.learners.list()).map(({ name }) => name)).toEqual(['', 'Ada']);
		expect((await app.learners.current())?.id).toBe(app.learner.id);
	});

	it.each<[string, (file: Blob) => Blob | Promise<Blob>, string]>([
		['text', () => new Blob(['some text']), 'not a backup of Recount'],
		['of another kind', () => packed('{"kind":"recount-class"}\n{}\n'), '“recount-class”'],
		['of a newer version', () => packed('{"kind":"recount-backup","version":9}\n{}\n'), 'newer'],
		['cut short', (file) => file.slice(0, file.size - 60), 'ends too early'],
		['damaged', flipped, 'damaged or changed']
	])('refuses a file that is %s, in words, and changes nothing', async (_, spoil, words) => {
		const file = await spoil(await backupOf(app));
		const before = await studiedIn(app.database);
		const view = await render(RestoreBackup, {
			restoring: new BackupRestoring(app),
			learners: new Learners(app, '1'),
			learner: ''
		});
		const input = view.container.querySelector('input[type=file]') as HTMLInputElement;
		const given = new DataTransfer();
		given.items.add(new File([file], 'backup.gz'));
		input.files = given.files;
		input.dispatchEvent(new Event('change', { bubbles: true }));
		const alert = view.getByRole('alert');
		await expect.element(alert).toHaveTextContent(words);
		await expect.element(alert).toHaveTextContent('Nothing on this device was changed');
		expect(await studiedIn(app.database)).toEqual(before);
	});
});

describe('check and repair', () => {
	it('rebuilds a card that is gone, and finds nothing more after it', async () => {
		await app.database.cards.clear();
		const check = new CheckRun(app);
		await check.start();
		expect(check.step).toMatchObject({ code: 'done', report: { events: 1, missing: 1 } });
		await check.start();
		expect(check.step).toMatchObject({
			code: 'done',
			report: { differing: 0, missing: 0, extra: 0, counters: 0 }
		});
		expect(await app.database.cards.toCollection().primaryKeys()).toEqual(['raid/city/where']);
	});

	it('stops when asked', async () => {
		const check = new CheckRun(app);
		const run = check.start();
		check.cancel();
		await run;
		expect(check.step.code).toBe('cancelled');
	});
});
