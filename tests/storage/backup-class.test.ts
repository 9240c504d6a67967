import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { freezeQuiz } from '#lib/domain/classroom/freeze.ts';
import type { FrozenQuiz } from '#lib/domain/classroom/types.ts';
import { makeItem } from '#lib/domain/quiz/make-item.ts';
import { mergeBackup } from '#lib/storage/backup-merge.ts';
import {
	BACKUP_TABLES,
	CLASS_TABLES,
	MOST_SEALED,
	type BackupRows,
	type ClassTable
} from '#lib/storage/backup-format.ts';
import { readBackup } from '#lib/storage/backup-read.ts';
import { checkRow } from '#lib/storage/backup-rows.ts';
import { exportBackup } from '#lib/storage/backup-write.ts';
import type {
	ArrivalRow,
	AssignmentRow,
	ClassRow,
	HandinRow,
	HandoutRow,
	ServedClassRow
} from '#lib/storage/class-rows.ts';
import type { RecountDatabase } from '#lib/storage/database.ts';
import { bank, quiz } from '../domain/classroom/marking-support.ts';
import { teachClass } from '../fixtures/teacher.ts';
import { newDesk, weights } from './support.ts';

const empty = () => newDesk().database;

async function rowsOf(database: RecountDatabase): Promise<BackupRows> {
	const made = await exportBackup(database, { app: '1', learner: 'Ada', exportedAt: 0 });
	if (!made.ok) throw new Error(JSON.stringify(made.problem));
	const read = await readBackup(made.value.file);
	if (!read.ok) throw new Error(JSON.stringify(read.problem));
	return read.value.rows;
}

async function merge(database: RecountDatabase, rows: Partial<BackupRows>) {
	const none = Object.fromEntries(BACKUP_TABLES.map((table) => [table, []]));
	const whole = { ...none, ...rows } as unknown as BackupRows;
	const merged = await mergeBackup(database, { rows: whole }, { weights });
	if (!merged.ok) throw new Error(merged.problem.code);
	return merged.value;
}

async function classesOf(database: RecountDatabase): Promise<Record<string, unknown[]>> {
	const tables = CLASS_TABLES.map((name) => database.table(name).toArray());
	const rows = await Promise.all(tables);
	return Object.fromEntries(CLASS_TABLES.map((name, i) => [name, rows[i] ?? []]));
}

const hasTests = async (database: RecountDatabase) =>
	(await database.settings.get('hasTests'))?.value;

let teacher: RecountDatabase;
let rows: BackupRows;
/** The first row of each table. */
let sample: { [T in ClassTable]: BackupRows[T][number] };

beforeAll(async () => {
	teacher = empty();
	await teachClass(teacher);
	rows = await rowsOf(teacher);
	const first = CLASS_TABLES.map((table) => [table, rows[table][0]] as const);
	sample = Object.fromEntries(first) as typeof sample;
	sample.handouts = rows.handouts.find(({ pupil }) => pupil) ?? sample.handouts;
});

/** What the teacher's device knows of the class on a class server. */
async function servedBy(database: RecountDatabase): Promise<ServedClassRow> {
	const [schoolClass] = await database.classes.toArray();
	const row: ServedClassRow = {
		...{ id: schoolClass?.id ?? '', code: 'K3F-9QWX', retentionDays: 90 },
		...{ pins: { 7: '482915' }, put: { class: 'hash', a: 'hash' }, rulings: ['r'] },
		...{ fetchedTo: { a: 5 }, deletes: ['d'], changedAt: 6, sent: ['hash'], syncedAt: 7 }
	};
	await database.servedClasses.put(row);
	return row;
}

