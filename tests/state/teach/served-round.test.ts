import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RulingRow } from '#lib/storage/class-rows.ts';
import type { Fault } from '../fake-class-server.ts';
import { NOON, servedDevice } from './served-class.ts';

const puts = (asked: readonly string[]) => asked.filter((request) => request.startsWith('PUT'));

describe('a round', () => {
	test('puts what differs, and nothing twice', async () => {
		const { fake, assign, round, row, schoolClass, classes } = await servedDevice();
		const assignment = await assign();
		expect(await round()).toEqual({ ended: undefined, refused: [] });
		expect(await row()).toMatchObject({ code: 'K3F-9QWX', pins: { 1: '100001', 3: '100003' } });
		const kept = fake.classes.get(schoolClass.id);
		expect(kept?.assignments.get(assignment.id)?.releaseCode).toBe(assignment.releaseCode);
		fake.asked.length = 0;
		await round();
		expect(puts(fake.asked)).toEqual([]);
		await classes.change(schoolClass.id, (before) => ({ ...before, name: '9b' }));
		await round();
		expect(puts(fake.asked)).toEqual([`PUT classes/${schoolClass.id}`]);
		expect(kept?.body.name).toBe('9b');
	});

	test('sends no name and no note, whatever stands in them', async () => {
		const { fake, assign, assignments, round, newId, schoolClass } = await servedDevice();
		const { id } = await assign();
		const ruled = { at: NOON, assignmentId: id };
		const override = { submissionId: newId(), itemNo: 0, part: 0, credit: 1 as const };
		const note = 'Anna Secret said it aloud';
		const part = { questionId: 'r/f0/who', hash: 'h' };
		await assignments.rule({ ...ruled, ...override, id: newId(), type: 'override', note }, id);
		await assignments.rule({ ...ruled, id: newId(), type: 'drop', part, note }, id);
		await round();
		const { body, rulings } = fake.classes.get(schoolClass.id) ?? {};
		const told = [...(rulings?.values() ?? [])];
		expect(told).toContainEqual(expect.objectContaining({ type: 'override', note: '' }));
		expect(told).toContainEqual(expect.objectContaining({ type: 'drop', part }));
		expect(JSON.stringify([body, [...(rulings ?? [])]])).not.toContain('Secret');
	});

	test('takes what came as arrivals, a page after the other, each once', async () => {
		const { fake, assign, handIn, round, assignments, row } = await servedDevice();
		const assignment = await assign();
		const sent = [
			await handIn(assignment, { no: 1 }),
			await handIn(assignment, { no: 2, arrivedAt: NOON + 1 }),
			await handIn(assignment, { no: 9, arrivedAt: NOON + 2 }),
			await handIn(assignment, { no: 1, attempt: 2, arrivedAt: NOON + 3 }),
			await handIn(assignment, { no: 3, quizHash: 'other', arrivedAt: NOON + 4 })
		];
		await round();
		await round();
		const record = await assignments.read(assignment.id);
		const states = sent.map(
			({ id }) => record?.arrivals.find(({ submissionId }) => submissionId === id)?.state
		);
		expect(states).toEqual(['counted', 'counted', 'unknown-number', 'extra', 'wrong-version']);
		expect(record?.arrivals).toHaveLength(5);
		expect(record?.submissions.map(({ no }) => no).sort()).toEqual([1, 1, 2]);
		expect((await row())?.fetchedTo[assignment.id]).toBe(NOON + 4);
		expect(fake.asked.at(-2)).toContain('after=');
	});

	test('counts who was added later, though their result came before', async () => {
		const { assign, handIn, round, assignments } = await servedDevice();
		const assignment = await assign();
		await assignments.change(assignment.id, (before) => ({ ...before, pupils: [1] }));
		await handIn(assignment, { no: 2, arrivedAt: NOON - 200_000 });
		await handIn(assignment, { no: 1 });
		await round();
		expect((await assignments.read(assignment.id))?.submissions).toHaveLength(1);
		await assignments.change(assignment.id, (before) => ({ ...before, pupils: [1, 2] }));
		await round();
		expect((await assignments.read(assignment.id))?.submissions).toHaveLength(2);
	});

	test('deletes there what was deleted here, once', async () => {
		const { fake, assign, round, assignments, row } = await servedDevice();
		const [one, two] = [await assign(), await assign()];
		await round();
		await assignments.remove(one.id);
		fake.script = (request) => (request.startsWith('DELETE') ? 'reply-lost' : undefined);
		expect((await round()).ended).toEqual({ code: 'unreachable' });
		fake.script = () => undefined;
		await round();
		await round();
		expect(fake.deletedAssignments).toEqual([one.id, one.id]);
		expect((await row())?.deletes).toEqual([]);
		expect(Object.keys((await row())?.put ?? {})).toEqual(['class', two.id]);
	});

	test.each<[Fault, string]>([
		['signed-out', 'signed-out'],
		['offline', 'unreachable'],
		['fails', 'unexpected'],
		['too-many', 'too-many']
	])('ends where it is told %s, with nothing lost', async (fault, code) => {
		const { fake, assign, round, row } = await servedDevice();
		await assign();
		fake.script = () => fault;
		expect((await round()).ended?.code).toBe(code);
		expect((await row())?.put).toEqual({});
		expect(fake.asked).toHaveLength(1);
	});

	test('goes on with the rest where one thing is refused', async () => {
		const { fake, assign, round, row } = await servedDevice();
		const [bad, good] = [await assign(), await assign()];
		fake.script = (request) =>
			request.startsWith(`PUT`) && request.endsWith(bad.id) ? 'unfit' : undefined;
		expect(await round()).toEqual({ ended: undefined, refused: [bad.id] });
		expect(Object.keys((await row())?.put ?? {})).toEqual(['class', good.id]);
	});

	test('leaves everything of a class that the server no longer has', async () => {
		const { fake, assign, round, assignments } = await servedDevice();
		const assignment = await assign();
		fake.script = () => 'gone';
		const { ended, refused } = await round();
		expect([ended, refused.length]).toEqual([undefined, 1]);
		expect(await assignments.read(assignment.id)).toBeDefined();
	});
});

