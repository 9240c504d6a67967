import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeClassKeys } from '#lib/domain/classroom/class-keys.ts';
import { readHandoutFile, readHandoutLink } from '#lib/domain/classroom/handout-codec.ts';
import { readIdLink } from '#lib/domain/classroom/id-handout.ts';
import { fromIdHandout } from '#lib/domain/classroom/id-quiz.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { Assigning } from '#lib/state/teach/assigning.svelte.ts';
import { HandingOut } from '#lib/state/teach/handing-out.svelte.ts';
import { QuizMaking } from '#lib/state/teach/quiz-making.svelte.ts';
import { AssignmentRepository } from '#lib/storage/assignment-repository.ts';
import { ClassRepository } from '#lib/storage/class-repository.ts';
import { QUIZ_BANK } from '../quiz/quiz-bank.ts';
import { clearAll, NOON, openApp } from '../review/open-app.ts';

/** With an edition as banks have it. */
const BANK = { ...QUIZ_BANK, edition: '0123456789ab' };
const HOUR = 3_600_000;
const ADDRESS = 'https://recount.example/assigned';
const ALL = {
	blueprint: { reports: [], length: 3, levels: [], forms: ['choose' as const], grave: false },
	title: 'Where it was'
};
const GRAVE = 'r/f5/where';

let app: App;
let clock: { now: number };
let classes: ClassRepository;
let stops: (() => void)[];

beforeEach(async () => {
	await clearAll();
	clock = { now: NOON };
	app = await openApp(clock, BANK);
	classes = new ClassRepository(app.database);
	stops = [];
});
afterEach(() => {
	for (const stop of stops) stop();
	app.database.close();
});

/** A new quiz, opened as in a tab. */
async function newQuiz(): Promise<QuizMaking> {
	const id = app.newId();
	const empty = { title: '', seed: 'seed', items: [], state: 'draft' as const };
	await classes.saveQuiz({ id, ...empty, changedAt: NOON });
	return openQuiz(id);
}

async function openQuiz(id: string): Promise<QuizMaking> {
	const making = new QuizMaking(app, id);
	stops.push(making.open());
	await vi.waitFor(() => expect(making.status).toBe('ready'));
	return making;
}

async function makeClass(): Promise<string> {
	const pupils = [1, 2, 3].map((no) => ({ no, pseudonym: `Heron ${no}`, slip: 1 }));
	const keys = await makeClassKeys(crypto);
	const id = app.newId();
	const rest = { createdAt: NOON, privateNames: { 2: 'Ben' }, changedAt: NOON };
	await classes.create({ id, name: '8b', pupils, keys, ...rest });
	return id;
}

async function published(): Promise<QuizMaking> {
	const making = await newQuiz();
	await making.draw(ALL);
	expect(making.publish()).toBe(true);
	await making.settled();
	return making;
}

/** The form for an assignment, kept alive as by its screen. */
async function assigningOf(quizId: string): Promise<Assigning> {
	let made: Assigning | undefined;
	stops.push(
		$effect.root(() => {
			const assigning = new Assigning(app, quizId);
			$effect(() => void [assigning.status, assigning.quiz]);
			made = assigning;
		})
	);
	const assigning = made ?? expect.fail('no form');
	await vi.waitFor(() =>
		expect([assigning.status, assigning.classes.length]).toEqual(['ready', 1])
	);
	return assigning;
}

async function handingOf(id: string): Promise<HandingOut> {
	const run = new HandingOut(app, id, ADDRESS);
	stops.push(run.open());
	await vi.waitFor(() => expect(run.ways).toBeDefined());
	return run;
}

const idsOf = ({ items }: Pick<QuizMaking, 'items'>) =>
	items.map(({ parts: [part] }) => part?.questionId);
const formsIn = ({ items }: Pick<QuizMaking, 'items'>) => items.map(({ form }) => form);