describe('a class on a class server', () => {
	it('is linked to it again with its PINs, and nothing of it the second time', async () => {
		const [ours, theirs] = [empty(), empty()];
		await merge(ours, rows);
		const row = await servedBy(ours);
		const backup = await rowsOf(ours);
		expect(await merge(theirs, backup)).toMatchObject({ classes: 1 });
		expect(await theirs.servedClasses.toArray()).toEqual([row]);
		expect(await classesOf(theirs)).toEqual(await classesOf(ours));
		const again = await merge(theirs, backup);
		expect(Object.values(again).filter((count) => count > 0)).toEqual([]);
		expect(await rowsOf(theirs)).toEqual(backup);
	});

	it('is backed up with what is known of it and no more', async () => {
		const database = empty();
		await merge(database, rows);
		await servedBy(database);
		const [kept] = (await rowsOf(database)).classes;
		expect(Object.keys(kept?.served ?? {}).sort()).toEqual([
			...(['changedAt', 'code', 'deletes', 'fetchedTo', 'pins', 'put'] as const),
			...(['retentionDays', 'rulings', 'sent', 'syncedAt'] as const)
		]);
		for (const field of ['session', 'cookie', 'passkey', 'id'])
			expect(checkRow('classes', { ...kept, served: { ...kept?.served, [field]: 'x' } }).ok).toBe(
				false
			);
	});

	it('is known better by this device than by a backup', async () => {
		const database = empty();
		await merge(database, rows);
		const row = await servedBy(database);
		const [kept] = (await rowsOf(database)).classes;
		const served = {
			...{ code: 'other', retentionDays: 1, pins: { 7: '111111', 8: '222222' } },
			...{ put: { class: 'old', b: 'b' }, rulings: ['r', 's'], fetchedTo: { a: 1, b: 2 } },
			...{ deletes: ['e'], changedAt: 99 }
		};
		if (!kept) throw new Error('no class');
		await merge(database, { classes: [{ ...kept, served }] });
		expect(await database.servedClasses.toArray()).toEqual([
			{
				...row,
				...{ pins: { 7: '482915', 8: '222222' }, put: { ...row.put, b: 'b' } },
				...{ rulings: ['r', 's'], fetchedTo: { a: 5, b: 2 }, deletes: ['d', 'e'] }
			}
		]);
		await merge(database, rows);
		expect(await database.servedClasses.count()).toBe(1);
	});

	it('comes out of a backup as it went in, whatever is known of it', async () => {
		const key = fc.uuid();
		const time = fc.integer({ min: 0, max: 8.64e15 });
		const pin = fc.stringMatching(/^\d{6}$/);
		const served = fc.record(
			{
				code: fc.string({ maxLength: 20 }),
				retentionDays: fc.integer({ min: 1, max: 3650 }),
				pins: fc.dictionary(fc.integer({ min: 1, max: 999 }).map(String), pin),
				put: fc.dictionary(key, fc.string({ maxLength: 30 })),
				rulings: fc.array(key),
				fetchedTo: fc.dictionary(key, time),
				deletes: fc.array(key),
				changedAt: time,
				sent: fc.array(key),
				syncedAt: time
			},
			{
				requiredKeys: ['code', 'retentionDays', 'pins', 'put', 'rulings', 'fetchedTo', 'deletes'],
				noNullPrototype: true
			}
		);
		const [ours, theirs] = [empty(), empty()];
		const idOf = (at: number) => `${sample.classes.id.slice(0, -2)}${10 + at}`;
		// Many classes a backup: one round there and back takes long.
		const classes = fc.array(served, { minLength: 1, maxLength: 12 });
		await fc.assert(
			fc.asyncProperty(classes, async (known) => {
				await ours.classes.bulkPut(known.map((_, at) => ({ ...sample.classes, id: idOf(at) })));
				await ours.servedClasses.clear();
				const rows = known.map((one, at) => ({ id: idOf(at), ...one }));
				await ours.servedClasses.bulkPut(rows as ServedClassRow[]);
				await theirs.servedClasses.clear();
				await merge(theirs, await rowsOf(ours));
				expect(await theirs.servedClasses.toArray()).toEqual(await ours.servedClasses.toArray());
			}),
			{ numRuns: 5 }
		);
	});
});

describe('a backup of a teacher', () => {
	it('brings every table of the classes into an empty store', async () => {
		const database = empty();
		expect(await merge(database, rows)).toMatchObject({
			...{ classes: 1, quizzes: 1, assignments: 1, submissions: 2 },
			...{ arrivals: 4, rulings: 6, handouts: 2, handins: 2 }
		});
		expect(await classesOf(database)).toEqual(await classesOf(teacher));
	});

	it('changes nothing the second time', async () => {
		const database = empty();
		await merge(database, rows);
		const before = await classesOf(database);
		const again = await merge(database, rows);
		expect(Object.values(again).filter((count) => count > 0)).toEqual([]);
		expect(await classesOf(database)).toEqual(before);
	});

	it('can be read although something endless arrived', async () => {
		const database = empty();
		const endless = { ...sample.arrivals, sealed: 'A'.repeat(MOST_SEALED + 4) };
		await database.arrivals.put(endless);
		expect((await rowsOf(database)).arrivals).toEqual([{ ...endless, sealed: '' }]);
	});

	it('closes the facts of an open Test, and of nothing else', async () => {
		const database = empty();
		const tests = rows.handouts.filter(({ handout }) => handout.sealedKey !== undefined);
		const others = rows.handouts.filter(({ handout }) => handout.sealedKey === undefined);
		const released = { ...(tests[0] as HandoutRow), released: quiz };
		expect([tests.length, others.length]).toEqual([1, 1]);
		await merge(database, { handouts: [...others, released] });
		expect(await hasTests(database)).toBeUndefined();
		const other = empty();
		await merge(other, { handouts: tests });
		expect(await hasTests(other)).toBe(true);
		await other.settings.delete('hasTests');
		await merge(other, { handouts: tests });
		expect(await hasTests(other)).toBeUndefined();
	});

	it('keeps nothing of a merge that fails midway', async () => {
		const database = empty();
		database.handins.hook('creating', () => {
			throw new Error('power cut');
		});
		await expect(merge(database, rows)).rejects.toThrow('power cut');
		expect(Object.values(await classesOf(database)).flat()).toEqual([]);
		expect(await hasTests(database)).toBeUndefined();
	});
});

