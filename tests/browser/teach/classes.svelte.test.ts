import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from '#lib/state/app.svelte.ts';
import { ClassFileOpening } from '#lib/state/teach/class-file-opening.svelte.ts';
import { ClassFileSaving } from '#lib/state/teach/class-file-saving.svelte.ts';
import { ClassMaking } from '#lib/state/teach/class-making.svelte.ts';
import { ClassRoom } from '#lib/state/teach/class-room.svelte.ts';
import { NamesHidden } from '#lib/state/teach/names-hidden.svelte.ts';
import { SlipSheet } from '#lib/state/teach/slip-sheet.svelte.ts';
import { TeachHome } from '#lib/state/teach/teach-home.svelte.ts';
import { readSlipCode } from '#lib/domain/classroom/slips.ts';
import { AssignmentRepository } from '#lib/storage/assignment-repository.ts';
import { ClassRepository } from '#lib/storage/class-repository.ts';
import type { AssignmentRow } from '#lib/storage/class-rows.ts';
import { clearDevice, openApp } from '../settings/support.ts';

const PHRASE = 'six words of my own';
let app: App;

beforeEach(async () => {
	await clearDevice();
	app = await openApp();
});
afterEach(clearDevice);

async function makeClass(list = '1 Anna\n2 Ben\n3 Cem'): Promise<string> {
	const making = new ClassMaking(app);
	making.name = '8b';
	making.way = 'list';
	making.list = list;
	return (await making.make()) ?? 'none';
}

const stored = (id: string) => new ClassRepository(app.database).read(id);

/** Keeps what a class reads alive while a test looks at it. */
async function watching(id: string, look: (room: ClassRoom) => Promise<void>): Promise<void> {
	let room: ClassRoom | undefined;
	const stop = $effect.root(() => {
		const opened = new ClassRoom(app, id);
		$effect(() => void [opened.row, opened.assignments]);
		room = opened;
	});
	try {
		await vi.waitUntil(() => room?.status === 'ready');
		if (room) await look(room);
	} finally {
		stop();
	}
}

async function fileOf(id: string): Promise<File> {
	const files: File[] = [];
	const download = (file: Blob, name: string) => files.push(new File([file], name));
	const saving = new ClassFileSaving(app, { download });
	saving.phrase = PHRASE;
	await saving.save(id, 'download');
	const [file] = files;
	if (!file) throw new Error('no file was handed over');
	return file;
}

async function openFile(file: File, phrase = PHRASE): Promise<ClassFileOpening> {
	const opening = new ClassFileOpening(app);
	opening.pick(file);
	opening.phrase = phrase;
	await opening.open();
	return opening;
}

describe('a new class', () => {
	it('keeps names apart from the pupils, and gives each a pseudonym of their own', async () => {
		const row = await stored(await makeClass());
		expect(row?.privateNames).toEqual({ 1: 'Anna', 2: 'Ben', 3: 'Cem' });
		expect(row?.pupils.map(({ no, slip }) => [no, slip])).toEqual([1, 2, 3].map((no) => [no, 1]));
		expect(new Set(row?.pupils.map(({ pseudonym }) => pseudonym)).size).toBe(3);
		expect(JSON.stringify(row?.pupils)).not.toMatch(/Anna|Ben|Cem/);
	});

	it('is made once, and not before it has a name and a number of pupils', async () => {
		const making = new ClassMaking(app);
		making.count = '61';
		expect(await making.make()).toBe(undefined);
		making.name = ' 8b ';
		expect(making.register).toEqual({ ok: false, problem: { code: 'count', most: 60 } });
		making.count = '30';
		const made = await Promise.all([making.make(), making.make(), making.make()]);
		expect(made.filter(Boolean)).toHaveLength(1);
		expect(await app.database.classes.count()).toBe(1);
		expect((await app.database.classes.toArray())[0]?.pupils).toHaveLength(30);
	});
});

