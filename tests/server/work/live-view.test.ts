import { describe, expect, it } from 'vitest';
import type {
	AssignmentBody,
	LiveView,
	ServedSubmissions,
	TakenAttempt
} from '#lib/domain/classroom/api/class-api.ts';
import { POST as take } from '../../../src/routes/api/classes/[class]/assignments/[assignment]/attempts/[attempt]/take/+server.ts';
import { GET as getLive } from '../../../src/routes/api/classes/[class]/assignments/[assignment]/live/+server.ts';
import { GET as getSubmissions } from '../../../src/routes/api/classes/[class]/assignments/[assignment]/submissions/+server.ts';
import { ALL_RIGHT, items, typed } from '../../domain/classroom/marking-support.ts';
import {
	assign,
	assignmentOf,
	at,
	attemptOf,
	call,
	HOUR,
	pupilOf,
	send,
	someSchool,
	testOf,
	type School
} from '../classes/school.ts';
import { describeStores } from '../support/stores.ts';

const MINUTE = 60_000;

const liveOf = (school: School, assignment: AssignmentBody) =>
	call<LiveView>(school, getLive, at(assignment));

const taking = (
	school: School,
	assignment: AssignmentBody,
	{ attempt, evenIfOpen }: { attempt: string; evenIfOpen?: boolean }
) =>
	call<TakenAttempt & { code?: string }>(school, take, {
		params: { ...at(assignment).params, attempt },
		body: { evenIfOpen }
	});

