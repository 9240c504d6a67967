import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import JoinScreen from '#lib/components/classroom/JoinScreen.svelte';
import SortForm from '#lib/components/quiz/SortForm.svelte';
import type { ServedAssignment } from '#lib/domain/classroom/api/pupil-api.ts';
import type { Handout } from '#lib/domain/classroom/types.ts';
import { withhold } from '#lib/domain/classroom/withhold.ts';
import type { Sitting } from '#lib/domain/quiz/types.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { AssignedRun } from '#lib/state/classroom/assigned-run.svelte.ts';
import { AssignedSitting } from '#lib/state/classroom/assigned-sitting.svelte.ts';
import { ClassJoining } from '#lib/state/classroom/class-joining.svelte.ts';
import { HandoutTaking } from '#lib/state/classroom/handout-taking.svelte.ts';
import { JoinedClasses } from '#lib/state/classroom/joined-classes.svelte.ts';
import { classSync } from '#lib/state/classroom/school-server.ts';
import { FakeSchool, GOOD_CODE, GOOD_LINK, GOOD_PIN } from '../../state/classroom/fake-school.ts';
import { clearAll, NOON, openApp, type Clock } from '../review/open-app.ts';
import { SMALL_BANK } from '../review/small-bank.ts';
import { give } from './given-class.ts';

let app: App;
let clock: Clock;
let school: FakeSchool;
const HOUR = 3_600_000;
const realFetch = globalThis.fetch;
const stops: (() => void)[] = [];

beforeEach(async () => {
	await clearAll();
	clock = { now: NOON };
	app = await openApp(clock);
	school = new FakeSchool();
	school.now = NOON;
	globalThis.fetch = (url, init) =>
		String(url).includes('/api/') ? school.fetch(url, init) : realFetch(url, init);
});
afterEach(() => {
	for (const stop of stops.splice(0)) stop();
	globalThis.fetch = realFetch;
	app.database.close();
});

/** Keeps what a screen would read subscribed. */
function watch(read: () => unknown): void {
	const stop = $effect.root(() => {
		$effect(() => void read());
	});
	stops.push(stop);
}

async function joinClass(no = 7): Promise<ClassJoining> {
	const joining = new ClassJoining(app);
	Object.assign(joining, { code: GOOD_CODE, number: `${no}`, pin: GOOD_PIN });
	expect(await joining.byPin()).toBe(true);
	return joining;
}

/** Gives every question of the small bank to the class, as its server does. */
async function serve(changes: Partial<Handout['rules']> = {}): Promise<ServedAssignment> {
	const { assignment, schoolClass } = await give(SMALL_BANK, { rules: changes });
	const [quiz] = assignment.versions;
	if (!quiz) throw new Error('no quiz');
	const { id, title, rules, releaseCode = '' } = assignment;
	const { classId } = school;
	const shown = await withhold(crypto, quiz, releaseCode);
	const { handout } = (await handoutOf(schoolClass)) ?? { handout: undefined };
	if (!handout) throw new Error('no handout');
	const given: ServedAssignment = {
		handout: {
			...handout,
			...{ assignmentId: id, classId, title, rules, exceptions: [], pupils: [7] },
			quiz: rules.mode === 'test' ? shown : { ...quiz, hashes: [] }
		},
		terms: {},
		released: [],
		attempts: []
	};
	school.assignments.push(given);
	return given;
}

/** A handout of the class for what all of them say. */
async function handoutOf(schoolClass: Awaited<ReturnType<typeof give>>['schoolClass']) {
	const { link } = await give(SMALL_BANK, { schoolClass });
	const id = await new HandoutTaking(app).takeLink(link);
	const row = await app.database.handouts.get(id ?? '');
	await app.database.handouts.clear();
	if (!row) return undefined;
	const handout: Handout = { ...row.handout };
	delete handout.sealedKey;
	return { handout };
}

/** The assignment's screen, once it is here. */
async function shown(id: string): Promise<AssignedRun> {
	const run = new AssignedRun(app, id);
	watch(() => [run.status, run.attempts, run.handins, run.isServed, run.way.joined, run.sent]);
	stops.push(run.way.stay());
	await expect.poll(() => run.status).toBe('ready');
	return run;
}

