import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Item } from '#lib/domain/quiz/types.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { PresentRun } from '#lib/state/teach/present-run.svelte.ts';
import type { PresentSource } from '#lib/state/teach/present-source.ts';
import { AssignmentRepository } from '#lib/storage/assignment-repository.ts';
import { ClassRepository } from '#lib/storage/class-repository.ts';
import { QUIZ_BANK } from '../quiz/quiz-bank.ts';
import { clearAll, NOON, openApp, type Clock } from '../review/open-app.ts';
import { SMALL_BANK } from '../review/small-bank.ts';
import { startClass } from './class-work.ts';

let app: App;
let clock: Clock;
let stop: () => void = () => undefined;

beforeEach(async () => {
	await clearAll();
	sessionStorage.clear();
	clock = { now: NOON };
});
afterEach(() => {
	stop();
	app.database.close();
});

const asks = (i: number) => [{ questionId: `r/f${i}/where` }] as [{ questionId: string }];
const CHOOSE: Item = {
	form: 'choose',
	parts: asks(0),
	options: [{ text: 'Southgate' }, { text: 'Ferry Lane' }],
	right: 1
};
const TYPE: Item = { form: 'type', parts: asks(1) };
const JUDGE: Item = { form: 'true-false', parts: asks(2), proposed: 'Harbour', right: false };
const MATCH: Item = {
	form: 'match',
	parts: [3, 4].flatMap((i) => asks(i)),
	options: [{ text: 'Old Quay' }, { text: 'Harbour' }, { text: 'Millbank' }],
	right: [1, 0]
};
const SORT: Item = {
	form: 'sort',
	parts: [0, 1, 2, 3].map((i) => ({ questionId: `r/f${i}/where`, factId: `r/f${i}` })),
	right: ['stated', 'stated', 'claimed', 'stated']
};
const GRAVE: Item = {
	form: 'choose',
	parts: asks(5),
	options: [{ text: 'Chapel Hill' }, { text: 'Millbank' }],
	right: 0
};
const GONE: Item = { form: 'type', parts: [{ questionId: 'r/f9/where' }] };

async function keepQuiz(items: Item[]): Promise<void> {
	const quiz = { id: 'q', title: 'Places', seed: 's', items, state: 'draft' as const };
	await new ClassRepository(app.database).saveQuiz({ ...quiz, changedAt: NOON });
}

/** A presentation, opened as by its screen. */
async function present(source: PresentSource = { kind: 'quiz', id: 'q' }): Promise<PresentRun> {
	const run = new PresentRun(app, source);
	await run.open();
	flushSync();
	return run;
}

async function presentItems(...items: Item[]): Promise<PresentRun> {
	app = await openApp(clock, QUIZ_BANK);
	await keepQuiz(items);
	const run = await present();
	run.begin();
	return run;
}

/** Where it stands: item (from 0) and stage; or the phase. */
function at({ place, slide, step }: PresentRun): string {
	if (place.phase !== 'items') return place.phase;
	return `${slide?.itemNo} ${step.stage}${step.stage === 'why' ? ` ${step.part}` : ''}`;
}

/** Every place it comes through to the end. */
function walked(run: PresentRun): string[] {
	const all = [at(run)];
	while (run.place.phase === 'items' && all.length < 50) {
		run.next();
		all.push(at(run));
	}
	return all;
}