describe('making a quiz', () => {
	it('stores each change at once and takes each back', async () => {
		const making = await newQuiz();
		await making.draw(ALL);
		const drawn = idsOf(making);
		expect(drawn).toHaveLength(3);
		making.move(0, 1);
		expect(idsOf(making)).toEqual([drawn[1], drawn[0], drawn[2]]);
		making.remove(0);
		making.setForm(0, 'type');
		await making.settled();
		const row = await classes.readQuiz(making.id);
		expect(row?.title).toBe('Where it was');
		expect(row?.items).toEqual(making.items);
		expect([idsOf(making), formsIn(making)]).toEqual([
			[drawn[0], drawn[2]],
			['type', 'choose']
		]);
		for (let step = 0; step < 3; step++) making.undo();
		expect([idsOf(making), formsIn(making)]).toEqual([drawn, ['choose', 'choose', 'choose']]);
		making.undo();
		expect([making.items, making.canUndo]).toEqual([[], false]);
	});

	it('keeps a title that is typed while it is drawn', async () => {
		const making = await newQuiz();
		const drawing = making.draw(ALL);
		making.rename('My own');
		await drawing;
		expect(making.items).toHaveLength(3);
		expect(making.quiz.title).toBe('My own');
	});

	it('takes letters typed in a row back as one', async () => {
		const making = await newQuiz();
		for (const title of ['A', 'Al', 'All']) making.rename(title);
		making.undo();
		expect(making.quiz.title).toBe('');
	});

	it('replaces a question by another of its kind that is not in the quiz', async () => {
		const making = await newQuiz();
		await making.draw(ALL);
		const before = idsOf(making);
		making.replace(1);
		const after = idsOf(making);
		expect(before).not.toContain(after[1]);
		expect([after[0], after[2]]).toEqual([before[0], before[2]]);
	});

	it('adds a question once, and types it where wrong options are too few', async () => {
		const making = await newQuiz();
		const ids = BANK.questions.map(({ id }) => id).filter((id) => id !== GRAVE);
		for (const id of ids) making.add(id, 'type');
		making.add(ids[0] ?? '', 'choose');
		expect(idsOf(making)).toEqual(ids);
		making.setForm(0, 'choose');
		expect([formsIn(making)[0], making.news]).toEqual(['type', { code: 'typed', itemNo: 0 }]);
	});

	it('warns of a grave opening', async () => {
		const making = await newQuiz();
		making.add(GRAVE, 'choose');
		making.add('r/f0/where', 'choose');
		expect(making.warnings).toContainEqual({ code: 'grave-first', itemNo: 0 });
		making.move(0, 1);
		expect(making.warnings).toEqual([]);
	});

	it('is published with a title and a question only', async () => {
		const making = await newQuiz();
		expect([making.publish(), making.refusal]).toEqual([false, 'no-items']);
		making.add('r/f0/where', 'type');
		expect([making.publish(), making.refusal]).toEqual([false, 'no-title']);
		making.rename('One');
		expect([making.publish(), making.quiz.state]).toEqual([true, 'published']);
		making.remove(0);
		expect(making.quiz.state).toBe('draft');
	});

	it('tells another tab of the newest, and keeps what was there', async () => {
		const one = await newQuiz();
		const other = await openQuiz(one.id);
		one.rename('First');
		await vi.waitFor(() => expect(other.quiz.title).toBe('First'));
		expect(other.news).toEqual({ code: 'elsewhere' });
		other.undo();
		await vi.waitFor(() => expect(one.quiz.title).toBe(''));
	});
});

