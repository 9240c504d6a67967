import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { savedAnswersOf, submissionOf } from '#lib/domain/classroom/assigned.ts';
import type { SittingRecord } from '#lib/storage/sitting-repository.ts';
import { FakeSchool, FAULTS, type Fault } from './fake-school.ts';
import { idOf, servedTest, ServedPupil, wholeQuiz } from './served-pupil.ts';

let school: FakeSchool;
let pupil: ServedPupil;

beforeEach(async () => {
	school = new FakeSchool();
	school.assignments = [await servedTest(school, 1)];
	pupil = new ServedPupil(school);
	await pupil.join();
});

const A = idOf('a', 1);

async function record(id: string): Promise<SittingRecord> {
	const found = await pupil.sittings.read(id);
	if (!found) throw new Error('the sitting is gone');
	return found;
}

/** What the server has is what was done here, each once; and this device knows it. */
async function expectAgreed(id: string): Promise<void> {
	const { sitting, answers } = await record(id);
	const kept = school.attempts.get(id);
	const given = savedAnswersOf(sitting, answers);
	expect([...(kept?.answers.values() ?? [])].sort((a, b) => a.seq - b.seq)).toEqual(given);
	expect(kept?.submission).toEqual(submissionOf(sitting, answers));
	expect(await pupil.database.outbox.get(id)).toMatchObject({
		savedSeq: given.at(-1)?.seq ?? 0,
		handedInAt: kept?.handedInAt
	});
}

/** Until nothing goes wrong any more. */
async function syncOut(): Promise<void> {
	for (let turn = 0; turn < 50; turn++) {
		if ((await pupil.sync()).ok && school.faults.length === 0) return;
	}
	throw new Error('never done');
}

describe('what was assigned', () => {
	test('is on the device, as the pupil’s own, and the server is told', async () => {
		expect(await pupil.sync()).toEqual({ ok: true, value: undefined });
		expect(await pupil.database.handouts.get(A)).toMatchObject({
			id: A,
			pupil: { no: 7, code: '' }
		});
		expect(await pupil.served.read(A)).toMatchObject({ classId: school.classId, no: 7 });
		expect(school.ready).toEqual([A]);
		expect(await pupil.row()).toMatchObject({ syncedAt: pupil.now, pseudonym: 'Quiet Heron' });
	});

	test('is opened once it is released, also for the version an attempt was made on', async () => {
		await pupil.sync();
		const [given] = school.assignments;
		if (!given) throw new Error('nothing given');
		const { hash } = given.handout.quiz;
		const quiz = { ...wholeQuiz, hashes: [] };
		const second = { ...given.handout.quiz, version: 2, hash: 'AAAAAAAAAAAAAAAAAAAAAA' };
		school.assignments = [
			{ ...given, handout: { ...given.handout, quiz: second }, released: [{ hash, quiz }] }
		];
		await pupil.sync();
		expect(await pupil.database.handouts.get(A)).toMatchObject({
			handout: { quiz: { version: 2 } },
			earlier: [{ released: { title: quiz.title } }]
		});
		expect((await pupil.database.handouts.get(A))?.released).toBeUndefined();
	});

	test('that cannot be read keeps nothing else off', async () => {
		const strange = { handout: { kind: 'of a version to come' } };
		school.assignments.push(strange as unknown as (typeof school.assignments)[0]);
		await pupil.sync();
		expect(await pupil.served.ready(school.classId)).toEqual([A]);
		expect(await pupil.row()).toMatchObject({ unread: 1 });
	});

	test('of another class than was asked for is not taken', async () => {
		const [given] = school.assignments;
		if (!given) throw new Error('nothing given');
		const handout = { ...given.handout, classId: idOf('c', 2), assignmentId: idOf('a', 9) };
		school.assignments.push({ ...given, handout });
		await pupil.sync();
		expect(await pupil.database.handouts.count()).toBe(1);
	});

	test('unchanged writes nothing anew', async () => {
		await pupil.sync();
		const first = await pupil.database.handouts.get(A);
		pupil.now += 60_000;
		await pupil.sync();
		expect((await pupil.database.handouts.get(A))?.receivedAt).toBe(first?.receivedAt);
	});
});