describeStores((make) => {
	describe('liveView', () => {
		it('follows each pupil from away to handed in', async () => {
			const school = await someSchool(make(), 5);
			const { clock } = school.context;
			const test = await assign(school, testOf(school, { pupils: [5, 4, 3, 2, 1] }));
			const begun = clock.now;
			const [, two, three, four, five] = await Promise.all(
				[1, 2, 3, 4, 5].map((no) => pupilOf(school, no))
			);
			if (!two || !three || !four || !five) throw new Error('five were asked for');
			const raws = ALL_RIGHT.slice(0, 2);
			await send(two, [], [test.id]);
			clock.now += MINUTE;
			const half = await attemptOf(three, test, { raws, isIn: false });
			const again = { ...half.answers[0], seq: 3, raw: typed('other') };
			const repeat = { ...half.answers[0], seq: 4, itemNo: items.length };
			await send(three, [{ ...half, answers: [...half.answers, again, repeat] }], [test.id]);
			await send(four, [await attemptOf(four, test)]);
			await send(five, [await attemptOf(five, test)]);
			clock.now += MINUTE;
			await send(five, [await attemptOf(five, test, { attempt: 2, raws, isIn: false })]);
			const first = begun + MINUTE;
			expect((await liveOf(school, test)).body).toEqual({
				serverTime: clock.now,
				items: items.length,
				submissions: 2,
				pupils: [
					{ no: 1, state: 'away', saved: 0 },
					{ no: 2, state: 'ready', saved: 0, seenAt: begun },
					{ no: 3, state: 'working', saved: 2, attempt: 1, seenAt: first },
					...[
						{
							...{ no: 4, state: 'handed-in', saved: items.length, attempt: 1 },
							...{ seenAt: first, handedInAt: first }
						}
					],
					...[
						{
							...{ no: 5, state: 'working', saved: 2, attempt: 2 },
							...{ seenAt: clock.now, handedInAt: first }
						}
					]
				]
			});
		});

		it('says ready to whom opened it, and handed in to whom begins anew without an answer', async () => {
			const school = await someSchool(make(), 2);
			const test = await assign(school, assignmentOf(school, { pupils: [1, 2] }));
			const [one, two] = [await pupilOf(school, 1), await pupilOf(school, 2)];
			const open = { raws: [], isIn: false };
			await send(one, [await attemptOf(one, test, open)]);
			await send(two, [
				await attemptOf(two, test),
				await attemptOf(two, test, { ...open, attempt: 2 })
			]);
			const { pupils } = (await liveOf(school, test)).body;
			expect(pupils.map(({ state, saved }) => [state, saved])).toEqual([
				['ready', 0],
				['handed-in', 0]
			]);
			expect((await liveOf(school, { ...test, id: school.context.newId() })).status).toBe(404);
		});

		it('writes a sign of life anew only after a while', async () => {
			const school = await someSchool(make());
			const test = await assign(school, testOf(school));
			const pupil = await pupilOf(school, 1);
			const begun = school.context.now();
			const seenAt = async () => (await liveOf(school, test)).body.pupils[0]?.seenAt;
			await send(pupil, [], [test.id, test.id, school.context.newId()]);
			school.context.clock.now += 5000;
			await send(pupil, [], [test.id]);
			expect(await seenAt()).toBe(begun);
			school.context.clock.now += MINUTE;
			await send(pupil, [], [test.id]);
			expect(await seenAt()).toBe(begun + MINUTE + 5000);
		});
	});

	describe('submissionsAfter', () => {
		it('tells what arrived at or after a time, oldest first', async () => {
			const school = await someSchool(make());
			const test = await assign(school, testOf(school));
			const ids: string[] = [];
			const begun = school.context.now();
			for (const no of [3, 1, 2]) {
				const pupil = await pupilOf(school, no);
				const attempt = await attemptOf(pupil, test);
				await send(pupil, [attempt]);
				ids.push(attempt.submissionId);
				school.context.clock.now += MINUTE;
			}
			const after = async (query: string) =>
				call<ServedSubmissions>(school, getSubmissions, {
					...at(test),
					path: `/api/x/submissions${query}`
				});
			const told = async (query: string) =>
				(await after(query)).body.submissions.map(({ id }) => id);
			expect(await told('')).toEqual(ids);
			expect(await told(`?after=${begun + MINUTE}`)).toEqual(ids.slice(1));
			expect(await told(`?after=${begun + HOUR}`)).toEqual([]);
			expect((await after('?after=x')).status).toBe(422);
			const { body } = await after('');
			expect(body.more).toBe(false);
			expect(body.submissions.map(({ arrivedAt }) => arrivedAt - begun)).toEqual([
				0,
				MINUTE,
				2 * MINUTE
			]);
		});
	});

	describe('takeSavedAttempt', () => {
		it('makes a submission of what was saved, once nothing more can come in time', async () => {
			const school = await someSchool(make());
			const test = await assign(school, testOf(school));
			const pupil = await pupilOf(school, 1);
			const begun = await attemptOf(pupil, test, { isIn: false });
			const again = { ...begun.answers[0], seq: 20, raw: typed('other'), at: 777 };
			await send(pupil, [{ ...begun, answers: [...begun.answers, again] }]);
			const attempt = begun.submissionId;
			const early = await taking(school, test, { attempt });
			expect([early.status, early.body.code]).toEqual([403, 'forbidden']);
			school.context.clock.now = (test.rules.closesAt ?? 0) + 1;
			const taken = await taking(school, test, { attempt });
			expect(taken.body.submission).toEqual({
				...{ id: attempt, assignmentId: test.id, quizHash: begun.quizHash, no: 1, attempt: 1 },
				answers: begun.answers.map(({ itemNo, raw, tookMs }) => ({
					...{ itemNo, tookMs },
					raw: itemNo === 0 ? again.raw : raw
				})),
				...{ startedAt: begun.startedAt, finishedAt: 777, leftScreen: 0 },
				arrivedAt: school.context.now()
			});
			expect((await taking(school, test, { attempt })).body).toEqual(taken.body);
			school.context.clock.now += HOUR;
			const late = await attemptOf(pupil, test, { id: attempt });
			expect(await send(pupil, [late])).toMatchObject([
				{ handedInAt: taken.body.submission.arrivedAt }
			]);
			const rows = await school.context.store.database.query.submissions.findMany();
			expect(rows).toHaveLength(1);
			expect(rows[0]?.body).toContain('"finishedAt":777');
		});

		it('takes it before that on the teacher’s word, or when the time limit is over', async () => {
			const school = await someSchool(make());
			const plain = testOf(school);
			const rules = { ...plain.rules, minutes: 10 };
			const test = await assign(school, { ...plain, rules });
			const [one, two] = [await pupilOf(school, 1), await pupilOf(school, 2)];
			const [first, other] = [
				await attemptOf(one, test, { isIn: false }),
				await attemptOf(two, test, { isIn: false })
			];
			await send(one, [first]);
			await send(two, [other]);
			const word = { attempt: first.submissionId, evenIfOpen: true };
			expect((await taking(school, test, word)).status).toBe(200);
			const limit = { attempt: other.submissionId };
			expect((await taking(school, test, limit)).status).toBe(403);
			school.context.clock.now += 10 * MINUTE + 1;
			expect((await taking(school, test, limit)).status).toBe(200);
		});

		it('finds nothing where nothing was saved, or it is another assignment’s', async () => {
			const school = await someSchool(make());
			const [test, other] = [
				await assign(school, testOf(school)),
				await assign(school, testOf(school))
			];
			const pupil = await pupilOf(school, 1);
			const empty = await attemptOf(pupil, test, { raws: [], isIn: false });
			const full = await attemptOf(pupil, test, { isIn: false });
			await send(pupil, [empty, full]);
			const asks: [AssignmentBody, string][] = [
				[test, empty.submissionId],
				[other, full.submissionId],
				[test, school.context.newId()],
				[test, 'nonsense']
			];
			for (const [assignment, attempt] of asks)
				expect((await taking(school, assignment, { attempt, evenIfOpen: true })).status).toBe(404);
		});

		it('and the pupil at the same time make one submission', async () => {
			const school = await someSchool(make());
			const test = await assign(school, testOf(school));
			const pupil = await pupilOf(school, 1);
			const whole = await attemptOf(pupil, test);
			const begun = { ...whole, handedIn: undefined };
			await send(pupil, [{ ...begun, answers: begun.answers.slice(0, 2) }]);
			const [taken, [ack]] = await Promise.all([
				taking(school, test, { attempt: whole.submissionId, evenIfOpen: true }),
				send(pupil, [whole])
			]);
			const [row, ...more] = await school.context.store.database.query.submissions.findMany();
			const kept = JSON.parse(row?.body ?? '{}') as object;
			expect(more).toEqual([]);
			expect(taken.body.submission).toEqual({ ...kept, arrivedAt: row?.arrivedAt });
			expect(ack?.handedInAt).toBe(row?.arrivedAt);
		});
	});
});
