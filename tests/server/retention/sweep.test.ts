import { describe, expect, it } from 'vitest';
import { readAggregates, readServedClass } from '#lib/domain/classroom/api/class-answers.ts';
import type { ClassAggregates, ServedClass } from '#lib/domain/classroom/api/class-api.ts';
import type { AssignmentAggregate } from '#lib/server/retention/aggregate.ts';
import { sweep } from '#lib/server/retention/sweep.ts';
import {
	challenges,
	classes,
	pupilSessions,
	serverCodes,
	teacherSessions
} from '#lib/server/store/schema.ts';
import {
	DELETE as deleteClass,
	GET as getClass
} from '../../../src/routes/api/classes/[class]/+server.ts';
import { GET as getAggregates } from '../../../src/routes/api/classes/[class]/aggregates/+server.ts';
import { POST as postRulings } from '../../../src/routes/api/classes/[class]/rulings/+server.ts';
import { ALL_RIGHT, chose, quiz, WAITS } from '../../domain/classroom/marking-support.ts';
import {
	assign,
	assignmentOf,
	attemptOf,
	call,
	classBodyOf,
	DAY,
	HOUR,
	judged,
	pupilOf,
	putting,
	puttingClass,
	send,
	sending,
	someSchool,
	someTeacher,
	teacherCookies,
	testOf,
	type School
} from '../classes/school.ts';
import { describeStores } from '../support/stores.ts';

const EMPTY = {
	...{ pupils: 0, sessions: 0, assignments: 0, attempts: 0, answers: 0 },
	...{ submissions: 0, presence: 0, rulings: 0 }
};

async function rows({ context }: School) {
	const { query } = context.store.database;
	return {
		pupils: (await query.pupils.findMany()).length,
		sessions: (await query.pupilSessions.findMany()).length,
		assignments: (await query.assignments.findMany()).length,
		attempts: (await query.attempts.findMany()).length,
		answers: (await query.answers.findMany()).length,
		submissions: (await query.submissions.findMany()).length,
		presence: (await query.presence.findMany()).length,
		rulings: (await query.rulings.findMany()).length
	};
}

async function aggregated({ context }: School) {
	const found = await context.store.database.query.aggregates.findMany();
	return found.map(({ assignmentId, body }) => ({
		assignmentId,
		...(JSON.parse(body) as AssignmentAggregate)
	}));
}

/** Three pupils did something: all right, one wrong and one that waits, nothing handed in. */
async function worked(school: School) {
	const test = await assign(school, testOf(school));
	const [one, two, three] = await Promise.all([1, 2, 3].map((no) => pupilOf(school, no)));
	if (!one || !two || !three) throw new Error('three were asked for');
	const [, figure, , ...rest] = ALL_RIGHT;
	const raws = [WAITS, figure ?? WAITS, chose(0), ...rest];
	await send(one, [await attemptOf(one, test)], [test.id]);
	await send(two, [await attemptOf(two, test, { raws })], [test.id]);
	await send(three, [await attemptOf(three, test, { isIn: false })], [test.id]);
	const rulings = [judged(school, test)];
	await call(school, postRulings, { params: { class: school.classId }, body: { rulings } });
	return { test, pupil: two };
}

