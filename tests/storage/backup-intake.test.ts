import { describe, expect, it } from 'vitest';
import { TABLES_OF } from '#lib/storage/backup-format.ts';
import { mergeBackup } from '#lib/storage/backup-merge.ts';
import { readBackup } from '#lib/storage/backup-read.ts';
import { checkRow } from '#lib/storage/backup-rows.ts';
import { exportBackup } from '#lib/storage/backup-write.ts';
import type { RecountDatabase } from '#lib/storage/database.ts';
import { IntakeRepository, type IntakeDraft } from '#lib/storage/intake-repository.ts';
import { smallDesk, SMALL_NAMES } from '../domain/desk/small-desk.ts';
import { MORNING, newDesk, weights } from './support.ts';

const DRAFT: IntakeDraft = {
	id: 'r-0190a1b2-0000-7000-8000-00000000000d',
	text: 'A flood broke the bridge.\n\nThe mayor said so.',
	kept: ['t-1'],
	found: { title: 'Flood' },
	title: 'A flood',
	publisher: { value: 'The Gazette', basis: 'stated' },
	date: { basis: 'inferred' },
	newPlace: SMALL_NAMES[0],
	notice: ''
};
const RECORD = { draft: DRAFT, earlier: { ...DRAFT, title: 'Before' } };

async function adding(record = RECORD): Promise<RecountDatabase> {
	const { database } = newDesk();
	await new IntakeRepository(database).keep(record);
	return database;
}

async function contentsOf(database: RecountDatabase) {
	const made = await exportBackup(database, { app: '1', learner: 'Ada', exportedAt: 0 });
	if (!made.ok) throw new Error(JSON.stringify(made.problem));
	const read = await readBackup(made.value.file);
	if (!read.ok) throw new Error(JSON.stringify(read.problem));
	return read.value;
}

/** What of the backup of a person who is adding a report comes into a store. */
async function broughtInto(database: RecountDatabase, takeSettings = false) {
	const contents = await contentsOf(await adding());
	const merged = await mergeBackup(database, contents, { weights, takeSettings });
	if (!merged.ok) throw new Error(merged.problem.code);
	const { desks, settings } = merged.value;
	return { desks, settings, record: await new IntakeRepository(database).read() };
}

describe('a report that is being added', () => {
	it('comes with a backup, as it was left', async () => {
		const { database } = newDesk();
		expect(await broughtInto(database)).toEqual({ desks: 1, settings: 0, record: RECORD });
		expect(await broughtInto(database)).toMatchObject({ desks: 0 });
	});

	it('does not push out the one that is being added here, whatever settings are taken', async () => {
		const ours = { draft: { ...DRAFT, title: 'Ours' } } as typeof RECORD;
		const brought = await broughtInto(await adding(ours), true);
		expect(brought).toEqual({ desks: 0, settings: 0, record: ours });
	});

	it('does not come back where its desk stands by now', async () => {
		const { database } = newDesk();
		const desk = { ...smallDesk(), id: DRAFT.id };
		await new IntakeRepository(database).start(desk, [], MORNING);
		expect(await broughtInto(database)).toEqual({ desks: 0, settings: 0, record: undefined });
	});

	it('is to a program of before a setting it does not know', async () => {
		const { footer, header } = await contentsOf(await adding());
		expect(header.version).toBe(3);
		expect(Object.keys(footer.counts)).toEqual([...TABLES_OF[3]]);
		expect(footer.counts).toMatchObject({ settings: 1, desks: 0 });
	});

	it.each([
		['a shipped report’s id', { ...DRAFT, id: 'aleppo' }],
		['a field more', { ...DRAFT, admin: true }],
		['no text', { ...DRAFT, text: undefined }],
		['a place of no type', { ...DRAFT, newPlace: { id: 'p', name: 'P' } }]
	])('with %s is passed over', (_, draft) => {
		const row = { key: 'intake', value: { draft } };
		expect(checkRow('settings', row)).toEqual({ ok: true, row: undefined });
	});
});
