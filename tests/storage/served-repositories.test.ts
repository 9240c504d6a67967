import { describe, expect, test } from 'vitest';
import type { AttemptAck } from '#lib/domain/classroom/api/pupil-api.ts';
import type { Sitting } from '#lib/domain/quiz/types.ts';
import { AttemptRepository } from '#lib/storage/attempt-repository.ts';
import type { OutboxRow, ServedHandoutRow } from '#lib/storage/class-rows.ts';
import { RecountDatabase } from '#lib/storage/database.ts';
import { JoinedRepository } from '#lib/storage/joined-repository.ts';
import { memoryFactory } from '#lib/storage/memory.ts';
import { OutboxRepository } from '#lib/storage/outbox-repository.ts';
import { done, refused } from '#lib/storage/outcome.ts';
import { ServedRepository } from '#lib/storage/served-repository.ts';
import { SittingRepository } from '#lib/storage/sitting-repository.ts';
import { sittingOf } from './support.ts';

function newStore(factory = memoryFactory()) {
	const database = new RecountDatabase('pupil', factory);
	return {
		database,
		factory,
		attempts: new AttemptRepository(database),
		joined: new JoinedRepository(database),
		outbox: new OutboxRepository(database),
		served: new ServedRepository(database),
		sittings: new SittingRepository(database)
	};
}

const assigned = (no = 7): NonNullable<Sitting['assigned']> => ({
	...{ assignmentId: 'a', no, attempt: 1, token: '', leftScreen: 0 },
	shown: { items: [0, 1], options: [[], []] }
});
const served: ServedHandoutRow = { id: 'a', classId: 'c', no: 7, terms: {}, attempts: [] };
const rowOf = (more: Partial<OutboxRow> = {}): OutboxRow => ({
	...{ id: 's', classId: 'c', assignmentId: 'a', no: 7, savedSeq: 0 },
	...more
});

describe('an attempt', () => {
	test('is begun once by two tabs where only one is allowed', async () => {
		const store = newStore();
		const other = newStore(store.factory);
		const begin = ({ attempts }: typeof store, id: string) =>
			attempts.begin('a', ({ sittings }) =>
				sittings.length < 1
					? done(sittingOf(id, { assigned: assigned() }))
					: refused({ code: 'no-attempt-left' as const })
			);
		const begun = await Promise.all([begin(store, 's1'), begin(other, 's2')]);
		expect(begun.map(({ ok }) => ok).sort()).toEqual([false, true]);
		expect(await store.database.sittings.count()).toBe(1);
		expect((await store.database.counters.get(['total', 'all']))?.counts).toMatchObject({
			sittings: 1
		});
	});

	test.each([
		['of what a class server gave out is to go there', [served], 7, 1],
		['of another number is not', [served], 8, 0],
		['of what came another way is not', [], 7, 0]
	])('%s', async (_, rows, no, expected) => {
		const { attempts, database } = newStore();
		await database.servedHandouts.bulkAdd(rows);
		await attempts.begin('a', () => done(sittingOf('s', { assigned: assigned(no) })));
		expect(await database.outbox.toArray()).toEqual(
			Array.from({ length: expected }, () => rowOf())
		);
	});

	test('that is open is gone on with, and nothing is made anew', async () => {
		const { attempts, database, sittings } = newStore();
		await database.servedHandouts.add(served);
		const open = sittingOf('s', { assigned: assigned() });
		await sittings.create(open);
		const begun = await attempts.begin('a', (before) => {
			const [first] = before.sittings;
			return first ? done(first) : refused({ code: 'none' as const });
		});
		expect(begun).toEqual({ ok: true, value: open });
		expect(await database.outbox.count()).toBe(0);
	});
});

