import { beforeEach, expect, it } from 'vitest';
import { recoveryCodes } from '#lib/server/store/schema.ts';
import { beginAddPasskey, finishAddPasskey } from '#lib/server/teachers/add-passkey.ts';
import { removePasskey } from '#lib/server/teachers/passkeys.ts';
import { invite } from '#lib/server/teachers/server-codes.ts';
import { beginSignIn, finishSignIn } from '#lib/server/teachers/sign-in.ts';
import { describeStores, type TestContext } from '../support/stores.ts';
import { makeTeacher, valueOf, warmUp } from './a-teacher.ts';
import { Authenticator } from './authenticator.ts';

const wrong = { ok: false, problem: { code: 'wrong-code' } };
const used = { ok: false, problem: { code: 'used' } };
const done = { ok: true, value: undefined };

describeStores((make) => {
	let context: TestContext;
	let ada: Awaited<ReturnType<typeof makeTeacher>>;
	beforeEach(async () => {
		context = make();
		ada = await makeTeacher(context);
	});

	async function add(passkey = new Authenticator()): Promise<Authenticator> {
		const flow = valueOf(await beginAddPasskey(context, ada.teacher));
		valueOf(await finishAddPasskey(context, ada.teacher, passkey.create(flow)));
		return passkey;
	}
	const signIn = async (passkey: Authenticator) =>
		finishSignIn(context, passkey.get(valueOf(await beginSignIn(context))));

	it('adds a passkey, which then signs in', async () => {
		context.clock.now += 1;
		const passkey = await add();
		expect(await signIn(passkey)).toMatchObject({
			ok: true,
			value: {
				teacher: { id: ada.teacher.id, passkeys: [{ id: ada.passkey.id }, { id: passkey.id }] }
			}
		});
	});

	it('tells the browser which ones there are already, and takes none twice', async () => {
		const flow = valueOf(await beginAddPasskey(context, ada.teacher));
		expect(flow.options.excludeCredentials).toEqual([
			{ id: ada.passkey.id, type: 'public-key', transports: ['internal'] }
		]);
		expect(await finishAddPasskey(context, ada.teacher, ada.passkey.create(flow))).toEqual(used);
	});

	it("does not take another teacher's flow", async () => {
		const { code } = await invite(context, ada.teacher.id);
		const bo = await makeTeacher(context, { code, name: 'Bo' });
		const flow = valueOf(await beginAddPasskey(context, ada.teacher));
		const answer = new Authenticator().create(flow);
		expect(await finishAddPasskey(context, bo.teacher, answer)).toEqual(wrong);
	});

	it('removes a passkey, which signs in no more', async () => {
		const passkey = await add();
		expect(await removePasskey(context, ada.teacher.id, ada.passkey.id)).toEqual(done);
		expect(await signIn(ada.passkey)).toEqual(wrong);
		expect(await signIn(passkey)).toMatchObject({ ok: true });
	});

	it("does not remove another teacher's", async () => {
		const { code } = await invite(context, ada.teacher.id);
		const bo = await makeTeacher(context, { code, name: 'Bo' });
		const missing = { ok: false, problem: { code: 'missing' } };
		expect(await removePasskey(context, bo.teacher.id, ada.passkey.id)).toEqual(missing);
		expect(await removePasskey(context, ada.teacher.id, 'none')).toEqual(missing);
		expect(await signIn(ada.passkey)).toMatchObject({ ok: true });
	});

	it('removes the last one only while recovery codes are left', async () => {
		const all = [ada.passkey, await add(), await add(), await add()];
		await context.store.database.update(recoveryCodes).set({ usedAt: 1 });
		await warmUp(context);
		const outcomes = await Promise.all(
			all.map(({ id }) => removePasskey(context, ada.teacher.id, id))
		);
		const forbidden = { ok: false, problem: { code: 'forbidden' } };
		expect(outcomes.filter(({ ok }) => !ok)).toEqual([forbidden]);
		const last = all.find((_, i) => !outcomes[i]?.ok) ?? ada.passkey;
		expect(await signIn(last)).toMatchObject({ ok: true });
		await context.store.database.update(recoveryCodes).set({ usedAt: null });
		expect(await removePasskey(context, ada.teacher.id, last.id)).toEqual(done);
	});
});
