import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { TABLES_OF } from '#lib/storage/backup-format.ts';
import { packLines } from '#lib/storage/backup-lines.ts';
import { mergeBackup } from '#lib/storage/backup-merge.ts';
import { readBackup, verifyBackup } from '#lib/storage/backup-read.ts';
import { exportBackup, type Backup } from '#lib/storage/backup-write.ts';
import { checkAndRepair } from '#lib/storage/check.ts';
import type { RecountDatabase } from '#lib/storage/database.ts';
import { LineHash } from '#lib/storage/line-hash.ts';
import { SettingsRepository } from '#lib/storage/settings-repository.ts';
import { SittingRepository } from '#lib/storage/sitting-repository.ts';
import { act, perform } from './acts.ts';
import { contentsOf, metaOf, MORNING, newDesk, recall, sittingOf, weights } from './support.ts';

const about = { app: '0.1.0', learner: 'Ada', exportedAt: MORNING };

/** A store with something in each table that a backup holds. */
async function livedIn(device: string, numbers: number[]): Promise<RecountDatabase> {
	const desk = newDesk(undefined, device);
	desk.clock.now += numbers.length * 1000;
	await desk.study.add([metaOf(0), metaOf(1)]);
	for (const n of numbers) await recall(desk, metaOf(n), n % 3 === 0 ? 1 : 3);
	await desk.study.undo(await recall(desk, metaOf(0), 2));
	const sittings = new SittingRepository(desk.database);
	await sittings.create(sittingOf('shared'));
	await sittings.create(
		sittingOf(`of-${device}`, { repeats: [{ questionId: 'q', afterItem: 0 }] })
	);
	await sittings.appendAnswer({
		id: `answer-${device}`,
		sittingId: 'shared',
		itemNo: 0,
		raw: { form: 'type', text: 'Ümlaut \u2028 \ud83d\ude00' },
		questionIds: ['raid/fact-0/who'],
		at: MORNING,
		tookMs: 10
	});
	await sittings.update('shared', { at: device.length });
	const settings = new SettingsRepository(desk.database);
	await settings.set({ newPerDay: numbers.length, persistAskedAt: 5, deckEdition: 'e1' });
	return desk.database;
}

async function backupOf(database: RecountDatabase): Promise<Backup> {
	const outcome = await exportBackup(database, { ...about, page: 2 });
	if (!outcome.ok) throw new Error(outcome.problem.code);
	return outcome.value;
}

async function merge(into: RecountDatabase, ...backups: Backup[]) {
	for (const { file } of backups) {
		const read = await readBackup(file);
		if (!read.ok) throw new Error(read.problem.code);
		const merged = await mergeBackup(into, read.value, { weights });
		if (!merged.ok) throw new Error(merged.problem.code);
	}
	const checked = await checkAndRepair(into, { weights });
	expect(checked).toMatchObject({ value: { differing: 0, missing: 0, extra: 0, counters: 0 } });
	return contentsOf(into);
}

const empty = () => newDesk().database;
const withoutLocal = async (database: RecountDatabase) => {
	const { settings = [], ...rest } = await contentsOf(database);
	const kept = settings.filter((row) => (row as { key: string }).key !== 'persistAskedAt');
	return { ...rest, settings: kept };
};

let phone: RecountDatabase;
let backup: Backup;
let other: Backup;

beforeAll(async () => {
	phone = await livedIn('phone', [0, 1, 2, 0, 0, 5]);
	backup = await backupOf(phone);
	other = await backupOf(await livedIn('pc', [0, 3, 0]));
});

