import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ServedClassScreen from '#lib/components/teach/server/ServedClassScreen.svelte';
import type { ClassBody } from '#lib/domain/classroom/api/class-api.ts';
import type { SignedInTeacher } from '#lib/domain/classroom/api/teacher-api.ts';
import { versionsByHash } from '#lib/domain/classroom/versions.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { ServedCounts } from '#lib/state/teach/served-counts.svelte.ts';
import { LiveBoard } from '#lib/state/teach/served-live.svelte.ts';
import { ServedRoom } from '#lib/state/teach/served-room.svelte.ts';
import { ServedSync } from '#lib/state/teach/served-sync.svelte.ts';
import { ServerAccount } from '#lib/state/teach/server-account.svelte.ts';
import { PinSheet } from '#lib/state/teach/server-pin-sheet.svelte.ts';
import type { ServerSide } from '#lib/state/teach/server-side.ts';
import { AssignmentRepository } from '#lib/storage/assignment-repository.ts';
import type { AssignmentRow } from '#lib/storage/class-rows.ts';
import { FakeClassServer } from '../../state/fake-class-server.ts';
import { clearAll, NOON, openApp } from '../review/open-app.ts';
import { MINUTE, startClass, there, typed } from './class-work.ts';

let app: App;
let fake: FakeClassServer;
let side: ServerSide;
const stops: (() => void)[] = [];

const TEACHER: SignedInTeacher = { id: 't', name: 'T', passkeys: [], recoveryCodesLeft: 10 };

beforeEach(async () => {
	await clearAll();
	app = await openApp({ now: NOON });
	fake = new FakeClassServer();
	const server = fake.remote;
	const account = new ServerAccount({ server, hasServer: true });
	account.status = 'signed-in';
	account.teacher = TEACHER;
	const sync = new ServedSync({ app, server, account, random: () => 0 });
	side = { server, account, sync, hasServer: true };
});
afterEach(() => {
	for (const stop of stops.splice(0)) stop();
	app.database.close();
});

async function until(holds: () => boolean | Promise<boolean>, tries = 600): Promise<void> {
	for (let i = 0; i < tries && !(await holds()); i++) {
		await new Promise((resolve) => setTimeout(resolve, 10));
		flushSync();
	}
	expect(await holds()).toBe(true);
}

/** A class of three with a Test, the class being on the server; Teach is open. */
async function onServer() {
	const work = await startClass(app);
	const served = new ServedRoom(app, side, {
		classId: work.schoolClass.id,
		joinAddress: 'https://school.example/join'
	});
	stops.push(side.sync.open());
	stops.push(
		$effect.root(() => {
			$effect(() => void [served.room.row, served.pupils, served.row]);
		})
	);
	await until(() => served.room.row !== undefined && served.isRead);
	expect(await served.put()).toBe(true);
	await until(() => served.row !== undefined);
	return { ...work, served };
}

async function handIn(assignment: AssignmentRow, no: number, id = app.newId()) {
	const [quizHash = ''] = (await versionsByHash(crypto, assignment)).keys();
	fake.submissions.push({
		...{ id, assignmentId: assignment.id, quizHash, no, attempt: 1, leftScreen: 0 },
		answers: [{ itemNo: 3, raw: typed('Emmy Noether'), tookMs: 4000 }],
		...{ startedAt: NOON - MINUTE, finishedAt: NOON - 1000, arrivedAt: NOON }
	});
	return id;
}

const isThere = (id: string) => () =>
	side.sync.standing(there(side.sync.records)[0]?.served.id, id)?.code === 'there';

