import { describe, expect, it } from 'vitest';
import type {
	NewLink,
	NewPin,
	PupilRecord,
	ServedClass,
	ServedClasses
} from '#lib/domain/classroom/api/class-api.ts';
import { isPinOf } from '#lib/server/pupils/pins.ts';
import { pupils, tombstones } from '#lib/server/store/schema.ts';
import { GET as listClasses } from '../../../src/routes/api/classes/+server.ts';
import {
	DELETE as deleteClass,
	GET as getClass
} from '../../../src/routes/api/classes/[class]/+server.ts';
import {
	DELETE as deletePupil,
	GET as getPupil
} from '../../../src/routes/api/classes/[class]/pupils/[no]/+server.ts';
import {
	DELETE as revokeLink,
	POST as makeLink
} from '../../../src/routes/api/classes/[class]/pupils/[no]/link/+server.ts';
import { POST as makePin } from '../../../src/routes/api/classes/[class]/pupils/[no]/pin/+server.ts';
import { POST as unlock } from '../../../src/routes/api/classes/[class]/pupils/[no]/unlock/+server.ts';
import { POST as postRulings } from '../../../src/routes/api/classes/[class]/rulings/+server.ts';
import { GET as getWork } from '../../../src/routes/api/pupil/[class]/assignments/+server.ts';
import { GET as getMe } from '../../../src/routes/api/pupil/[class]/me/+server.ts';
import { describeStores, tables } from '../support/stores.ts';
import {
	assign,
	assignmentOf,
	attemptOf,
	call,
	classBodyOf,
	DAY,
	HOUR,
	pupilOf,
	putting,
	puttingClass,
	send,
	sending,
	someSchool,
	someTeacher,
	testOf,
	type School
} from './school.ts';

const CODE = /^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}$/;

const inClass = ({ classId }: { classId: string }) => ({ params: { class: classId } });
const ofPupil = ({ classId }: School, no: number | string) => ({
	params: { class: classId, no: `${no}` }
});

async function pupilRows({ context }: School) {
	const rows = await context.store.database.query.pupils.findMany();
	return new Map(rows.map((row) => [row.no, row]));
}

/** All that is kept, as text; of tables but tombstones and sessions. */
async function everything({ context }: School): Promise<string> {
	const kept = await Promise.all(
		tables.map(async (table) => context.store.database.select().from(table))
	);
	return JSON.stringify(kept);
}