describe('a backup', () => {
	it('brings everything back into an empty store, but what speaks of the device', async () => {
		expect(await merge(empty(), backup)).toEqual(await withoutLocal(phone));
	});

	it('is the same, however it is read in pages', async () => {
		const whole = await exportBackup(phone, about);
		expect(whole).toMatchObject({ ok: true, value: { footer: backup.footer } });
	});

	it('holds what its header and footer say', async () => {
		const read = await readBackup(backup.file);
		expect(read).toMatchObject({
			ok: true,
			value: {
				header: { kind: 'recount-backup', version: 3, ...about },
				footer: { counts: { events: 10, answers: 1, sittings: 2, cards: 4, settings: 2 } }
			}
		});
	});

	it('goes on with its own numbers where a device has its store restored', async () => {
		const desk = newDesk(undefined, 'phone');
		await recall(desk, metaOf(7), 3);
		await merge(desk.database, backup);
		await recall(desk, metaOf(7), 3);
		expect((await desk.study.lastUndoable())?.seq).toBe(11);
	});

	it('is told from another when it is read back', async () => {
		expect(await verifyBackup(backup.file, backup.footer)).toMatchObject({ ok: true });
		expect(await verifyBackup(other.file, backup.footer)).toEqual({
			ok: false,
			problem: { code: 'damaged' }
		});
	});
});

describe('merging', () => {
	it('twice the same changes nothing more', async () => {
		const desk = empty();
		const once = await merge(desk, backup);
		expect(await merge(desk, backup)).toEqual(once);
	});

	it('is a union: in either order the same, settings aside', async () => {
		const [one, two] = [await merge(empty(), backup, other), await merge(empty(), other, backup)];
		expect({ ...two, settings: [] }).toEqual({ ...one, settings: [] });
		expect(one.events).toHaveLength(backup.footer.counts.events + other.footer.counts.events);
	});

	it('is a union whatever was done on two devices, and whichever comes first', async () => {
		const days = fc.array(act, { maxLength: 12 });
		await fc.assert(
			fc.asyncProperty(days, days, async (here, there) => {
				const backups: Backup[] = [];
				for (const [device, acts] of [here, there].entries()) {
					const desk = newDesk(undefined, `device-${device}`);
					for (const what of acts) await perform(desk, what);
					backups.push(await backupOf(desk.database));
				}
				const [one, two] = backups as [Backup, Backup];
				const forth = empty();
				const united = await merge(forth, one, two);
				expect(await merge(empty(), two, one)).toEqual(united);
				expect(await merge(empty(), await backupOf(forth))).toEqual(united);
				expect(await merge(forth, one, two)).toEqual(united);
			}),
			{ numRuns: 20 }
		);
	}, 60_000);

	it('keeps the settings that are there, unless those of the backup are wanted', async () => {
		const database = newDesk().database;
		const settings = new SettingsRepository(database);
		await settings.set({ newPerDay: 77 });
		await merge(database, backup);
		expect(await settings.read()).toMatchObject({ newPerDay: 77, deckEdition: 'e1' });
		const read = await readBackup(backup.file);
		if (read.ok) await mergeBackup(database, read.value, { weights, takeSettings: true });
		expect(await settings.read()).toMatchObject({ newPerDay: 6 });
	});

	it('keeps nothing of a merge that fails midway', async () => {
		const database = await livedIn('pc', [0]);
		const before = await contentsOf(database);
		database.sittings.hook('creating', () => {
			throw new Error('power cut');
		});
		const read = await readBackup(backup.file);
		if (!read.ok) throw new Error(read.problem.code);
		await expect(mergeBackup(database, read.value, { weights })).rejects.toThrow('power cut');
		expect(await contentsOf(database)).toEqual(before);
	});
});

describe('where the browser withholds cryptography', () => {
	afterEach(() => vi.unstubAllGlobals());

	it('neither writes nor reads what cannot be checked', async () => {
		vi.stubGlobal('crypto', {});
		const problem = { ok: false, problem: { code: 'insecure' } };
		expect(await exportBackup(phone, about)).toEqual(problem);
		expect(await readBackup(backup.file)).toEqual(problem);
	});
});

