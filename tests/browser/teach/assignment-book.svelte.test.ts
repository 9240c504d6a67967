import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printResultFile } from '#lib/domain/classroom/result-text.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { AssignmentBook } from '#lib/state/teach/assignment-book.svelte.ts';
import { marksText, type MarksFormat } from '#lib/state/teach/assignment-files.ts';
import { Collecting } from '#lib/state/teach/collecting.svelte.ts';
import { AssignmentRepository } from '#lib/storage/assignment-repository.ts';
import { ClassRepository } from '#lib/storage/class-repository.ts';
import { clearAll, NOON, openApp, type Clock } from '../review/open-app.ts';
import { chose, startClass, there, typed } from './class-work.ts';

let app: App;
let clock: Clock;
let stop: () => void = () => undefined;

beforeEach(async () => {
	await clearAll();
	clock = { now: NOON };
	app = await openApp(clock);
});
afterEach(() => {
	stop();
	app.database.close();
});

const RIGHT = typed('Emmy Noether');
const WAITS = typed('Somerville or Noether');

/** Three pupils' results, the third one's last answer being one to be judged; the book follows the store. */
async function started(rules = {}) {
	const work = await startClass(app, rules, 4);
	const results = [
		await work.seal({ no: 1 }, [chose(0), chose(1), chose(2), RIGHT]),
		await work.seal({ no: 2 }, [chose(3), chose(1), chose(0), WAITS]),
		await work.seal({ no: 3 }, [chose(3), chose(0), chose(2), WAITS])
	];
	const file = new File([printResultFile(results)], 'all.recount');
	await new Collecting(app).takeFiles([file]);
	const book = new AssignmentBook(app, work.assignment.id);
	stop = $effect.root(() => {
		$effect(() => void [book.status, book.rows, book.questions, book.answers, book.notSat]);
	});
	await until(() => book.rows.length === 4);
	return { ...work, book };
}

async function until(holds: () => boolean): Promise<void> {
	for (let i = 0; i < 200 && !holds(); i++) {
		await new Promise((resolve) => setTimeout(resolve, 10));
		flushSync();
	}
	expect(holds()).toBe(true);
}

const credits = ({ rows }: AssignmentBook) => rows.map(({ sum }) => sum.result?.credit);