async function open(run: AssignedRun): Promise<{ sitting: AssignedSitting; id: string }> {
	const id = await run.begin();
	if (!id) throw new Error(run.problem?.code);
	const sitting = new AssignedSitting(app, run.id, id);
	watch(() => [sitting.way.handout, sitting.saving]);
	await sitting.read();
	const quiz = sitting.run;
	if (!quiz) throw new Error('no sitting');
	stops.push(quiz.open());
	await expect.poll(() => quiz.stage).toBe('open');
	return { sitting, id };
}

describe('joining', () => {
	test.each([
		[{ code: '', number: '7', pin: GOOD_PIN }, { code: 'no-code' }],
		[{ code: GOOD_CODE, number: '1000', pin: GOOD_PIN }, { code: 'no-number' }],
		[{ code: GOOD_CODE, number: '7', pin: '1234' }, { code: 'no-pin' }],
		[{ code: 'XXX', number: '7', pin: GOOD_PIN }, { code: 'wrong-code' }],
		[
			{ code: GOOD_CODE, number: '7', pin: '000000' },
			{ code: 'wrong-pin', triesLeft: 9 }
		]
	])('with %o is told why not', async (typed, problem) => {
		const joining = new ClassJoining(app);
		Object.assign(joining, typed);
		expect(await joining.byPin()).toBe(false);
		expect(joining.problem).toEqual(problem);
		expect(await app.database.joined.count()).toBe(0);
	});

	test('brings what the class has, and it is there after a start without a network', async () => {
		const { handout } = await serve();
		const joining = await joinClass();
		expect(joining.pupil).toMatchObject({ no: 7, pseudonym: 'Quiet Heron' });
		await expect.poll(() => app.database.handouts.get(handout.assignmentId)).toBeTruthy();
		await expect.poll(() => app.library.look.bank.facts).toEqual([]);
		app.database.close();
		globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
		app = await openApp(clock);
		const run = await shown(handout.assignmentId);
		expect(run.pupil).toMatchObject({ no: 7 });
		expect(await run.begin()).toBeTruthy();
	});

	test('by a link works once, and says so after', async () => {
		const joining = new ClassJoining(app);
		expect(await joining.byLink(GOOD_LINK)).toBe(true);
		expect(await joining.byLink('another link of twenty letters')).toBe(false);
		expect(joining.problem).toMatchObject({ code: 'used' });
	});

	test('without a network keeps nothing and says so', async () => {
		globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
		const joining = new ClassJoining(app);
		expect(await joining.byLink(GOOD_LINK)).toBe(false);
		expect(joining.problem).toEqual({ code: 'unreachable' });
	});

	test('a wrong PIN stands at its field, with the tries left, and the field has the focus', async () => {
		const joining = new ClassJoining(app);
		render(JoinScreen, { joining, hasServer: true, onnotme: () => undefined });
		await page.getByLabelText('Class code').fill(GOOD_CODE);
		await page.getByLabelText('Your number').fill('7');
		await page.getByLabelText('PIN').fill('000000');
		await page.getByRole('button', { name: 'Join' }).click();
		await expect.element(page.getByRole('alert')).toHaveTextContent('9 more tries');
		const pin = page.getByLabelText('PIN');
		await expect.element(pin).toHaveAttribute('aria-invalid', 'true');
		await expect.element(pin).toHaveFocus();
		await pin.fill(GOOD_PIN);
		await page.getByRole('button', { name: 'Join' }).click();
		await expect.element(page.getByRole('heading', { name: 'You are in' })).toHaveFocus();
	});

	test('is not offered where no class server is', async () => {
		const joining = new ClassJoining(app);
		render(JoinScreen, { joining, hasServer: false, onnotme: () => undefined });
		await expect.element(page.getByRole('heading', { name: 'No class server here' })).toBeVisible();
		await expect.element(page.getByLabelText('PIN')).not.toBeInTheDocument();
	});
});

