import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { hashPin } from '#lib/server/pupils/pins.ts';
import { signInByPin } from '#lib/server/pupils/pin-sign-in.ts';
import { pupils, pupilSessions } from '#lib/server/store/schema.ts';
import { describeStores, type TestContext } from '../support/stores.ts';
import { LYNXES, OTTERS, otter, PIN, putClass, setOtter, WRONG_PIN } from './a-class.ts';

const LONG_MS = 60_000;

describeStores((make) => {
	let context: TestContext;
	beforeEach(async () => {
		context = make();
		await putClass(context, OTTERS);
		await putClass(context, LYNXES);
	});

	const signIn = (no: number, pin: string, code = OTTERS.code) =>
		signInByPin(context, { code, no, pin });
	const sessions = async () =>
		(await context.store.database.select().from(pupilSessions)).map(({ classId, no }) => [
			classId,
			no
		]);

	it('lets in by the right PIN, however the code was typed', async () => {
		const letIn = await signIn(2, PIN, ' k3f9qw6 ');
		const who = { classId: OTTERS.classId, no: 2, className: 'Class K3F-9QW6' };
		expect(letIn).toMatchObject({ ok: true, value: { pupil: { ...who, pseudonym: 'Animal 2' } } });
		expect(await sessions()).toEqual([[OTTERS.classId, 2]]);
		expect(await otter(context, 2)).toMatchObject({ wrongTries: 0, seenAt: context.clock.now });
	});

	it('keeps of a session only the hash of its token', async () => {
		const letIn = await signIn(1, PIN);
		const token = letIn.ok ? letIn.value.session.token : '';
		const rows = await context.store.database.select().from(pupilSessions);
		expect(token).toHaveLength(43);
		expect(JSON.stringify(rows)).not.toContain(token);
	});

	it.each([
		['a code mistyped', [1, PIN, 'K3F-9QW7'], { code: 'wrong-code' }],
		['a code of no class', [1, PIN, '000-0000'], { code: 'wrong-code' }],
		['a number that is none', [9, PIN, OTTERS.code], { code: 'wrong-pin' }],
		['a wrong PIN', [1, WRONG_PIN, OTTERS.code], { code: 'wrong-pin', triesLeft: 9 }]
	] as const)('refuses %s', async (_, [no, pin, code], problem) => {
		expect(await signIn(no, pin, code)).toEqual({ ok: false, problem });
		expect(await sessions()).toEqual([]);
	});

	it('refuses a pupil who left as if there were none', async () => {
		await setOtter(context, 1, { leftAt: 1 });
		expect(await signIn(1, PIN)).toEqual({ ok: false, problem: { code: 'wrong-pin' } });
	});

	it('counts wrong PINs in a row; a right one begins anew', async () => {
		await setOtter(context, 1, { wrongTries: 7 });
		const two = { code: 'wrong-pin', triesLeft: 2 };
		expect(await signIn(1, WRONG_PIN)).toEqual({ ok: false, problem: two });
		expect(await signIn(1, PIN)).toMatchObject({ ok: true });
		const nine = { code: 'wrong-pin', triesLeft: 9 };
		expect(await signIn(1, WRONG_PIN)).toEqual({ ok: false, problem: nine });
	});

	it('locks with the tenth wrong PIN, that number alone; who is in stays in', async () => {
		await signIn(1, PIN);
		await signIn(2, PIN);
		await setOtter(context, 1, { wrongTries: 9 });
		const locked = { ok: false, problem: { code: 'locked' } };
		expect(await signIn(1, WRONG_PIN)).toEqual(locked);
		expect(await otter(context, 1)).toMatchObject({ wrongTries: 10, lockedAt: context.clock.now });
		expect(await signIn(1, PIN)).toEqual(locked);
		expect(await signIn(1, WRONG_PIN)).toEqual(locked);
		expect(await otter(context, 1)).toMatchObject({ wrongTries: 10 });
		expect(await sessions()).toHaveLength(2);
		expect(await signIn(1, PIN, LYNXES.code)).toMatchObject({ ok: true });
	});

	it(
		'counts exactly ten of fifty wrong PINs at once',
		async () => {
			const guesses = Array.from({ length: 50 }, () => signIn(3, WRONG_PIN));
			const outcomes = await Promise.all(guesses);
			const problems = outcomes.map((outcome) => (outcome.ok ? undefined : outcome.problem));
			const left = problems.flatMap((problem) => problem?.triesLeft ?? []);
			expect(left.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
			expect(problems.filter((problem) => problem?.code === 'locked')).toHaveLength(41);
			expect(await otter(context, 3)).toMatchObject({ wrongTries: 10 });
			expect((await otter(context, 1))?.wrongTries).toBe(0);
		},
		LONG_MS
	);

	it('does not let in by a PIN that was replaced while it was reckoned', async () => {
		const pinHash = await hashPin(crypto, '161803');
		const guess = signIn(1, PIN);
		await setOtter(context, 1, { pinHash });
		const outcome = await guess;
		const stale = !outcome.ok && outcome.problem.code === 'wrong-pin';
		// Unless it was reckoned before the new one came: then it was right.
		expect(stale || outcome.ok).toBe(true);
		expect(await signIn(1, PIN)).toMatchObject({ ok: false });
		expect(await signIn(1, '161803')).toMatchObject({ ok: true });
	});

	it(
		'lets in a class that signs in at once',
		async () => {
			const numbers = Array.from({ length: 30 }, (_, i) => (i % 3) + 1);
			const outcomes = await Promise.all(numbers.map((no) => signIn(no, PIN)));
			expect(outcomes.every(({ ok }) => ok)).toBe(true);
			const ofClass = eq(pupilSessions.classId, OTTERS.classId);
			const rows = await context.store.database.select().from(pupilSessions).where(ofClass);
			expect(new Set(rows.map(({ hash }) => hash)).size).toBe(30);
			const rowsOfPupils = await context.store.database.select().from(pupils);
			expect(rowsOfPupils.every(({ wrongTries }) => wrongTries === 0)).toBe(true);
		},
		LONG_MS
	);
});
