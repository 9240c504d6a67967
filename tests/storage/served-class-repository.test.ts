import { describe, expect, test } from 'vitest';
import type { ArrivalState } from '#lib/domain/classroom/arrival-types.ts';
import { AssignmentRepository } from '#lib/storage/assignment-repository.ts';
import { ClassRepository } from '#lib/storage/class-repository.ts';
import type {
	AssignmentRow,
	ClassRow,
	ServedClassRow,
	SubmissionRow
} from '#lib/storage/class-rows.ts';
import { RecountDatabase } from '#lib/storage/database.ts';
import { memoryFactory } from '#lib/storage/memory.ts';
import { ServedClassRepository } from '#lib/storage/served-class-repository.ts';

const bare = (id: string): ServedClassRow => ({
	...{ id, code: 'K3F-9QWX', retentionDays: 90, pins: { 1: '123457' }, put: {} },
	...{ rulings: [], fetchedTo: {}, deletes: [] }
});

const schoolClass = { id: 'c', name: '8b', pupils: [], privateNames: {} } as unknown as ClassRow;

const assignment = (id: string, createdAt = 1) =>
	({ id, classId: 'c', title: id, createdAt, pupils: [1] }) as unknown as AssignmentRow;

const submission = (id: string, arrivedAt: number): SubmissionRow => ({
	...{ id, assignmentId: 'a', quizHash: 'h', no: 1, attempt: 1, answers: [] },
	...{ startedAt: 1, finishedAt: 2, leftScreen: 0, arrivedAt }
});

async function opened() {
	const database = new RecountDatabase(`served-${Math.random()}`, memoryFactory());
	const served = new ServedClassRepository(database);
	const assignments = new AssignmentRepository(database);
	await new ClassRepository(database).create(schoolClass);
	await assignments.create(assignment('a'));
	await served.keep('c', () => bare('c'));
	return { database, served, assignments };
}

let count = 0;
/** Judged as one state, but that what is known is a duplicate. */
const judgedAs =
	(state: ArrivalState) => (each: SubmissionRow, known: readonly SubmissionRow[]) => {
		const isKnown = known.some(({ id }) => id === each.id);
		const is = isKnown ? 'duplicate' : state;
		const arrival = {
			...{ id: `arrival-${(count += 1)}`, at: each.arrivedAt, route: 'server' as const, state: is },
			...{ assignmentId: 'a', no: 1, submissionId: each.id, sealed: '' }
		};
		return is === 'counted' ? { arrival, submission: each } : { arrival };
	};

const of = (...submissions: SubmissionRow[]) => ({ classId: 'c', assignmentId: 'a', submissions });

describe('what is fetched', () => {
	test('is kept once, however often it is fetched, and how far is noted', async () => {
		const { served, assignments, database } = await opened();
		const [one, two] = [submission('s1', 10), submission('s2', 20)];
		expect(await served.take(of(one, two), judgedAs('counted'))).toEqual({ ok: true, value: 2 });
		expect(await served.take(of(one, two), judgedAs('counted'))).toEqual({ ok: true, value: 0 });
		const record = await assignments.read('a');
		expect(record?.submissions.map(({ id }) => id)).toEqual(['s1', 's2']);
		expect(record?.arrivals).toHaveLength(2);
		expect((await database.servedClasses.get('c'))?.fetchedTo).toEqual({ a: 20 });
	});

	test('twice at once is kept once', async () => {
		const { served, assignments } = await opened();
		const fetched = of(submission('s1', 10));
		await Promise.all([
			served.take(fetched, judgedAs('counted')),
			served.take(fetched, judgedAs('counted'))
		]);
		const record = await assignments.read('a');
		expect([record?.submissions.length, record?.arrivals.length]).toEqual([1, 1]);
	});

	test('by another route too is two arrivals of one submission, whichever came first', async () => {
		const { served, assignments } = await opened();
		const byCode = (id: string, each: SubmissionRow) => ({
			submission: each,
			arrival: {
				...{ id, at: 5, route: 'qr' as const, state: 'counted' as const, sealed: 'AA' },
				...{ assignmentId: 'a', no: 1, submissionId: each.id }
			}
		});
		await assignments.take([byCode('q1', submission('s1', 5))]);
		await served.take(of(submission('s1', 10), submission('s2', 20)), judgedAs('counted'));
		await served.take(of(submission('s1', 10)), judgedAs('counted'));
		await assignments.take([byCode('q2', submission('s2', 30))]);
		const record = await assignments.read('a');
		expect(record?.submissions.map(({ id, arrivedAt }) => [id, arrivedAt])).toEqual([
			['s1', 5],
			['s2', 20]
		]);
		expect(record?.arrivals.map(({ route, state }) => [route, state]).sort()).toEqual([
			['qr', 'counted'],
			['qr', 'duplicate'],
			['server', 'counted'],
			['server', 'duplicate']
		]);
	});

	test('is judged again while it was of no use', async () => {
		const { served, assignments } = await opened();
		await served.take(of(submission('s1', 10)), judgedAs('unknown-number'));
		await served.take(of(submission('s1', 10)), judgedAs('unknown-number'));
		expect((await assignments.read('a'))?.submissions).toEqual([]);
		expect(await served.take(of(submission('s1', 10)), judgedAs('counted'))).toMatchObject({
			value: 1
		});
		const record = await assignments.read('a');
		expect(record?.submissions).toHaveLength(1);
		expect(record?.arrivals.map(({ state }) => state)).toEqual(['counted']);
	});
});

describe('a class on the server', () => {
	test('has all that the server is to have, its oldest assignment first', async () => {
		const { served, assignments } = await opened();
		await assignments.create(assignment('older', 0));
		const ruling = { id: 'r', at: 1, type: 'undo' as const, of: 'x' };
		await assignments.rule(ruling, 'a');
		await assignments.rule({ ...ruling, id: 'all' }, 'all');
		await assignments.rule({ ...ruling, id: 'other' }, 'of-another-class');
		const [record] = await served.records();
		expect(record?.schoolClass?.name).toBe('8b');
		expect(record?.assignments.map(({ id }) => id)).toEqual(['older', 'a']);
		expect(record?.rulings.map(({ id }) => id)).toEqual(['all', 'r']);
	});

	test('is told of assignments that are deleted here, if it has them', async () => {
		const { served, assignments, database } = await opened();
		await assignments.create(assignment('b'));
		await served.change('c', (row) => ({ ...row, put: { a: 'hash' } }));
		await assignments.remove('a');
		await assignments.remove('b');
		expect((await database.servedClasses.get('c'))?.deletes).toEqual(['a']);
	});

	test('is forgotten with the class', async () => {
		const { served, database } = await opened();
		await new ClassRepository(database).remove('c');
		expect(await served.records()).toEqual([]);
		expect(await served.change('c', (row) => row)).toMatchObject({ problem: { code: 'missing' } });
	});
});