describe('of one row on both sides', () => {
	/** What a store with ours makes of theirs, and of theirs again. */
	async function joined<T extends ClassTable>(
		table: T,
		ours: BackupRows[T][number],
		theirs: BackupRows[T][number]
	): Promise<BackupRows[T][number] & { news: number }> {
		const database = empty();
		await database.table(table).put(ours);
		const { [table]: news } = await merge(database, { [table]: [theirs] });
		const row: BackupRows[T][number] = await database.table(table).get(ours.id);
		expect(await merge(database, { [table]: [theirs] })).toMatchObject({ [table]: 0 });
		return { ...row, news };
	}
	const pupil = (no: number, slip: number, pseudonym = '') => ({ no, slip, pseudonym });

	it('the later class wins, but no pupil is lost, no slip and no name of one', async () => {
		const mine: ClassRow = {
			...sample.classes,
			...{ name: 'Mine', changedAt: 5, pupils: [pupil(1, 4, 'Mine'), pupil(2, 1)] },
			privateNames: { 1: 'Ada', 2: 'Bo' }
		};
		const theirs: ClassRow = {
			...mine,
			...{ name: 'Theirs', changedAt: 9, pupils: [pupil(1, 2, 'Theirs'), pupil(3, 7)] },
			privateNames: { 3: 'Cy' }
		};
		const united = {
			...{ name: 'Theirs', changedAt: 9, news: 1 },
			pupils: [pupil(1, 4, 'Theirs'), pupil(2, 1), pupil(3, 7)],
			privateNames: { 2: 'Bo', 3: 'Cy' }
		};
		expect(await joined('classes', mine, theirs)).toMatchObject(united);
		const { privateNames } = await joined('classes', mine, theirs);
		expect(privateNames).toEqual(united.privateNames);
		expect(await joined('classes', theirs, mine)).toMatchObject(united);
	});

	it('the keys of a class stay, however late somebody else’s are', async () => {
		const { keys } = sample.classes;
		const others = { ...sample.classes, keys: { ...keys, seal: keys.sign }, changedAt: 8e15 };
		expect((await joined('classes', sample.classes, others)).keys).toEqual(keys);
	});

	it.each([
		[1, 2, 'Theirs'],
		[2, 1, 'Ours'],
		[2, 2, 'Ours']
	])('of a quiz changed at %i here and at %i there stays: %s', async (here, there, title) => {
		const ours = { ...sample.quizzes, title: 'Ours', changedAt: here };
		const theirs = { ...sample.quizzes, title: 'Theirs', changedAt: there };
		expect(await joined('quizzes', ours, theirs)).toMatchObject({ title });
	});

	it('an assignment keeps every version of both, in one order, and stays released', async () => {
		const version = (no: number, hash: string): FrozenQuiz => ({ ...quiz, version: no, hash });
		const bare = { ...sample.assignments };
		delete bare.releaseCode;
		const ours: AssignmentRow = {
			...bare,
			...{ title: 'Ours', versions: [version(1, 'a'), version(2, 'c')] }
		};
		const theirs: AssignmentRow = {
			...bare,
			...{ title: 'Theirs', versions: [version(1, 'a'), version(2, 'b'), version(3, 'd')] },
			...{ releaseCode: 'AAAA', releasedAt: 7 }
		};
		const [here, there] = [
			await joined('assignments', ours, theirs),
			await joined('assignments', theirs, ours)
		];
		expect(here.versions.map(({ hash }) => hash)).toEqual(['a', 'b', 'c', 'd']);
		expect(there.versions).toEqual(here.versions);
		expect([here.title, there.title]).toEqual(['Ours', 'Theirs']);
		for (const row of [here, there])
			expect(row).toMatchObject({ releaseCode: 'AAAA', releasedAt: 7, news: 1 });
	});

	it('what came and what was decided is never changed', async () => {
		const { submissions, arrivals, rulings } = sample;
		const counted: ArrivalRow = { ...arrivals, state: 'counted' };
		const twice: ArrivalRow = { ...arrivals, state: 'duplicate' };
		expect(await joined('arrivals', counted, twice)).toEqual({ ...counted, news: 0 });
		expect(await joined('arrivals', twice, counted)).toEqual({ ...twice, news: 0 });
		const late = { ...submissions, answers: [], arrivedAt: 9 };
		expect(await joined('submissions', submissions, late)).toEqual({ ...submissions, news: 0 });
		const later = { ...rulings, at: 9 };
		expect(await joined('rulings', rulings, later)).toEqual({ ...rulings, news: 0 });
	});

	it('a handout stays ours; what was released and who sits it are added', async () => {
		const ours = { ...sample.handouts };
		delete ours.pupil;
		const sitter = { no: 3, code: 'other' };
		const theirs = { ...ours, receivedAt: 1, pupil: sitter, released: quiz };
		const united = { ...ours, pupil: sitter, released: quiz, news: 1 };
		expect(await joined('handouts', ours, theirs)).toEqual(united);
		const kept = await joined('handouts', { ...sample.handouts, released: quiz }, theirs);
		expect(kept).toEqual({ ...sample.handouts, released: quiz, news: 0 });
	});

	it('what another version of a handout released does not open ours', async () => {
		const ours = sample.handouts;
		const renewed = { ...ours.handout, quiz: { ...ours.handout.quiz, hash: 'another' } };
		const theirs = { ...ours, handout: renewed, released: quiz };
		const earlier = [{ handout: renewed, released: quiz }];
		expect(await joined('handouts', ours, theirs)).toEqual({ ...ours, earlier, news: 1 });
		const both = { ...ours, earlier };
		expect(await joined('handouts', both, theirs)).toEqual({ ...both, news: 0 });
	});

	it('a result that was ticked on either side is ticked', async () => {
		const [open, ticked] = ([0, 1] as const).map((tick) => ({ ...sample.handins, ticked: tick }));
		const [a, b] = [open as HandinRow, ticked as HandinRow];
		expect(await joined('handins', a, b)).toMatchObject({ ticked: 1, news: 1 });
		expect(await joined('handins', b, a)).toMatchObject({ ticked: 1, news: 0 });
	});
});