describe('the marks of an assignment', () => {
	it('show each pupil’s parts, and nothing as final that is not', async () => {
		const { book } = await started({ closesAt: NOON + 1 });
		const [one, two, , four] = book.rows;
		expect(one?.cells.map(({ outcome }) => outcome)).toEqual(Array(4).fill('right'));
		expect(two?.cells.map(({ outcome, letter }) => letter ?? outcome)).toEqual([
			...['D', 'B', 'A', 'undecided']
		]);
		expect(book.rows.map(({ sum }) => sum.isFinal)).toEqual([true, false, false, false]);
		expect(four).toMatchObject({ state: 'not-started', cells: [] });
		expect(book.column?.missing).toEqual([4]);
		expect(book.undecided).toBe(2);
	});

	it('are judged a group at once, remembered for next time, and taken back', async () => {
		const { book } = await started();
		const part = there(book.parts[3]);
		const [group] = there(book.answers[3]).groups;
		if (group?.credit !== 'undecided') throw new Error('nothing waits');
		expect(group.count).toBe(2);
		const decide = book.judgement(part, [group], { credit: 0.5, remember: true });
		expect(await book.decide(decide)).toBe(true);
		await until(() => book.undecided === 0);
		expect(credits(book)).toEqual([4, 1.5, 1.5, undefined]);
		expect((await app.database.rulings.toArray()).map(({ scope }) => scope)).toEqual(['all']);
		// A clock that was set back must not let the old word stand.
		clock.now = NOON - 9e6;
		await book.decide(book.judgement(part, [group], { credit: 1, remember: false }));
		await until(() => book.log.length === 2);
		expect(credits(book)).toEqual([4, 2, 2, undefined]);
		await book.undoLast();
		await until(() => book.log.length === 1);
		expect(credits(book)).toEqual([4, 1.5, 1.5, undefined]);
		await book.undoLast();
		await until(() => book.log.length === 0);
		expect(book.undecided).toBe(2);
	});

	it('tell beforehand who changes when an option is accepted, and change just so', async () => {
		const { book } = await started();
		const part = there(book.parts[0]);
		const groups = book.groupsCalled(part, 'Emmy Noether');
		const accept = book.judgement(part, groups, { credit: 1, remember: false });
		const preview = there(book.preview(accept));
		expect(
			preview.changes.map(({ no, before, after }) => [no, before.credit, after.credit])
		).toEqual([
			[2, 1, 2],
			[3, 1, 2]
		]);
		expect(credits(book)).toEqual([4, 1, 1, undefined]);
		await book.decide(accept);
		await until(() => book.log.length === 1);
		expect(credits(book)).toEqual([4, 2, 2, undefined]);
		const { id } = there(book.log[0]);
		await book.undo(id);
		await until(() => book.log.length === 0);
		expect(credits(book)).toEqual([4, 1, 1, undefined]);
	});

	it('take one mark by the teacher’s word, and leave out who is excused', async () => {
		const { book } = await started();
		const { submission } = there(book.rows[1]?.attempt);
		await book.decide([
			{
				...{ type: 'override' as const, assignmentId: book.id, submissionId: submission.id },
				...{ itemNo: 3, part: 0, credit: 1 as const, note: 'said it aloud' }
			},
			{ type: 'state', assignmentId: book.id, no: 4, state: 'excused' }
		]);
		await until(() => book.log.length === 2);
		expect(credits(book)).toEqual([4, 2, 1, undefined]);
		expect(book.column?.missing).toEqual([]);
		expect(book.notSat).toEqual([]);
	});

	it('are counted alone where they are few', async () => {
		const { book } = await started();
		expect(book.questions?.rows.map(({ advice }) => advice?.firmness)).toEqual(
			Array(4).fill('counts-only')
		);
		expect(book.questions?.rows[0]?.counts).toMatchObject({ seen: 3, right: 1, wrong: 2 });
		expect(book.questions?.rows[0]?.question?.answer).toBe('Ada Byron');
	});

	it('leave with names only where they are asked for', async () => {
		const { book } = await started();
		const { marked, column, schoolClass } = book;
		const text = (format: MarksFormat, withNames: boolean) =>
			marksText({
				format,
				marked: there(marked),
				column: there(column),
				schoolClass: there(schoolClass),
				withNames
			});
		for (const format of ['moodle', 'canvas', 'everything'] as const) {
			expect(text(format, false)).not.toContain('Anna');
			expect(text(format, true)).toContain('Anna');
		}
	});
});

describe('after an assignment', () => {
	it('the release is told once', async () => {
		const { book, assignment } = await started();
		expect(await book.release()).toBe(true);
		clock.now += 5000;
		await book.release();
		const record = await new AssignmentRepository(app.database).read(assignment.id);
		expect(record?.assignment.releasedAt).toBe(NOON);
	});

	it('a second paper asks other questions, and goes to those who have not sat the first', async () => {
		const { book, assignment } = await started();
		expect(book.notSat).toEqual([4]);
		const second = there(await book.drawSecond('People, again'));
		const asked = (items: { parts: { questionId: string }[] }[]) =>
			items.flatMap(({ parts }) => parts.map(({ questionId }) => questionId));
		const old = asked(there(assignment.versions[0]).items);
		expect(asked(second.quiz.items).filter((id) => old.includes(id))).toEqual([]);
		const id = await book.giveSecond(second.quiz.id, book.notSat);
		await until(() => book.seconds.length === 1);
		expect(book.seconds[0]).toMatchObject({ id, parallelOf: assignment.id, pupils: [4] });
		expect(book.seconds[0]?.releaseCode).not.toBe(assignment.releaseCode);
		expect(book.notSat).toEqual([]);
	});

	it('what went badly becomes a draft', async () => {
		const { book } = await started();
		const id = await book.reteach([there(book.parts[0]).key, there(book.parts[3]).key], 'Again');
		const quiz = await new ClassRepository(app.database).readQuiz(there(id));
		expect(quiz).toMatchObject({ title: 'Again', state: 'draft' });
		// These facts have no other questions.
		expect(quiz?.items.map(({ parts }) => parts[0]?.questionId)).toEqual(['r/f0/who', 'r/f3/who']);
	});
});