describe('assigning', () => {
	it('freezes the quiz with the defaults of a Practice', async () => {
		const making = await published();
		const classId = await makeClass();
		const id = await (await assigningOf(making.id)).assign();
		const record = await new AssignmentRepository(app.database).read(id ?? '');
		expect(record?.assignment).toMatchObject({
			classId,
			title: 'Where it was',
			rules: {
				mode: 'practice',
				attempts: 3,
				counts: 'best',
				feedback: 'each',
				order: 'per-pupil'
			},
			pupils: [1, 2, 3],
			exceptions: []
		});
		expect(record?.assignment.versions.map(({ items }) => idsOf({ items }))).toEqual([
			idsOf(making)
		]);
		expect(record?.assignment.versions[0]?.publicQuestionIds).toEqual(idsOf(making));
	});

	it('gives a Test a release code, and one pupil other terms', async () => {
		const making = await published();
		await makeClass();
		const assigning = await assigningOf(making.id);
		assigning.chooseMode('test');
		assigning.minutes = 10;
		assigning.choosePupils([1, 2]);
		assigning.except(2, { extraMinutes: 5 });
		assigning.except(3, { extraMinutes: 5 });
		const id = await assigning.assign();
		const record = await new AssignmentRepository(app.database).read(id ?? '');
		expect(record?.assignment).toMatchObject({
			rules: { mode: 'test', attempts: 1, counts: 'first', feedback: 'release', minutes: 10 },
			pupils: [1, 2],
			exceptions: [{ no: 2, extraMinutes: 5 }]
		});
		expect(record?.assignment.releaseCode).toMatch(/^[\w-]{22}$/);
	});

	it.each([
		['nobody', (form: Assigning) => form.choosePupils([])],
		['closes-early', (form: Assigning) => (form.closesAt = NOON - HOUR)]
	])('is refused: %s', async (code, spoil) => {
		const making = await published();
		await makeClass();
		const assigning = await assigningOf(making.id);
		spoil(assigning);
		expect(await assigning.assign()).toBeUndefined();
		expect(assigning.problem).toEqual({ code });
	});

	it('leaves grave matter out of a timed quiz, or replaces it in the quiz', async () => {
		const making = await published();
		making.add(GRAVE, 'type');
		await making.settled();
		await makeClass();
		const assigning = await assigningOf(making.id);
		await vi.waitFor(() => expect(assigning.given.items).toBe(4));
		assigning.minutes = 5;
		expect([assigning.leftOut, assigning.given.items]).toEqual([[3], 3]);
		await assigning.replaceLeftOut();
		await vi.waitFor(() => expect(assigning.leftOut).toEqual([]));
		expect(assigning.given.items).toBe(4);
		await vi.waitFor(() => expect(idsOf(making)).not.toContain(GRAVE));
	});
});

describe('handing out', () => {
	it('a Practice of shipped questions goes as a code that makes the same quiz again', async () => {
		const making = await published();
		await makeClass();
		const id = await (await assigningOf(making.id)).assign();
		const run = await handingOf(id ?? '');
		expect([run.ways?.carrier, run.ways?.why]).toEqual(['qr', ['qr-fits']]);
		const [address, fragment = ''] = run.ways?.codeLink?.split('#') ?? [];
		expect(address).toBe(ADDRESS);
		const bank = app.library.shipped.bank;
		const at = { edition: bank.edition, questionCount: bank.questions.length };
		const ids = await readIdLink(crypto, fragment, at);
		const again = ids.ok ? await fromIdHandout(crypto, ids.value, bank) : ids;
		expect(again.ok && again.value.quiz).toEqual(run.present);
	});

	it('a Test goes as a link or a file without its answers', async () => {
		const making = await published();
		await makeClass();
		const assigning = await assigningOf(making.id);
		assigning.chooseMode('test');
		const run = await handingOf((await assigning.assign()) ?? '');
		expect(run.ways?.codeLink).toBeUndefined();
		expect(run.ways?.why[0]).toBe('test-needs-words');
		const link = await readHandoutLink(crypto, run.ways?.link.split('#')[1] ?? '');
		const file = await readHandoutFile(crypto, run.ways?.file ?? '');
		expect([link.ok, file.ok, run.ways?.fileName]).toEqual([true, true, 'Where-it-was.recount']);
		expect(run.ways?.file).not.toContain('"right"');
	});

	it('a changed quiz goes out as a new version; the first stays', async () => {
		const making = await published();
		await makeClass();
		const run = await handingOf((await (await assigningOf(making.id)).assign()) ?? '');
		expect(run.newer).toBeUndefined();
		making.remove(0);
		await making.settled();
		const again = await handingOf(run.id);
		await vi.waitFor(() => expect(again.newer?.items).toHaveLength(2));
		await again.renew();
		await vi.waitFor(() => expect(again.present?.version).toBe(2));
		const record = await new AssignmentRepository(app.database).read(run.id);
		expect(
			record?.assignment.versions.map(({ version, items }) => [version, items.length])
		).toEqual([
			[1, 3],
			[2, 2]
		]);
	});
});