describe('rounds', () => {
	const FAULTS = ['offline', 'fails', 'reply-lost', 'twice', 'too-many', undefined] as const;

	test('in the end both have everything once, whatever went wrong on the way', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.constantFrom<Fault | undefined>(...FAULTS), { maxLength: 25 }),
				fc.integer({ min: 0, max: 5 }),
				async (faults, changes) => {
					const device = await servedDevice();
					const { fake, assign, handIn, round, assignments, newId, schoolClass } = device;
					const [one, two] = [await assign(), await assign()];
					const rulings = Array.from({ length: changes }, () => ({
						...{ id: newId(), at: NOON, type: 'state' as const },
						...{ assignmentId: one.id, no: 3, state: 'absent' as const }
					}));
					const script = [...faults];
					fake.script = () => script.shift();
					const sent = [await handIn(one), await handIn(one, { no: 2 }), await handIn(two)];
					for (const ruling of rulings) {
						await assignments.rule(ruling, one.id);
						await round();
					}
					while (script.length > 0) await round();
					await round();
					await round();
					const kept = fake.classes.get(schoolClass.id);
					expect([...(kept?.assignments.keys() ?? [])].sort()).toEqual([one.id, two.id].sort());
					expect([...(kept?.rulings.keys() ?? [])].sort()).toEqual(
						rulings.map((ruling: Pick<RulingRow, 'id'>) => ruling.id).sort()
					);
					const records = await Promise.all([one, two].map(({ id }) => assignments.read(id)));
					const came = records.flatMap((record) => record?.submissions ?? []);
					const arrivals = records.flatMap((record) => record?.arrivals ?? []);
					const ids = sent.map(({ id }) => id).sort();
					expect(came.map(({ id }) => id).sort()).toEqual(ids);
					expect(arrivals.map(({ submissionId }) => submissionId).sort()).toEqual(ids);
					const plan = await device.plan();
					expect([plan.schoolClass, plan.assignments, plan.rulings]).toEqual([undefined, [], []]);
				}
			),
			{ numRuns: 15 }
		);
	}, 60_000);
});
