import { beforeEach, expect, it } from 'vitest';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import type {
	Invitation,
	PasskeyFlow,
	SignedInTeacher
} from '#lib/domain/classroom/api/teacher-api.ts';
import { mintSetUpCode } from '#lib/server/teachers/server-codes.ts';
import { POST as invitations } from '../../../src/routes/api/teacher/invitations/+server.ts';
import { POST as join } from '../../../src/routes/api/teacher/join/+server.ts';
import { POST as joinVerify } from '../../../src/routes/api/teacher/join/verify/+server.ts';
import { GET as me } from '../../../src/routes/api/teacher/me/+server.ts';
import { POST as passkeys } from '../../../src/routes/api/teacher/passkeys/+server.ts';
import { DELETE as removePasskey } from '../../../src/routes/api/teacher/passkeys/[id]/+server.ts';
import { POST as passkeysVerify } from '../../../src/routes/api/teacher/passkeys/verify/+server.ts';
import { POST as recover } from '../../../src/routes/api/teacher/recover/+server.ts';
import { POST as recoveryCodes } from '../../../src/routes/api/teacher/recovery-codes/+server.ts';
import { POST as signIn } from '../../../src/routes/api/teacher/sign-in/+server.ts';
import { POST as signInVerify } from '../../../src/routes/api/teacher/sign-in/verify/+server.ts';
import { POST as signOut } from '../../../src/routes/api/teacher/sign-out/+server.ts';
import { ask, eventOf, type Asked } from '../support/ask.ts';
import { describeStores, type TestContext } from '../support/stores.ts';
import { Authenticator } from './authenticator.ts';

const DAY_MS = 86_400_000;
const COOKIE = '__Host-recount-teacher';
let addresses = 0;

type Handler = Parameters<typeof ask>[0];

describeStores((make) => {
	let context: TestContext;
	let cookies: Map<string, string>;
	let address: string;
	beforeEach(() => {
		context = make();
		cookies = new Map();
		address = `10.2.0.${addresses++}`;
	});

	const call = <T>(handler: Handler, asked: Asked = {}) =>
		ask<T & ApiProblem>(handler, eventOf(context, { method: 'POST', cookies, address, ...asked }));
	const whoAmI = () => call<SignedInTeacher>(me, { method: 'GET' });

	async function joined(passkey: Authenticator): Promise<SignedInTeacher> {
		const code = await mintSetUpCode(context);
		const flow = await call<PasskeyFlow>(join, { body: { code, name: ' Ada ' } });
		const answer = await call<SignedInTeacher>(joinVerify, { body: passkey.create(flow.body) });
		expect([flow.status, answer.status]).toEqual([200, 200]);
		return answer.body;
	}

	it('joins, signs out, signs in, adds and removes passkeys, renews codes, invites, recovers', async () => {
		const [first, second] = [new Authenticator(), new Authenticator()];
		const made = await joined(first);
		expect(made).toMatchObject({ name: 'Ada', recoveryCodesLeft: 10 });
		expect([...cookies.keys()]).toEqual([COOKIE]);
		const known = await whoAmI();
		expect(known).toMatchObject({ status: 200, body: { id: made.id, name: 'Ada' } });
		expect(known.body.recoveryCodes).toBeUndefined();

		expect((await call(signOut)).status).toBe(204);
		expect(cookies.size).toBe(0);
		const flow = await call<PasskeyFlow>(signIn);
		expect(await call(signInVerify, { body: first.get(flow.body) })).toMatchObject({ status: 200 });
		expect(await whoAmI()).toMatchObject({ body: { id: made.id } });

		const adding = await call<PasskeyFlow>(passkeys);
		const added = await call<SignedInTeacher>(passkeysVerify, { body: second.create(adding.body) });
		expect(added.body.passkeys).toHaveLength(2);
		const params = { id: first.id };
		expect((await call(removePasskey, { method: 'DELETE', params })).status).toBe(204);
		expect(await call(removePasskey, { method: 'DELETE', params })).toMatchObject({ status: 404 });

		const renewed = await call<SignedInTeacher>(recoveryCodes);
		expect(renewed.body.recoveryCodes).toHaveLength(10);
		const invited = await call<Invitation>(invitations);
		expect(invited).toMatchObject({
			status: 200,
			body: { expiresAt: context.clock.now + 7 * DAY_MS }
		});
		cookies.clear();
		const [old = '', fresh = ''] = [made.recoveryCodes?.[0], renewed.body.recoveryCodes?.[0]];
		expect(await call(recover, { body: { code: old } })).toMatchObject({ status: 401 });
		expect(await call(recover, { body: { code: fresh } })).toMatchObject({
			status: 200,
			body: { id: made.id, recoveryCodesLeft: 9 }
		});
		expect(await whoAmI()).toMatchObject({ status: 200 });
	});

	it.each<[string, Handler, Asked]>([
		['me', me, { method: 'GET' }],
		['passkeys', passkeys, {}],
		['passkeys/verify', passkeysVerify, { body: emptyAnswer() }],
		['passkeys/[id]', removePasskey, { method: 'DELETE', params: { id: 'x' } }],
		['recovery-codes', recoveryCodes, {}],
		['invitations', invitations, {}]
	])(
		'%s wants a teacher: none, a forged, an expired and an ended session are none',
		async (...given) => {
			const [, handler, asked] = given;
			const signedOut = { status: 401, body: { code: 'signed-out' } };
			expect(await call(handler, asked)).toMatchObject(signedOut);
			cookies.set(COOKIE, 'A'.repeat(43));
			expect(await call(handler, asked)).toMatchObject(signedOut);
			await joined(new Authenticator());
			context.clock.now += 30 * DAY_MS;
			expect(await call(handler, asked)).toMatchObject(signedOut);
			context.clock.now -= 30 * DAY_MS;
			expect(await whoAmI()).toMatchObject({ status: 200 });
			const held = cookies.get(COOKIE) ?? '';
			await call(signOut);
			cookies.set(COOKIE, held);
			expect(await call(handler, asked)).toMatchObject(signedOut);
		}
	);

	it.each<[string, Handler, unknown]>([
		['join', join, { code: 'AAAAA', name: 'Ada' }],
		['join/verify', joinVerify, emptyAnswer()],
		['recover', recover, { code: 'AAAAA' }]
	])('%s: an address tries ten codes, then one every six seconds', async (_, handler, body) => {
		const statuses = [];
		for (let i = 0; i < 11; i++) statuses.push((await call(handler, { body })).status);
		expect(statuses.slice(0, 10).every((status) => status === 401 || status === 409)).toBe(true);
		expect(statuses[10]).toBe(429);
		context.clock.now += 6000;
		expect((await call(handler, { body })).status).not.toBe(429);
		expect((await call(handler, { body, address: `${address}0` })).status).not.toBe(429);
	});

	it.each<[string, Handler, unknown]>([
		['a name of spaces', join, { code: 'AAAAA', name: '  ' }],
		['no code', recover, {}],
		['no credential', signInVerify, { flowId: 'x' }]
	])('%s is unfit', async (_, handler, body) => {
		expect(await call(handler, { body })).toMatchObject({ status: 422, body: { code: 'unfit' } });
	});

	it('signs out whoever is signed out already', async () => {
		expect((await call(signOut)).status).toBe(204);
	});
});

function emptyAnswer() {
	return {
		flowId: 'x',
		credential: { id: 'x', rawId: 'x', response: {}, type: 'public-key' }
	};
}
