import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { retried } from '#lib/server/store/transact.ts';
import { statementFor } from '#lib/server/store/statement.ts';
import { tombstones } from '#lib/server/store/schema.ts';
import { describeStores } from '../support/stores.ts';

const sqlState = (code: string) => Object.assign(new Error(code), { code });
const wrapped = (code: string) => new Error('Failed query', { cause: sqlState(code) });

const runs: [string, Error, number, number][] = [
	['a serialization failure, then success', wrapped('40001'), 3, 4],
	['a deadlock, then success', sqlState('40P01'), 1, 2],
	['nine failures, then success', wrapped('40001'), 9, 10],
	['ten failures: no more', wrapped('40001'), 10, 10],
	['another failure is thrown at once', wrapped('23505'), 1, 1],
	['a lost connection is thrown at once', sqlState('CONNECTION_CLOSED'), 1, 1]
];

test.each(runs)('%s', async (_, error, failures, expectedRuns) => {
	const waits: number[] = [];
	const patience = {
		random: () => 0.5,
		sleep: (ms: number) => Promise.resolve(void waits.push(ms))
	};
	let count = 0;
	const outcome = await retried(async () => {
		count++;
		if (count <= failures) throw error;
		return 'done';
	}, patience).catch((thrown: unknown) => thrown);
	expect(count).toBe(expectedRuns);
	expect(outcome).toBe(expectedRuns > failures ? 'done' : error);
	expect(waits).toHaveLength(expectedRuns - 1);
	expect(waits).toEqual(waits.toSorted((a, b) => a - b));
	expect(Math.max(0, ...waits)).toBeLessThanOrEqual(250);
});

const CLASS = '01890000-0000-7000-8000-000000000001';
const DEAD = { classId: CLASS, what: 'pupil', id: '1' } as const;
const countedUp = statementFor<{ by: number }>('UPDATE tombstones SET at = at + @by RETURNING at');
const dividedBy = statementFor<{ zero: number }>(
	'UPDATE tombstones SET at = 1 / @zero::bigint RETURNING at'
);

describeStores((make) => {
	test.each(['serializable', 'repeatable read'] as const)(
		'of transactions that count up at once none is lost: %s',
		async (isolation) => {
			const { store } = make();
			const key = eq(tombstones.classId, CLASS);
			await store.database.insert(tombstones).values({ ...DEAD, at: 0 });
			const countUp = () =>
				store.transact(async (database) => {
					const [row] = await database.select().from(tombstones).where(key);
					await database
						.update(tombstones)
						.set({ at: (row?.at ?? 0) + 1 })
						.where(key);
				}, isolation);
			await Promise.all(Array.from({ length: 8 }, countUp));
			const [row] = await store.database.select().from(tombstones).where(key);
			expect(row?.at).toBe(8);
		}
	);

	test('of statements that count up at once, each alone, none is lost', async () => {
		const { store } = make();
		await store.database.insert(tombstones).values({ ...DEAD, at: 0 });
		const told = await Promise.all(
			Array.from({ length: 8 }, (_, i) => store.runAlone<{ at: unknown }>(countedUp({ by: i + 1 })))
		);
		const all = told.flat().map(({ at }) => Number(at));
		expect(Math.max(...all)).toBe(36);
		expect(new Set(all).size).toBe(8);
	});

	test('a statement that fails alone leaves nothing, and its connection works on', async () => {
		const { store } = make();
		await store.database.insert(tombstones).values({ ...DEAD, at: 0 });
		const failing = Array.from({ length: 9 }, () => store.runAlone(dividedBy({ zero: 0 })));
		const ended = await Promise.allSettled(failing);
		expect(ended.every(({ status }) => status === 'rejected')).toBe(true);
		const [row] = await store.runAlone<{ at: unknown }>(countedUp({ by: 5 }));
		expect(Number(row?.at)).toBe(5);
	});

	test('two that each look for the other before they write do not both pass', async () => {
		const { store } = make();
		const row = (id: string) => ({ classId: CLASS, what: 'pupil' as const, id, at: 1 });
		const beFirst = (id: string) =>
			store.transact(async (database) => {
				const others = await database.select().from(tombstones);
				if (others.length === 0) await database.insert(tombstones).values(row(id));
			});
		await Promise.all(['1', '2', '3', '4'].map((id) => beFirst(id)));
		expect(await store.database.select().from(tombstones)).toHaveLength(1);
	});

	test('a transaction that throws leaves nothing', async () => {
		const { store } = make();
		const broken = store.transact(async (database) => {
			await database.insert(tombstones).values({ classId: CLASS, what: 'class', id: '', at: 1 });
			throw new Error('stop');
		});
		await expect(broken).rejects.toThrow('stop');
		expect(await store.database.select().from(tombstones)).toEqual([]);
	});
});
