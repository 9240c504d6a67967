import { describe, expect, it } from 'vitest';
import type { FrozenQuiz } from '#lib/domain/classroom/types.ts';
import {
	DELETE as deleteAssignment,
	GET as getAssignment,
	PUT as putOne
} from '../../../src/routes/api/classes/[class]/assignments/[assignment]/+server.ts';
import { GET as getWork } from '../../../src/routes/api/pupil/[class]/assignments/+server.ts';
import { freeze, items, quiz } from '../../domain/classroom/marking-support.ts';
import {
	assign,
	assignmentOf,
	at,
	attemptOf,
	call,
	HOUR,
	pupilOf,
	putting,
	send,
	sending,
	someSchool,
	testOf,
	type School
} from '../classes/school.ts';
import { describeStores } from '../support/stores.ts';

const second = await freeze({ version: 2, items: items.slice(0, 3) });
const otherSecond = await freeze({ version: 2, items: items.slice(1, 3) });

const closings = async ({ context }: School) => {
	const rows = await context.store.database.query.assignments.findMany();
	return rows.map(({ closesAt }) => closesAt);
};

describeStores((make) => {
	describe('putAssignment', () => {
		it('keeps an assignment whole, with its keys, and says when it changed', async () => {
			const school = await someSchool(make());
			const body = testOf(school, { exceptions: [{ no: 2, extraMinutes: 5 }] });
			const now = school.context.now();
			expect((await putting(school, body)).body).toEqual({ changedAt: now, versions: 1 });
			const read = await call(school, getAssignment, at(body));
			expect(read.body).toEqual(body);
			expect((await putting(school, body)).body.changedAt).toBe(now + 1);
			const released = { ...body, releasedAt: now, title: 'Later' };
			expect((await putting(school, released)).body.changedAt).toBe(now + 2);
			expect((await call(school, getAssignment, at(body))).body).toEqual(released);
			expect((await putting(school, body)).status).toBe(200);
			expect((await call(school, getAssignment, at(body))).body).toEqual(body);
		});

		it('loses and changes no version that is there', async () => {
			const school = await someSchool(make());
			const body = await assign(school, assignmentOf(school));
			const both = { ...body, versions: [quiz, second] };
			expect((await putting(school, both)).body.versions).toBe(2);
			// A device that has not heard of the second one.
			expect((await putting(school, body)).body.versions).toBe(2);
			expect((await call(school, getAssignment, at(body))).body).toEqual(both);
			const other = await putting(school, { ...body, versions: [quiz, otherSecond] });
			expect([other.status, other.body.where]).toEqual([422, 'versions']);
			const joined = await putting(school, { ...both, versions: [quiz, second, otherSecond] });
			expect(joined.body.versions).toBe(3);
			const retold: FrozenQuiz = { ...quiz, title: 'Retold' };
			await putting(school, { ...body, versions: [retold] });
			const read = await call<{ versions: FrozenQuiz[] }>(school, getAssignment, at(body));
			expect(read.body.versions[0]).toEqual(quiz);
		});

		it('refuses what does not hold together', async () => {
			const school = await someSchool(make());
			const body = assignmentOf(school);
			const test = testOf(school);
			const open = { ...test, releaseCode: undefined };
			const cases: [unknown, string][] = [
				[{ ...body, classId: school.context.newId() }, 'classId'],
				[{ ...body, versions: [{ ...quiz, hash: second.hash }] }, 'versions'],
				[{ ...body, versions: [{ ...quiz, hashes: [] }] }, 'versions'],
				[{ ...body, versions: [{ ...quiz, hashes: quiz.hashes.toReversed() }] }, 'versions'],
				[{ ...body, versions: [quiz, quiz] }, 'versions'],
				[{ ...body, versions: [] }, 'versions'],
				[{ ...open, id: body.id }, 'releaseCode'],
				[{ ...test, id: body.id, releaseCode: 'AAAA' }, 'releaseCode'],
				[{ ...body, rules: { ...body.rules, mode: 'test' } }, 'rules'],
				[{ ...body, marks: [] }, 'marks']
			];
			for (const [each, where] of cases) {
				const put = await putting(school, each as typeof body);
				expect([put.status, put.body.where]).toEqual([422, where]);
			}
			const elsewhere = { ...at({ ...body, id: school.context.newId() }), method: 'PUT', body };
			expect(await call(school, putOne, elsewhere)).toMatchObject({
				status: 422,
				body: { where: 'id' }
			});
		});

		it('keeps a Test a Test, under the code it has', async () => {
			const school = await someSchool(make());
			const test = await assign(school, testOf(school));
			const practice = { ...test.rules, mode: 'practice' } as const;
			const other = testOf(school).releaseCode;
			expect((await putting(school, { ...test, rules: practice })).body.where).toBe('rules.mode');
			expect((await putting(school, { ...test, releaseCode: other })).body.where).toBe(
				'releaseCode'
			);
		});

		it('knows when the last of all may hand in', async () => {
			const school = await someSchool(make());
			const { closesAt = 0, ...rules } = assignmentOf(school).rules;
			const body = assignmentOf(school);
			await assign(school, body);
			expect(await closings(school)).toEqual([closesAt]);
			await assign(school, { ...body, exceptions: [{ no: 1, closesAt: closesAt + HOUR }] });
			expect(await closings(school)).toEqual([closesAt + HOUR]);
			await assign(school, { ...body, exceptions: [{ no: 1, closesAt: 1 }] });
			expect(await closings(school)).toEqual([closesAt]);
			await assign(school, { ...body, rules, exceptions: [{ no: 1, closesAt: 1 }] });
			expect(await closings(school)).toEqual([null]);
		});

		it('takes many at once, and none is lost', async () => {
			const school = await someSchool(make());
			const body = await assign(school, assignmentOf(school));
			const versions = [[quiz, second], [quiz], [quiz]];
			await Promise.all(versions.map((each) => putting(school, { ...body, versions: each })));
			const read = await call<{ versions: FrozenQuiz[] }>(school, getAssignment, at(body));
			expect(read.body.versions).toHaveLength(2);
		});
	});

	describe('deleteAssignment', () => {
		it('deletes what came back too, and tells pupils that it was taken back', async () => {
			const school = await someSchool(make());
			const [body, other] = [
				await assign(school, testOf(school)),
				await assign(school, assignmentOf(school))
			];
			const pupil = await pupilOf(school, 1);
			const attempt = await attemptOf(pupil, body);
			const kept = await attemptOf(pupil, other);
			await send(pupil, [attempt, kept], [body.id, other.id]);
			const asked = { method: 'DELETE', ...at(body) };
			expect((await call(school, deleteAssignment, asked)).status).toBe(204);
			expect((await call(school, deleteAssignment, asked)).status).toBe(204);
			expect((await call(school, getAssignment, at(body))).status).toBe(410);
			expect((await putting(school, body)).status).toBe(410);
			expect(await send(pupil, [attempt])).toMatchObject([{ refused: 'gone', savedSeq: 0 }]);
			const { query } = school.context.store.database;
			const left = [
				await query.attempts.findMany(),
				await query.answers.findMany(),
				await query.submissions.findMany(),
				await query.presence.findMany()
			];
			const text = JSON.stringify(left);
			expect([text.includes(body.id), text.includes(attempt.submissionId)]).toEqual([false, false]);
			expect(text.includes(kept.submissionId)).toBe(true);
			const work = await call(pupil, getWork, { params: { class: school.classId } });
			expect(work.body).toMatchObject({ withdrawn: [body.id], assignments: [{}] });
			const never = { method: 'DELETE', ...at({ ...body, id: school.context.newId() }) };
			expect((await call(school, deleteAssignment, never)).status).toBe(404);
		});

		it('leaves nothing of uploads that come at the same time', async () => {
			const school = await someSchool(make());
			const body = await assign(school, assignmentOf(school));
			const pupils = await Promise.all([1, 2, 3].map((no) => pupilOf(school, no)));
			const sends = pupils.map(async (pupil) =>
				sending(pupil, [await attemptOf(pupil, body), await attemptOf(pupil, body)])
			);
			await Promise.all([
				...sends,
				call(school, deleteAssignment, { method: 'DELETE', ...at(body) }),
				...sends
			]);
			const { query } = school.context.store.database;
			expect([
				await query.attempts.findMany(),
				await query.answers.findMany(),
				await query.submissions.findMany()
			]).toEqual([[], [], []]);
		});
	});
});
