import { describe, expect, test } from 'vitest';
import type { Arrival } from '#lib/domain/classroom/arrival-types.ts';
import type { FrozenQuiz, Handout, Submission } from '#lib/domain/classroom/types.ts';
import { AssignmentRepository } from '#lib/storage/assignment-repository.ts';
import { ClassRepository } from '#lib/storage/class-repository.ts';
import {
	EVERY_ASSIGNMENT,
	type AssignmentRow,
	type ClassRow,
	type HandinRow,
	type HandoutRow
} from '#lib/storage/class-rows.ts';
import { RecountDatabase } from '#lib/storage/database.ts';
import { HandoutRepository } from '#lib/storage/handout-repository.ts';
import { versionOf } from '#lib/storage/handout-versions.ts';
import { memoryFactory } from '#lib/storage/memory.ts';

const KEYS = { seal: {}, sign: {}, secret: '' } as unknown as ClassRow['keys'];

const classRow = (id: string): ClassRow => ({
	...{ id, name: '8b', keys: KEYS, createdAt: 1, changedAt: 1 },
	pupils: [{ no: 1, pseudonym: 'Quiet Heron', slip: 1 }],
	privateNames: { 1: 'Ada' }
});

const assignmentRow = (id: string, classId: string, createdAt = 1): AssignmentRow => ({
	...{ id, classId, quizId: 'q', title: 'A quiz', createdAt },
	rules: { mode: 'test', attempts: 1, counts: 'first', order: 'fixed', feedback: 'release' },
	...{ exceptions: [], pupils: [1], versions: [] }
});

const submission = (id: string, assignmentId: string): Submission => ({
	...{ id, assignmentId, quizHash: 'h', no: 1, attempt: 1, answers: [] },
	...{ startedAt: 1, finishedAt: 2, leftScreen: 0 }
});

const arrival = (id: string, assignmentId?: string): Arrival => ({
	...{ id, at: 3, route: 'qr', state: 'counted', sealed: 'AAAA' },
	...(assignmentId && { assignmentId, no: 1 })
});

function opened() {
	const database = new RecountDatabase(`class-${Math.random()}`, memoryFactory());
	return {
		database,
		classes: new ClassRepository(database),
		assignments: new AssignmentRepository(database),
		handouts: new HandoutRepository(database)
	};
}

describe('what arrives', () => {
	test('counts once by whatever routes it comes, and each arrival is kept', async () => {
		const { assignments } = opened();
		await assignments.create(assignmentRow('a', 'c'));
		const row = { ...submission('s', 'a'), arrivedAt: 3 };
		const first = await assignments.take([{ arrival: arrival('1', 'a'), submission: row }]);
		const again = await assignments.take([
			{ arrival: { ...arrival('2', 'a'), route: 'file' }, submission: { ...row, arrivedAt: 9 } },
			{ arrival: { ...arrival('3', 'a'), state: 'altered' } }
		]);
		expect(first).toMatchObject({ ok: true, value: [{ id: '1', state: 'counted' }] });
		expect(again).toMatchObject({
			ok: true,
			value: [{ state: 'duplicate' }, { state: 'altered' }]
		});
		const record = await assignments.read('a');
		expect(record?.submissions).toEqual([row]);
		expect(record?.arrivals.map(({ state }) => state)).toEqual(['counted', 'duplicate', 'altered']);
	});

	test('the same submission twice at once counts once', async () => {
		const { assignments } = opened();
		await assignments.create(assignmentRow('a', 'c'));
		const taken = (id: string) => ({
			arrival: arrival(id, 'a'),
			submission: { ...submission('s', 'a'), arrivedAt: 3 }
		});
		await Promise.all([assignments.take([taken('1')]), assignments.take([taken('2')])]);
		const record = await assignments.read('a');
		expect(record?.submissions).toHaveLength(1);
		expect(record?.arrivals.map(({ state }) => state).sort()).toEqual(['counted', 'duplicate']);
	});

	test('rulings stay with their assignment, those for all are read with each', async () => {
		const { assignments } = opened();
		for (const id of ['a', 'b']) await assignments.create(assignmentRow(id, 'c'));
		const undo = (id: string) => ({ id, at: 1, type: 'undo' as const, of: 'x' });
		await assignments.rule(undo('2'), 'a');
		await assignments.rule(undo('2'), 'b');
		await assignments.rule(undo('1'), EVERY_ASSIGNMENT);
		await assignments.rule(undo('3'), 'b');
		const idsOf = async (id: string) =>
			(await assignments.read(id))?.rulings.map((each) => each.id);
		expect(await idsOf('a')).toEqual(['1', '2']);
		expect(await idsOf('b')).toEqual(['1', '3']);
	});
});