describeStores((make) => {
	describe('sweep', () => {
		it('leaves of a class only counts by question, once its time is over', async () => {
			const school = await someSchool(make());
			const { context, classId } = school;
			const { test, pupil } = await worked(school);
			const closesAt = test.rules.closesAt ?? 0;
			const shown = async () =>
				(await call<ServedClass>(school, getClass, { params: { class: classId } })).body;
			expect((await shown()).deletesAt).toBe(closesAt + 90 * DAY);
			const before = await rows(school);

			context.clock.now = closesAt + 90 * DAY;
			expect(await sweep(context)).toBe(0);
			expect(await rows(school)).toEqual(before);
			context.clock.now += 1;
			expect(await sweep(context)).toBe(1);
			expect(await rows(school)).toEqual(EMPTY);
			const [aggregate] = await aggregated(school);
			expect(aggregate).toMatchObject({ assignmentId: test.id, title: 'A quiz', pupils: 2 });
			const counts = aggregate?.questions.map((each) => [
				...[each.seen, each.right, each.partly, each.wrong, each.open]
			]);
			expect(counts?.slice(0, 3)).toEqual([
				[2, 1, 1, 0, 0],
				[2, 2, 0, 0, 0],
				[2, 1, 0, 1, 0]
			]);
			const kept = JSON.stringify(await aggregated(school));
			expect(['Heron', 'near the old', pupil.classId].some((text) => kept.includes(text))).toBe(
				false
			);

			expect(await sweep(context)).toBe(0);
			expect(await aggregated(school)).toEqual([aggregate]);
			const late = await sending(pupil, [await attemptOf(pupil, test)]);
			expect(late.status).toBe(401);
			const teacher = { ...school, cookies: await teacherCookies(context, school.id) };
			expect((await putting(teacher, test)).status).toBe(410);
			const note = await call<ServedClass>(teacher, getClass, { params: { class: classId } });
			expect(note.body).toEqual({
				...{ id: classId, name: '8b', retentionDays: 90, pupils: [], assignmentIds: [] },
				...{ code: note.body.code, createdAt: note.body.createdAt, sweptAt: context.now() },
				changedAt: note.body.changedAt
			});
			const basedOn = note.body.changedAt;
			const again = await puttingClass(teacher, classId, classBodyOf(2, { basedOn }));
			expect(again.body.pins.map(({ no }) => no)).toEqual([1, 2]);
			expect(await sweep(context)).toBe(0);
		});

		it('tells their teacher the counts that stay, and nobody else', async () => {
			const school = await someSchool(make());
			const { context, classId } = school;
			const asked = { params: { class: classId } };
			const { test } = await worked(school);
			context.clock.now += 1;
			const { id } = await assign(school, assignmentOf(school, { title: 'Unused' }));
			const before = await call<ClassAggregates>(school, getAggregates, asked);
			expect([before.status, before.body]).toEqual([200, { assignments: [] }]);
			context.clock.now += 91 * DAY;
			await sweep(context);

			const nobody = await call(school, getAggregates, asked);
			expect(nobody.status).toBe(401);
			const other = await someTeacher(context);
			expect((await call(other, getAggregates, asked)).status).toBe(404);
			const teacher = { ...school, cookies: await teacherCookies(context, school.id) };
			const { body } = await call<ClassAggregates>(teacher, getAggregates, asked);
			expect(
				body.assignments.map(({ assignmentId, title, pupils, madeAt }) => [
					...[assignmentId, title, pupils, madeAt]
				])
			).toEqual([
				[test.id, 'A quiz', 2, context.now()],
				[id, 'Unused', 0, context.now()]
			]);
			expect(body.assignments[0]?.questions[0]).toEqual({
				...{
					itemNo: 0,
					part: 0,
					ask: quiz.bank.questions[0]?.ask,
					kind: quiz.bank.questions[0]?.kind
				},
				...{ seen: 2, right: 1, partly: 1, wrong: 0, open: 0, undecided: 0, dropped: false }
			});
			expect(readAggregates(body)).toEqual(body);
			const asClass = await call<ServedClass>(teacher, getClass, asked);
			expect(readServedClass(asClass.body)).toEqual(asClass.body);

			await call(teacher, deleteClass, { method: 'DELETE', ...asked });
			expect((await call(teacher, getAggregates, asked)).status).toBe(410);
		});

		it('goes by the last assignment, then by when it changed, then by the class', async () => {
			const school = await someSchool(make());
			const { context } = school;
			const begun = context.now();
			const open = { ...assignmentOf(school).rules, closesAt: undefined };
			await assign(school, assignmentOf(school));
			context.clock.now += 10 * DAY;
			await assign(school, assignmentOf(school, { rules: open }));
			context.clock.now = begun + 100 * DAY;
			expect(await sweep(context)).toBe(0);
			context.clock.now += 1;
			expect(await sweep(context)).toBe(1);

			const idle = await someSchool(context);
			context.clock.now += 90 * DAY;
			expect(await sweep(context)).toBe(0);
			context.clock.now += 1;
			expect(await sweep(context)).toBe(1);
			const { database } = idle.context.store;
			expect(await database.select({ id: classes.classId }).from(classes)).toHaveLength(2);
			expect((await rows(idle)).pupils).toBe(0);
		});

		it('counts once where two do it at once, and goes on where one was cut off', async () => {
			const school = await someSchool(make());
			const { context } = school;
			const { test } = await worked(school);
			await assign(school, testOf(school));
			context.clock.now += 91 * DAY + 2 * HOUR;
			await Promise.all([sweep(context), sweep(context)]);
			expect(await rows(school)).toEqual(EMPTY);
			const kept = await aggregated(school);
			expect(
				kept.map(({ assignmentId, pupils }) => pupils > 0 === (assignmentId === test.id))
			).toEqual([true, true]);
		});

		it('leaves other classes alone', async () => {
			const context = make();
			await worked(await someSchool(context));
			context.clock.now += 80 * DAY;
			const young = await someSchool(context);
			await worked(young);
			const before = await rows(young);
			context.clock.now += 20 * DAY;
			expect(await sweep(context)).toBe(1);
			const after = await rows(young);
			expect([after.pupils, after.submissions]).toEqual([3, 2]);
			expect(before.submissions).toBe(4);
		});

		it('deletes sessions, challenges and codes that have run out', async () => {
			const context = make();
			const school = await someSchool(context);
			const { database } = context.store;
			await pupilOf(school, 1);
			const code = { purpose: 'invitation' as const, createdAt: 1 };
			await database.insert(serverCodes).values([
				{ ...code, hash: 'old', expiresAt: context.now() },
				{ ...code, hash: 'new', expiresAt: context.now() + 1 },
				{ ...code, hash: 'set-up', purpose: 'set-up' }
			]);
			const challenge = { purpose: 'join' as const, challenge: 'x', subject: '{}' };
			await database.insert(challenges).values([
				{ ...challenge, id: 'old', expiresAt: context.now() - 1 },
				{ ...challenge, id: 'new', expiresAt: context.now() + 1 }
			]);
			await sweep(context);
			const ids = await database.select({ id: challenges.id }).from(challenges);
			expect(ids).toEqual([{ id: 'new' }]);
			const codes = await database.select({ hash: serverCodes.hash }).from(serverCodes);
			expect(codes.map(({ hash }) => hash).sort()).toEqual(['new', 'set-up']);
			expect(await database.select().from(pupilSessions)).toHaveLength(1);
			context.clock.now += 31 * DAY;
			await sweep(context);
			expect(await database.select().from(teacherSessions)).toEqual([]);
			expect(await database.select().from(pupilSessions)).toHaveLength(1);
		});
	});
});
