import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Item } from '#lib/domain/quiz/types.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { PrintJob } from '#lib/state/teach/print-job.svelte.ts';
import {
	AssignmentSource,
	QuizSource,
	type PrintSource
} from '#lib/state/teach/print-source.svelte.ts';
import { AssignmentRepository } from '#lib/storage/assignment-repository.ts';
import { ClassRepository } from '#lib/storage/class-repository.ts';
import { QUIZ_BANK } from '../quiz/quiz-bank.ts';
import { clearAll, NOON, openApp } from '../review/open-app.ts';
import { startClass } from './class-work.ts';

const PLACES = ['Ferry Lane', 'Southgate', 'Millbank', 'Harbour'];

/** One of each form but sort; the last two ask of something grave, and of something that is gone. */
const ITEMS: Item[] = [
	{
		form: 'choose',
		parts: [{ questionId: 'r/f0/where' }],
		options: PLACES.map((text) => ({ text })),
		right: 0
	},
	{
		form: 'true-false',
		parts: [{ questionId: 'r/f1/where' }],
		proposed: 'Harbour',
		right: false
	},
	{
		form: 'match',
		parts: [
			{ questionId: 'r/f2/where', cue: 'Event two' },
			{ questionId: 'r/f3/where', cue: 'Event three' }
		],
		options: PLACES.map((text) => ({ text })),
		right: [2, 3]
	},
	{ form: 'type', parts: [{ questionId: 'r/f5/where' }] },
	{ form: 'type', parts: [{ questionId: 'r/gone/where' }] }
];

let app: App;
let stops: (() => void)[];

beforeEach(async () => {
	await clearAll();
	stops = [];
});
afterEach(() => {
	for (const stop of stops) stop();
	app.database.close();
});

/** A job kept alive as by its screen, once its quiz is read. */
async function jobOf(source: () => PrintSource): Promise<PrintJob> {
	let made: PrintJob | undefined;
	stops.push(
		$effect.root(() => {
			const job = new PrintJob(source());
			$effect(() => void job.status);
			made = job;
		})
	);
	const job = made ?? expect.fail('no job');
	await vi.waitFor(() => expect(job.status).not.toBe('loading'));
	return job;
}

async function quizJob(items: Item[] = ITEMS): Promise<PrintJob> {
	app = await openApp({ now: NOON }, QUIZ_BANK);
	const id = app.newId();
	const quiz = { id, title: 'Where', seed: 's', items, state: 'draft' as const, changedAt: NOON };
	await new ClassRepository(app.database).saveQuiz(quiz);
	return jobOf(() => new QuizSource(app, id));
}

describe('a quiz on its way to paper', () => {
	it('is numbered and counted, without what has left the library', async () => {
		const job = await quizJob();
		expect([job.itemCount, job.goneCount, job.points]).toEqual([4, 1, 5]);
		expect(job.versions.map(({ letter, items }) => [letter, items.map((i) => i.number)])).toEqual([
			['A', [1, 2, 3, 4]]
		]);
		expect(job.notices).toEqual({ isGrave: true, texts: [] });
	});

	it('has a short answer to each item, and the long one in the key', async () => {
		const job = await quizJob();
		expect(job.versions[0]?.answers).toEqual([
			{ code: 'letter', letter: 'A' },
			{ code: 'judged', says: false },
			{ code: 'letters', letters: ['C', 'D'] },
			{ code: 'text', text: 'Chapel Hill' }
		]);
		expect(job.key.map(({ parts }) => parts.map(({ right }) => right))).toEqual([
			[{ text: 'Ferry Lane' }],
			[{ text: 'Southgate' }],
			[{ text: 'Millbank' }, { text: 'Harbour' }],
			[{ text: 'Chapel Hill' }]
		]);
	});

	it('tells in the key where each item stands on each version', async () => {
		const job = await quizJob();
		job.count = 3;
		expect(job.versions.map(({ letter }) => letter)).toEqual(['A', 'B', 'C']);
		for (const { item, places } of job.key)
			for (const { letter, number } of places) {
				const version = job.versions.find((each) => each.letter === letter);
				expect(version?.items[number - 1]?.item.parts).toEqual(item.parts);
			}
		expect(job.hasTwins).toBe(false);
	});

	it('keeps its id and its versions however many are wanted, until the quiz is changed', async () => {
		const job = await quizJob();
		job.count = 2;
		const [id, second] = [job.paperId, JSON.stringify(job.versions[1])];
		job.count = 4;
		expect([job.paperId, JSON.stringify(job.versions[1])]).toEqual([id, second]);
		const other = await new ClassRepository(app.database).readQuiz(job.source.id);
		if (!other) return expect.fail('the quiz is gone');
		const changed = { ...other, items: other.items.slice(1), changedAt: NOON + 1 };
		await new ClassRepository(app.database).saveQuiz(changed);
		await vi.waitFor(() => expect(job.itemCount).toBe(3));
		expect(job.paperId).not.toBe(id);
	});

	it.each([
		['nothing in it', [], 0],
		['only what is gone', ITEMS.slice(4), 0]
	])('has nothing to print with %s', async (_, items, count) => {
		const job = await quizJob(items);
		expect([job.status, job.itemCount, job.points]).toEqual(['ready', count, 0]);
	});

	it('is missing where there is none', async () => {
		app = await openApp({ now: NOON }, QUIZ_BANK);
		expect((await jobOf(() => new QuizSource(app, 'no'))).status).toBe('missing');
		expect((await jobOf(() => new AssignmentSource(app, 'no'))).status).toBe('missing');
	});
});

describe('an assignment on its way to paper', () => {
	it('is its frozen quiz, secret until a Test is released', async () => {
		app = await openApp({ now: NOON });
		const { assignment } = await startClass(app);
		const job = await jobOf(() => new AssignmentSource(app, assignment.id));
		expect(job.printable).toMatchObject({ title: 'People', className: '10b', isSecret: true });
		expect(job.itemCount).toBe(4);
		await new AssignmentRepository(app.database).change(assignment.id, (row) => ({
			...row,
			releasedAt: NOON
		}));
		await vi.waitFor(() => expect(job.printable?.isSecret).toBe(false));
	});

	it('is never secret as a Practice', async () => {
		app = await openApp({ now: NOON });
		const { assignment } = await startClass(app, { mode: 'practice', feedback: 'each' });
		const job = await jobOf(() => new AssignmentSource(app, assignment.id));
		expect(job.printable?.isSecret).toBe(false);
	});
});