describe('a class', () => {
	test('is changed as it stands, never over another tab’s change', async () => {
		const { classes } = opened();
		await classes.create(classRow('c'));
		await Promise.all([
			classes.change('c', (row) => ({ ...row, name: '8c' })),
			classes.change('c', (row) => ({ ...row, privateNames: { ...row.privateNames, 2: 'Bo' } }))
		]);
		expect(await classes.read('c')).toMatchObject({
			name: '8c',
			privateNames: { 1: 'Ada', 2: 'Bo' }
		});
		expect(await classes.change('gone', (row) => row)).toEqual({
			ok: false,
			problem: { code: 'missing' }
		});
	});

	test('goes with all that came back, and nothing of another class', async () => {
		const { classes, assignments, database } = opened();
		for (const id of ['c', 'd']) {
			await classes.create(classRow(id));
			await assignments.create(assignmentRow(`of-${id}`, id));
			const taken = { ...submission(`s-${id}`, `of-${id}`), arrivedAt: 3 };
			await assignments.take([{ arrival: arrival(`r-${id}`, `of-${id}`), submission: taken }]);
			await assignments.rule({ id: `u-${id}`, at: 1, type: 'undo', of: 'x' }, `of-${id}`);
		}
		expect(await classes.remove('c')).toEqual({ ok: true, value: undefined });
		expect(await classes.read('c')).toBeUndefined();
		expect((await assignments.list()).map(({ id }) => id)).toEqual(['of-d']);
		for (const table of [database.submissions, database.arrivals, database.rulings])
			expect(await table.count()).toBe(1);
		expect((await assignments.read('of-d'))?.submissions).toHaveLength(1);
	});
});

describe('a handout', () => {
	const quizOf = (hash: string, version: number) => ({ quiz: { hash, version } }) as Handout;
	const handout = (id: string, signedBy: string): HandoutRow => ({
		...{ id, receivedAt: 1 },
		handout: { ...{ assignmentId: id, classId: 'c', signedBy }, ...quizOf('one', 1) } as Handout
	});

	test('of a class with another key is refused until it is trusted', async () => {
		const { handouts } = opened();
		await handouts.receive(handout('a', 'first'));
		const other = await handouts.receive(handout('b', 'second'));
		expect(other).toEqual({ ok: false, problem: { code: 'other-signer', knownAs: 'first' } });
		expect(await handouts.read('b')).toBeUndefined();
		expect(await handouts.receive(handout('b', 'second'), true)).toMatchObject({ ok: true });
	});

	test('that comes again keeps who sits it', async () => {
		const { handouts } = opened();
		await handouts.receive(handout('a', 'first'));
		await handouts.change('a', { pupil: { no: 7, code: 'K7QM2RT9' } });
		await handouts.receive({ ...handout('a', 'first'), receivedAt: 5 });
		expect(await handouts.read('a')).toMatchObject({ receivedAt: 5, pupil: { no: 7 } });
	});

	test('of a newer version becomes the present one; those before stay, with what was released', async () => {
		const { handouts } = opened();
		const [first, second] = [handout('a', 'first'), handout('a', 'first')];
		second.handout = { ...second.handout, ...quizOf('two', 2) };
		const released = { title: 'whole' } as FrozenQuiz;
		await handouts.receive(first);
		await handouts.change('a', { released });
		await handouts.receive(second);
		await handouts.receive(first);
		const row = await handouts.read('a');
		expect(row).toEqual({ ...second, earlier: [{ handout: first.handout, released }] });
		expect(row && versionOf(row, 'one')?.released).toEqual(released);
		expect(row && versionOf(row, 'three')).toBeUndefined();
	});

	test('keeps a sealed result once, until it is ticked and after', async () => {
		const { handouts, database } = opened();
		const row: HandinRow = {
			...{ id: 's', assignmentId: 'a', no: 7 },
			sealed: 'AA',
			at: 1,
			ticked: 0
		};
		await handouts.handIn(row);
		expect(await handouts.handIn({ ...row, sealed: 'BB' })).toEqual({ ok: true, value: row });
		await handouts.tick(['s', 'no such']);
		expect(await database.handins.toArray()).toEqual([{ ...row, ticked: 1 }]);
	});
});