describe('what was fetched already', () => {
	test('is not fetched again as it is, and the time is learnt all the same', async () => {
		await pupil.sync();
		expect(school.unchanged).toBe(0);
		pupil.now += 60_000;
		school.now = pupil.now + 3_600_000;
		await pupil.sync();
		expect(school.unchanged).toBe(1);
		expect(await pupil.row()).toMatchObject({ syncedAt: pupil.now, clockAheadMs: -3_600_000 });
		school.now = pupil.now;
		await pupil.sync();
		expect(school.unchanged).toBe(2);
		expect((await pupil.row())?.clockAheadMs).toBeUndefined();
	});

	test('is fetched where anything is other than before', async () => {
		await pupil.sync();
		const [given] = school.assignments;
		if (!given) throw new Error('nothing given');
		school.assignments = [{ ...given, terms: { minutes: 12 } }];
		await pupil.sync();
		expect(school.unchanged).toBe(0);
		expect(await pupil.served.read(A)).toMatchObject({ terms: { minutes: 12 } });
	});

	test('is fetched anew where it was deleted here, or another number sits here', async () => {
		await pupil.sync();
		await pupil.database.handouts.delete(A);
		await pupil.sync();
		expect([school.unchanged, await pupil.database.handouts.count()]).toEqual([0, 1]);
		await pupil.database.servedHandouts.delete(A);
		await pupil.sync();
		expect([school.unchanged, await pupil.served.ready(school.classId)]).toEqual([0, [A]]);
		school.no = 8;
		await pupil.join();
		await pupil.sync();
		expect([school.unchanged, (await pupil.served.read(A))?.no]).toEqual([0, 8]);
	});

	test('is asked for whole as long as this device could not take all of it', async () => {
		const strange = { handout: { kind: 'of a version to come' } };
		school.assignments.push(strange as unknown as (typeof school.assignments)[0]);
		await pupil.sync();
		await pupil.sync();
		expect(school.unchanged).toBe(0);
		school.assignments.pop();
		await pupil.sync();
		const { id } = await pupil.begin(1);
		await pupil.answer(id, 0, 'one');
		school.withdrawn = [A];
		school.assignments = [];
		const { classId, no } = school;
		await pupil.served.take({ of: { classId, no }, assignments: [], withdrawn: [A], now: 1 });
		expect(await pupil.served.hasAny([A])).toBe(true);
		await pupil.sync();
		expect(await pupil.served.hasAny([A])).toBe(false);
		await pupil.sync();
		expect(school.unchanged).toBe(1);
	});
});

describe('what is withdrawn', () => {
	test('is deleted with its attempts, once the server has what was not sent', async () => {
		await pupil.sync();
		const { id } = await pupil.begin(1);
		await pupil.answer(id, 0, 'one');
		school.withdrawn = [A];
		school.assignments = [];
		school.faults = [undefined, 'offline'] as Fault[];
		expect((await pupil.sync()).ok).toBe(false);
		expect(await pupil.database.answers.count()).toBe(1);
		await pupil.sync();
		expect(school.attempts.get(id)?.answers.size).toBe(1);
		for (const table of ['handouts', 'servedHandouts', 'sittings', 'answers', 'outbox'])
			expect(await pupil.database.table(table).count()).toBe(0);
	});

	test('stays while an answer came in between', async () => {
		await pupil.sync();
		const { id } = await pupil.begin(1);
		await pupil.answer(id, 0, 'one');
		const { classId, no } = school;
		const work = { of: { classId, no }, assignments: [], withdrawn: [A], now: 1 };
		expect(await pupil.served.take(work)).toEqual({ ok: true, value: false });
		expect(await pupil.database.answers.count()).toBe(1);
	});

	test('goes too where the server will not take its attempts any more', async () => {
		await pupil.sync();
		const { id } = await pupil.begin(1);
		await pupil.answer(id, 0, 'one');
		school.withdrawn = [A];
		school.refused.set(id, 'gone');
		await pupil.sync();
		expect(await pupil.database.sittings.count()).toBe(0);
	});
});