describeStores((make) => {
	describe('putClass', () => {
		it('makes a class with a code and a PIN for each pupil, told once', async () => {
			const teacher = await someTeacher(make());
			const classId = teacher.context.newId();
			const first = await puttingClass(teacher, classId, classBodyOf(2));
			expect(first.status).toBe(200);
			expect(first.body.class).toEqual({
				...{ id: classId, name: '8b', retentionDays: 90, assignmentIds: [] },
				code: expect.stringMatching(CODE) as string,
				createdAt: teacher.context.now(),
				changedAt: teacher.context.now(),
				deletesAt: teacher.context.now() + 90 * DAY,
				pupils: [
					{ no: 1, pseudonym: 'Heron 1', hasLink: false },
					{ no: 2, pseudonym: 'Heron 2', hasLink: false }
				]
			});
			const rows = await pupilRows({ ...teacher, classId });
			for (const { no, pin } of first.body.pins)
				expect(await isPinOf(pin, rows.get(no)?.pinHash ?? '')).toBe(true);
			const again = await puttingClass(teacher, classId, classBodyOf(2));
			expect(again.body).toEqual({ class: first.body.class, pins: [], gone: [] });
		});

		it('brings it up to date: new ones get PINs, who is missing only leaves', async () => {
			const school = await someSchool(make());
			const { context, classId } = school;
			const basedOn = context.now();
			context.clock.now += HOUR;
			const body = classBodyOf(4, { name: '9b', retentionDays: 7, basedOn });
			const pupils = body.pupils
				.filter(({ no }) => no !== 2)
				.map((pupil) => (pupil.no === 3 ? { ...pupil, pseudonym: 'Owl', leftAt: 5 } : pupil));
			const put = await puttingClass(school, classId, { ...body, pupils });
			expect(put.body.class).toMatchObject({ name: '9b', retentionDays: 7 });
			expect(put.body.class.pupils).toEqual([
				{ no: 1, pseudonym: 'Heron 1', hasLink: false },
				{ no: 2, pseudonym: 'Heron 2', hasLink: false, leftAt: context.now() },
				{ no: 3, pseudonym: 'Owl', hasLink: false, leftAt: 5 },
				{ no: 4, pseudonym: 'Heron 4', hasLink: false }
			]);
			expect(put.body.pins.map(({ no }) => no)).toEqual([4]);
			const { changedAt } = put.body.class;
			expect(changedAt).toBe(context.now());
			const back = await puttingClass(school, classId, classBodyOf(4, { basedOn: changedAt }));
			expect(back.body.class.pupils.some((pupil) => 'leftAt' in pupil)).toBe(false);
			const emptied = { ...body, pupils: [], basedOn: back.body.class.changedAt };
			const none = await puttingClass(school, classId, emptied);
			expect(none.body.class.pupils.every((pupil) => 'leftAt' in pupil)).toBe(true);
		});

		it('gives one PIN where two devices put the same class at once', async () => {
			const teacher = await someTeacher(make());
			const classId = teacher.context.newId();
			const puts = await Promise.all(
				[1, 2, 3].map(() => puttingClass(teacher, classId, classBodyOf(2)))
			);
			expect(puts.map(({ status }) => status)).toEqual([200, 200, 200]);
			const pins = puts.flatMap(({ body }) => body.pins);
			expect(pins.map(({ no }) => no).sort()).toEqual([1, 2]);
			expect(new Set(puts.map(({ body }) => body.class.code)).size).toBe(1);
			const rows = await pupilRows({ ...teacher, classId });
			for (const { no, pin } of pins)
				expect(await isPinOf(pin, rows.get(no)?.pinHash ?? '')).toBe(true);
		});

		it('refuses what is based on an older one, and changes nothing', async () => {
			const school = await someSchool(make());
			const { context, classId } = school;
			const basedOn = context.now();
			const theirs = classBodyOf(4, { basedOn });
			const [put, kept] = [await puttingClass(school, classId, theirs), await everything(school)];
			expect(put.status).toBe(200);
			// In the same millisecond, and still told from the one before.
			expect(put.body.class.changedAt).toBe(basedOn + 1);
			for (const base of [{ basedOn }, { basedOn: basedOn + 2 }, {}]) {
				const late = await puttingClass(school, classId, classBodyOf(3, { name: '9c', ...base }));
				expect([late.status, late.body.code]).toEqual([409, 'changed-elsewhere']);
			}
			expect(await everything(school)).toBe(kept);
			const fresh = classBodyOf(3, { name: '9c', basedOn: basedOn + 1 });
			expect((await puttingClass(school, classId, fresh)).body.class.name).toBe('9c');
		});

		it('takes what is there already, whatever it is based on: its answer may have been lost', async () => {
			const school = await someSchool(make());
			const { context, classId } = school;
			const body = classBodyOf(3, { name: '9c', basedOn: context.now() });
			const first = await puttingClass(school, classId, body);
			context.clock.now += HOUR;
			const again = await puttingClass(school, classId, body);
			expect(again.body).toEqual(first.body);
			const without = { ...body, pupils: body.pupils.slice(1) };
			expect((await puttingClass(school, classId, without)).status).toBe(409);
		});

		it('takes one of two that are put at once, whole', async () => {
			const school = await someSchool(make());
			const { context, classId } = school;
			const basedOn = context.now();
			const bodies = ['A', 'B', 'C', 'D'].map((name, i) =>
				classBodyOf(3 + i, { name, retentionDays: 10 + i, basedOn })
			);
			const puts = await Promise.all(bodies.map((body) => puttingClass(school, classId, body)));
			expect(puts.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
			const taken = puts.findIndex(({ status }) => status === 200);
			const { body } = await call<ServedClass>(school, getClass, inClass(school));
			expect(body).toEqual(puts[taken]?.body.class);
			expect([body.name, body.retentionDays]).toEqual(['ABCD'[taken], 10 + taken]);
			expect(body.pupils).toHaveLength(3 + taken);
		});

		it('brings nobody back who was deleted on another device', async () => {
			const school = await someSchool(make());
			const { context, classId } = school;
			const basedOn = context.now();
			await call(school, deletePupil, { method: 'DELETE', ...ofPupil(school, 2) });
			const put = await puttingClass(school, classId, classBodyOf(3, { name: '9c', basedOn }));
			expect(put.body.class).toMatchObject({ name: '9c', gone: [2] });
			expect(put.body.class.pupils.map(({ no }) => no)).toEqual([1, 3]);
		});

		it('refuses what is no class', async () => {
			const teacher = await someTeacher(make());
			const classId = teacher.context.newId();
			const body = classBodyOf(1);
			const cases: [unknown, string][] = [
				[{ ...body, sealTo: 'x' }, 'sealTo'],
				[{ ...body, names: ['Anna'] }, 'names'],
				[{ ...body, pupils: [...body.pupils, ...body.pupils] }, 'pupils'],
				[{ ...body, pupils: [{ ...body.pupils[0], name: 'Anna' }] }, 'pupils.0.name']
			];
			for (const [each, where] of cases) {
				const put = await puttingClass(teacher, classId, each);
				expect([put.status, put.body.where]).toEqual([422, where]);
			}
			const nowhere = await puttingClass(teacher, 'nonsense', body);
			expect(nowhere.status).toBe(404);
		});
	});

	describe('one’s own class alone', () => {
		it('is missing for every other teacher, whatever they ask', async () => {
			const school = await someSchool(make());
			const other = { ...school, ...(await someTeacher(school.context)) };
			const body = assignmentOf(school);
			const asks = await Promise.all([
				call(other, getClass, inClass(school)),
				call(other, deleteClass, { method: 'DELETE', ...inClass(school) }),
				puttingClass(other, school.classId, classBodyOf(3)),
				call(other, getPupil, ofPupil(school, 1)),
				call(other, deletePupil, { method: 'DELETE', ...ofPupil(school, 1) }),
				call(other, makePin, { method: 'POST', ...ofPupil(school, 1) }),
				call(other, postRulings, { ...inClass(school), body: { rulings: [] } }),
				putting(other, body)
			]);
			expect(asks.map(({ status }) => status)).toEqual(asks.map(() => 404));
			const nobody = { ...school, cookies: new Map<string, string>() };
			expect((await call(nobody, getClass, inClass(school))).status).toBe(401);
			const mine = await call<ServedClasses>(school, listClasses, {});
			expect(mine.body.classes.map(({ id }) => id)).toEqual([school.classId]);
			expect((await call<ServedClasses>(other, listClasses, {})).body.classes).toEqual([]);
		});
	});

	describe('how a pupil gets in', () => {
		it('gives a new PIN that ends a lock and all sessions', async () => {
			const school = await someSchool(make());
			const pupil = await pupilOf(school, 2);
			const { database } = school.context.store;
			const made = await call<NewPin>(school, makePin, { method: 'POST', ...ofPupil(school, 2) });
			expect(made.body).toEqual({ no: 2, pin: expect.stringMatching(/^\d{6}$/) as string });
			const rows = await pupilRows(school);
			expect(await isPinOf(made.body.pin, rows.get(2)?.pinHash ?? '')).toBe(true);
			expect((await call(pupil, getMe, inClass(school))).status).toBe(401);
			expect(await database.query.pupilSessions.findMany()).toEqual([]);
		});

		it('unlocks, and makes and takes back links', async () => {
			const school = await someSchool(make());
			const pupil = await pupilOf(school, 2);
			await school.context.store.database.update(pupils).set({ wrongTries: 10, lockedAt: 7 });
			const opened = await call(school, unlock, { method: 'POST', ...ofPupil(school, 2) });
			expect(opened.status).toBe(204);
			const row = (await pupilRows(school)).get(2);
			expect([row?.wrongTries, row?.lockedAt]).toEqual([0, null]);
			const link = await call<NewLink>(school, makeLink, { method: 'POST', ...ofPupil(school, 2) });
			expect(link.body.link.startsWith(`${school.classId}.`)).toBe(true);
			const shown = async () => (await call<ServedClass>(school, getClass, inClass(school))).body;
			expect((await shown()).pupils.map(({ hasLink }) => hasLink)).toEqual([false, true, false]);
			expect((await call(pupil, getMe, inClass(school))).status).toBe(200);
			await call(school, revokeLink, { method: 'DELETE', ...ofPupil(school, 2) });
			expect((await shown()).pupils.some(({ hasLink }) => hasLink)).toBe(false);
			expect((await call(pupil, getMe, inClass(school))).status).toBe(401);
			for (const no of [9, 0, '1e0', 'x', '02'])
				expect(
					(await call(school, makeLink, { method: 'POST', ...ofPupil(school, no) })).status
				).toBe(404);
		});
	});

	describe('one pupil', () => {
		const exception = { no: 2, extraMinutes: 31 };
		const pseudonym = 'Heron 2';

		async function worked(school: School) {
			const body = assignmentOf(school, { exceptions: [exception], pupils: [1, 2] });
			const assignment = await assign(school, body);
			const [one, two] = [await pupilOf(school, 1), await pupilOf(school, 2)];
			const theirs = await attemptOf(two, assignment);
			await send(one, [await attemptOf(one, assignment)], [assignment.id]);
			await send(two, [theirs], [assignment.id]);
			const ruled = { at: 1, assignmentId: assignment.id };
			const id = school.context.newId();
			const override = { type: 'override', submissionId: theirs.submissionId, note: 'spoken to' };
			const rulings = [
				{ ...ruled, id, ...override, itemNo: 0, part: 0, credit: 1 },
				{ id: school.context.newId(), at: 2, type: 'undo', of: id },
				{ ...ruled, id: school.context.newId(), type: 'state', no: 2, state: 'excused' },
				{ ...ruled, id: school.context.newId(), type: 'state', no: 1, state: 'absent' }
			];
			await call(school, postRulings, { ...inClass(school), body: { rulings } });
			return { assignment, theirs, one, two, rulings };
		}

		it('is told with everything that is kept', async () => {
			const school = await someSchool(make());
			const { assignment, theirs, rulings } = await worked(school);
			const now = school.context.now();
			const { status, body } = await call<PupilRecord>(school, getPupil, ofPupil(school, 2));
			expect(status).toBe(200);
			expect(body).toEqual({
				pupil: { no: 2, pseudonym, hasLink: false, seenAt: now },
				attempts: [
					{
						assignmentId: assignment.id,
						submissionId: theirs.submissionId,
						startedAt: theirs.startedAt,
						saved: theirs.answers.length,
						answers: theirs.answers.map((answer) => ({ ...answer, arrivedAt: now }))
					}
				],
				submissions: [{ ...theirs.handedIn, arrivedAt: now }],
				exceptions: [{ ...exception, assignmentId: assignment.id }],
				presence: [{ assignmentId: assignment.id, readyAt: now, seenAt: now }],
				sessions: [{ createdAt: now, expiresAt: now + 180 * DAY }],
				rulings: rulings.slice(0, 3).sort((a, b) => (a.id < b.id ? -1 : 1))
			});
		});

		it('is deleted for good: nothing is left, nothing comes back', async () => {
			const school = await someSchool(make());
			const { assignment, theirs, two, rulings } = await worked(school);
			const asked = { method: 'DELETE', ...ofPupil(school, 2) };
			expect((await call(school, deletePupil, asked)).status).toBe(204);
			expect((await call(school, deletePupil, asked)).status).toBe(204);
			expect((await call(school, getPupil, ofPupil(school, 2))).status).toBe(410);
			const left = await everything(school);
			for (const trace of [theirs.submissionId, pseudonym, '"extraMinutes":31', 'spoken to'])
				expect(left.includes(trace), trace).toBe(false);
			const answers = await school.context.store.database.query.rulings.findMany();
			expect(answers.map(({ id }) => id)).toEqual([rulings[3]?.id]);

			const late = await sending(two, [theirs]);
			expect([late.status, late.body.code]).toEqual([410, 'gone']);
			const basedOn = school.context.now();
			const put = await puttingClass(school, school.classId, classBodyOf(3, { basedOn }));
			expect([put.body.gone, put.body.pins]).toEqual([[2], []]);
			expect(put.body.class.gone).toEqual([2]);
			expect(put.body.class.pupils.map(({ no }) => no)).toEqual([1, 3]);
			await assign(school, assignment);
			await call(school, postRulings, { ...inClass(school), body: { rulings: [rulings[2]] } });
			const later = await everything(school);
			expect(later.includes('"extraMinutes":31')).toBe(false);
			expect(later.includes('excused')).toBe(false);
		});

		it('is deleted whole, however many uploads come at the same time', async () => {
			const school = await someSchool(make());
			const assignment = await assign(school, assignmentOf(school));
			const pupil = await pupilOf(school, 2);
			const uploads = await Promise.all(
				Array.from({ length: 12 }, (_, i) => attemptOf(pupil, assignment, { attempt: i + 1 }))
			);
			const asked = { method: 'DELETE', ...ofPupil(school, 2) };
			const [, ...sent] = await Promise.all([
				call(school, deletePupil, asked),
				...uploads.map((upload) => sending(pupil, [upload], [assignment.id]))
			]);
			expect(sent.every(({ status }) => status === 200 || status === 410)).toBe(true);
			const left = await everything(school);
			expect(uploads.some(({ submissionId }) => left.includes(submissionId))).toBe(false);
		});
	});

	describe('deleteClass', () => {
		it('leaves tombstones alone, and the class never comes back', async () => {
			const context = make();
			const [school, other] = [await someSchool(context), await someSchool(context)];
			const assignment = await assign(school, testOf(school));
			const pupil = await pupilOf(school, 1);
			const attempt = await attemptOf(pupil, assignment);
			await send(pupil, [attempt], [assignment.id]);
			const asked = { method: 'DELETE', ...inClass(school) };
			expect((await call(school, deleteClass, asked)).status).toBe(204);

			const { database } = context.store;
			const dead = await database.select().from(tombstones);
			expect(dead.map(({ what, id }) => [what, id]).sort()).toEqual(
				[
					['class', school.classId],
					['assignment', assignment.id]
				].sort()
			);
			await database.delete(tombstones);
			expect((await everything(school)).includes(school.classId)).toBe(false);
			await database.insert(tombstones).values(dead);

			const again = await puttingClass(school, school.classId, classBodyOf(3));
			expect([again.status, again.body.code]).toEqual([410, 'gone']);
			const stolen = await puttingClass(other, school.classId, classBodyOf(3));
			expect(stolen.status).toBe(410);
			expect((await call(school, getClass, inClass(school))).status).toBe(410);
			expect((await putting(school, assignment)).status).toBe(410);
			expect((await sending(pupil, [attempt])).status).toBe(410);
			expect((await call(pupil, getWork, inClass(school))).status).toBe(410);
			expect((await call(other, getClass, inClass(other))).status).toBe(200);
		});
	});
});