describe('the steps of presenting', () => {
	it.each<[string, Item, string[]]>([
		['choose: alone first', CHOOSE, ['question', 'options', 'answer', 'why 0']],
		['type', TYPE, ['question', 'answer', 'why 0']],
		['true or false', JUDGE, ['question', 'answer', 'why 0']],
		['match: a reason each', MATCH, ['question', 'answer', 'why 0', 'why 1']],
		['sort: three sources at once', SORT, ['question', 'answer', 'why 0', 'why 3']]
	])('%s', async (_, item, stages) => {
		const run = await presentItems(item);
		expect(walked(run)).toEqual([...stages.map((stage) => `0 ${stage}`), 'end']);
	});

	it('go back the same way, over the end and into the item before', async () => {
		const run = await presentItems(CHOOSE, TYPE);
		const there = walked(run);
		const back = [at(run)];
		for (let i = 1; i < there.length; i++) {
			run.back();
			back.push(at(run));
		}
		expect(back.reverse()).toEqual(there);
		run.back();
		expect(at(run)).toBe('0 question');
	});

	it('can go straight to the answer, and past an item', async () => {
		const run = await presentItems(CHOOSE, TYPE);
		run.reveal();
		expect(at(run)).toBe('0 answer');
		run.reveal();
		expect(at(run)).toBe('0 answer');
		run.nextItem();
		expect(at(run)).toBe('1 question');
	});

	it('tell the right answer and who says so', async () => {
		const run = await presentItems(MATCH, JUDGE);
		const [match, judged] = run.slides.map(({ parts }) => parts);
		expect(match?.map(({ right }) => right)).toEqual([
			{ code: 'text', text: 'Harbour' },
			{ code: 'text', text: 'Old Quay' }
		]);
		expect(judged?.[0]).toMatchObject({
			right: { code: 'text', text: 'Millbank' },
			corrected: 'Event 2 was in Millbank.',
			question: { sources: [{ publisher: 'Paper', paragraph: 3, standing: 'stated' }] }
		});
	});

	it('leave out what is not in the library any more', async () => {
		const run = await presentItems(GONE, TYPE);
		expect([run.leftOut, run.slides.map(({ itemNo }) => itemNo)]).toEqual([1, [1]]);
	});

	it('are none for an empty quiz', async () => {
		const run = await presentItems();
		run.next();
		expect([run.status, at(run)]).toEqual(['ready', 'cover']);
	});
});

describe('coming back to items', () => {
	it('shows the marked ones again at the end, until none is marked', async () => {
		const run = await presentItems(TYPE, CHOOSE, JUDGE);
		run.nextItem();
		run.nextItem();
		run.mark();
		run.back();
		run.mark();
		expect(run.marked.map(({ itemNo }) => itemNo)).toEqual([1, 2]);
		run.mark();
		run.mark();
		for (let i = 0; i < 3; i++) run.nextItem();
		expect(at(run)).toBe('end');
		run.next();
		expect([at(run), run.place.round, run.isMarked]).toEqual(['1 question', [1, 2], false]);
		run.nextItem();
		run.mark();
		run.nextItem();
		run.next();
		expect([at(run), run.place.turn]).toEqual(['2 question', 2]);
		run.nextItem();
		run.next();
		expect(at(run)).toBe('end');
	});
});

describe('the place', () => {
	it('is kept over a reload, hands are not', async () => {
		const run = await presentItems(CHOOSE, TYPE);
		run.setThink(45);
		run.next();
		run.count(1, 12);
		run.mark();
		const after = await present();
		expect([at(after), after.place.thinkSeconds, after.isMarked]).toEqual(['0 options', 45, true]);
		expect([run.hands, after.hands]).toEqual([
			[0, 12],
			[0, 0]
		]);
	});

	it('begins anew where the quiz was changed since', async () => {
		const run = await presentItems(CHOOSE, TYPE);
		run.nextItem();
		await keepQuiz([TYPE, CHOOSE]);
		expect(at(await present())).toBe('cover');
	});

	it.each(['', 'no JSON', '{}', '{"of":"","place":{"phase":"items","round":[7],"at":9}}'])(
		'begins anew where what was kept is %j',
		async (kept) => {
			await presentItems(TYPE);
			sessionStorage.setItem('recount-present-quiz-q', kept);
			expect(at(await present())).toBe('cover');
		}
	);

	it('is offered again after leaving, and is over after the end', async () => {
		const run = await presentItems(TYPE, CHOOSE);
		run.nextItem();
		run.leave();
		const again = await present();
		expect([at(again), again.isBegun]).toEqual(['cover', true]);
		again.begin();
		expect(at(again)).toBe('1 question');
		again.nextItem();
		again.leave();
		expect((await present()).isBegun).toBe(false);
		again.beginAnew();
		expect(at(again)).toBe('0 question');
	});
});

