import { beforeEach, describe, expect, it } from 'vitest';
import { secretHash } from '#lib/server/secrets.ts';
import { challenges, recoveryCodes } from '#lib/server/store/schema.ts';
import { beginJoin } from '#lib/server/teachers/join.ts';
import { invite } from '#lib/server/teachers/server-codes.ts';
import { beginSignIn, finishSignIn, recover } from '#lib/server/teachers/sign-in.ts';
import { renewRecoveryCodes } from '#lib/server/teachers/signed-in.ts';
import { describeStores, type TestContext } from '../support/stores.ts';
import { makeTeacher, valueOf, warmUp } from './a-teacher.ts';
import { Authenticator, type Oddities } from './authenticator.ts';

const MINUTE_MS = 60_000;
const used = { ok: false, problem: { code: 'used' } };
const wrong = { ok: false, problem: { code: 'wrong-code' } };

describeStores((make) => {
	let context: TestContext;
	beforeEach(() => {
		context = make();
	});

	const begin = async () => valueOf(await beginSignIn(context));

	describe('by passkey', () => {
		it('tells who it is by the passkey alone', async () => {
			const { teacher, passkey } = await makeTeacher(context);
			const { code } = await invite(context, teacher.id);
			const other = await makeTeacher(context, { code, name: 'Bo' });
			const flow = await begin();
			expect(flow.options).toMatchObject({ rpId: 'class.example', userVerification: 'preferred' });
			expect(flow.options.allowCredentials).toBeUndefined();
			context.clock.now += MINUTE_MS;
			expect(await finishSignIn(context, other.passkey.get(flow))).toMatchObject({
				ok: true,
				value: { teacher: { id: other.teacher.id, name: 'Bo', recoveryCodesLeft: 10 } }
			});
			const { teacher: ada } = valueOf(await finishSignIn(context, passkey.get(await begin())));
			expect(ada).toEqual({
				...{ id: teacher.id, name: 'Ada', recoveryCodesLeft: 10 },
				passkeys: [{ ...teacher.passkeys[0], usedAt: context.clock.now }]
			});
		});

		it.each([
			['that counts', true],
			['that does not count', false]
		])('signs in again and again with one %s', async (_, isCounting) => {
			const passkey = new Authenticator({ isCounting });
			await makeTeacher(context, { passkey });
			for (let i = 0; i < 3; i++) {
				expect(await finishSignIn(context, passkey.get(await begin()))).toMatchObject({ ok: true });
			}
		});

		it('refuses a copy that counts from an earlier use', async () => {
			const { passkey } = await makeTeacher(context);
			valueOf(await finishSignIn(context, passkey.get(await begin())));
			passkey.counter -= 1;
			expect(await finishSignIn(context, passkey.get(await begin()))).toEqual(wrong);
		});

		it('lets one in of two copies with one count at once', async () => {
			const { passkey } = await makeTeacher(context);
			const [a, b] = [await begin(), await begin()];
			const first = passkey.get(a);
			passkey.counter -= 1;
			const second = passkey.get(b);
			const outcomes = await Promise.all([
				finishSignIn(context, first),
				finishSignIn(context, second)
			]);
			expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		});

		it('takes an answer once, within five minutes, and keeps no challenge', async () => {
			const { passkey } = await makeTeacher(context);
			const answer = passkey.get(await begin());
			expect(await finishSignIn(context, answer)).toMatchObject({ ok: true });
			expect(await finishSignIn(context, answer)).toEqual(used);
			const late = passkey.get(await begin());
			context.clock.now += 5 * MINUTE_MS;
			expect(await finishSignIn(context, late)).toEqual(used);
			expect(await context.store.database.select().from(challenges)).toEqual([]);
		});

		it.each<[string, Oddities]>([
			['of another origin', { origin: 'https://evil.example' }],
			['for another server', { rpID: 'evil.example' }],
			['for another challenge', { challenge: 'AAAA' }],
			['of a new passkey', { type: 'webauthn.create' }],
			['with nobody there', { isPresent: false }],
			["of another's account", { userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' }]
		])('refuses an answer %s, and burns the challenge', async (_, odd) => {
			const { passkey } = await makeTeacher(context);
			const flow = await begin();
			expect(await finishSignIn(context, passkey.get(flow, odd))).toEqual(wrong);
			expect(await finishSignIn(context, passkey.get(flow))).toEqual(used);
		});

		it('refuses a passkey that nobody has, and another key under a known id', async () => {
			const { passkey } = await makeTeacher(context);
			const stranger = new Authenticator();
			expect(await finishSignIn(context, stranger.get(await begin()))).toEqual(wrong);
			const answer = stranger.get(await begin());
			answer.credential.id = passkey.id;
			answer.credential.rawId = passkey.id;
			expect(await finishSignIn(context, answer)).toEqual(wrong);
		});

		it('does not take a flow that was begun for something else', async () => {
			const { teacher, passkey } = await makeTeacher(context);
			const { code } = await invite(context, teacher.id);
			const flow = valueOf(await beginJoin(context, { code, name: 'Bo' }));
			const answer = passkey.get({ ...flow, options: { ...flow.options, rpId: 'class.example' } });
			expect(await finishSignIn(context, answer)).toEqual(used);
		});
	});

	describe('by recovery code', () => {
		it('signs in once with each, however it was typed', async () => {
			const { teacher } = await makeTeacher(context);
			const [a = '', b = ''] = teacher.recoveryCodes ?? [];
			const typed = a.toLowerCase().replaceAll('-', ' ');
			expect(await recover(context, typed)).toMatchObject({
				ok: true,
				value: { teacher: { id: teacher.id, recoveryCodesLeft: 9 } }
			});
			expect(await recover(context, a)).toEqual(used);
			expect(await recover(context, b)).toMatchObject({ ok: true });
			expect(await recover(context, '00000-00000-00000-00000-00000')).toEqual(wrong);
			expect(await recover(context, 'AAAAA')).toEqual(wrong);
		});

		it('lets one in of ten with one code at once', async () => {
			const { teacher } = await makeTeacher(context);
			const code = teacher.recoveryCodes?.[0] ?? '';
			const outcomes = await Promise.all(Array.from({ length: 10 }, () => recover(context, code)));
			expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		});

		it('makes new ones, which void the old; eight times at once leave ten', async () => {
			const { teacher } = await makeTeacher(context);
			await warmUp(context);
			const made = await Promise.all(
				Array.from({ length: 8 }, () => renewRecoveryCodes(context, teacher))
			);
			const codes = made.flatMap((outcome) => valueOf(outcome).recoveryCodes ?? []);
			expect(new Set(codes).size).toBe(80);
			const kept = await context.store.database.select().from(recoveryCodes);
			expect(kept).toHaveLength(10);
			const old = teacher.recoveryCodes?.[0] ?? '';
			expect(await recover(context, old)).toEqual(wrong);
			const last = codes.find((code) => kept.some(({ hash }) => hash === secretHash(code))) ?? '';
			expect(await recover(context, last)).toMatchObject({ ok: true });
		});

		it('is refused on an insecure origin, and the code stays', async () => {
			const { teacher } = await makeTeacher(context);
			const code = teacher.recoveryCodes?.[0] ?? '';
			const plain = make({ origin: 'http://192.168.1.5:3000' });
			const insecure = { ok: false, problem: { code: 'insecure' } };
			expect(await recover(plain, code)).toEqual(insecure);
			expect(await beginSignIn(plain)).toEqual(insecure);
			expect(await recover(context, code)).toMatchObject({ ok: true });
		});
	});
});