describe('a Test from the server', () => {
	test('goes there answer by answer, and at once when it is handed in', async () => {
		const { handout } = await serve();
		await joinClass();
		await expect.poll(() => app.database.handouts.count()).toBe(1);
		const run = await shown(handout.assignmentId);
		const { sitting, id } = await open(run);
		await sitting.run?.answer({ form: 'type', text: 'Milltown' });
		await expect.poll(() => sitting.saving).toMatchObject({ given: 1, saved: 0 });
		await expect.poll(() => sitting.saving, { timeout: 5000 }).toMatchObject({ saved: 1 });
		expect(school.attempts.get(id)?.submission).toBeUndefined();
		await sitting.run?.handIn();
		expect(await sitting.end()).toBe('waits');
		await expect.poll(() => run.way.stateOf(id)).toEqual({ code: 'there', at: NOON });
		expect(school.attempts.get(id)?.submission).toMatchObject({ id, no: 7, attempt: 1 });
		expect(await app.database.handins.count()).toBe(0);
		expect(run.sent.map((each) => each.id)).toEqual([id]);
		expect(await run.begin()).toBeUndefined();
		expect(run.problem).toEqual({ code: 'no-attempt-left', most: 1 });
	});

	test('waits without a network, and goes when it is back', async () => {
		const { handout } = await serve();
		await joinClass();
		await expect.poll(() => app.database.handouts.count()).toBe(1);
		const run = await shown(handout.assignmentId);
		const { sitting, id } = await open(run);
		globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
		await sitting.run?.answer({ form: 'type', text: 'Milltown' });
		await sitting.run?.handIn();
		await expect.poll(() => run.way.isAway).toBe(true);
		expect(run.way.stateOf(id)).toEqual({ code: 'waiting' });
		globalThis.fetch = (url, init) => school.fetch(url, init);
		dispatchEvent(new Event('online'));
		await expect
			.poll(() => run.way.stateOf(id), { timeout: 1500 })
			.toEqual({ code: 'there', at: NOON });
	});

	test.each([
		['ahead', 3, 1, NOON + 3 * HOUR + 600_000],
		['ahead, near the end', 3, 0.1, NOON + 3.1 * HOUR],
		['behind, after the end', -3, -1, undefined]
	])('opens and closes by the server’s clock: %s', async (_, offHours, closesIn, deadlineAt) => {
		clock.now = NOON + offHours * HOUR;
		const given = await serve();
		given.terms = { closesAt: NOON + closesIn * HOUR, minutes: 10 };
		await joinClass();
		await expect.poll(() => app.database.joined.toArray()).toMatchObject([{ syncedAt: clock.now }]);
		const run = await shown(given.handout.assignmentId);
		const id = await run.begin();
		const [sitting] = await app.sittings.assigned(run.id);
		expect([sitting?.id, sitting?.deadlineAt]).toEqual([id, deadlineAt]);
		if (!id) expect(run.problem).toEqual({ code: 'closed', closesAt: NOON + closesIn * HOUR });
	});

	test('counts the attempts of other devices', async () => {
		const given = await serve({ attempts: 2 });
		const submissionId = crypto.randomUUID();
		given.attempts = [{ submissionId, attempt: 1 }];
		await joinClass();
		await expect.poll(() => app.database.handouts.count()).toBe(1);
		const run = await shown(given.handout.assignmentId);
		expect([run.attemptsLeft, run.isElsewhere]).toEqual([1, true]);
		const { sitting } = await open(run);
		expect(sitting.run?.sitting?.assigned?.attempt).toBe(2);
		await sitting.run?.handIn();
		await expect.poll(() => run.attemptsLeft).toBe(0);
		expect(await run.begin()).toBeUndefined();
		expect(run.problem).toEqual({ code: 'no-attempt-left', most: 2, isElsewhere: true });
	});

	test('is told with the server’s marks once it is released', async () => {
		const given = await serve();
		await joinClass();
		await expect.poll(() => app.database.handouts.count()).toBe(1);
		const { assignmentId, quiz } = given.handout;
		const run = await shown(assignmentId);
		const { sitting, id } = await open(run);
		await sitting.run?.handIn();
		await expect.poll(() => run.way.stateOf(id)?.code).toBe('there');
		const whole = (await give(SMALL_BANK)).assignment.versions[0];
		if (!whole) throw new Error('no quiz');
		given.released = [{ hash: quiz.hash, quiz: { ...whole, hashes: [] } }];
		const mark = { credit: 1.5, outOf: 3, undecided: 1 };
		school.marks[assignmentId] = { attempts: [{ submission: { id }, marks: [], ...mark }] };
		await (await classSync(app)).now();
		await expect.poll(() => run.isTold).toBe(true);
		expect(app.library.look.bank.facts).toHaveLength(SMALL_BANK.facts.length);
		await run.way.fetchMarks();
		expect(run.way.markOf(id)).toEqual({ submissionId: id, ...mark });
		await sitting.run?.reload();
		expect(await sitting.end()).toBe('told');
	});

	test('can be sorted although the sentences have no ids', async () => {
		const part = { questionId: 'q1' };
		const item = {
			form: 'sort' as const,
			parts: [
				{ ...part, cue: 'One thing.' },
				{ ...part, cue: 'Another.' }
			]
		};
		render(SortForm, { item, chosen: [null, null], onsort: () => undefined });
		await expect.element(page.getByText('Another.')).toBeVisible();
	});
});