describe('a class on the server', () => {
	it('is put there with its assignments, and tells its PINs for the slips', async () => {
		const { served, assignment, schoolClass } = await onServer();
		expect(served.row?.code).toBe('K3F-9QWX');
		expect(served.pupils.map(({ no, pin }) => [no, pin])).toEqual([
			...[1, 2, 3].map((no) => [no, `10000${no}`])
		]);
		expect(served.withoutPin).toEqual([]);
		await until(isThere(assignment.id));
		expect(fake.classes.get(schoolClass.id)?.assignments.has(assignment.id)).toBe(true);
		const sheet = new PinSheet(served);
		expect(sheet.slips.map(({ pin, name }) => [pin, name])).toContainEqual(['100001', undefined]);
		sheet.withNames = true;
		expect(sheet.slips[0]?.name).toBe('Anna');
	});

	it('is told each change by and by, the release too', async () => {
		const { assignment, schoolClass } = await onServer();
		await until(isThere(assignment.id));
		const store = new AssignmentRepository(app.database);
		await store.change(assignment.id, (row) => ({ ...row, releasedAt: NOON }));
		await until(() => !isThere(assignment.id)());
		await until(isThere(assignment.id));
		const kept = fake.classes.get(schoolClass.id)?.assignments.get(assignment.id);
		expect(kept?.releasedAt).toBe(NOON);
	});

	it('gives back what pupils hand in, and two routes count once', async () => {
		const { assignment, seal } = await onServer();
		const id = app.newId();
		const { Collecting } = await import('#lib/state/teach/collecting.svelte.ts');
		const { printResultText } = await import('#lib/domain/classroom/result-text.ts');
		await handIn(assignment, 1, id);
		await side.sync.now();
		const result = await seal({ id, no: 1 }, [typed('a'), typed('b'), typed('c'), typed('d')]);
		await new Collecting(app).takeText(printResultText(result));
		await side.sync.now();
		const record = there(await new AssignmentRepository(app.database).read(assignment.id));
		expect(record.submissions.map((each) => each.id)).toEqual([id]);
		expect(record.arrivals.map(({ route, state }) => [route, state]).sort()).toEqual([
			['server', 'counted'],
			['text', 'duplicate']
		]);
	});

	it('waits while nobody is signed in, says so, and goes on after signing in', async () => {
		const { assignment } = await onServer();
		await until(isThere(assignment.id));
		fake.script = () => 'signed-out';
		expect(await side.sync.now()).toBe(false);
		expect(side.account.status).toBe('signed-out');
		const store = new AssignmentRepository(app.database);
		await store.change(assignment.id, (row) => ({ ...row, title: 'Persons' }));
		await until(() => !isThere(assignment.id)());
		fake.script = () => undefined;
		expect(await side.sync.now()).toBe(true);
		await until(isThere(assignment.id));
	});

	it('tries again by itself after the network was away', async () => {
		const { assignment, schoolClass } = await onServer();
		let left = 2;
		fake.script = () => (left-- > 0 ? 'offline' : undefined);
		const store = new AssignmentRepository(app.database);
		await store.change(assignment.id, (row) => ({ ...row, title: 'Persons' }));
		await until(
			() => fake.classes.get(schoolClass.id)?.assignments.get(assignment.id)?.title === 'Persons',
			1500
		);
	}, 30_000);

	it('is told what is refused, and does not try it again as it is', async () => {
		const { assignment } = await onServer();
		await until(isThere(assignment.id));
		fake.script = (request) => (request.startsWith('PUT') ? 'unfit' : undefined);
		const store = new AssignmentRepository(app.database);
		await store.change(assignment.id, (row) => ({ ...row, title: 'Persons' }));
		const standing = () => side.sync.standing(assignment.classId, assignment.id)?.code;
		await until(() => standing() === 'refused');
		fake.asked.length = 0;
		await new Promise((resolve) => setTimeout(resolve, 2500));
		expect(fake.asked.filter((request) => request.startsWith('PUT'))).toEqual([]);
	}, 30_000);

	it('gets new PINs for those this device has none of, and is taken off once all is fetched', async () => {
		const { served, assignment, schoolClass } = await onServer();
		await app.database.servedClasses.update(schoolClass.id, { pins: { 1: '100001' } });
		await until(() => served.withoutPin.length === 2);
		expect(await served.newPins(served.withoutPin)).toBe(true);
		await until(() => served.withoutPin.length === 0);
		expect(served.pupils.map(({ pin }) => pin)).toEqual(['100001', '100004', '100005']);
		await handIn(assignment, 2);
		fake.script = () => 'offline';
		expect(await served.takeOff()).toBe(false);
		expect(fake.classes.has(schoolClass.id)).toBe(true);
		fake.script = () => undefined;
		expect(await served.takeOff()).toBe(true);
		await until(() => served.row === undefined);
		expect(fake.classes.has(schoolClass.id)).toBe(false);
		const record = there(await new AssignmentRepository(app.database).read(assignment.id));
		expect(record.submissions).toHaveLength(1);
	});
});

/** What another device of the same teacher puts meanwhile. */
async function putElsewhere(classId: string, change: (body: ClassBody) => ClassBody) {
	const kept = fake.classes.get(classId);
	if (!kept) throw new Error('the class is not there');
	const body = { ...change(kept.body), basedOn: kept.changedAt };
	expect((await fake.remote.ask('PUT', `classes/${classId}`, body)).ok).toBe(true);
}

/** The class's page, once the server was heard. */
async function openPage(served: ServedRoom, classId: string) {
	const counts = new ServedCounts(side, classId);
	await render(ServedClassScreen, { served, counts, side, address: 'school.example/join' });
	await served.look();
	return counts;
}