describe('what was answered', () => {
	test('goes as it is given, and with the last of it what is handed in', async () => {
		await pupil.sync();
		const { id } = await pupil.begin(1);
		await pupil.answer(id, 2, 'first');
		await pupil.sync(false);
		expect(school.attempts.get(id)?.answers.size).toBe(1);
		expect(school.attempts.get(id)?.submission).toBeUndefined();
		await pupil.answer(id, 2, 'better');
		await pupil.handIn(id);
		await pupil.sync(false);
		expect(school.attempts.get(id)?.again).toBe(0);
		await expectAgreed(id);
		const { requests } = school;
		requests.length = 0;
		await pupil.sync(false);
		expect(requests).toEqual(['GET me']);
	});

	test('leaves repeats of a practice out, and they keep nothing waiting', async () => {
		school.assignments = [await servedTest(school, 1, { mode: 'practice', feedback: 'each' })];
		await pupil.sync();
		const { id, paper } = await pupil.begin(1);
		await pupil.answer(id, 0, 'one');
		await pupil.answer(id, paper.items.length, 'a repeat');
		await pupil.sync(false);
		expect(await pupil.outbox.waiting()).toEqual([]);
		expect(school.attempts.get(id)?.answers.size).toBe(1);
	});

	test('comes to an end by itself where its time ran out and no tab showed it', async () => {
		school.assignments = [await servedTest(school, 1, { closesAt: 2_000_000 })];
		await pupil.sync();
		const { id } = await pupil.begin(1);
		await pupil.answer(id, 0, 'one');
		pupil.now = 2_030_000;
		await pupil.sync();
		expect((await record(id)).sitting.state).toBe('open');
		pupil.now = 2_100_000;
		await pupil.sync();
		expect((await record(id)).sitting).toMatchObject({ state: 'expired', endedAt: 2_000_000 });
		await expectAgreed(id);
	});

	test('goes in parts where it is much', async () => {
		await pupil.sync();
		const { id } = await pupil.begin(1);
		for (let i = 0; i < 60; i++) await pupil.answer(id, i % 6, 'ß'.repeat(4000));
		await pupil.handIn(id);
		await pupil.sync(false);
		await expectAgreed(id);
		expect(school.requests.filter((path) => path === 'POST work').length).toBeGreaterThan(2);
	});

	test('that no upload can hold stays here and keeps no other waiting', async () => {
		await pupil.sync();
		const [large, small] = [await pupil.begin(1), await pupil.begin(1)];
		school.mostBytes = 3000;
		await pupil.answer(large.id, 0, 'ß'.repeat(4000));
		await pupil.answer(small.id, 0, 'one');
		expect((await pupil.sync(false)).ok).toBe(true);
		expect(await pupil.database.outbox.get(large.id)).toMatchObject({ refused: 'unfit' });
		expect(school.attempts.get(small.id)?.answers.size).toBe(1);
	});

	test('that is refused stays, and is sent again on the pupil’s word', async () => {
		await pupil.sync();
		const { id } = await pupil.begin(1);
		await pupil.answer(id, 0, 'one');
		school.refused.set(id, 'wrong-version');
		await pupil.sync();
		expect(await pupil.database.outbox.get(id)).toMatchObject({ refused: 'wrong-version' });
		expect(await pupil.outbox.waiting()).toEqual([]);
		school.refused.clear();
		await pupil.outbox.retry(id);
		await pupil.handIn(id);
		await pupil.sync();
		await expectAgreed(id);
	});

	test('is sent anew from what is stored where its row was lost', async () => {
		await pupil.sync();
		const { id } = await pupil.begin(1);
		await pupil.answer(id, 0, 'one');
		await pupil.sync();
		await pupil.handIn(id);
		await pupil.database.outbox.clear();
		await pupil.sync();
		await expectAgreed(id);
		expect(school.attempts.get(id)?.again).toBe(1);
	});
});

