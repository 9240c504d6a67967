import { describe, expect, it } from 'vitest';
import { DeviceDatabase } from '#lib/storage/device-database.ts';
import { LearnerRepository } from '#lib/storage/learner-repository.ts';
import { foundAs, leaveMark } from '#lib/storage/marker.ts';
import { memoryFactory } from '#lib/storage/memory.ts';
import { until } from './support.ts';

const ada = { id: 'a', name: 'Ada', createdAt: 1 };
const ben = { id: 'b', name: 'Ben', createdAt: 2 };

const newLearners = (factory = memoryFactory()) =>
	new LearnerRepository(new DeviceDatabase(factory));

describe('LearnerRepository', () => {
	it('names the device once, whichever tab is first', async () => {
		const factory = memoryFactory();
		const [one, two] = [newLearners(factory), newLearners(factory)];
		const names = await Promise.all([one.device(() => 'x'), two.device(() => 'y')]);
		expect(names[0]).toEqual(names[1]);
		expect(await newLearners(factory).device(() => 'z')).toEqual(names[0]);
	});

	it('knows who learns now', async () => {
		const learners = newLearners();
		expect(await learners.current()).toBeUndefined();
		await learners.add(ada);
		await learners.add(ben);
		expect(await learners.current()).toEqual(ben);
		await learners.choose('a');
		expect(await learners.current()).toEqual(ada);
		const missing = { ok: false, problem: { code: 'missing' } };
		expect(await learners.choose('nobody')).toEqual(missing);
		expect(await learners.update('nobody', { name: '' })).toEqual(missing);
	});

	it('tells each change of the list', async () => {
		const learners = newLearners();
		const seen: string[][] = [];
		learners.watch().subscribe((list) => seen.push(list.map(({ name }) => name)));
		await learners.add(ben);
		await learners.add(ada);
		await learners.update('a', { name: 'Ada L.' });
		await until(() => seen.at(-1)?.[0] === 'Ada L.');
		expect(seen.at(-1)).toEqual(['Ada L.', 'Ben']);
	});
});

describe('the mark', () => {
	const marks = () => {
		const kept = new Map<string, string>();
		return {
			getItem: (key: string) => kept.get(key) ?? null,
			setItem: (key: string, value: string) => void kept.set(key, value)
		};
	};
	const refusing = {
		getItem: () => {
			throw new Error('refused');
		},
		setItem: () => {
			throw new Error('refused');
		}
	};

	it.each([
		['nobody was here yet', marks(), [], 0, 'first-run'],
		['as it was left', marks(), [1], 1, 'kept'],
		['the store is empty but the mark is not', marks(), [2], 0, 'emptied'],
		['no marks can be left', refusing, [1], 0, 'first-run'],
		['there are no marks at all', undefined, [1], 0, 'first-run']
	])('%s', (...[, where, left, learners, expected]) => {
		left.forEach((count) => leaveMark(where, count));
		expect(foundAs(where, learners)).toBe(expected);
	});
});