describe('a class that another device changed', () => {
	it('shows what differs, and is one again after a word', async () => {
		const { served, assignment, schoolClass } = await onServer();
		await until(isThere(assignment.id));
		await putElsewhere(schoolClass.id, ({ pupils: [one, ...others], ...body }) => ({
			...body,
			pupils: [{ no: 1, ...one, pseudonym: 'Owl' }, ...others, { no: 4, pseudonym: 'Kite' }]
		}));
		await served.room.register.setPseudonym(2, 'Swan');
		await until(() => served.isOutdated);
		expect(isThere(assignment.id)()).toBe(true);
		await openPage(served, schoolClass.id);
		const notice = page.getByText('Another device changed this class');
		await expect.element(notice).toBeInTheDocument();
		await expect.element(page.getByText('Only on the server: 4 Kite')).toBeInTheDocument();
		await expect
			.element(page.getByText('Number 1: “Heron 1” here, “Owl” there'))
			.toBeInTheDocument();
		await page.getByRole('button', { name: 'The other device’s' }).click();
		await until(() => served.difference === undefined && !served.busy);
		const called = () => served.room.pupils.map(({ no, pseudonym }) => `${no} ${pseudonym}`);
		expect(called()).toEqual(['1 Owl', '2 Heron 2', '3 Heron 3', '4 Kite']);
		await until(() => !served.isOutdated);
		expect(fake.classes.get(schoolClass.id)?.body.pupils).toHaveLength(4);
		expect(served.withoutPin).toEqual([4]);
		expect(document.activeElement).not.toBe(document.body);
	});

	it('is not overwritten by a device that finds it there', async () => {
		const { served, schoolClass } = await onServer();
		await served.forget();
		await putElsewhere(schoolClass.id, (body) => ({
			...{ ...body, retentionDays: 30 },
			pupils: [...body.pupils, { no: 4, pseudonym: 'Kite' }]
		}));
		await until(() => served.row === undefined);
		expect(await served.put()).toBe(true);
		await until(() => served.difference !== undefined);
		expect(served.difference?.added).toEqual([{ no: 4, pseudonym: 'Kite' }]);
		expect(served.row).toMatchObject({ code: 'K3F-9QWX', retentionDays: 30 });
		expect(fake.classes.get(schoolClass.id)?.body.pupils).toHaveLength(4);
		expect(await served.settle('here')).toBe(true);
		await until(() => served.difference === undefined);
		expect(served.room.pupils).toHaveLength(4);
	});
});

describe('what stays of a class', () => {
	const question = {
		...{ itemNo: 0, part: 0, ask: 'Who led the raid?', kind: 'who' as const, seen: 9 },
		...{ right: 5, partly: 1, wrong: 1, open: 2, undecided: 0, dropped: false }
	};

	it('is nothing yet as long as the answers are there', async () => {
		const { served, schoolClass } = await onServer();
		await openPage(served, schoolClass.id);
		await expect.element(page.getByText(/Nothing yet: the answers/)).toBeInTheDocument();
		await expect
			.element(page.getByText(/deletes pupils, PINs.* on January 15, 2027/))
			.toBeInTheDocument();
	});

	it('stands in a table by question, of nobody', async () => {
		const { served, schoolClass } = await onServer();
		const counts = { title: 'People', pupils: 9, madeAt: NOON, questions: [question] };
		const unused = { ...counts, title: 'Unused', pupils: 0 };
		fake.aggregates = [counts, unused].map((each) => ({ ...each, assignmentId: app.newId() }));
		const kept = await openPage(served, schoolClass.id);
		await kept.look();
		const table = page.getByRole('table', { name: 'People' });
		await expect.element(table).toBeInTheDocument();
		const cells = Array.from(table.element().querySelectorAll('td'), (cell) => cell.textContent);
		expect(cells).toEqual(['7', '5', '1', '1', '2']);
		await expect.element(table.getByText('Who led the raid?')).toBeInTheDocument();
		await expect.element(page.getByText('Nobody handed it in.')).toBeInTheDocument();
	});

	it('is asked for again where the server was not heard', async () => {
		const { served, schoolClass } = await onServer();
		fake.aggregates = [
			{ assignmentId: app.newId(), title: 'People', pupils: 9, madeAt: NOON, questions: [question] }
		];
		const kept = await openPage(served, schoolClass.id);
		fake.script = () => 'offline';
		await kept.look();
		const again = page.getByRole('button', { name: 'Try again' });
		await expect.element(again).toBeInTheDocument();
		fake.script = () => undefined;
		await again.click();
		await expect.element(page.getByRole('table', { name: 'People' })).toBeInTheDocument();
		expect(kept.problem).toBeUndefined();
	});
});

describe('the live view', () => {
	it('counts states, fetches what was handed in, and says when it last heard', async () => {
		const { assignment } = await onServer();
		fake.live = {
			...{ serverTime: NOON, items: 4, submissions: 1 },
			pupils: [
				{ no: 3, state: 'away', saved: 0 },
				{ no: 1, state: 'handed-in', saved: 4, handedInAt: NOON },
				{ no: 2, state: 'working', saved: 2, attempt: 1 }
			]
		};
		await handIn(assignment, 1);
		const of = { classId: assignment.classId, assignmentId: assignment.id };
		const board = new LiveBoard(app, side, of);
		stops.push(board.open(50));
		await until(() => board.view !== undefined);
		expect(board.pupils.map(({ no }) => no)).toEqual([1, 2, 3]);
		expect(board.counts).toEqual({ away: 1, ready: 0, working: 1, 'handed-in': 1 });
		const before = board.working;
		expect([...before]).toEqual([2]);
		const store = new AssignmentRepository(app.database);
		await until(async () => (await store.read(assignment.id))?.submissions.length === 1);
		await board.ask();
		expect(board.working).toBe(before);
		fake.script = (request) => (request.endsWith('/live') ? 'offline' : undefined);
		await board.ask();
		expect([board.problem?.code, board.heardAt]).toEqual(['unreachable', NOON]);
		expect(board.pupils).toHaveLength(3);
		fake.script = () => undefined;
		await until(() => board.problem === undefined);
	});
});