describe('who is signed in', () => {
	test('no more keeps everything and asks no more', async () => {
		await pupil.sync();
		const { id } = await pupil.begin(1);
		await pupil.answer(id, 0, 'one');
		school.isSignedIn = false;
		expect(await pupil.sync()).toMatchObject({ ok: true });
		expect(await pupil.row()).toMatchObject({ isSignedOut: true });
		expect(await pupil.outbox.waiting()).toMatchObject([{ id, answers: 1, isEnded: false }]);
		school.isSignedIn = true;
		await pupil.join();
		await pupil.handIn(id);
		await pupil.sync();
		await expectAgreed(id);
	});

	test('as another number sends nothing in their name', async () => {
		await pupil.sync();
		const { id } = await pupil.begin(1);
		await pupil.answer(id, 0, 'one');
		school.no = 8;
		await pupil.sync();
		expect(school.attempts.size).toBe(0);
		expect(await pupil.row()).toMatchObject({ isSignedOut: true });
		await pupil.join();
		await pupil.sync();
		expect(school.attempts.size).toBe(0);
		expect(await pupil.outbox.waiting()).toMatchObject([{ id, no: 7 }]);
	});

	test('and deleted there is told, and nothing is tried any more', async () => {
		await pupil.sync();
		school.isGone = true;
		await pupil.sync();
		expect(await pupil.row()).toMatchObject({ isGone: true });
		expect(await pupil.database.handouts.count()).toBe(1);
	});
});

test.each([
	['right enough', 200_000, undefined],
	['ahead', 6 * 60_000, 6 * 60_000],
	['behind', -3_600_000, -3_600_000]
])('a clock that is %s is told from the server’s', async (_, off, expected) => {
	pupil.now = school.now + off;
	await pupil.sync();
	expect((await pupil.row())?.clockAheadMs).toBe(expected);
});

/** What a pupil does, in any of two tabs, while requests go wrong. */
type Step = { do: 'answer'; which: 0 | 1; itemNo: number } | { do: 'hand-in'; which: 0 | 1 } | Sync;
type Sync = { do: 'sync'; times: 1 | 2; whole: boolean; faults: Fault[] };

const which = fc.constantFrom(0 as const, 1 as const);
const steps: fc.Arbitrary<Step[]> = fc.array(
	fc.oneof(
		{
			weight: 4,
			arbitrary: fc.record({
				do: fc.constant('answer' as const),
				which,
				itemNo: fc.nat({ max: 5 })
			})
		},
		{ weight: 1, arbitrary: fc.record({ do: fc.constant('hand-in' as const), which }) },
		{
			weight: 4,
			arbitrary: fc.record({
				do: fc.constant('sync' as const),
				times: fc.constantFrom(1 as const, 2 as const),
				whole: fc.boolean(),
				faults: fc.array(fc.constantFrom(...FAULTS), { maxLength: 6 })
			})
		}
	),
	{ maxLength: 14 }
);

test('whatever goes wrong in whatever order, in the end the server has each answer once and the device knows it', async () => {
	const assignment = await servedTest(new FakeSchool(), 1);
	const run = fc.asyncProperty(steps, fc.integer({ min: -1e6, max: 1e6 }), async (all, clock) => {
		school = new FakeSchool();
		school.assignments = [assignment];
		pupil = new ServedPupil(school);
		await pupil.join();
		await pupil.sync();
		const ids = [await pupil.begin(1), await pupil.begin(1)].map(({ id }) => id);
		pupil.now += clock;
		const ended = new Set<string>();
		for (const step of all) {
			const id = 'which' in step ? (ids[step.which] ?? '') : '';
			if (step.do === 'sync') {
				school.faults = [...step.faults];
				// Two tabs at once, where the browser gives no locks.
				await Promise.all(Array.from({ length: step.times }, () => pupil.sync(step.whole)));
				school.faults = [];
			} else if (ended.has(id)) continue;
			else if (step.do === 'answer') await pupil.answer(id, step.itemNo, `${all.indexOf(step)}`);
			else {
				ended.add(id);
				await pupil.handIn(id);
			}
		}
		for (const id of ids) if (!ended.has(id)) await pupil.handIn(id);
		await syncOut();
		for (const id of ids) await expectAgreed(id);
		expect(await pupil.outbox.waiting()).toEqual([]);
		pupil.database.close();
	});
	await fc.assert(run, { numRuns: 60 });
}, 60_000);
