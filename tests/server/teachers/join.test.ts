import { beforeEach, describe, expect, it } from 'vitest';
import { secretHash } from '#lib/server/secrets.ts';
import * as schema from '#lib/server/store/schema.ts';
import { beginJoin, finishJoin } from '#lib/server/teachers/join.ts';
import { invite, mintSetUpCode, needsSetUp } from '#lib/server/teachers/server-codes.ts';
import { describeStores, type TestContext } from '../support/stores.ts';
import { makeTeacher, valueOf } from './a-teacher.ts';
import { Authenticator, type Oddities } from './authenticator.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const CODE = /^([0-9A-Z]{5}-){4}[0-9A-Z]{5}$/;
const used = { ok: false, problem: { code: 'used' } };
const wrong = { ok: false, problem: { code: 'wrong-code' } };

describeStores((make) => {
	let context: TestContext;
	beforeEach(() => {
		context = make();
	});

	const begin = (code: string) => beginJoin(context, { code, name: 'Ada' });
	/** How many rows there are of all that makes a teacher. */
	async function rows() {
		const { database } = context.store;
		const { teachers, passkeys, recoveryCodes, teacherSessions } = schema;
		const tables = [teachers, passkeys, recoveryCodes, teacherSessions];
		const counts = [];
		for (const table of tables) counts.push((await database.select().from(table)).length);
		return counts;
	}

	it('makes the first teacher by the set-up code, with all they need', async () => {
		expect(await needsSetUp(context)).toBe(true);
		const { teacher, passkey, token } = await makeTeacher(context);
		expect(teacher).toMatchObject({ name: 'Ada', recoveryCodesLeft: 10 });
		expect(teacher.passkeys).toEqual([{ id: passkey.id, createdAt: context.clock.now }]);
		expect(new Set(teacher.recoveryCodes).size).toBe(10);
		for (const code of teacher.recoveryCodes ?? []) expect(code).toMatch(CODE);
		expect(await rows()).toEqual([1, 1, 10, 1]);
		expect(await needsSetUp(context)).toBe(false);
		const [session] = await context.store.database.select().from(schema.teacherSessions);
		expect(session).toMatchObject({ hash: secretHash(token), teacherId: teacher.id });
	});

	it('asks for a passkey that signs in without a name, and for no attestation', async () => {
		const { options } = valueOf(await begin(await mintSetUpCode(context)));
		expect(options).toMatchObject({
			rp: { id: 'class.example', name: 'Recount' },
			user: { name: 'Ada', displayName: 'Ada' },
			attestation: 'none',
			authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' }
		});
	});

	it('keeps neither codes nor tokens as they are', async () => {
		const code = await mintSetUpCode(context);
		const { teacher, token } = await makeTeacher(context, { code });
		const { code: invitation } = await invite(context, teacher.id);
		const kept = [];
		for (const table of [schema.serverCodes, schema.recoveryCodes, schema.teacherSessions]) {
			kept.push(await context.store.database.select().from(table));
		}
		const text = JSON.stringify(kept);
		for (const secret of [code, token, invitation, ...(teacher.recoveryCodes ?? [])]) {
			expect(text).not.toContain(secret);
		}
	});

	it('does not use a code up by beginning', async () => {
		const code = await mintSetUpCode(context);
		await begin(code);
		await begin(code);
		expect(await makeTeacher(context, { code })).toMatchObject({ teacher: { name: 'Ada' } });
	});

	it('makes one teacher of a code, of twenty who race', async () => {
		const code = await mintSetUpCode(context);
		const flows = [];
		for (let i = 0; i < 20; i++) flows.push(valueOf(await begin(code)));
		const outcomes = await Promise.all(
			flows.map((flow) => finishJoin(context, new Authenticator().create(flow)))
		);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(19).fill(used));
		expect(await rows()).toEqual([1, 1, 10, 1]);
	});

	it('makes one first teacher of several set-up codes that race, and voids them all', async () => {
		const codes = [];
		for (let i = 0; i < 5; i++) codes.push(await mintSetUpCode(context));
		const flows = [];
		for (const code of codes) flows.push(valueOf(await begin(code)));
		const outcomes = await Promise.all(
			flows.map((flow) => finishJoin(context, new Authenticator().create(flow)))
		);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		expect(await rows()).toEqual([1, 1, 10, 1]);
		for (const code of codes) expect(await begin(code)).toEqual(used);
	});

	it('does not take a set-up code that was printed after the first teacher', async () => {
		await makeTeacher(context);
		expect(await begin(await mintSetUpCode(context))).toEqual(used);
	});

	it('makes another teacher by an invitation, once and within seven days', async () => {
		const { teacher } = await makeTeacher(context);
		const { code, expiresAt } = await invite(context, teacher.id);
		const late = await invite(context, teacher.id);
		expect(expiresAt).toBe(context.clock.now + 7 * DAY_MS);
		context.clock.now += 7 * DAY_MS - 1;
		expect(await makeTeacher(context, { code, name: 'Bo' })).toMatchObject({
			teacher: { name: 'Bo', recoveryCodesLeft: 10 }
		});
		expect(await begin(code)).toEqual(used);
		context.clock.now += 1;
		expect(await begin(late.code)).toEqual(used);
	});

	it('does not take an invitation that ran out between begin and end', async () => {
		const { teacher } = await makeTeacher(context);
		const { code } = await invite(context, teacher.id);
		context.clock.now += 7 * DAY_MS - MINUTE_MS;
		const flow = valueOf(await begin(code));
		context.clock.now += 2 * MINUTE_MS;
		expect(await finishJoin(context, new Authenticator().create(flow))).toEqual(used);
		expect(await rows()).toEqual([1, 1, 10, 1]);
	});

	it.each([
		['mistyped', 'AAAAA-AAAAA-AAAAA-AAAAA-AAAAB'],
		['unknown', '00000-00000-00000-00000-00000'],
		['empty', ' ']
	])('refuses a code that is %s', async (_, code) => {
		expect(await begin(code)).toEqual(wrong);
	});

	describe('what a passkey answered', () => {
		it('counts once', async () => {
			const flow = valueOf(await begin(await mintSetUpCode(context)));
			const answer = new Authenticator().create(flow);
			const outcomes = await Promise.all([
				finishJoin(context, answer),
				finishJoin(context, answer)
			]);
			expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
			expect(await finishJoin(context, answer)).toEqual(used);
		});

		it('counts within five minutes', async () => {
			const flow = valueOf(await begin(await mintSetUpCode(context)));
			context.clock.now += 5 * MINUTE_MS;
			expect(await finishJoin(context, new Authenticator().create(flow))).toEqual(used);
		});

		it('is not taken with a passkey that another teacher has', async () => {
			const { teacher, passkey } = await makeTeacher(context);
			const { code } = await invite(context, teacher.id);
			const flow = valueOf(await begin(code));
			expect(await finishJoin(context, passkey.create(flow))).toEqual(used);
			expect(await makeTeacher(context, { code })).toMatchObject({ teacher: { name: 'Ada' } });
		});

		it('may be vouched for by the passkey itself, as some authenticators always do', async () => {
			const flow = valueOf(await begin(await mintSetUpCode(context)));
			const answer = new Authenticator().create(flow, { attestation: 'self' });
			expect(await finishJoin(context, answer)).toMatchObject({ ok: true });
		});

		it.each<[string, Oddities]>([
			['of another origin', { origin: 'https://evil.example' }],
			['for another server', { rpID: 'evil.example' }],
			['for another challenge', { challenge: 'AAAA' }],
			['of a sign-in', { type: 'webauthn.get' }],
			['with nobody there', { isPresent: false }],
			['vouched for by a certificate', { attestation: 'certificate' }],
			['vouched for by another format', { attestation: 'tpm' }]
		])('is refused: %s', async (_, odd) => {
			const code = await mintSetUpCode(context);
			const flow = valueOf(await begin(code));
			expect(await finishJoin(context, new Authenticator().create(flow, odd))).toEqual(wrong);
			expect(await rows()).toEqual([0, 0, 0, 0]);
			expect(await begin(code)).toMatchObject({ ok: true });
		});

		it.each([
			['nothing', {}],
			['numbers', { clientDataJSON: 1, attestationObject: 2 }],
			['no base64', { clientDataJSON: '%', attestationObject: '%' }],
			['no CBOR', { clientDataJSON: 'e30', attestationObject: 'AAAA' }]
		])('is refused: %s', async (_, response) => {
			const flow = valueOf(await begin(await mintSetUpCode(context)));
			const answer = new Authenticator().create(flow);
			answer.credential.response = response;
			expect(await finishJoin(context, answer)).toEqual(wrong);
		});
	});

	it.each([
		['http://192.168.1.5:3000', 'insecure'],
		['http://class.example', 'insecure'],
		['http://127.0.0.1:3000', 'insecure']
	])('says that %s is insecure', async (origin, code) => {
		context = make({ origin });
		expect(await begin(await mintSetUpCode(context))).toEqual({ ok: false, problem: { code } });
	});

	it('works on localhost', async () => {
		context = make({ origin: 'http://localhost:3000' });
		const flow = valueOf(await begin(await mintSetUpCode(context)));
		const answer = new Authenticator().create(flow, { origin: 'http://localhost:3000' });
		expect(await finishJoin(context, answer)).toMatchObject({ ok: true });
	});
});
