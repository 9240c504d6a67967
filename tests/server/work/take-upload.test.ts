import { count } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { AttemptUpload } from '#lib/domain/classroom/api/pupil-api.ts';
import { answers, attempts, pupils, submissions } from '#lib/server/store/schema.ts';
import { ALL_RIGHT, typed } from '../../domain/classroom/marking-support.ts';
import {
	assign,
	assignmentOf,
	attemptOf,
	DAY,
	pupilOf,
	saved,
	send,
	sending,
	someSchool,
	testOf,
	type School
} from '../classes/school.ts';
import { describeStores } from '../support/stores.ts';

const ITEMS = ALL_RIGHT.length;

async function counted({ context }: School) {
	const rows = async (table: typeof answers | typeof attempts | typeof submissions) => {
		const [row] = await context.store.database.select({ rows: count() }).from(table);
		return row?.rows;
	};
	return [await rows(attempts), await rows(answers), await rows(submissions)];
}

describeStores((make) => {
	describe('takeUpload', () => {
		it('keeps each thing once, however often and however much at once it is sent', async () => {
			const school = await someSchool(make());
			const assignment = await assign(school, testOf(school));
			const pupil = await pupilOf(school, 2);
			const attempt = await attemptOf(pupil, assignment);
			const first = { submissionId: attempt.submissionId, savedSeq: ITEMS };
			const handedInAt = school.context.now();
			const acks = await Promise.all(Array.from({ length: 5 }, () => send(pupil, [attempt])));
			expect(acks).toEqual(Array.from({ length: 5 }, () => [{ ...first, handedInAt }]));
			school.context.clock.now += 5000;
			expect(await send(pupil, [attempt, attempt])).toEqual([
				{ ...first, handedInAt },
				{ ...first, handedInAt }
			]);
			expect(await counted(school)).toEqual([1, ITEMS, 1]);
		});

		it('takes twenty pupils at once, each twice', async () => {
			const school = await someSchool(make(), 20);
			const numbers = Array.from({ length: 20 }, (_, i) => i + 1);
			const assignment = await assign(school, assignmentOf(school, { pupils: numbers }));
			const all = await Promise.all(
				numbers.map(async (no) => {
					const pupil = await pupilOf(school, no);
					const attempt = await attemptOf(pupil, assignment);
					return Promise.all([send(pupil, [attempt]), send(pupil, [attempt], [assignment.id])]);
				})
			);
			expect(all.flat(2).every(({ handedInAt }) => handedInAt !== undefined)).toBe(true);
			expect(await counted(school)).toEqual([20, 20 * ITEMS, 20]);
		});

		it('keeps answers as they come and the submission at the end', async () => {
			const school = await someSchool(make());
			const assignment = await assign(school, testOf(school));
			const pupil = await pupilOf(school, 1);
			const whole = await attemptOf(pupil, assignment);
			const { handedIn, ...begun } = whole;
			const part = (from: number, to: number) => ({
				...begun,
				answers: whole.answers.slice(from, to)
			});
			expect(await send(pupil, [part(0, 1)])).toMatchObject([{ savedSeq: 1 }]);
			expect(await send(pupil, [part(1, 4)])).toMatchObject([{ savedSeq: 4 }]);
			// An acknowledgement that was lost: the same ones again, and the next.
			expect(await send(pupil, [part(0, 5)])).toMatchObject([{ savedSeq: 5 }]);
			expect(await send(pupil, [{ ...part(5, 6), handedIn }])).toEqual([
				{
					...{ submissionId: whole.submissionId, savedSeq: ITEMS },
					handedInAt: school.context.now()
				}
			]);
			expect(await counted(school)).toEqual([1, ITEMS, 1]);
		});

		it('lets what came first stand, and acknowledges what comes behind a submission', async () => {
			const school = await someSchool(make());
			const assignment = await assign(school, testOf(school));
			const pupil = await pupilOf(school, 1);
			const attempt = await attemptOf(pupil, assignment);
			await send(pupil, [attempt]);
			const other = { ...saved([typed('changed')], 1)[0], seq: ITEMS + 3 };
			const changed = { ...attempt, answers: [{ ...attempt.answers[0], raw: typed('x') }, other] };
			const handedIn = attempt.handedIn && { ...attempt.handedIn, answers: [], leftScreen: 9 };
			expect(await send(pupil, [{ ...changed, handedIn }])).toMatchObject([
				{ savedSeq: ITEMS + 3, handedInAt: school.context.now() }
			]);
			expect(await counted(school)).toEqual([1, ITEMS, 1]);
			const { database } = school.context.store;
			const [kept] = await database.select().from(submissions);
			expect(JSON.parse(kept?.body ?? '')).toEqual(attempt.handedIn);
			const bodies = await database.select({ body: answers.body }).from(answers);
			expect(bodies.some(({ body }) => body.includes('"x"'))).toBe(false);
		});

		it('keeps what is late, extra and of an impossible clock', async () => {
			const school = await someSchool(make());
			const assignment = await assign(school, assignmentOf(school));
			const pupil = await pupilOf(school, 3);
			const ahead = await attemptOf(pupil, assignment);
			if (ahead.handedIn) ahead.handedIn.finishedAt = 0;
			school.context.clock.now += 30 * DAY;
			const extra = await attemptOf(pupil, assignment, { attempt: 7 });
			const acks = await send(pupil, [ahead, extra]);
			expect(acks.map(({ handedInAt }) => handedInAt)).toEqual([
				school.context.now(),
				school.context.now()
			]);
		});

		it('refuses each attempt by itself, in the order they were sent', async () => {
			const school = await someSchool(make());
			const assignment = await assign(school, testOf(school));
			const deleted = await assign(school, assignmentOf(school, { pupils: [2] }));
			const pupil = await pupilOf(school, 1);
			const good = await attemptOf(pupil, assignment);
			const fresh = () => attemptOf(pupil, assignment);
			const forgedNo = await fresh();
			if (forgedNo.handedIn) forgedNo.handedIn.no = 2;
			const otherId = await fresh();
			if (otherId.handedIn) otherId.handedIn.id = school.context.newId();
			const scored = await fresh();
			const version = { ...(await attemptOf(pupil, assignment, { isIn: false })), quizHash: 'x' };
			const unknown = { ...(await fresh()), assignmentId: school.context.newId() };
			if (unknown.handedIn)
				unknown.handedIn = { ...unknown.handedIn, assignmentId: unknown.assignmentId };
			const notTheirs = await attemptOf(pupil, deleted);
			const cases: [unknown, string | undefined][] = [
				[forgedNo, 'other-pupil'],
				[otherId, 'unfit'],
				[{ ...scored, handedIn: { ...scored.handedIn, score: 9 } }, 'unfit'],
				[{ ...(await fresh()), score: 1 }, 'unfit'],
				[version, 'wrong-version'],
				[unknown, 'missing'],
				[notTheirs, 'missing'],
				['nonsense', 'unfit'],
				[null, 'unfit'],
				[good, undefined]
			];
			const acks = await send(
				pupil,
				cases.map(([attempt]) => attempt)
			);
			expect(acks.map(({ refused }) => refused)).toEqual(cases.map(([, why]) => why));
			expect(acks.at(0)?.submissionId).toBe(forgedNo.submissionId);
			expect(acks.at(7)?.submissionId).toBe('');
			expect(await counted(school)).toEqual([1, ITEMS, 1]);
		});

		it('gives nobody the attempt of another, nor another meaning to an attempt', async () => {
			const school = await someSchool(make());
			const assignment = await assign(school, assignmentOf(school));
			const [one, two] = [await pupilOf(school, 1), await pupilOf(school, 2)];
			const first = await attemptOf(one, assignment, { isIn: false });
			const stolen = await attemptOf(two, assignment, { id: first.submissionId });
			const other = { ...first, attempt: 2 };
			expect(await send(one, [first])).toMatchObject([{ savedSeq: ITEMS }]);
			expect(await send(two, [stolen])).toMatchObject([{ refused: 'other-pupil', savedSeq: 0 }]);
			expect(await send(one, [other])).toMatchObject([{ refused: 'unfit' }]);
			expect(await counted(school)).toEqual([1, ITEMS, 0]);
		});

		it('knows each class by itself: another class’s session and ids lead nowhere', async () => {
			const context = make();
			const [here, there] = [await someSchool(context), await someSchool(context)];
			const assignment = await assign(here, assignmentOf(here));
			await assign(there, assignmentOf(there));
			const stranger = await pupilOf(there, 1);
			const attempt = await attemptOf(stranger, assignment);
			expect(await send(stranger, [attempt])).toMatchObject([{ refused: 'missing' }]);
			const crossed = { ...stranger, classId: here.classId };
			expect(await sending(crossed, [attempt])).toMatchObject({ status: 401 });
			expect(await sending({ ...crossed, classId: 'nonsense' }, [])).toMatchObject({ status: 401 });
			expect(await counted(here)).toEqual([0, 0, 0]);
		});

		it('refuses a body that is too large before it is read', async () => {
			const school = await someSchool(make());
			const pupil = await pupilOf(school, 1);
			const sent = await sending(pupil, ['x'.repeat(600_000)]);
			expect([sent.status, sent.body.code]).toEqual([413, 'too-large']);
			const many = await sending(
				pupil,
				Array.from({ length: 51 }, () => ({}))
			);
			expect([many.status, many.body.code]).toEqual([422, 'unfit']);
		});

		it('holds any text, NUL and half a letter too', async () => {
			const school = await someSchool(make());
			const assignment = await assign(school, assignmentOf(school));
			const pupil = await pupilOf(school, 1);
			const raws = [typed('a\u0000b'), typed('\ud83d'), typed('𝔄’"\\')];
			const attempt: AttemptUpload = await attemptOf(pupil, assignment, { raws });
			expect(await send(pupil, [attempt])).toMatchObject([{ savedSeq: 3 }]);
			const [kept] = await school.context.store.database.select().from(submissions);
			expect(JSON.parse(kept?.body ?? '')).toEqual(attempt.handedIn);
		});

		it('stops at so many attempts that only a mad device has', async () => {
			const school = await someSchool(make());
			const assignment = await assign(school, assignmentOf(school));
			const pupil = await pupilOf(school, 1);
			const { database } = school.context.store;
			const { assignmentId, quizHash, startedAt } = await attemptOf(pupil, assignment);
			const rows = Array.from({ length: 200 }, () => ({
				...{ classId: school.classId, id: school.context.newId(), no: 1, attempt: 1 },
				...{ assignmentId, quizHash, startedAt, createdAt: 1, seenAt: 1 }
			}));
			await database.insert(attempts).values(rows);
			const more = await attemptOf(pupil, assignment);
			expect(await send(pupil, [more])).toMatchObject([{ refused: 'unfit' }]);
			const known = { ...more, submissionId: rows[7]?.id, handedIn: undefined };
			expect(await send(pupil, [known])).toMatchObject([{ savedSeq: ITEMS }]);
		});

		it('hears of a pupil with whatever they send', async () => {
			const school = await someSchool(make());
			const pupil = await pupilOf(school, 2);
			school.context.clock.now += 1234;
			expect(await send(pupil, [])).toEqual([]);
			const rows = await school.context.store.database.select().from(pupils);
			expect(rows.flatMap(({ seenAt }) => seenAt ?? [])).toEqual([school.context.now()]);
		});
	});
});
