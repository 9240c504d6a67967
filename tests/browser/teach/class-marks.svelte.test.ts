import { afterEach, beforeEach, expect, it } from 'vitest';
import { printResultFile } from '#lib/domain/classroom/result-text.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { ClassMarks } from '#lib/state/teach/class-marks.svelte.ts';
import { Collecting } from '#lib/state/teach/collecting.svelte.ts';
import { AssignmentRepository } from '#lib/storage/assignment-repository.ts';
import { clearAll, NOON, openApp } from '../review/open-app.ts';
import { chose, startClass, typed } from './class-work.ts';

let app: App;
let stop: () => void = () => undefined;

beforeEach(async () => {
	await clearAll();
	app = await openApp({ now: NOON });
});
afterEach(() => {
	stop();
	app.database.close();
});

it('shows pupils by assignments and by kind, what is open as such, and nothing of another class', async () => {
	const work = await startClass(app);
	await startClass(app);
	const second = { ...work.assignment, id: crypto.randomUUID(), createdAt: NOON + 1 };
	await new AssignmentRepository(app.database).create(second);
	const right = [chose(0), chose(1), chose(2), typed('Emmy Noether')];
	const results = [
		await work.seal({ no: 1 }, right),
		await work.seal({ no: 2 }, [chose(3), chose(1)])
	];
	await new Collecting(app).takeFiles([new File([printResultFile(results)], 'all.recount')]);

	const marks = new ClassMarks(app, work.schoolClass.id);
	stop = $effect.root(() => {
		$effect(() => void [marks.status, marks.kinds]);
	});
	await expect.poll(() => marks.book.columns.length).toBe(2);
	const [first, other] = marks.book.columns;
	expect(marks.book.pupils).toEqual([1, 2, 3]);
	expect(first?.cells.map(({ result }) => result?.credit)).toEqual([4, 1, undefined]);
	expect(first?.cells.map(({ isFinal }) => isFinal)).toEqual([true, true, false]);
	expect(other?.cells.map(({ state }) => state)).toEqual(Array(3).fill('not-started'));
	expect(marks.kinds).toEqual([
		{ who: { credit: 4, outOf: 4, undecided: 0 } },
		{ who: { credit: 1, outOf: 4, undecided: 0 } },
		{}
	]);
	expect(marks.called(1)).toBe('Anna');
	await app.set({ namesHidden: true });
	expect(marks.called(1)).toBe('Heron 1');
});