describe('think time', () => {
	it('runs until the answer, anew for each item, and never on grave matter', async () => {
		const run = await presentItems(CHOOSE, TYPE, GRAVE);
		expect(run.thinkSeconds).toBe(0);
		run.setThink(20);
		const end = run.think.run();
		stop = end;
		clock.now += 5000;
		await expect.poll(() => run.think.share(20)).toBe(0.25);
		clock.now += 60_000;
		await expect.poll(() => run.think.share(20)).toBe(1);
		expect([run.thinkSeconds, at(run)]).toEqual([20, '0 question']);
		run.reveal();
		expect(run.thinkSeconds).toBe(0);
		run.nextItem();
		expect([run.thinkSeconds, run.think.share(20)]).toEqual([20, 0]);
		run.nextItem();
		expect([at(run), run.thinkSeconds, run.canCount]).toEqual(['2 question', 0, false]);
	});
});

describe('counting hands', () => {
	it.each<[number, number]>([
		[3, 3],
		[-1, 0],
		[NaN, 0],
		[2.9, 2],
		[5000, 999]
	])('takes %d as %d', async (typed, kept) => {
		const run = await presentItems(CHOOSE);
		run.count(0, typed);
		expect(run.hands).toEqual([kept, 0]);
	});

	it('keeps each item’s own', async () => {
		const run = await presentItems(CHOOSE, JUDGE, TYPE);
		run.count(1, 4);
		run.nextItem();
		expect([run.hands, run.canCount]).toEqual([[0, 0], true]);
		run.nextItem();
		expect([run.hands, run.canCount]).toEqual([[], false]);
		run.back();
		run.back();
		run.back();
		run.back();
		expect([at(run), run.hands]).toEqual(['0 why 0', [0, 4]]);
	});
});

describe('an open Test', () => {
	const CLOSES = NOON + 60_000;

	async function given(rules = {}) {
		app = await openApp(clock, SMALL_BANK);
		const { assignment } = await startClass(app, rules);
		return assignment;
	}

	it('is warned of before its facts are shown, from the quiz too', async () => {
		const { id } = await given({ closesAt: CLOSES });
		const run = await present({ kind: 'assignment', id });
		const warning = [{ id, title: 'People', className: '10b', closesAt: CLOSES }];
		expect(run.presented.openTests).toEqual(warning);
		await keepQuiz([{ form: 'type', parts: [{ questionId: 'r/f2/who' }] }]);
		expect((await present()).presented.openTests).toEqual(warning);
	});

	it('is no matter once it is closed or released, nor is a Practice', async () => {
		const { id } = await given({ closesAt: CLOSES });
		clock.now = CLOSES;
		const warned = async () => (await present({ kind: 'assignment', id })).presented.openTests;
		expect(await warned()).toEqual([]);
		clock.now = NOON;
		expect(await warned()).toHaveLength(1);
		const store = new AssignmentRepository(app.database);
		await store.change(id, (row) => ({ ...row, releasedAt: NOON }));
		expect(await warned()).toEqual([]);
		await store.change(id, ({ releasedAt: _, ...row }) => ({
			...row,
			rules: { ...row.rules, mode: 'practice' }
		}));
		expect(await warned()).toEqual([]);
	});

	it('is presented with the quiz as it was given, and nothing else is there', async () => {
		const { id } = await given();
		const run = await present({ kind: 'assignment', id });
		expect(run.slides.map(({ item }) => item.form)).toEqual(['choose', 'choose', 'choose', 'type']);
		expect((await present({ kind: 'assignment', id: 'none' })).status).toBe('missing');
		expect((await present({ kind: 'quiz', id: 'none' })).status).toBe('missing');
	});
});
