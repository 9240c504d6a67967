import { beforeEach, expect, it } from 'vitest';
import { signInByLink } from '#lib/server/pupils/link-sign-in.ts';
import { makeLink } from '#lib/server/pupils/links.ts';
import { pupils, pupilSessions } from '#lib/server/store/schema.ts';
import { describeStores, type TestContext } from '../support/stores.ts';
import { LYNXES, linkOf, OTTERS, otter, putClass, setOtter } from './a-class.ts';

describeStores((make) => {
	let context: TestContext;
	let link: string;
	beforeEach(async () => {
		context = make();
		await putClass(context, OTTERS);
		await putClass(context, LYNXES);
		link = await linkOf(context, 2);
	});

	const used = { ok: false, problem: { code: 'used' } };

	it('lets in once, and is used up by it', async () => {
		const pupil = { classId: OTTERS.classId, className: 'Class K3F-9QW6', no: 2 };
		expect(await signInByLink(context, link)).toMatchObject({
			ok: true,
			value: { pupil: { ...pupil, pseudonym: 'Animal 2' } }
		});
		expect((await otter(context, 2))?.linkHash).toBeNull();
		expect(await signInByLink(context, link)).toEqual(used);
		expect(await context.store.database.select().from(pupilSessions)).toHaveLength(1);
	});

	it('lets one in of ten that come at once', async () => {
		const outcomes = await Promise.all(
			Array.from({ length: 10 }, () => signInByLink(context, link))
		);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(9).fill(used));
	});

	it('lets in a class that opens its links at once', async () => {
		const row = await otter(context, 1);
		if (!row) throw new Error('no pupil');
		const made = Array.from({ length: 30 }, () => makeLink(crypto, OTTERS.classId));
		const rows = made.map(({ hash }, i) => ({ ...row, no: i + 10, linkHash: hash }));
		await context.store.database.insert(pupils).values(rows);
		const outcomes = await Promise.all(made.map((each) => signInByLink(context, each.link)));
		const numbers = outcomes.map((outcome) =>
			outcome.ok ? outcome.value.pupil.no : outcome.problem
		);
		expect(numbers).toEqual(rows.map(({ no }) => no));
		expect(await context.store.database.select().from(pupilSessions)).toHaveLength(30);
	});

	it('refuses a link that was replaced or taken back', async () => {
		const newer = await linkOf(context, 2);
		expect(await signInByLink(context, link)).toEqual(used);
		await setOtter(context, 2, { linkHash: null });
		expect(await signInByLink(context, newer)).toEqual(used);
	});

	it.each([
		['another secret', () => makeLink(crypto, OTTERS.classId).link, 'used'],
		['another class', () => link.replace(OTTERS.classId, LYNXES.classId), 'used'],
		['no link', () => 'https://class.example/', 'wrong-code']
	])('refuses %s', async (_, other, code) => {
		expect(await signInByLink(context, other())).toEqual({ ok: false, problem: { code } });
		expect((await otter(context, 2))?.linkHash).not.toBeNull();
	});

	it('refuses a pupil who left', async () => {
		await setOtter(context, 2, { leftAt: 1 });
		expect(await signInByLink(context, link)).toEqual(used);
	});

	it('refuses a number that is locked, and keeps the link for later', async () => {
		await setOtter(context, 2, { lockedAt: 1 });
		const locked = { ok: false, problem: { code: 'locked' } };
		expect(await signInByLink(context, link)).toEqual(locked);
		await setOtter(context, 2, { lockedAt: null });
		expect(await signInByLink(context, link)).toMatchObject({ ok: true });
	});
});