describe('the register', () => {
	it('keeps each change at once, and takes the last one back', async () => {
		await watching(await makeClass(), async ({ id, register }) => {
			await register.setPseudonym(2, ' Wild  Rose ');
			await register.setName(2, '');
			expect(await stored(id)).toMatchObject({ privateNames: { 1: 'Anna', 3: 'Cem' } });
			await register.undo();
			expect((await stored(id))?.privateNames[2]).toBe('Ben');
			await register.leave(2);
			expect((await stored(id))?.pupils[1]?.leftAt).toBeTypeOf('number');
			await register.undo();
			expect((await stored(id))?.pupils[1]).toEqual({ no: 2, pseudonym: 'Wild Rose', slip: 1 });
		});
	});

	it('gives no pseudonym twice and no number to somebody else', async () => {
		await watching(await makeClass(), async (room) => {
			const { id, register } = room;
			const before = await stored(id);
			const [first] = before?.pupils ?? [];
			await register.setPseudonym(2, first?.pseudonym.toUpperCase() ?? '');
			expect((await stored(id))?.pupils).toEqual(before?.pupils);
			await register.leave(3);
			const row = await stored(id);
			if (!row) throw new Error('no class');
			expect(register.nextNo(row)).toBe(4);
			expect(register.numberProblem(row, '3')).toEqual({ code: 'left' });
			expect(register.numberProblem(row, '1')).toEqual({ code: 'taken' });
			expect(register.numberProblem(row, '0')).toEqual({ code: 'range', most: 999 });
			await register.add('3', 'Dana');
			expect((await stored(id))?.privateNames[3]).toBe('Cem');
			await register.add('12', 'Dana');
			expect((await stored(id))?.pupils.at(-1)).toMatchObject({ no: 12, slip: 1 });
		});
	});

	it('of a class that is gone changes nothing and says so', async () => {
		await watching(await makeClass(), async (room) => {
			await new ClassRepository(app.database).remove(room.id);
			await room.register.setName(1, 'Zoe');
			expect(room.problem).toEqual({ code: 'missing' });
			expect(await stored(room.id)).toBe(undefined);
			await vi.waitUntil(() => room.status === 'missing');
		});
	});
});

describe('slips', () => {
	it('are one for each who is there; a replaced one has another code', async () => {
		await watching(await makeClass('x\n'.repeat(31)), async (room) => {
			const sheet = new SlipSheet(room);
			await room.register.leave(31);
			await vi.waitUntil(() => room.pupils.length === 30);
			const pages = (await sheet.pages) ?? [];
			expect(pages.map((page) => page.length)).toEqual([15, 15]);
			const codes = pages.flat().map(({ code }) => code);
			expect(new Set(codes).size).toBe(30);
			expect(readSlipCode(codes[6] ?? '', { classId: room.id, no: 7 }).ok).toBe(true);
			await room.register.replaceSlip(7);
			await vi.waitUntil(() => room.pupils[6]?.slip === 2);
			sheet.only = 7;
			const [[again] = []] = (await sheet.pages) ?? [];
			expect(again?.no).toBe(7);
			expect(again?.code).not.toBe(codes[6]);
		});
	});

	it('bear a name only where it is asked for, and never while names are hidden', async () => {
		await watching(await makeClass(), async (room) => {
			const sheet = new SlipSheet(room);
			const names = async () => (await sheet.pages)?.flat().map(({ name }) => name);
			expect(await names()).toEqual([undefined, undefined, undefined]);
			sheet.withNames = true;
			expect(await names()).toEqual(['Anna', 'Ben', 'Cem']);
			await new NamesHidden(app).set(true);
			expect(await names()).toEqual([undefined, undefined, undefined]);
		});
	});
});