/** A copy with another value at a path of keys and places. */
function changed(row: unknown, path: string, value: unknown): unknown {
	const copy = structuredClone(row) as Record<string, unknown>;
	const keys = path.split('.');
	const last = keys.pop() ?? '';
	const at = keys.reduce((inner, key) => inner[key] as Record<string, unknown>, copy);
	Object.defineProperty(at, last, { value, enumerable: true, configurable: true, writable: true });
	return copy;
}

const HUGE = 'x'.repeat(10 * 1024 * 1024);
const ZEROS = 'A'.repeat(43);
const NO_POINT = { kty: 'EC', crv: 'P-256', x: ZEROS, y: ZEROS };
const OFF_CURVE = { publicKey: NO_POINT, privateKey: { ...NO_POINT, d: ZEROS } };
const DEEP = '['.repeat(100_000) + ']'.repeat(100_000);

describe('a row of somebody else’s making', () => {
	it('is taken where everything is right', () => {
		for (const table of CLASS_TABLES)
			for (const row of rows[table]) expect(checkRow(table, row)).toEqual({ ok: true, row });
	});

	it('is taken of a handout that was made of ids, whose parts keep their hashes', async () => {
		const question = bank.questions[0];
		if (!question) throw new Error('no question');
		const asked = { questionId: question.id, form: 'type' as const };
		const item = makeItem(bank, asked, { seed: 's', among: [question.id] });
		const items = item ? [item] : [];
		const about = { bank, quiz: { title: 'A', items }, version: 1, isPublic: () => true };
		const row = changed(sample.handouts, 'handout.quiz', await freezeQuiz(crypto, about));
		expect(checkRow('handouts', row)).toEqual({ ok: true, row });
	});

	it.each<[ClassTable, string, unknown]>([
		['classes', 'id', 'no-uuid'],
		['classes', 'name', HUGE],
		['classes', 'name', 7],
		['classes', 'admin', true],
		['classes', 'changedAt', NaN],
		['classes', 'changedAt', null],
		['classes', 'createdAt', 8.64e15 + 1],
		['classes', 'savedAt', -1],
		['classes', 'pupils', {}],
		['classes', 'pupils.0.no', 0],
		['classes', 'pupils.0.no', 1000],
		['classes', 'pupils.0.no', 17],
		['classes', 'pupils.0.slip', 1e9],
		['classes', 'pupils.0.name', 'Ada'],
		['classes', 'pupils.0.__proto__', {}],
		['classes', 'privateNames', 'Ada'],
		['classes', 'privateNames.1', HUGE],
		['classes', 'privateNames.x', 'Ada'],
		['classes', 'privateNames.__proto__', 'Ada'],
		['classes', 'keys', {}],
		['classes', 'keys.secret', 'AAAA'],
		['classes', 'keys.seal.privateKey.kty', 'RSA'],
		['classes', 'keys.seal.privateKey.crv', 'P-384'],
		['classes', 'keys.seal.privateKey.d', undefined],
		['classes', 'keys.seal.privateKey.d', HUGE],
		['classes', 'keys.seal.privateKey.x', ZEROS],
		['classes', 'keys.seal.privateKey.key_ops', []],
		['classes', 'keys.seal.publicKey.d', ZEROS],
		['classes', 'keys.seal', OFF_CURVE],
		['classes', 'keys.sign.publicKey.__proto__', { d: 1 }],
		['classes', '__proto__', { polluted: 1 }],
		['quizzes', 'items.0.form', 'essay'],
		['quizzes', 'items.0.parts', []],
		['quizzes', 'state', 'deleted'],
		['quizzes', 'seed', HUGE],
		['quizzes', 'blueprint.__proto__', {}],
		['assignments', 'classId', '../x'],
		['assignments', 'rules.minutes', -5],
		['assignments', 'rules.minutes', Infinity],
		['assignments', 'rules.closesAt', 9e15],
		['assignments', 'rules.mode', 'exam'],
		['assignments', 'pupils', [3, 3]],
		['assignments', 'pupils', [1.5]],
		['assignments', 'exceptions.0.extraMinutes', -1],
		['assignments', 'versions.0.bank.version', 99],
		['assignments', 'versions.0.bank.facts.0.standing', 'sworn'],
		['assignments', 'versions.0.hashes', [[1]]],
		['assignments', 'versions.0.bank.__proto__', {}],
		['assignments', 'releaseCode', 'not base64url!'],
		['submissions', 'answers.0.raw', { form: 'choose', option: NaN }],
		['submissions', 'answers.0.raw.text', HUGE],
		['submissions', 'answers.0.tookMs', -1],
		['submissions', 'answers.0.score', 1],
		['submissions', 'finishedAt', 9e15],
		['submissions', 'attempt', 0],
		['arrivals', 'state', 'forged'],
		['arrivals', 'route', 'post'],
		['arrivals', 'sealed', HUGE],
		['arrivals', 'sealed', '<script>'],
		['rulings', 'credit', 2],
		['rulings', 'credit', -0.5],
		['rulings', 'type', 'pardon'],
		['rulings', 'answer', { text: 'a', option: 1 }],
		['rulings', 'scope', ''],
		['rulings', 'part.__proto__', {}],
		['handouts', 'id', '0198a1b2-c3d4-7e5f-8a6b-7c8d9e0f9999'],
		['handouts', 'handout.sealTo', 'AAAA'],
		['handouts', 'handout.rules.feedback', 'each'],
		['handouts', 'handout.quiz.items', []],
		['handouts', 'handout.sealedKey', HUGE],
		['handouts', 'pupil.no', -1],
		['handouts', 'released', {}],
		['handouts', 'isShared', 'yes'],
		['handins', 'ticked', 2],
		['handins', 'sealed', HUGE],
		['handins', 'no', '17'],
		['handins', '__proto__', {}]
	])('is refused: %s with another %s', (table, path, value) => {
		const bad = changed(sample[table], path, value);
		expect(checkRow(table, bad)).toEqual({ ok: false, reason: expect.any(String) });
	});

	it.each(CLASS_TABLES)('is refused as no row at all: %s', (table) => {
		for (const bad of [undefined, null, 7, 'row', [], {}, JSON.parse(DEEP)])
			expect(checkRow(table, bad)).toMatchObject({ ok: false });
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
});
