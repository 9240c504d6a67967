import { describe, expect, test } from 'vitest';
import type { Pupil } from '#lib/domain/classroom/types.ts';
import { saidElsewhere, settle } from '#lib/state/teach/served-elsewhere.ts';
import { servedDevice } from './served-class.ts';

/** Two devices of one teacher that both know the class as it is on the server. */
async function twoDevices() {
	const here = await servedDevice();
	const there = await servedDevice(here);
	await here.round();
	await there.round();
	here.fake.asked.length = 0;
	return { here, there };
}

const four: Pupil = { no: 4, pseudonym: 'Heron 4', slip: 1 };
const five: Pupil = { no: 5, pseudonym: 'Heron 5', slip: 3 };
const called = (pupils: readonly Pupil[]) => pupils.map(({ no, pseudonym }) => [no, pseudonym]);
const rename = (pupils: readonly Pupil[], no: number, pseudonym: string) =>
	pupils.map((pupil) => (pupil.no === no ? { ...pupil, pseudonym } : pupil));

describe('two devices of one teacher', () => {
	test('take turns without a word', async () => {
		const { here, there } = await twoDevices();
		await here.register(() => ({ name: '9b' }));
		expect(await here.round()).toEqual({ ended: undefined, refused: [] });
		expect(here.fake.classes.get(here.schoolClass.id)?.body.name).toBe('9b');
		await here.register(() => ({ name: '9c' }));
		await here.round();
		expect(here.fake.classes.get(here.schoolClass.id)?.body.name).toBe('9c');
		expect(saidElsewhere(await there.both())?.name).toEqual({ here: '8b', there: '9c' });
		expect(saidElsewhere(await here.both())).toBeUndefined();
	});

	test('do not undo each other: the later put is refused, the rest of the class goes on', async () => {
		const { here, there } = await twoDevices();
		await here.register(({ pupils }) => ({ pupils: [...rename(pupils, 1, 'Owl'), four] }));
		await here.round();
		const left = { ...five, leftAt: 5 };
		await there.register(({ pupils }) => ({ pupils: [...rename(pupils, 1, 'Kite'), left] }));
		const assignment = await there.assign();
		expect(await there.round()).toEqual({ ended: undefined, refused: [there.schoolClass.id] });
		const kept = there.fake.classes.get(there.schoolClass.id);
		expect(called(kept?.body.pupils.map((each) => ({ ...each, slip: 1 })) ?? [])).toContainEqual([
			...[1, 'Owl']
		]);
		expect(kept?.assignments.has(assignment.id)).toBe(true);
		expect(saidElsewhere(await there.both())).toEqual({
			...{ added: [{ no: 4, pseudonym: 'Heron 4' }], onlyHere: [{ no: 5, pseudonym: 'Heron 5' }] },
			...{ renamed: [{ no: 1, here: 'Kite', there: 'Owl' }], left: [], leftHere: [] }
		});
	});

	test.each([
		['here', 'Kite', 7],
		['there', 'Owl', 90]
	] as const)('become one with the word %s, and nobody is lost', async (word, name, days) => {
		const { here, there } = await twoDevices();
		await here.register(({ pupils }) => ({ pupils: [...rename(pupils, 1, 'Owl'), four] }));
		await here.round();
		await there.register(({ pupils }) => ({ pupils: [...rename(pupils, 1, 'Kite'), five] }));
		await there.store.change(there.schoolClass.id, (row) => ({ ...row, retentionDays: 7 }));
		await there.round();
		expect(await settle(there.app, await there.both(), word)).toMatchObject({ ok: true });
		expect(await there.round()).toEqual({ ended: undefined, refused: [] });
		const { schoolClass, there: served } = await there.both();
		expect(called(schoolClass.pupils)).toEqual([
			[1, name],
			...[2, 3, 4, 5].map((no) => [no, `Heron ${no}`])
		]);
		expect(schoolClass.pupils.at(-1)?.slip).toBe(3);
		expect(schoolClass.privateNames).toEqual({ 1: 'Anna Secret' });
		expect(served.pupils.map(({ no, pseudonym }) => [no, pseudonym])).toEqual(
			called(schoolClass.pupils)
		);
		expect(served.retentionDays).toBe(days);
		expect(saidElsewhere(await there.both())).toBeUndefined();
		expect(saidElsewhere(await here.both())?.added).toEqual([{ no: 5, pseudonym: 'Heron 5' }]);
	});

	test('are not told of what only this one said, though the answer was lost', async () => {
		const { here } = await twoDevices();
		here.fake.script = () => 'reply-lost';
		await here.register(() => ({ name: '9b' }));
		expect((await here.round()).ended?.code).toBe('unreachable');
		here.fake.script = () => undefined;
		await here.register(({ pupils }) => ({ name: '9c', pupils: [...pupils, four] }));
		expect(await here.round()).toEqual({ ended: undefined, refused: [] });
		const kept = here.fake.classes.get(here.schoolClass.id);
		expect([kept?.body.name, kept?.body.pupils.length]).toEqual(['9c', 4]);
		expect((await here.row())?.sent).toEqual([]);
	});

	test('say the same, and so neither is asked', async () => {
		const { here, there } = await twoDevices();
		for (const { register, round } of [here, there]) {
			await register(({ pupils }) => ({ pupils: [...pupils, four] }));
			expect(await round()).toEqual({ ended: undefined, refused: [] });
		}
		await there.register(() => ({ name: '9b' }));
		expect((await there.round()).refused).toEqual([]);
	});
});
