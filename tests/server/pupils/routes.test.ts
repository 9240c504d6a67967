import { passAddress } from '#lib/server/flood.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import type { SignedInPupil } from '#lib/domain/classroom/api/pupil-api.ts';
import { endPupilSessions } from '#lib/server/pupils/pupil-session.ts';
import { pupils, tombstones } from '#lib/server/store/schema.ts';
import { GET as me } from '../../../src/routes/api/pupil/[class]/me/+server.ts';
import { POST as signOut } from '../../../src/routes/api/pupil/[class]/sign-out/+server.ts';
import { POST as signIn } from '../../../src/routes/api/pupil/sign-in/+server.ts';
import { ask, eventOf, type Asked } from '../support/ask.ts';
import { describeStores, type TestContext } from '../support/stores.ts';
import { LYNXES, linkOf, OTTERS, PIN, putClass, setOtter, WRONG_PIN } from './a-class.ts';

const DAY_MS = 86_400_000;
let addresses = 0;

describeStores((make) => {
	let context: TestContext;
	let cookies: Map<string, string>;
	let address: string;
	beforeEach(async () => {
		context = make();
		cookies = new Map();
		address = `10.1.0.${addresses++}`;
		await putClass(context, OTTERS);
		await putClass(context, LYNXES);
	});

	const post = (body: unknown, asked: Asked = {}) =>
		ask<SignedInPupil & ApiProblem>(signIn, eventOf(context, { body, cookies, address, ...asked }));
	const whoAmI = (classId = OTTERS.classId) =>
		ask<SignedInPupil & ApiProblem>(me, eventOf(context, { params: { class: classId }, cookies }));
	const pin = { code: OTTERS.code, no: 1, pin: PIN };

	it('signs in by PIN, knows the device, and signs out', async () => {
		const pupil = { classId: OTTERS.classId, className: 'Class K3F-9QW6', no: 1 };
		const expected = { ...pupil, pseudonym: 'Animal 1' };
		expect(await post(pin)).toMatchObject({ status: 200, body: expected });
		expect([...cookies.keys()]).toEqual([`__Host-recount-pupil-${OTTERS.classId}`]);
		expect(await whoAmI()).toMatchObject({ status: 200, body: expected });

		const held = new Map(cookies);
		const out = eventOf(context, { method: 'POST', params: { class: OTTERS.classId }, cookies });
		expect((await ask(signOut, out)).status).toBe(204);
		expect(cookies.size).toBe(0);
		for (const [name, token] of held) cookies.set(name, token);
		expect(await whoAmI()).toMatchObject({ status: 401, body: { code: 'signed-out' } });
	});

	it('signs in by link', async () => {
		const link = await linkOf(context, 3);
		expect(await post({ link })).toMatchObject({ status: 200, body: { no: 3 } });
		expect(await whoAmI()).toMatchObject({ status: 200, body: { no: 3 } });
		expect(await post({ link })).toMatchObject({ status: 409, body: { code: 'used' } });
	});

	it('keeps a session a class, so that one device serves two', async () => {
		await post(pin);
		await post({ ...pin, code: LYNXES.code, no: 2 });
		expect(await whoAmI()).toMatchObject({ body: { no: 1 } });
		expect(await whoAmI(LYNXES.classId)).toMatchObject({ body: { no: 2 } });
	});

	it.each([
		['a wrong PIN', { ...pin, pin: WRONG_PIN }, 401, 'wrong-pin'],
		['a PIN that is none', { ...pin, pin: '27182' }, 422, 'unfit'],
		['a number out of range', { ...pin, no: 0 }, 422, 'unfit'],
		['a field too many', { ...pin, role: 'teacher' }, 422, 'unfit'],
		['a wrong code', { ...pin, code: '000-0000' }, 401, 'wrong-code']
	])('answers %s without a cookie', async (_, body, status, code) => {
		expect(await post(body)).toMatchObject({ status, body: { code } });
		expect(cookies.size).toBe(0);
	});

	it('lets a class of thirty through, and tells a flood from one address to wait', async () => {
		const mistyped = { ...pin, code: 'nothing' };
		const statuses: number[] = [];
		// Nine classes signed in already.
		const event = { getClientAddress: () => address };
		for (let i = 0; i < 270; i++) passAddress({ event, context }, 'sign-in');
		// One by one: each takes its time on purpose, and none of them may be refused for it.
		for (let i = 0; i < 31; i++) {
			const body = i < 30 ? { link: 'x'.repeat(30) } : mistyped;
			statuses.push((await post(body)).status);
		}
		expect(statuses).toEqual([...Array<number>(30).fill(401), 429]);
		const told = await post(pin);
		expect(told.body).toMatchObject({ code: 'too-many', retryAfterS: 1 });
		expect(told.headers.get('retry-after')).toBe('1');
	});

	describe('who is signed in', () => {
		const name = `__Host-recount-pupil-${OTTERS.classId}`;

		it.each<[string, () => Promise<void> | void, number, string]>([
			['no cookie', () => cookies.clear(), 401, 'signed-out'],
			['a forged one', () => void cookies.set(name, 'A'.repeat(43)), 401, 'signed-out'],
			['an expired one', () => void (context.clock.now += 180 * DAY_MS), 401, 'signed-out'],
			[
				'a new PIN',
				() => endPupilSessions(context.store.database, { ...OTTERS, no: 1 }),
				401,
				'signed-out'
			],
			['a pupil who left', () => setOtter(context, 1, { leftAt: 1 }), 403, 'forbidden'],
			['a pupil deleted', () => bury('pupil', '1'), 410, 'gone'],
			['a class deleted', () => bury('class', OTTERS.classId), 410, 'gone'],
			['rows that are away with no word left', () => dig(), 401, 'signed-out']
		])('%s: refused', async (_, happens, status, code) => {
			await post(pin);
			expect((await whoAmI()).status).toBe(200);
			await happens();
			expect(await whoAmI()).toMatchObject({ status, body: { code } });
		});

		it('is still known the day before the session ends', async () => {
			await post(pin);
			context.clock.now += 179 * DAY_MS;
			expect((await whoAmI()).status).toBe(200);
		});

		it("does not take another class's token, nor a class that is none", async () => {
			await post({ ...pin, code: LYNXES.code });
			const token = cookies.get(`__Host-recount-pupil-${LYNXES.classId}`) ?? '';
			cookies.set(name, token);
			expect(await whoAmI()).toMatchObject({ status: 401, body: { code: 'signed-out' } });
			expect(await whoAmI('x')).toMatchObject({ status: 401, body: { code: 'signed-out' } });
		});

		it("does not take a deleted pupil's number for another's", async () => {
			await post({ ...pin, no: 2 });
			await bury('pupil', '1');
			expect(await whoAmI()).toMatchObject({ status: 401, body: { code: 'signed-out' } });
		});

		async function dig(): Promise<void> {
			await context.store.database.delete(pupils);
		}
		async function bury(what: 'class' | 'pupil', id: string): Promise<void> {
			await dig();
			const { classId } = OTTERS;
			await context.store.database.insert(tombstones).values({ classId, what, id, at: 1 });
		}
	});
});