describe('a class file', { timeout: 60_000 }, () => {
	it('brings a class back without the names, and only with its passphrase', async () => {
		const id = await makeClass();
		const file = await fileOf(id);
		const before = await stored(id);
		expect(before?.savedAt).toBeTypeOf('number');
		await new ClassRepository(app.database).remove(id);
		expect((await openFile(file, 'another phrase')).problem).toEqual({ code: 'wrong-passphrase' });
		expect(await stored(id)).toBe(undefined);
		expect((await openFile(file)).problem).toBe(undefined);
		expect(await stored(id)).toEqual({ ...before, savedAt: undefined, privateNames: {} });
	});

	it('older than the class loses no pupil and no replaced slip', async () => {
		const id = await makeClass();
		const file = await fileOf(id);
		await watching(id, async ({ register }) => {
			await register.add('9', 'Dana');
			await register.replaceSlip(1);
		});
		const before = await stored(id);
		await openFile(file);
		expect(await stored(id)).toEqual(before);
	});

	it('is not made with a passphrase that can be guessed', async () => {
		const files: Blob[] = [];
		const saving = new ClassFileSaving(app, { download: (file) => files.push(file) });
		saving.phrase = 'short';
		await saving.save(await makeClass(), 'download');
		expect(files).toEqual([]);
		saving.suggest();
		expect(saving.phrase).toMatch(/^(?:[a-z]+ ){5}[a-z]+$/);
		expect(saving.isLongEnough).toBe(true);
	});
});

/** An assignment to the first two pupils of a class. */
function assigned(classId: string, id: string, closesAt: number): AssignmentRow {
	return {
		id,
		classId,
		quizId: 'quiz',
		title: id,
		rules: {
			mode: 'practice',
			closesAt,
			attempts: 1,
			counts: 'first',
			order: 'fixed',
			feedback: 'each'
		},
		exceptions: [],
		pupils: [1, 2],
		versions: [],
		createdAt: closesAt
	};
}

describe('what is assigned', () => {
	it('is listed newest first, with who has handed in of those who should', async () => {
		const id = await makeClass();
		const store = new AssignmentRepository(app.database);
		const now = app.now();
		await store.create(assigned(id, 'over', now - 1));
		await store.create(assigned(id, 'open', now + 60_000));
		await store.create(assigned('another class', 'theirs', now + 60_000));
		await store.rule(
			{ id: 'r', at: now, type: 'state', assignmentId: 'over', no: 2, state: 'excused' },
			'over'
		);
		await store.take([
			{
				arrival: {
					id: 'a',
					at: now,
					route: 'qr',
					state: 'counted',
					sealed: '',
					assignmentId: 'over'
				},
				submission: {
					id: 's',
					assignmentId: 'over',
					quizHash: '',
					no: 1,
					attempt: 1,
					answers: [],
					startedAt: now,
					finishedAt: now,
					leftScreen: 0,
					arrivedAt: now
				}
			}
		]);
		await watching(id, async (room) => {
			await vi.waitUntil(() => room.assignments?.length === 2);
			expect(room.assignments?.map((one) => [one.title, one.isOpen, one.handedIn, one.of])).toEqual(
				[
					['open', true, 0, 2],
					['over', false, 1, 1]
				]
			);
			expect(room.results).toBe(1);
		});
		const home = new TeachHome(app);
		const stop = $effect.root(() => {
			$effect(() => void home.classes);
		});
		await vi.waitUntil(() => home.classes?.[0]?.open === 1);
		stop();
	});
});

describe('teach home', () => {
	it('lists classes and quizzes, begins a quiz and deletes it', async () => {
		const id = await makeClass();
		let home: TeachHome | undefined;
		const stop = $effect.root(() => {
			const opened = new TeachHome(app);
			$effect(() => void [opened.classes, opened.quizzes]);
			home = opened;
		});
		const lines = () => home?.quizzes?.map(({ title, state, items }) => [title, state, items]);
		await vi.waitUntil(() => home?.classes && home.quizzes);
		expect(home?.classes).toEqual([{ id, name: '8b', pupils: 3, open: 0 }]);
		const quiz = await home?.makeQuiz('New quiz');
		await vi.waitUntil(() => home?.quizzes?.length === 1);
		expect(lines()).toEqual([['New quiz', 'draft', 0]]);
		await home?.deleteQuiz(quiz ?? '');
		await vi.waitUntil(() => home?.quizzes?.length === 0);
		stop();
	});
});