describe('who may do what', () => {
	test('another tab that is at it is left to it', async () => {
		await serve();
		await joinClass();
		const sync = await classSync(app);
		await expect.poll(() => app.database.handouts.count()).toBe(1);
		let letGo: () => void = () => undefined;
		const held = new Promise<void>((resolve) => (letGo = resolve));
		const lock = navigator.locks.request('recount-class-sync', () => held);
		await new Promise((resolve) => setTimeout(resolve, 50));
		school.requests.length = 0;
		await sync.now();
		expect(school.requests).toEqual([]);
		letGo();
		await lock;
		await sync.now();
		expect(school.requests).toContain('GET assignments');
	});

	test('a device that is not known any more says so, and sends all once it is', async () => {
		const { handout } = await serve();
		await joinClass();
		await expect.poll(() => app.database.handouts.count()).toBe(1);
		const run = await shown(handout.assignmentId);
		const { sitting, id } = await open(run);
		school.isSignedIn = false;
		await sitting.run?.handIn();
		await expect.poll(() => run.way.stateOf(id)).toEqual({ code: 'signed-out' });
		await joinClass();
		await expect.poll(() => run.way.stateOf(id)?.code).toBe('there');
	});

	test('what a server refuses can be sealed with a slip’s code and given by hand', async () => {
		const given = await serve();
		const { handout } = given;
		await joinClass();
		await expect.poll(() => app.database.handouts.count()).toBe(1);
		const run = await shown(handout.assignmentId);
		const { sitting, id } = await open(run);
		school.refused.set(id, 'wrong-version');
		await sitting.run?.handIn();
		await expect.poll(() => run.way.stateOf(id)).toEqual({ code: 'refused', why: 'wrong-version' });
		expect(await run.copy(id, 'AAAA-AAAA')).toBe(false);
		expect(run.problem).toEqual({ code: 'mistyped' });
		const { codeOf } = await give(SMALL_BANK, {
			schoolClass: { ...(await give(SMALL_BANK)).schoolClass, id: school.classId }
		});
		expect(await run.copy(id, await codeOf(7))).toBe(true);
		await expect.poll(() => run.handins.map((handin) => handin.id)).toEqual([id]);
	});

	test('leaving signs out and leaves nothing that was sent', async () => {
		await serve();
		await joinClass();
		await expect.poll(() => app.database.handouts.count()).toBe(1);
		const classes = new JoinedClasses(app);
		watch(() => classes.rows);
		await expect.poll(() => classes.rows?.length).toBe(1);
		const [row] = classes.rows ?? [];
		if (row) await classes.leave(row);
		expect(school.isSignedIn).toBe(false);
		expect(await app.database.handouts.count()).toBe(0);
		expect(app.library.look.bank.facts).toHaveLength(SMALL_BANK.facts.length);
	});
});

test('an attempt that this device knows by its slip alone needs no server', async () => {
	const given = await give(SMALL_BANK, {
		rules: { closesAt: NOON + 1000 },
		exceptions: [{ no: 8, closesAt: NOON + 5000 }]
	});
	const id = await new HandoutTaking(app).takeLink(given.link);
	const run = new AssignedRun(app, id ?? '');
	watch(() => [run.status, run.isServed]);
	await expect.poll(() => run.status).toBe('ready');
	await run.choose(8, await given.codeOf(8));
	app.database.close();
	clock.now = NOON + 2000;
	app = await openApp(clock);
	// The pupil's own end, not the class's.
	expect(app.look.bank.facts).toEqual([]);
	app.database.close();
	clock.now = NOON + 5000;
	app = await openApp(clock);
	expect(app.look.bank.facts).toHaveLength(SMALL_BANK.facts.length);
	const sittings: Sitting[] = await app.sittings.assigned(id ?? '');
	expect(sittings).toEqual([]);
	expect(school.requests).toEqual([]);
});
