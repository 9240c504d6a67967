import { describe, expect, it } from 'vitest';
import type { Sitting } from '#lib/domain/quiz/types.ts';
import { RecountDatabase } from '#lib/storage/database.ts';
import { memoryFactory } from '#lib/storage/memory.ts';
import { SittingRepository, type NewAnswer } from '#lib/storage/sitting-repository.ts';
import { MORNING, sittingOf, until } from './support.ts';

function newStore(factory = memoryFactory()) {
	const database = new RecountDatabase('ada', factory);
	return { database, factory, sittings: new SittingRepository(database) };
}

function answer(id: string, more: Partial<NewAnswer> = {}): NewAnswer {
	return {
		id,
		sittingId: 's1',
		itemNo: 0,
		raw: { form: 'type', text: id },
		questionIds: ['raid/fact-0/who'],
		at: MORNING,
		tookMs: 900,
		...more
	};
}

describe('appendAnswer', () => {
	it('numbers answers over the whole sitting', async () => {
		const { sittings } = newStore();
		await sittings.create(sittingOf('s1'));
		await sittings.create(sittingOf('s2'));
		await sittings.appendAnswer(answer('a'));
		await sittings.appendAnswer(answer('other', { sittingId: 's2' }));
		await sittings.appendAnswer(answer('b', { itemNo: 1 }));
		await sittings.appendAnswer(answer('c'));
		const read = await sittings.read('s1');
		expect(read?.answers.map(({ id, seq }) => [id, seq])).toEqual([
			['a', 1],
			['b', 2],
			['c', 3]
		]);
	});

	it('stores the same id once, even when sent twice at once', async () => {
		const { sittings, database } = newStore();
		await sittings.create(sittingOf('s1'));
		const kept = await Promise.all([answer('a'), answer('a')].map((a) => sittings.appendAnswer(a)));
		expect(kept[0]).toEqual(kept[1]);
		expect(await database.answers.count()).toBe(1);
	});

	it('gives two tabs different numbers', async () => {
		const { sittings, factory } = newStore();
		const other = newStore(factory).sittings;
		await sittings.create(sittingOf('s1'));
		await Promise.all([sittings.appendAnswer(answer('a')), other.appendAnswer(answer('b'))]);
		const read = await sittings.read('s1');
		expect(read?.answers.map(({ seq }) => seq)).toEqual([1, 2]);
	});

	it('keeps nothing when it fails midway', async () => {
		const { sittings, database } = newStore();
		await sittings.create(sittingOf('s1'));
		database.counters.hook('updating', () => {
			throw new Error('power cut');
		});
		await expect(sittings.appendAnswer(answer('a'))).rejects.toThrow('power cut');
		expect(await database.answers.count()).toBe(0);
	});

	it.each<[string, Sitting | undefined, object]>([
		['no sitting', undefined, { code: 'missing' }],
		['one that is over', sittingOf('s1', { state: 'expired' }), { code: 'over' }]
	])('is refused for %s', async (_, sitting, problem) => {
		const { sittings } = newStore();
		if (sitting) await sittings.create(sitting);
		expect(await sittings.appendAnswer(answer('a'))).toMatchObject({ ok: false, problem });
	});
});

describe('states', () => {
	it('is found again where it was left', async () => {
		const { sittings, factory } = newStore();
		await sittings.create(sittingOf('s1'));
		await sittings.create(sittingOf('s2', { startedAt: MORNING + 1 }));
		await sittings.create(sittingOf('s1', { title: 'again' }));
		await sittings.update('s1', { at: 1, flags: [0] });
		await sittings.appendAnswer(answer('a'));
		const { sittings: reopened } = newStore(factory);
		expect(await reopened.open()).toEqual([
			sittingOf('s2', { startedAt: MORNING + 1 }),
			sittingOf('s1', { at: 1, flags: [0] })
		]);
		expect(await reopened.read('s1')).toMatchObject({ answers: [{ id: 'a' }] });
	});

	it.each<[Sitting['state'][], boolean[]]>([
		[
			['submitted', 'marked'],
			[true, true]
		],
		[
			['expired', 'marked', 'marked'],
			[true, true, false]
		],
		[
			['abandoned', 'submitted'],
			[true, false]
		],
		[
			['submitted', 'abandoned'],
			[true, false]
		]
	])('finish: %j', async (states, expected) => {
		const { sittings } = newStore();
		await sittings.create(sittingOf('s1'));
		const results: boolean[] = [];
		for (const [i, state] of states.entries()) {
			results.push((await sittings.finish('s1', state as 'marked', MORNING + i)).ok);
		}
		expect(results).toEqual(expected);
		expect(await sittings.read('s1')).toMatchObject({ sitting: { endedAt: MORNING } });
		expect(await sittings.update('s1', { at: 1 })).toMatchObject({ ok: false });
	});
});

describe('history', () => {
	it('comes in pages, newest first, none twice even where times are equal', async () => {
		const { sittings } = newStore();
		const started = [5, 3, 3, 9, 1];
		for (const [i, n] of started.entries()) {
			await sittings.create(sittingOf(`s${i}`, { startedAt: MORNING + n }));
		}
		const first = await sittings.history(2);
		const second = await sittings.history(2, first.at(-1));
		const third = await sittings.history(2, second.at(-1));
		expect([...first, ...second, ...third].map(({ id }) => id)).toEqual([
			's3',
			's0',
			's2',
			's1',
			's4'
		]);
	});
});

describe('watch', () => {
	it('tells each answer, from another tab too', async () => {
		const { sittings, factory } = newStore();
		const other = newStore(factory).sittings;
		const seen: (number | undefined)[] = [];
		const subscription = sittings.watch('s1').subscribe((read) => seen.push(read?.answers.length));
		await until(() => seen.length === 1);
		await other.create(sittingOf('s1'));
		await until(() => seen.at(-1) === 0);
		await other.appendAnswer(answer('a'));
		await until(() => seen.at(-1) === 1);
		subscription.unsubscribe();
		expect(seen[0]).toBeUndefined();
	});
});