describe('what the server acknowledged', () => {
	const sent = new Map([['s', 5]]);
	const ack = (more: Partial<AttemptAck> = {}): AttemptAck => ({
		submissionId: 's',
		savedSeq: 0,
		...more
	});

	test.each<[string, Partial<OutboxRow>, Partial<AttemptAck>, Partial<OutboxRow>]>([
		['more is saved', {}, { savedSeq: 3 }, { savedSeq: 3 }],
		['an old word takes nothing back', { savedSeq: 4 }, { savedSeq: 2 }, { savedSeq: 4 }],
		['never beyond what was sent', {}, { savedSeq: 9 }, { savedSeq: 5 }],
		['it is handed in', {}, { handedInAt: 8 }, { handedInAt: 8 }],
		['the first time holds', { handedInAt: 8 }, { handedInAt: 9 }, { handedInAt: 8 }],
		['it is refused', {}, { refused: 'unfit' }, { refused: 'unfit' }],
		['what was taken before stands', { handedInAt: 8 }, { refused: 'missing' }, { handedInAt: 8 }],
		['taken after all', { refused: 'missing' }, { handedInAt: 8 }, { handedInAt: 8 }]
	])('%s', async (_, before, said, after) => {
		const { outbox, database } = newStore();
		await database.outbox.add(rowOf(before));
		const isNews = JSON.stringify(before) !== JSON.stringify(after);
		expect(await outbox.acknowledge([ack(said)], sent)).toEqual({ ok: true, value: isNews });
		expect(await database.outbox.get('s')).toEqual(rowOf(after));
	});

	test('of what was not asked is passed over', async () => {
		const { outbox, database } = newStore();
		await database.outbox.add(rowOf({ id: 'other' }));
		expect(await outbox.acknowledge([ack({ submissionId: 'other', savedSeq: 9 })], sent)).toEqual({
			ok: true,
			value: false
		});
		expect(await database.outbox.get('other')).toEqual(rowOf({ id: 'other' }));
	});
});

describe('a class', () => {
	const joinedRow = { id: 'c', className: '8b', no: 7, pseudonym: '', joinedAt: 1 };

	async function begun() {
		const store = newStore();
		await store.joined.join(joinedRow);
		await store.database.servedHandouts.bulkAdd([served, { ...served, id: 'b' }]);
		await store.attempts.begin('a', () => done(sittingOf('s', { assigned: assigned() })));
		await store.sittings.appendAnswer({
			...{ id: 'x', sittingId: 's', itemNo: 0, raw: { form: 'skipped' }, questionIds: [] },
			...{ at: 1, tookMs: 1 }
		});
		return store;
	}

	test('that was left leaves only what was not sent, and that goes after joining again', async () => {
		const { served: repository, database, outbox, joined } = await begun();
		expect(await repository.leave('c')).toEqual({ ok: true, value: true });
		expect(await joined.any()).toBe(false);
		expect(await database.servedHandouts.count()).toBe(0);
		expect(await outbox.waiting()).toMatchObject([{ id: 's', no: 7, answers: 1 }]);
		await joined.join(joinedRow);
		expect(await outbox.records({ classId: 'c', no: 7 })).toMatchObject([{ unsent: [{ seq: 1 }] }]);
	});

	test('that was left leaves nothing once all was sent', async () => {
		const { served: repository, database, outbox } = await begun();
		const sent = new Map([['s', 1]]);
		await outbox.acknowledge([{ submissionId: 's', savedSeq: 1, handedInAt: 5 }], sent);
		expect(await repository.leave('c')).toEqual({ ok: true, value: false });
		for (const table of ['sittings', 'answers', 'outbox', 'joined', 'servedHandouts'])
			expect(await database.table(table).count()).toBe(0);
		expect(await database.counters.get(['total', 'all'])).toBeUndefined();
	});

	test('that is gone takes along what can never be sent', async () => {
		const { served: repository, database } = await begun();
		expect(await repository.leave('c', true)).toEqual({ ok: true, value: false });
		expect(await database.answers.count()).toBe(0);
	});

	test('is noted only while it is joined', async () => {
		const { joined } = newStore();
		await joined.note('c', { syncedAt: 5 });
		expect(await joined.all()).toEqual([]);
		await joined.join(joinedRow);
		await joined.note('c', { syncedAt: 5, clockAheadMs: 9 });
		await joined.note('c', { clockAheadMs: undefined });
		expect(await joined.read('c')).toEqual({ ...joinedRow, syncedAt: 5 });
	});
});