describe('a file that is not whole', () => {
	it('is refused or lossless, whichever byte is wrong', async () => {
		const bytes = new Uint8Array(await backup.file.arrayBuffer());
		const sound = await readBackup(backup.file);
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 0, max: bytes.length - 1 }),
				fc.integer({ min: 1, max: 255 }),
				async (at, flip) => {
					const wrong = bytes.slice();
					wrong[at] = (wrong[at] ?? 0) ^ flip;
					const read = await readBackup(new Blob([wrong]));
					if (read.ok) expect(read).toEqual(sound);
					else expect(read.problem.code).toMatch(/^(damaged|truncated|not-gzip)$/);
				}
			),
			{ numRuns: 300 }
		);
	}, 60_000);

	it('is refused wherever it is cut off', async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 0, max: backup.file.size - 1 }), async (length) => {
				const read = await readBackup(backup.file.slice(0, length));
				expect(read).toMatchObject({ ok: false });
				if (!read.ok && length >= 18) expect(read.problem.code).toBe('truncated');
			}),
			{ numRuns: 100 }
		);
	}, 60_000);
});

describe('a file that is not ours to take', () => {
	const header = { kind: 'recount-backup', version: 3, ...about };
	const firstHeader = { ...header, version: 1 };
	const secondHeader = { ...header, version: 2 };
	const event = {
		id: 'e',
		device: 'd',
		seq: 1,
		at: 1,
		offsetMinutes: 0,
		zone: 'UTC',
		studyDay: 1,
		cardId: 'c',
		type: 'add'
	};

	/** A file of these rows with everything else in order, as a forger would make it. */
	async function forged(rows: unknown[], first: unknown = header): Promise<Blob> {
		const lines = [first, ...rows].map((line) =>
			typeof line === 'string' ? line : JSON.stringify(line)
		);
		const hash = new LineHash();
		for (const line of lines) await hash.add(line);
		const version = first === firstHeader ? 1 : first === secondHeader ? 2 : 3;
		const tables: readonly string[] = TABLES_OF[version];
		const counts = Object.fromEntries(tables.map((table) => [table, 0]));
		for (const { table } of rows as { table: string }[]) {
			const known = counts[table];
			if (known !== undefined) counts[table] = known + 1;
		}
		lines.push(JSON.stringify({ rows: rows.length, counts, sha256: await hash.hex() }));
		return packLines(
			(async function* () {
				yield* lines;
			})()
		);
	}

	it('takes the forgery where every row is right', async () => {
		const read = await readBackup(await forged([{ table: 'events', row: event }]));
		expect(read).toMatchObject({ ok: true, value: { rows: { events: [event] } } });
	});

	it('passes over settings it does not know, and nothing else', async () => {
		const rows = [
			{ table: 'settings', row: { key: 'head', value: { device: 'x' } } },
			{ table: 'settings', row: { key: 'teach', value: true } }
		];
		const read = await readBackup(await forged(rows));
		expect(read).toMatchObject({
			ok: true,
			value: { rows: { settings: [{ key: 'teach', value: true }] } }
		});
	});

	it('reads a first backup, which has fewer tables', async () => {
		const read = await readBackup(await forged([{ table: 'events', row: event }], firstHeader));
		expect(read).toMatchObject({
			ok: true,
			value: { rows: { events: [event], reports: [] }, footer: { counts: { reports: 0 } } }
		});
		const name = { id: 'n', name: 'N', type: 'thing', aliases: [] };
		const later = await readBackup(await forged([{ table: 'names', row: name }], firstHeader));
		expect(later).toMatchObject({ ok: false, problem: { code: 'bad-row', line: 2 } });
		expect(await readBackup(await forged([{ table: 'names', row: name }]))).toMatchObject({
			ok: true,
			value: { rows: { names: [name] } }
		});
	});

	it('reads a second backup, which has no classes', async () => {
		const name = { id: 'n', name: 'N', type: 'thing', aliases: [] };
		const read = await readBackup(await forged([{ table: 'names', row: name }], secondHeader));
		expect(read).toMatchObject({
			ok: true,
			value: { rows: { names: [name], classes: [] }, footer: { counts: { classes: 0 } } }
		});
		const quiz = { table: 'quizzes', row: { id: 'q' } };
		const later = await readBackup(await forged([quiz], secondHeader));
		expect(later).toMatchObject({
			ok: false,
			problem: { code: 'bad-row', line: 2, reason: 'no such table' }
		});
	});

	it.each<[string, unknown, RegExp]>([
		['an unknown table', { table: 'crowns', row: {} }, /no such table/],
		['no row', { table: 'events' }, /events/],
		['not JSON', '{', /no such table/],
		['a wrong type', { table: 'events', row: { ...event, seq: '1' } }, /seq/],
		['a number too large', { table: 'events', row: { ...event, at: 1e300 } }, /at/],
		[
			'infinity',
			`{"table":"cards","row":{"id":"a","reportId":"r","kind":"who","factIds":[],"position":1e999,"fromMiss":false}}`,
			/position/
		],
		['an unknown field', { table: 'events', row: { ...event, admin: true } }, /admin/],
		['an unknown type', { table: 'events', row: { ...event, type: 'grant' } }, /type/],
		['an empty id', { table: 'events', row: { ...event, id: '' } }, /id/],
		['a setting without its value', { table: 'settings', row: { key: 'head' } }, /key/],
		[
			'a setting out of range',
			{ table: 'settings', row: { key: 'dayStartHour', value: 24 } },
			/value/
		],
		['a paper with a hole', { table: 'sittings', row: { ...sittingOf('s'), paper: {} } }, /paper/]
	])('refuses %s, naming the line', async (_, row, reason) => {
		const read = await readBackup(await forged([{ table: 'events', row: event }, row]));
		expect(read).toEqual({
			ok: false,
			problem: { code: 'bad-row', line: 3, reason: expect.stringMatching(reason) }
		});
	});

	it('lets nothing into prototypes', async () => {
		const poison = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}';
		const row = JSON.stringify(event).replace('{', `{${poison},`);
		const read = await readBackup(await forged([`{"table":"events",${poison},"row":${row}}`]));
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		const rows = read.ok ? read.value.rows.events : [event];
		expect(rows.map((row) => Object.keys(row).sort())).toEqual([Object.keys(event).sort()]);
	});

	it.each([
		[
			'another kind',
			{ kind: 'recount-assignment', version: 1 },
			{ code: 'foreign', kind: 'recount-assignment' }
		],
		['no kind', { version: 1 }, { code: 'foreign', kind: undefined }],
		['not even JSON', 'hello', { code: 'foreign', kind: undefined }],
		['a newer version', { ...header, version: 4 }, { code: 'newer', version: 4 }],
		['no version', { ...header, version: 0 }, { code: 'bad-row', line: 1 }],
		[
			'a header without its fields',
			{ kind: 'recount-backup', version: 1 },
			{ code: 'bad-row', line: 1 }
		]
	])('refuses %s', async (_, first, problem) => {
		const read = await readBackup(await forged([], first));
		expect(read).toMatchObject({ ok: false, problem });
	});

	it.each([
		['an empty file', '', { code: 'not-gzip' }],
		['text', 'not a backup', { code: 'not-gzip' }],
		[
			'another file of ours, not packed',
			'{"kind":"recount-result"}\n',
			{ code: 'foreign', kind: 'recount-result' }
		]
	])('refuses %s', async (_, text, problem) => {
		expect(await readBackup(new Blob([text]))).toEqual({ ok: false, problem });
	});

	it('stops unpacking what grows beyond measure, one endless line included', async () => {
		const bomb = await packLines(
			(async function* () {
				yield JSON.stringify(header);
				yield 'x'.repeat(20 * 1024 * 1024);
			})()
		);
		expect(bomb.size).toBeLessThan(100_000);
		expect(await readBackup(bomb)).toMatchObject({ ok: false, problem: { code: 'too-large' } });
		expect(await readBackup(backup.file, 500)).toMatchObject({
			ok: false,
			problem: { code: 'too-large', mostBytes: 500 }
		});
	});
});
