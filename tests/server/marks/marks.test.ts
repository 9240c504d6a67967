import { describe, expect, it } from 'vitest';
import type { ServedMarks } from '#lib/domain/classroom/api/class-api.ts';
import type { PupilMarks } from '#lib/domain/classroom/api/pupil-api.ts';
import { markSubmission } from '#lib/domain/classroom/mark-submission.ts';
import type { Ruling } from '#lib/domain/classroom/ruling-types.ts';
import type { FeedbackTime } from '#lib/domain/classroom/types.ts';
import { GET as getMarks } from '../../../src/routes/api/classes/[class]/assignments/[assignment]/marks/+server.ts';
import { DELETE as deleteAssignment } from '../../../src/routes/api/classes/[class]/assignments/[assignment]/+server.ts';
import { POST as postRulings } from '../../../src/routes/api/classes/[class]/rulings/+server.ts';
import { GET as getOwnMarks } from '../../../src/routes/api/pupil/[class]/assignments/[assignment]/marks/+server.ts';
import { ALL_RIGHT, quiz, WAITS } from '../../domain/classroom/marking-support.ts';
import {
	assign,
	assignmentOf,
	at,
	attemptOf,
	call,
	judged,
	pupilOf,
	send,
	someSchool,
	testOf,
	type School,
	type SignedIn
} from '../classes/school.ts';
import { describeStores } from '../support/stores.ts';

const WAITING = [WAITS, ...ALL_RIGHT.slice(1)];

const own = (pupil: SignedIn, { id }: { id: string }) =>
	call<PupilMarks & { code?: string }>(pupil, getOwnMarks, at({ classId: pupil.classId, id }));

const rule = (school: School, rulings: unknown[]) =>
	call<{ code?: string }>(school, postRulings, {
		params: { class: school.classId },
		body: { rulings }
	});

describeStores((make) => {
	describe('assignmentMarks', () => {
		it('marks as every device does, over the rulings so far', async () => {
			const school = await someSchool(make());
			const test = await assign(school, testOf(school));
			const pupil = await pupilOf(school, 1);
			const attempt = await attemptOf(pupil, test, { raws: WAITING });
			await send(pupil, [attempt]);
			const marked = async () => (await call<ServedMarks>(school, getMarks, at(test))).body.marks;
			const before = await marked();
			expect(before.map(({ credit, outOf, undecided }) => [credit, outOf, undecided])).toEqual([
				[8, 8, 1]
			]);
			const ruling = judged(school, test);
			expect((await rule(school, [ruling])).status).toBe(204);
			expect((await rule(school, [ruling, ruling])).status).toBe(204);
			const submission = attempt.handedIn ?? before[0]?.submission;
			if (!submission) throw new Error('nothing was handed in');
			const here = markSubmission({ quiz, submission, rulings: [ruling] });
			const after = await marked();
			expect(after.map(({ marks, credit, outOf }) => ({ marks, credit, outOf }))).toEqual([
				{ marks: here.marks, credit: here.credit, outOf: here.outOf }
			]);
			await rule(school, [{ id: school.context.newId(), at: 2, type: 'undo', of: ruling.id }]);
			expect((await marked()).map(({ undecided }) => undecided)).toEqual([1]);
		});

		it('keeps the first of two rulings of one id, and none about what is deleted', async () => {
			const school = await someSchool(make());
			const [test, gone] = [
				await assign(school, testOf(school)),
				await assign(school, testOf(school))
			];
			const first = judged(school, test);
			await rule(school, [first, judged(school, gone)]);
			await rule(school, [{ ...first, credit: 1 }]);
			await call(school, deleteAssignment, { method: 'DELETE', ...at(gone) });
			await rule(school, [judged(school, gone)]);
			const rows = await school.context.store.database.query.rulings.findMany();
			expect(rows.map(({ body }) => JSON.parse(body) as Ruling)).toEqual([first]);
			const odd = await rule(school, [{ ...first, credit: 2 }]);
			expect([odd.status, odd.body.code]).toEqual([422, 'unfit']);
		});
	});

	describe('pupilMarks', () => {
		const cases: [FeedbackTime, boolean, boolean, number][] = [
			['each', true, false, 200],
			['handed-in', true, false, 200],
			['handed-in', false, false, 403],
			['release', true, false, 403],
			['release', true, true, 200]
		];
		it.each(cases)(
			'in a Practice with feedback %s, handed in: %s, released: %s',
			async (...told) => {
				const [feedback, isIn, isReleased, status] = told;
				const school = await someSchool(make());
				const plain = assignmentOf(school);
				const practice = await assign(school, {
					...plain,
					rules: { ...plain.rules, feedback },
					...(isReleased && { releasedAt: 1 })
				});
				const pupil = await pupilOf(school, 1);
				await send(pupil, [await attemptOf(pupil, practice, { isIn })]);
				expect((await own(pupil, practice)).status).toBe(status);
			}
		);

		it('in a Test after the release alone, and only one’s own', async () => {
			const school = await someSchool(make());
			const test = await assign(school, testOf(school, { pupils: [1, 2] }));
			const [one, two, three] = await Promise.all([1, 2, 3].map((no) => pupilOf(school, no)));
			if (!one || !two || !three) throw new Error('three were asked for');
			const attempt = await attemptOf(one, test, { raws: WAITING });
			await send(one, [attempt]);
			const early = await own(one, test);
			expect([early.status, early.body.code]).toEqual([403, 'forbidden']);
			await assign(school, { ...test, releasedAt: school.context.now() });
			await rule(school, [judged(school, test)]);
			const { body } = await own(one, test);
			expect(body.attempts.map(({ submission, credit }) => [submission.id, credit])).toEqual([
				[attempt.submissionId, 8.5]
			]);
			expect((await own(two, test)).body).toEqual({ attempts: [] });
			expect((await own(three, test)).status).toBe(404);
			expect((await own(one, { id: 'nonsense' })).status).toBe(404);
			await call(school, deleteAssignment, { method: 'DELETE', ...at(test) });
			expect((await own(one, test)).status).toBe(410);
		});
	});
});
